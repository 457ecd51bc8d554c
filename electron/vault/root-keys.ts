import { randomBytes } from 'node:crypto'
import { sodium } from './sodium.ts'
import { deriveSubkey } from './subkeys.ts'

/** The two root keys of a generation, 32 bytes each. */
export type Roots = { ledger: Uint8Array; secret: Uint8Array }

/** All keys of one generation, 32 bytes each. The commitments are public: they name the roots in a certificate. */
export type GenerationKeys = {
  roots: Roots
  overview: Uint8Array
  audit: Uint8Array
  head: Uint8Array
  label: Uint8Array
  constants: Uint8Array
  secret: Uint8Array
  manifest: Uint8Array
  ledgerCommitment: Uint8Array
  secretCommitment: Uint8Array
}

export function makeRoots(): Roots {
  return { ledger: new Uint8Array(randomBytes(32)), secret: new Uint8Array(randomBytes(32)) }
}

export function deriveGenerationKeys(roots: Roots): GenerationKeys {
  return {
    roots,
    overview: deriveSubkey(roots.ledger, 'overview'),
    audit: deriveSubkey(roots.ledger, 'audit'),
    head: deriveSubkey(roots.ledger, 'head'),
    label: deriveSubkey(roots.ledger, 'label'),
    constants: deriveSubkey(roots.ledger, 'constants'),
    ledgerCommitment: deriveSubkey(roots.ledger, 'ledgerCommitment'),
    secret: deriveSubkey(roots.secret, 'secret'),
    manifest: deriveSubkey(roots.secret, 'manifest'),
    secretCommitment: deriveSubkey(roots.secret, 'secretCommitment'),
  }
}

/** Overwrites every key with zeros. Copies inside the WebAssembly heap stay until the process ends. */
export function zeroKeys(keys: GenerationKeys): void {
  const { roots, ...subkeys } = keys
  for (const key of [roots.ledger, roots.secret, ...Object.values(subkeys)]) sodium.memzero(key)
}
