import type { FieldFinding } from '../../shared/finding.ts'

export type FindingFacts = Readonly<Record<string, string | number>>

/** Words for each finding code. A code without words is shown as it is, so that nothing is hidden. */
export type FindingText = Readonly<Record<string, (facts: FindingFacts) => string>>

/** What `finding` says, in words. */
export function findingWords(text: FindingText, finding: FieldFinding): string {
  return text[finding.code]?.(finding.facts ?? {}) ?? finding.code
}
