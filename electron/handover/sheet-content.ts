import { provinceOfNumber } from '../../shared/field/icp-number.ts'
import { provinceOfIcp } from '../../shared/field/province.ts'
import type { SheetContent } from '../../shared/handover-sheet.ts'
import type { HandoverLine } from '../../shared/handover-view.ts'
import { HANDOVER_SHEET } from '../../shared/letters/handover-sheet.ts'
import { PAPER_CHANNEL_KINDS, PAPER_SERVICE_STATUSES } from '../../shared/letters/paper-words.ts'
import type { Handover } from '../../shared/records/handover.ts'
import type { LedgerRecord } from '../../shared/records/record.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import { domainsOf } from '../ledger/row.ts'
import { liveRecord, liveRecords, oldestFirst, recordOf, usersOf } from '../ledger/store.ts'
import { placeOf } from '../ledger/titles.ts'
import { nameOfDomain } from '../letters/blank-values.ts'
import type { OpenVault } from '../session.ts'
import { compareText, credentialOf } from './password-lines.ts'
import { partsOfKey } from './settled.ts'

const ROLE_WORDS = {
  responsible: '服务负责人',
  entity: '主体负责人',
  emergency: '应急联系人',
} as const

/** The 交接单 as the vault stands now: parts A to G of everything the leaver hands over. */
export function sheetContent(
  open: OpenVault,
  handover: Handover,
  lines: readonly HandoverLine[],
  now: number,
): SheetContent {
  const { vault } = open
  const { number, manner, reason, leavesOn, leaver, successor, witness } = handover
  const trail = vault.exportAudit()
  return {
    type: 'beian-handover-sheet',
    version: 1,
    vaultId: vault.vaultIdHex,
    number,
    drawnUpAt: now,
    manner,
    reason,
    leavesOn,
    leaver,
    successor,
    ...(witness !== undefined && { witness }),
    filings: filingsOf(open, handover, lines),
    credentials: credentialsOf(open, lines),
    channels: channelsOf(open, lines),
    documents: documentsOf(open),
    matters: mattersOf(open),
    responsibles: responsiblesOf(open, handover, lines),
    authorizations: authorizationsOf(open, handover, lines),
    declarations: declarationsOf(handover),
    proof: { revision: vault.revision, auditEntries: trail.entries, auditHash: trail.chain },
  }
}

/** A custodian hands over every filing; who is only named in some, those. */
function filingsOf(
  { ledger }: OpenVault,
  { couldOpenSinceAt }: Handover,
  lines: readonly HandoverLine[],
): SheetContent['filings'] {
  const named = new Set(lines.map(({ rowId }) => rowId))
  return [...liveRecords(ledger, 'service')]
    .filter(({ id, data }) => {
      if (data.status === 'cancelled') return false
      return couldOpenSinceAt !== undefined || named.has(id)
    })
    .map((service) => {
      const { data } = service
      const entity = recordOf(ledger, 'entity', data.entityId)?.data
      const province =
        provinceOfNumber(data.filingNumber ?? '') ?? provinceOfIcp(entity?.province ?? '')
      return {
        entity: entity?.name ?? '',
        subjectNumber: entity?.filingNumber ?? '',
        service: data.name,
        number: data.filingNumber ?? '',
        domains: domainsOf(ledger, service.id).map(nameOfDomain),
        provider: data.providerIds
          .flatMap((id) => recordOf(ledger, 'provider', id)?.data.name ?? [])
          .join('、'),
        bureau: province === undefined ? '' : `${province.name.replace(/[省市]$/u, '')}管局`,
        status: PAPER_SERVICE_STATUSES[data.status],
        checkedOn: lastCheckedOn(usersOf(ledger, service.id, 'check')),
      }
    })
    .sort((a, b) => compareText(a.entity, b.entity) || compareText(a.service, b.service))
}

function lastCheckedOn(checks: readonly LedgerRecord<'check'>[]): string {
  return (
    checks
      .flatMap(({ data }) => data.finishedOn ?? [])
      .sort()
      .at(-1) ?? ''
  )
}

