import type { FindingCode } from '../../shared/field/finding-codes.ts'
import type { FieldFinding } from '../../shared/finding.ts'

export type FindingFacts = Readonly<Record<string, string | number>>

/** Words for each finding code; `facts` are the finding's. */
export type FindingText = Readonly<Record<FindingCode, (facts: FindingFacts) => string>>

/** What `finding` says, in words. A code without words is shown as it is, so that nothing is hidden. */
export function findingWords(text: FindingText, finding: FieldFinding): string {
  const words: Readonly<Record<string, (facts: FindingFacts) => string>> = text
  return words[finding.code]?.(finding.facts ?? {}) ?? finding.code
}
