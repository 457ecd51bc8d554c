import type { LedgerRow } from '../../shared/ledger-row.ts'
import type { CredentialKind } from '../../shared/records/credential.ts'

type Belonging = {
  kind?: CredentialKind | undefined
  serviceId?: string | undefined
  entityId?: string | undefined
}

/** The name a credential gets until the person writes one: what it belongs to and what it is. */
export function credentialLabel(
  { kind, serviceId, entityId }: Belonging,
  rows: ReadonlyMap<string, Pick<LedgerRow, 'name'>>,
  kindNames: Readonly<Record<CredentialKind, string>>,
): string {
  const owner = rows.get(serviceId ?? entityId ?? '')?.name
  const words = [owner, kind === undefined ? undefined : kindNames[kind]]
  return words.filter((word) => word !== undefined).join(' ')
}
