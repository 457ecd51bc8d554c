import { dayOf } from '../../../shared/calendar-day.ts'
import { custodianNames } from '../../custodian-names.ts'
import { custodiansView } from '../../custodians/people.ts'
import type { SlotSummary } from '../../vault/vault.ts'
import { minuteOf, type ReportBody, type ReportContext, table } from './report-context.ts'

/** Who can open what, and what they did in the period. */
export function custodiansReport(context: ReportContext): ReportBody {
  const { open, words, now } = context
  const text = words.custodians
  const { custodians } = custodiansView(open, now)
  const slots = open.vault.slots()
  const present = custodians.filter(({ leftOn }) => leftOn === undefined)
  const openers = slots.filter(({ kind, scope }) => kind === 'passphrase' && scope === 'all')
  const full = new Set(openers.map(({ custodianId }) => custodianId)).size
  const kits = slots.filter(({ kind }) => kind === 'recovery-kit').length
  return {
    figures: [
      { label: text.figures.present, value: String(present.length) },
      { label: text.figures.full, value: String(full), tone: full < 2 ? 'danger' : 'good' },
      { label: text.figures.kits, value: String(kits), tone: kits === 0 ? 'danger' : 'good' },
      { label: text.figures.left, value: String(custodians.length - present.length) },
    ],
    tables: [
      table(
        text.people,
        text.peopleColumns,
        [16, 12, 17, 12, 13, 13, 22],
        custodians.map(({ custodianId, name, role, post, staffNumber, joinedOn, leftOn }) => [
          name === '' ? text.unnamed : name,
          text.role[role],
          post ?? '',
          staffNumber ?? '',
          joinedOn ?? '',
          leftOn ?? '',
          slots
            .filter((slot) => slot.custodianId === custodianId)
            .map(({ kind }) => text.way[kind] ?? kind)
            .join(words.separator),
        ]),
        words,
      ),
      table(
        text.activity,
        text.activityColumns,
        [20, 10, 12, 16, 14, 10, 22],
        activity(context),
        words,
      ),
      table(
        text.ways,
        text.wayColumns,
        [30, 20, 18, 18, 18],
        slots.map((slot) => wayRow(context, slot)),
        words,
      ),
    ],
  }
}

function wayRow({ words }: ReportContext, slot: SlotSummary): string[] {
  const text = words.custodians
  const { kind, custodianName, scope, createdAt, expiresAt, split } = slot
  return [
    split === undefined
      ? (text.way[kind] ?? kind)
      : text.split(split.threshold, split.shares, split.holders.join(words.separator)),
    split === undefined ? custodianName : '',
    text.scope[scope] ?? scope,
    createdAt === 0 ? '' : dayOf(createdAt),
    expiresAt === undefined ? '' : dayOf(expiresAt),
  ]
}

type Tally = {
  unlocks: number
  kits: number
  secrets: number
  out: number
  changes: number
  last: number
}

/** What each did, by the evidence of the trail. */
function activity({ open, index, words, choice }: ReportContext): string[][] {
  const tallies = new Map<string, Tally>()
  index.each(choice.fromOn, choice.toOn, (entry) => {
    const tally = tallies.get(entry.custodianId) ?? {
      unlocks: 0,
      kits: 0,
      secrets: 0,
      out: 0,
      changes: 0,
      last: 0,
    }
    tallies.set(entry.custodianId, tally)
    const { action, group, at } = entry
    if (action === 'vault.unlocked') tally.unlocks += 1
    if (action === 'vault.unlocked' && entry.tone === 'danger') tally.kits += 1
    if (group === 'secret') tally.secrets += 1
    else if (entry.tone === 'leaving') tally.out += 1
    else if (group === 'record') tally.changes += 1
    tally.last = Math.max(tally.last, at)
  })
  const nameOf = custodianNames(open)
  return [...tallies]
    .sort(([, a], [, b]) => b.last - a.last)
    .map(([custodianId, { unlocks, kits, secrets, out, changes, last }]) => [
      nameOf(custodianId) || words.custodians.unnamed,
      ...[unlocks, kits, secrets, out, changes].map(String),
      minuteOf(last),
    ])
}
