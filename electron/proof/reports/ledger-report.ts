import type { CredentialState } from '../../../shared/credential-state.ts'
import { CREDENTIAL_STATES } from '../../../shared/credential-state.ts'
import type { LedgerRecord } from '../../../shared/records/record.ts'
import {
  COLUMN_SHARES,
  type LedgerColumn,
  USUAL_COLUMNS,
} from '../../../shared/reports/ledger-columns.ts'
import { rotationOf } from '../../../shared/rotation.ts'
import { standingOf } from '../../checks/standing.ts'
import { ledgerRows } from '../../ledger/ledger.ts'
import { credentialsOfFiling } from '../../ledger/row.ts'
import { liveRecord, liveRecords } from '../../ledger/store.ts'
import { EXPORT_COLUMNS, ledgerTable } from '../../spreadsheet/ledger-table.ts'
import type { RecordId } from '../../vault/vault.ts'
import { type ReportBody, type ReportContext, table } from './report-context.ts'

/** Columns that the spreadsheet of 台账 has as well, by their header there. */
const EXPORTED: Readonly<Partial<Record<LedgerColumn, string>>> = {
  entity: '主体名称',
  creditCode: '统一社会信用代码',
  entityNumber: '主体备案号',
  address: '地址',
  service: '网站名称',
  number: '网站备案号',
  filedOn: '备案日期',
  homeUrl: '首页网址',
  policeNumber: '公安备案号',
  domains: '域名',
  domainExpiry: '域名到期时间',
  registrar: '域名注册商',
  provider: '接入商',
  entityResponsible: '主体负责人',
  responsible: '网站负责人',
  responsiblePhone: '网站负责人手机',
  emergency: '应急联系人',
  notes: '备注',
}

/** That a password is there, never what it is or how long. */
const MASK = '••••'

/** 台账 with the columns that were chosen. Of passwords only that there is one, and its days. */
export function ledgerReport({ open, words, choice, today }: ReportContext): ReportBody {
  const { ledger } = open
  const { ledger: text } = words
  const columns = choice.columns ?? USUAL_COLUMNS
  const ids = ledgerRows(ledger, today).map(({ id }) => id)
  const exported = ledgerTable(ledger, ids)
  const places = columns.map((column) =>
    EXPORT_COLUMNS.findIndex(({ header }) => header === EXPORTED[column]),
  )
  const rows = ids.map((id, line) => {
    const password = passwordOf(id)
    return columns.map((column, at) => {
      const place = places[at] ?? -1
      return place === -1 ? besides(column, id, password) : (exported[line]?.[place] ?? '')
    })
  })
  const count = (items: Iterable<unknown>) => String([...items].length)
  return {
    figures: [
      { label: text.figures.entities, value: count(liveRecords(ledger, 'entity')) },
      { label: text.figures.services, value: count(liveRecords(ledger, 'service')) },
      { label: text.figures.domains, value: count(liveRecords(ledger, 'domain')) },
    ],
    tables: [
      table(
        text.caption,
        columns.map((column) => text.columns[column]),
        columns.map((column) => COLUMN_SHARES[column]),
        rows,
        words,
      ),
    ],
    isLandscape: columns.length > 6,
  }

  /** The filing password of a line that is worst off. */
  function passwordOf(id: RecordId): Password | undefined {
    const service = liveRecord(ledger, 'service', id)
    const found = credentialsOfFiling(ledger, service?.data.entityId ?? id, service?.id)
      .filter(({ data }) => data.kind === 'filing-password' && !data.isRetired)
      .map((credential) => ({
        credential,
        ...rotationOf(credential.data, credential.hasSecret, today),
      }))
    return found.sort((a, b) => rankOf(a.state) - rankOf(b.state))[0]
  }

  function besides(column: LedgerColumn, id: RecordId, password: Password | undefined): string {
    const service = liveRecord(ledger, 'service', id)
    switch (column) {
      case 'nature': {
        const entity = liveRecord(ledger, 'entity', service?.data.entityId ?? id)
        return entity === undefined ? '' : text.nature[entity.data.nature]
      }
      case 'kind':
        return service === undefined ? '' : text.kind[service.data.kind]
      case 'status':
        return service === undefined ? '' : text.status[service.data.status]
      case 'password':
        return password?.credential.hasSecret === true ? MASK : words.none
      case 'passwordState':
        return password === undefined ? '' : words.state[password.state]
      case 'passwordChangedOn':
        return password?.credential.data.changedOn ?? ''
      case 'passwordDueOn':
        return password?.dueOn ?? ''
      case 'lastCheckOn':
        if (service === undefined) return ''
        return standingOf(ledger, service, today).last?.data.finishedOn ?? ''
      default:
        return ''
    }
  }
}

type Password = {
  credential: LedgerRecord<'credential'>
  state: CredentialState
  dueOn?: string
}

function rankOf(state: CredentialState): number {
  return CREDENTIAL_STATES.indexOf(state)
}
