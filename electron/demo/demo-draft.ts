import { addDays } from '../../shared/calendar-day.ts'
import type { ContactSecret } from '../../shared/records/contact.ts'
import type { Credential, CredentialSecret } from '../../shared/records/credential.ts'
import type { RecordData, RecordKind } from '../../shared/records/record.ts'
import type { RecordId } from '../vault/vault.ts'

/** Days and months from the day the demo is opened, so that something is always due. */
export type Clock = { days(count: number): string; months(count: number): string; at: number }

type Secret = CredentialSecret | ContactSecret
/** Adds a record to the demo. */
export type Add = <K extends RecordKind>(kind: K, data: RecordData<K>, secret?: Secret) => RecordId

/** The providers that the filings share. */
export type Firms = { cloud: RecordId; hosting: RecordId; registrar: RecordId; beijing: RecordId }

export const DAY_MS = 86_400_000

/** A credential of the usual period, in use. */
export function credential(
  kind: Credential['kind'],
  label: string,
  origin: Credential['origin'],
  changedOn: string | undefined,
): Credential {
  const common = { kind, label, origin, rotationMonths: 3, isRetired: false }
  return changedOn === undefined ? common : { ...common, changedOn }
}

/** A stored value, with past ones. */
export function stored(value: string, history: CredentialSecret['history'] = []): CredentialSecret {
  return { value, history }
}

/** A day `months` away and then `days`: for what falls due in a few days. */
export function addMonthsAndDays({ months }: Clock, monthCount: number, dayCount: number): string {
  return addDays(months(monthCount), dayCount)
}
