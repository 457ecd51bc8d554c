import type { OpenVault } from './session.ts'

/** Says who a custodian of the trail is. */
export type NameOf = (custodianId: string) => string

/**
 * Names of custodians by their id: of those who have a way in, and of those who left, as far as the ledger knows
 * them. Empty for others.
 */
export function custodianNames({ vault, ledger }: OpenVault): NameOf {
  const names = new Map<string, string>()
  // Those in the trash too: the trail tells of the past.
  for (const { data } of ledger.kinds.custodian) names.set(data.custodianId, data.name)
  for (const { custodianId, custodianName } of vault.slots()) {
    if (custodianName !== '') names.set(custodianId, custodianName)
  }
  names.set(vault.custodianId, vault.custodianName)
  return (custodianId) => names.get(custodianId) ?? ''
}
