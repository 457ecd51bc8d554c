import { dayOf } from '../../shared/calendar-day.ts'
import type {
  HandoverLine,
  LineCounts,
  LineReason,
  LineReasonCode,
} from '../../shared/handover-view.ts'
import type { Handover, HandoverLineKind, KnownLine } from '../../shared/records/handover.ts'
import { recordTitle } from '../../shared/records/record-title.ts'
import type { OpenVault } from '../session.ts'
import type { SlotSummary } from '../vault/vault.ts'
import { blockerLines, isWaySettled, letInSettled } from './blocker-lines.ts'
import type { Evidence } from './evidence.ts'
import {
  comparePasswordLines,
  compareText,
  credentialOf,
  type LineBase,
  passwordLine,
  passwordLines,
  seenAgain,
} from './password-lines.ts'
import { partsOfKey, settledInLedger } from './settled.ts'

/** What lines are worked out from. */
export type LineSources = { open: OpenVault; evidence: Evidence; now: number }

/**
 * Everything that has to be done because they leave: what was on the list at the start and what has come
 * since, each with its reasons, worked out from the ledger and the trail of today. Passwords by rank, the
 * others by kind.
 */
export function handoverLines(
  { open, evidence, now }: LineSources,
  handover: Handover,
  known: readonly KnownLine[],
): HandoverLine[] {
  const { ledger, vault } = open
  const slots = vault.slots()
  const bases = new Map<string, LineBase>()
  for (const line of blockerLines(ledger, handover, evidence, slots)) bases.set(line.key, line)
  for (const line of passwordLines(ledger, handover, evidence)) bases.set(line.key, line)
  for (const line of known) {
    if (!bases.has(line.key)) bases.set(line.key, knownLine(open, handover, evidence, line))
  }
  const waivers = new Map(handover.waivers.map((waiver) => [waiver.key, waiver]))
  const lines = [...bases.values()].map((base): HandoverLine => {
    const closed = closedLine(open, handover, evidence, base, slots, dayOf(now))
    if (closed.state === 'closed') return closed
    const waiver = waivers.get(base.key)
    if (waiver === undefined) return closed
    const { reason, person, at } = waiver
    return { ...closed, state: 'waived', waiver: { reason, person, at } }
  })
  return lines.sort(compareLines)
}

/** The list as it is kept from the start on. */
export function knownLines(sources: LineSources, handover: Handover): KnownLine[] {
  return handoverLines(sources, handover, []).map(({ key, kind, title }) => ({
    key,
    kind,
    title: title === '' ? kind : title.slice(0, 200),
  }))
}

export function countLines(lines: readonly HandoverLine[]): LineCounts {
  const counts = { open: 0, closed: 0, waived: 0 }
  for (const { state } of lines) counts[state] += 1
  return counts
}

function closedLine(
  { ledger }: OpenVault,
  handover: Handover,
  evidence: Evidence,
  base: LineBase,
  slots: readonly SlotSummary[],
  today: string,
): HandoverLine {
  if (base.kind === 'only-way-in' || base.kind === 'only-kit' || base.kind === 'kit-share') {
    const isSettled = isWaySettled(base.key, handover, slots)
    return isSettled ? { ...base, state: 'closed', closedBy: 'made' } : { ...base, state: 'open' }
  }
  const settled =
    base.kind === 'let-in'
      ? letInSettled(base.key, handover, ledger, evidence, slots)
      : settledInLedger(ledger, handover, base, today)
  const credential = base.kind === 'password' ? credentialOf(ledger, base.recordId) : undefined
  const marked = credential?.data.mustChangeReason !== undefined && { isMarked: true as const }
  if (settled === undefined) {
    return base.closedBy === undefined
      ? { ...base, state: 'open', ...marked }
      : { ...base, state: 'closed' }
  }
  const { way, at } = settled
  if (credential !== undefined && seenAgain(credential, handover, evidence)) {
    return { ...base, state: 'open', isSeenAgain: true, ...marked }
  }
  const isEarly =
    base.kind === 'password' &&
    handover.couldOpenSinceAt !== undefined &&
    (handover.removedAt === undefined || (at ?? 0) < handover.removedAt)
  return {
    ...base,
    state: 'closed',
    closedBy: way,
    ...(at === undefined ? {} : { closedAt: at }),
    ...(isEarly && { isEarly: true }),
  }
}

/** A line that is known from the start only: what it was about is other today. */
function knownLine(
  { ledger }: OpenVault,
  handover: Handover,
  evidence: Evidence,
  { key, kind, title }: KnownLine,
): LineBase {
  const { id, role } = partsOfKey(key)
  const record = id === undefined ? undefined : ledger.records.get(id)
  if (kind === 'password' && record?.kind === 'credential') {
    const line = passwordLine(ledger, record, handover, evidence)
    if (line.reasons.length > 0) return line
    // It was on the list for the channel alone, and that has gone to somebody else.
    return { ...line, rank: 3, reasons: [{ code: 'channel-held' }], closedBy: 'moved' }
  }
  const reasons: LineReason[] = [{ code: REASON_OF[kind] }]
  if (kind === 'responsible' && role !== 'responsible') {
    reasons[0] = { code: role === 'entity' ? 'is-entity-responsible' : 'is-emergency' }
  }
  const isGone =
    id !== undefined && record === undefined && kind !== 'kit-share' && kind !== 'let-in'
  return {
    key,
    kind,
    title: record === undefined ? title : recordTitle(record),
    reasons,
    ...(record === undefined ? {} : { recordId: record.id }),
    ...(kind === 'password' && { rank: 2 as const }),
    ...(isGone && { isGone: true as const }),
  }
}

const REASON_OF: Readonly<Record<HandoverLineKind, LineReasonCode>> = {
  password: 'could-open',
  channel: 'holds',
  responsible: 'is-responsible',
  authorization: 'is-authorized',
  'unknown-password': 'value-unknown',
  paper: 'keeps-paper',
  'only-way-in': 'is-only-opener',
  'only-kit': 'has-only-kit',
  'kit-share': 'holds-kit-share',
  'let-in': 'let-in',
}

const KIND_ORDER = Object.keys(REASON_OF)

function compareLines(a: HandoverLine, b: HandoverLine): number {
  if (a.kind === 'password' || b.kind === 'password') {
    if (a.kind === b.kind) return comparePasswordLines(a, b)
    return a.kind === 'password' ? 1 : -1
  }
  return (
    KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) ||
    compareText(a.subject ?? '', b.subject ?? '') ||
    compareText(a.title, b.title) ||
    compareText(a.key, b.key)
  )
}
