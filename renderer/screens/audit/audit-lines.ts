import type { AuditLine } from '../../../shared/views.ts'
import { type AuditActionText, auditActionWords } from '../../i18n/audit-words.ts'
import type { AuditText } from '../../i18n/zh/audit.ts'
import type { CommonText } from '../../i18n/zh/common.ts'

export const AUDIT_GROUPS = ['vault', 'secret', 'record', 'file', 'slot', 'audit'] as const
export type AuditGroup = (typeof AUDIT_GROUPS)[number]

export type AuditFilter = { group?: AuditGroup; text: string }

type Words = { audit: AuditText; common: CommonText; auditActions: AuditActionText }

/** The group an action is told under; an action nobody knows yet goes with the changes. */
export function groupOf(action: string): AuditGroup {
  if (/^credential\.(reveal|copy)|^contact\.reveal|^case\.copy/.test(action)) return 'secret'
  if (/^(slot|kit)\./.test(action)) return 'slot'
  if (/^vault\.rekeyed/.test(action)) return 'slot'
  if (/^vault\./.test(action)) return 'vault'
  if (/^audit\./.test(action)) return 'audit'
  if (/^ledger\.|^demo\./.test(action)) return 'file'
  return 'record'
}

/** Facts that say nothing to a person, or that another column says. */
const SILENT_FACTS: ReadonlySet<string> = new Set([
  'slotId',
  'newEntity',
  'secretTouched',
  'lastAt',
  'finding',
  'format',
  // Of a checkpoint: for the standalone verifier.
  'sequence',
  'chain',
  'signature',
  // Which of a person's numbers was copied: the action says so.
  'value',
])

/** The details of an entry in words; a fact without words is shown as it is. */
export function detailWords(facts: AuditLine['facts'], { audit, common }: Words): string {
  if (facts === undefined) return ''
  const said: string[] = []
  for (const [key, value] of Object.entries(facts)) {
    if (SILENT_FACTS.has(key) || value === '' || value === 'none') continue
    const words = factWords(key, value)
    if (words !== undefined) said.push(words)
  }
  return said.join(' · ')

  function factWords(key: string, value: string | number): string | undefined {
    const { fact } = audit
    switch (key) {
      case 'by':
        return wordOf(fact.by, value)
      case 'kind':
        return wordOf({ ...common.recordKind, ...common.reminderKind }, value)
      case 'origin':
        return wordOf(common.credentialOrigin, value)
      case 'reason':
        return fact.reason(wordOf(common.mustChangeReason, value))
      case 'count':
      case 'rows':
      case 'records':
      case 'created':
      case 'updated':
      case 'skipped':
      case 'passwords':
      case 'untilOn':
      case 'changedOn':
      case 'generation':
      case 'memLimitMiB':
      case 'opsLimit':
      case 'guide':
      case 'purpose':
      case 'recipient':
      case 'on':
      case 'year':
      case 'case':
        return fact[key](value)
      case 'state':
      case 'outcome':
        return wordOf(fact[key], value)
      // Titles and names, as they were then.
      case 'step':
      case 'clock':
      case 'material':
      case 'with':
      case 'fileName':
        return String(value)
      default:
        return `${key} ${value}`
    }
  }
}

/** Lines of the group that hold every typed word in what is shown of them. */
export function shownLines(
  lines: readonly AuditLine[],
  { group, text }: AuditFilter,
  words: Words,
): AuditLine[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean)
  return lines.filter((line) => {
    if (group !== undefined && groupOf(line.action) !== group) return false
    if (wanted.length === 0) return true
    const action = auditActionWords(words.auditActions, line.action)
    const details = detailWords(line.facts, words)
    const all = `${action} ${line.title ?? ''} ${line.custodianName} ${details}`.toLowerCase()
    return wanted.every((word) => all.includes(word))
  })
}

/** Known lines with the newest page put before them; a gap between them makes a new start. */
export function withNewest(
  known: readonly AuditLine[],
  newest: readonly AuditLine[],
): readonly AuditLine[] {
  const [first] = known
  const last = newest.at(-1)
  if (first === undefined || last === undefined) return newest
  if (last.sequence > first.sequence + 1) return newest
  const added = newest.filter(({ sequence }) => sequence > first.sequence)
  return added.length === 0 ? known : [...added, ...known]
}

function wordOf(words: Readonly<Record<string, string>>, value: string | number): string {
  return words[String(value)] ?? String(value)
}
