import { VaultError } from '../shared/errors.ts'
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

/**
 * Lets a name pass that no custodian bears, nor bore: who comes in by shares of a kit is known to nobody here, and
 * must not be taken for somebody whom signatures and the trail name already.
 *
 * @throws VaultError `invalid-value`
 */
export function requireNewName(open: OpenVault, name: string): void {
  requireUnlike(name, [
    ...[...open.ledger.kinds.custodian].map(({ data }) => data.name),
    ...present(open),
  ])
}

/**
 * Lets a name pass that nobody bears who can open the vault: two of one name could not be told apart where they sign
 * and approve. Who left may come back under theirs.
 *
 * @throws VaultError `invalid-value`
 */
export function requireNameOfNobodyHere(open: OpenVault, name: string): void {
  requireUnlike(name, present(open))
}

/** Who is only invited bears no name yet: the same request may be let in again. */
function present({ vault }: OpenVault): string[] {
  const slots = vault.slots().filter(({ kind }) => kind !== 'next-custodian')
  return slots.map(({ custodianName }) => custodianName)
}

function requireUnlike(name: string, known: readonly string[]): void {
  if (UNSEEN.test(name)) {
    throw new VaultError('invalid-value', 'the name has characters that cannot be seen', {
      facts: { field: 'name', code: 'custodian-name-unseen' },
    })
  }
  const taken = known.find((one) => folded(one) === folded(name))
  if (taken === undefined) return
  throw new VaultError('invalid-value', 'another custodian bears this name', {
    facts: { field: 'name', code: 'custodian-name-taken', name: taken },
  })
}

/** What has no width, or turns the direction of what is read: with it two names look the same. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u
const BLANKS = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/** As a reader takes it: without spaces, widths and cases. */
function folded(name: string): string {
  return name.normalize('NFKC').replace(BLANKS, '').toLowerCase()
}
