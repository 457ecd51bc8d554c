import type { CalendarDay } from './calendar-day.ts'
import { addMonths } from './calendar-day.ts'
import type { CredentialState } from './credential-state.ts'
import type { Credential } from './records/credential.ts'

/** The longest a value may stay, whatever period the user chose. */
export const ROTATION_LIMIT_MONTHS = 6
/** The period of a new credential. */
export const DEFAULT_ROTATION_MONTHS = 3
/** So many days before the window opens it is called soon. */
export const ROTATION_SOON_DAYS = 14

/** Where a credential stands, worked out from its data and the day; never stored. */
export type Rotation = {
  state: CredentialState
  /** The day the window opens; for *issued* the day the value came to us. */
  dueOn?: CalendarDay
  /** The last day in the window; overdue from the next day on. */
  overdueOn?: CalendarDay
}

type RotationFacts = Pick<
  Credential,
  | 'kind'
  | 'origin'
  | 'changedOn'
  | 'obtainedOn'
  | 'rotationMonths'
  | 'mustChangeReason'
  | 'isRetired'
>

/** Kinds that are not changed by the calendar: a TOTP seed, and codes that work once. */
const WITHOUT_ROTATION: readonly Credential['kind'][] = ['totp', 'authorization-code']

/**
 * The state of a credential on `today`.
 *
 * The window opens `rotationMonths` (3–6) after the value was set and closes six months
 * after it. Snoozing hides a reminder but never changes the state.
 *
 * @param hasSecret - Whether a value is stored at all.
 */
export function rotationOf(
  credential: RotationFacts,
  hasSecret: boolean,
  today: CalendarDay,
): Rotation {
  if (credential.isRetired) return { state: 'retired' }
  if (mustChange(credential)) {
    const since = credential.changedOn ?? credential.obtainedOn
    return since === undefined ? { state: 'issued' } : { state: 'issued', dueOn: since }
  }
  if (!hasSecret) return { state: 'unknown' }
  if (WITHOUT_ROTATION.includes(credential.kind)) return { state: 'current' }
  if (credential.changedOn === undefined) return { state: 'unknown' }
  const dueOn = monthsAfter(credential.changedOn, credential.rotationMonths)
  const overdueOn = monthsAfter(credential.changedOn, ROTATION_LIMIT_MONTHS)
  if (today > overdueOn) return { state: 'overdue', dueOn, overdueOn }
  return { state: today >= dueOn ? 'due' : 'current', dueOn, overdueOn }
}

/** Whether the present value must be replaced at once. */
export function mustChange(credential: Pick<Credential, 'origin' | 'mustChangeReason'>): boolean {
  return (
    credential.mustChangeReason !== undefined ||
    credential.origin === 'issued' ||
    credential.origin === 'temporary'
  )
}

/** Days repeat among ten thousand credentials; building a Date for each costs more than looking. */
const remembered = new Map<number, Map<CalendarDay, CalendarDay>>()

function monthsAfter(day: CalendarDay, months: number): CalendarDay {
  let known = remembered.get(months)
  if (known === undefined || known.size > 5_000) {
    known = new Map()
    remembered.set(months, known)
  }
  let result = known.get(day)
  if (result === undefined) {
    result = addMonths(day, months)
    known.set(day, result)
  }
  return result
}
