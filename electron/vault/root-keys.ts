import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import { sodium } from './sodium.ts'
import { deriveSubkey } from './subkeys.ts'

/** The root keys of a generation, 32 bytes each. A way in with the scope `ledger` gives no secret root. */
export type Roots = { ledger: Uint8Array; secret: Uint8Array | undefined }

/** What the secret root gives, 32 bytes each. */
export type SecretKeys = { secret: Uint8Array; manifest: Uint8Array }

/** All keys of one generation, 32 bytes each. The commitments are public: they name the roots in a certificate. */
export type GenerationKeys = {
  roots: Roots
  overview: Uint8Array
  audit: Uint8Array
  head: Uint8Array
  label: Uint8Array
  constants: Uint8Array
  ledgerCommitment: Uint8Array
  secretCommitment: Uint8Array
  secrets: SecretKeys | undefined
}

export function makeRoots(): { ledger: Uint8Array; secret: Uint8Array } {
  return { ledger: new Uint8Array(randomBytes(32)), secret: new Uint8Array(randomBytes(32)) }
}

export function deriveGenerationKeys(roots: {
  ledger: Uint8Array
  secret: Uint8Array
}): GenerationKeys {
  return {
    ...deriveLedgerKeys(roots.ledger, deriveSubkey(roots.secret, 'secretCommitment')),
    roots,
    secrets: {
      secret: deriveSubkey(roots.secret, 'secret'),
      manifest: deriveSubkey(roots.secret, 'manifest'),
    },
  }
}

/** What the ledger root alone gives; `secretCommitment` is that of the certificate. */
export function deriveLedgerKeys(ledger: Uint8Array, secretCommitment: Uint8Array): GenerationKeys {
  return {
    roots: { ledger, secret: undefined },
    overview: deriveSubkey(ledger, 'overview'),
    audit: deriveSubkey(ledger, 'audit'),
    head: deriveSubkey(ledger, 'head'),
    label: deriveSubkey(ledger, 'label'),
    constants: deriveSubkey(ledger, 'constants'),
    ledgerCommitment: deriveSubkey(ledger, 'ledgerCommitment'),
    secretCommitment: Uint8Array.from(secretCommitment),
    secrets: undefined,
  }
}

/** @throws VaultError `ledger-only` where the way in gave no secret root */
export function secretKeysOf({ secrets }: Pick<GenerationKeys, 'secrets'>): SecretKeys {
  if (secrets === undefined) throw ledgerOnly()
  return secrets
}

export function ledgerOnly(): VaultError {
  return new VaultError('ledger-only', 'this way in opens the ledger only')
}

/** Overwrites every key with zeros. Copies inside the WebAssembly heap stay until the process ends. */
export function zeroKeys(keys: GenerationKeys): void {
  const { roots, secrets, ...subkeys } = keys
  const all = [
    ...Object.values(subkeys),
    roots.ledger,
    roots.secret,
    ...Object.values(secrets ?? {}),
  ]
  for (const key of all) if (key !== undefined) sodium.memzero(key)
}
