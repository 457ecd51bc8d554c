import type { Reminder } from '../../../shared/reminder.ts'
import type { ReportFigure, ReportTone } from '../../../shared/reports/report.ts'
import { custodyNotices } from '../../custodians/notices.ts'
import { remindersOn } from '../../ledger/ledger.ts'
import { liveRecord, liveRecords, usersOf } from '../../ledger/store.ts'
import { type ReportBody, type ReportContext, table } from './report-context.ts'

/** Everything that is not as it should be today, worst first. */
export async function risksReport(context: ReportContext): Promise<ReportBody> {
  const { open, words, today } = context
  const text = words.risks
  // The only one that takes its time: all the rest is of one moment.
  const custody = await custodyRisks(context)
  const all = remindersOn(open.ledger, today)
  const active = all.filter(({ snoozedUntilOn }) => snoozedUntilOn === undefined)
  const snoozed = all.filter(({ snoozedUntilOn }) => snoozedUntilOn !== undefined)
  const danger = active.filter(({ urgency }) => urgency === 'danger')
  const due = active.filter(({ urgency }) => urgency === 'due')
  const hollow = hollowRows(context)
  const channels = deadChannels(context)
  const waived = waivedLines(context)
  return {
    figures: [
      counted(text.figures.danger, danger.length + custody.length, 'danger'),
      counted(text.figures.due, due.length, 'due'),
      counted(text.figures.hollow, hollow.length, 'danger'),
      counted(text.figures.channels, channels.length, 'danger'),
      counted(text.figures.waived, waived.length, 'danger'),
      counted(text.figures.snoozed, snoozed.length, 'due'),
    ],
    tables: [
      table(text.vault, text.vaultColumns, [25, 75], custody, words),
      table(
        text.open,
        text.openColumns,
        [22, 28, 26, 13, 11],
        [...danger, ...due].map((reminder) => reminderRow(context, reminder)),
        words,
      ),
      table(text.hollow, text.hollowColumns, [26, 26, 32, 16], hollow, words),
      table(text.channels, text.channelColumns, [24, 16, 30, 30], channels, words),
      table(text.waived, text.waivedColumns, [14, 14, 30, 30, 12], waived, words),
      table(
        text.snoozed,
        text.snoozedColumns,
        [24, 30, 14, 32],
        snoozed.map(({ kind, title, snoozedUntilOn = '', snoozeReason = '' }) => [
          words.reminder[kind],
          title,
          snoozedUntilOn,
          snoozeReason,
        ]),
        words,
      ),
    ],
  }
}

function reminderRow({ words }: ReportContext, reminder: Reminder): string[] {
  const { kind, title, subject = '', dueOn = '', daysLeft = 0, count } = reminder
  const whole = count === undefined ? words.wholeVault : `${words.wholeVault} (${count})`
  return [
    words.reminder[kind],
    title === '' ? whole : title,
    subject,
    dueOn,
    daysLeft < 0 ? words.days(-daysLeft) : '',
  ]
}

/** What hangs on one person, or on nobody. */
async function custodyRisks({ open, words }: ReportContext): Promise<string[][]> {
  const { vault } = open
  const text = words.risks
  const slots = vault.slots()
  const openers = slots.filter(({ kind, scope }) => kind === 'passphrase' && scope === 'all')
  const isAlone = new Set(openers.map(({ custodianId }) => custodianId)).size < 2
  const kits = slots.filter(({ kind }) => kind === 'recovery-kit')
  const unread = (await custodyNotices(open)).length
  const found: (readonly [string, string])[] = []
  const pair = ([risk = '', meaning = '']: readonly string[]) => [risk, meaning] as const
  if (isAlone) found.push(pair(text.soleCustodian))
  if (kits.length === 0) found.push(pair(text.noKit))
  else if (isAlone && kits.every(({ split }) => split === undefined)) {
    found.push(pair(text.kitOnlyOne))
  }
  if (unread > 0) found.push(text.unread(unread))
  return found.map((row) => [...row])
}

function hollowRows({ open, words, today }: ReportContext): string[][] {
  const { ledger } = open
  return remindersOn(ledger, today).flatMap(({ kind, serviceId }) => {
    if (kind !== 'no-access-provider' && kind !== 'provider-unknown') return []
    const service = liveRecord(ledger, 'service', serviceId)
    if (service === undefined) return []
    const isUnknown = kind === 'provider-unknown'
    return [
      [
        service.data.name,
        service.data.filingNumber ?? '',
        liveRecord(ledger, 'entity', service.data.entityId)?.data.name ?? '',
        isUnknown ? words.risks.hollowUnknown : words.risks.hollowNone,
      ],
    ]
  })
}

/** Channels whose holder is gone: no code arrives where somebody reads it. */
function deadChannels({ open, words, today }: ReportContext): string[][] {
  const { ledger } = open
  return [...liveRecords(ledger, 'channel')].flatMap((channel) => {
    const holder = liveRecord(ledger, 'contact', channel.data.holderId)
    const leftOn = holder?.data.leftOn
    if (holder === undefined || leftOn === undefined || leftOn > today) return []
    const users = usersOf(ledger, channel.id, 'credential').map(({ data }) => data.label)
    return [
      [
        channel.data.value,
        holder.data.name,
        words.risks.holderLeft(leftOn),
        users.join(words.separator),
      ],
    ]
  })
}

/** A handover that was closed with lines open stays a risk of the company. */
function waivedLines({ open }: ReportContext): string[][] {
  return [...liveRecords(open.ledger, 'handover')].flatMap(({ data }) =>
    data.waivers.map(({ title, reason, person }) => [
      data.number,
      data.leaver.name,
      title,
      reason,
      person,
    ]),
  )
}

function counted(label: string, count: number, tone: ReportTone): ReportFigure {
  return { label, value: String(count), tone: count === 0 ? 'good' : tone }
}
