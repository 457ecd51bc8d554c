import type { Drill } from './records/drill.ts'

/** `partial`: right as far as it went, but fewer shares of a kit than open the vault. */
export type DrillResult = 'passed' | 'partial' | 'failed'

export function drillResult({
  isPassed,
  shares = [],
}: Pick<Drill, 'isPassed' | 'shares'>): DrillResult {
  if (isPassed) return 'passed'
  const isRight = shares.length > 0 && shares.every(({ finding }) => finding === 'right')
  return isRight ? 'partial' : 'failed'
}
