import type { AuditLine } from '../../../shared/views.ts'
import type { AuditText } from '../../i18n/zh/audit.ts'
import type { CommonText } from '../../i18n/zh/common.ts'

type Words = { audit: AuditText; common: CommonText }

/** Facts that say nothing to a person, or that another column says. */
const SILENT_FACTS: ReadonlySet<string> = new Set([
  'slotId',
  'setId',
  'requestId',
  'newEntity',
  'secretTouched',
  'sameValue',
  'retired',
  // Of a cancelled archive: how far it had come.
  'at',
  'lastAt',
  'finding',
  'format',
  // Of a checkpoint: for the standalone verifier.
  'sequence',
  'chain',
  'signature',
  // Which of a person's numbers was copied: the action says so.
  'value',
  // Of an approval: the act itself stands right after it.
  'act',
  'approved',
  'scope',
  'upTo',
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
      case 'report':
        return wordOf(fact.report, value)
      case 'kind':
        return wordOf({ ...common.recordKind, ...common.reminderKind, ...fact.drill }, value)
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
      case 'fromOn':
      case 'toOn':
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
      case 'days':
      case 'shares':
      case 'approver':
      case 'words':
        return fact[key](value)
      case 'role':
        return wordOf(fact.role, value)
      case 'acts':
        return String(value)
          .split(' ')
          .map((act) => wordOf(fact.acts, act))
          .join(fact.and)
      case 'found':
        return String(value)
          .split('+')
          .map((finding) => wordOf(fact.found, finding))
          .join(fact.and)
      case 'result':
      case 'state':
      case 'outcome':
        return wordOf(fact[key], value)
      // Titles and names, as they were then.
      case 'step':
      case 'clock':
      case 'material':
      case 'with':
      case 'fileName':
      case 'holder':
      case 'holders':
      case 'entities':
      case 'person':
      case 'name':
      case 'title':
        return String(value)
      default:
        return `${key} ${value}`
    }
  }
}

/** Known lines with an older page put after them, each once: what was done meanwhile moves the pages. */
export function withOlder(
  known: readonly AuditLine[],
  older: readonly AuditLine[],
): readonly AuditLine[] {
  const earliest = known.at(-1)?.sequence ?? Number.POSITIVE_INFINITY
  return [...known, ...older.filter(({ sequence }) => sequence < earliest)]
}

/** Known lines with the newest page put before them; a gap between them makes a new start. */
export function withNewest(
  known: readonly AuditLine[],
  newest: readonly AuditLine[],
): readonly AuditLine[] {
  const [first] = known
  if (first === undefined) return newest
  const added = newest.filter(({ sequence }) => sequence > first.sequence)
  if (added.length === newest.length) return newest
  return added.length === 0 ? known : [...added, ...known]
}

function wordOf(words: Readonly<Record<string, string>>, value: string | number): string {
  return words[String(value)] ?? String(value)
}
