import type { Checked, FieldFinding } from '../finding.ts'
import type { FindingCode } from './finding-codes.ts'

type Facts = NonNullable<FieldFinding['facts']>

/** A finding that can be saved all the same. */
export function warning(code: FindingCode, facts?: Facts): FieldFinding {
  return facts === undefined ? { severity: 'warning', code } : { severity: 'warning', code, facts }
}

/** A finding that forbids saving. */
export function refusal(code: FindingCode, facts?: Facts): FieldFinding {
  return facts === undefined ? { severity: 'refused', code } : { severity: 'refused', code, facts }
}

/** The result of a validator that refuses: no value. */
export function refused(code: FindingCode, facts?: Facts): Checked {
  return { findings: [refusal(code, facts)] }
}