/** Entries only. What is in the vault is delivered: who receives it can open it. */
function credentialsOf(
  { ledger }: OpenVault,
  lines: readonly HandoverLine[],
): SheetContent['credentials'] {
  return lines.flatMap((line) => {
    if (line.kind !== 'password' && line.kind !== 'unknown-password') return []
    const credential = credentialOf(ledger, line.recordId)
    const { portal, providerId, account } = credential?.data ?? {}
    const provider = recordOf(ledger, 'provider', providerId)?.data.name
    return [
      {
        name: line.title,
        subject: line.subject ?? '',
        platform: portal?.replace(/^https?:\/\//, '') ?? provider ?? '',
        account: account ?? '',
        isDelivered: credential?.hasSecret === true,
        isChanged: line.kind === 'password' && line.state === 'closed',
      },
    ]
  })
}

function channelsOf(
  { ledger }: OpenVault,
  lines: readonly HandoverLine[],
): SheetContent['channels'] {
  return lines.flatMap((line) => {
    if (line.kind !== 'channel') return []
    const channel = recordOf(ledger, 'channel', line.recordId)
    return [
      {
        kind: channel === undefined ? '' : PAPER_CHANNEL_KINDS[channel.data.kind],
        value: line.title,
        holder: recordOf(ledger, 'contact', channel?.data.holderId)?.data.name ?? '',
        owner: channel?.data.owner ?? '',
        isMoved: line.state === 'closed',
      },
    ]
  })
}

function documentsOf({ ledger }: OpenVault): SheetContent['documents'] {
  return oldestFirst([...liveRecords(ledger, 'document')]).map(({ data }) => ({
    title: data.title,
    form: [
      ...(data.paperPlace === undefined ? [] : ['原件']),
      ...(data.files.length === 0 ? [] : ['扫描件']),
    ].join('、'),
    count: data.copyCount === undefined ? '' : `${data.copyCount}`,
    place: data.paperPlace ?? '',
  }))
}

/** Open cases, then open tasks. */
function mattersOf({ ledger }: OpenVault): SheetContent['matters'] {
  const cases = oldestFirst([...liveRecords(ledger, 'case')])
    .filter(({ data }) => data.closedOn === undefined)
    .map((one) => ({ title: `找回办理：${recordTitle(one)}`, dueOn: '', note: '' }))
  const tasks = oldestFirst([...liveRecords(ledger, 'task')])
    .filter(({ data }) => data.doneOn === undefined)
    .map((one) => ({
      title: one.data.title,
      dueOn: one.data.dueOn ?? '',
      note: [placeOf(ledger, one).subject, one.data.person]
        .filter((text) => text !== undefined)
        .join('，'),
    }))
  return [...cases, ...tasks]
}

function responsiblesOf(
  { ledger }: OpenVault,
  { leaver, successor }: Handover,
  lines: readonly HandoverLine[],
): SheetContent['responsibles'] {
  return lines.flatMap((line) => {
    if (line.kind !== 'responsible') return []
    const { role } = partsOfKey(line.key)
    const service = liveRecord(ledger, 'service', line.recordId)
    const entity = recordOf(ledger, 'entity', service?.data.entityId)?.data.name
    return [
      {
        subject: role === 'entity' ? `${entity ?? ''}（${line.title}）` : line.title,
        role: ROLE_WORDS[role],
        from: leaver.name,
        to: successor.name,
        isChanged: line.state === 'closed',
      },
    ]
  })
}

function authorizationsOf(
  { ledger }: OpenVault,
  { leaver }: Handover,
  lines: readonly HandoverLine[],
): SheetContent['authorizations'] {
  return lines.flatMap((line) => {
    if (line.kind !== 'authorization') return []
    return [
      {
        title: line.title,
        person: leaver.name,
        validUntilOn: recordOf(ledger, 'letter', line.recordId)?.data.validUntilOn ?? '',
        isRevoked: line.state === 'closed',
      },
    ]
  })
}

/** The same words as on the sheet that is filled in by hand; who is gone declares nothing. */
function declarationsOf({ manner, witness }: Handover): string[] {
  const keys = [
    ...(manner === 'planned' ? ['declare-giver'] : []),
    'declare-receiver',
    ...(witness === undefined ? [] : ['declare-witness']),
  ]
  return HANDOVER_SHEET.blocks.flatMap((block) =>
    block.type === 'clause' && keys.includes(block.key) ? [block.text] : [],
  )
}
