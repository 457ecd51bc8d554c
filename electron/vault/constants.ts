import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import { concat } from './bytes.ts'
import type { GenerationKeys } from './root-keys.ts'
import { open, type Place, seal } from './seal.ts'
import type { Constants } from './vault-core.ts'

export function makeConstants(): Constants {
  return {
    anchorKey: new Uint8Array(randomBytes(32)),
    auditChainKey: new Uint8Array(randomBytes(32)),
  }
}

export function sealConstants(
  vaultId: Uint8Array,
  generation: number,
  keys: GenerationKeys,
  constants: Constants,
): Uint8Array {
  const plaintext = concat(constants.anchorKey, constants.auditChainKey)
  return seal(keys.constants, constantsPlace(vaultId, generation), plaintext)
}

/** @throws VaultError `vault-damaged` */
export function openConstants(
  vaultId: Uint8Array,
  generation: number,
  keys: GenerationKeys,
  sealed: Uint8Array,
): Constants {
  const plaintext = open(keys.constants, constantsPlace(vaultId, generation), sealed)
  if (plaintext.length !== 64) throw new VaultError('vault-damaged', 'the constants are cut short')
  return { anchorKey: plaintext.slice(0, 32), auditChainKey: plaintext.slice(32) }
}

function constantsPlace(vaultId: Uint8Array, generation: number): Place {
  return { vaultId, table: 'vault', part: 1, row: new Uint8Array(16), generation, revision: 0 }
}
