import { VaultError } from '../../shared/errors.ts'
import { checkWords } from './check-words.ts'
import { addOwnPassphrase, changePassphrase, replacePassphrase } from './custody.ts'
import { addKeychainSlot } from './keychain-slot.ts'
import { confirmKit, confirmSplit, type PendingKit, prepareKit } from './kits.ts'
import { createBreath } from './long-work.ts'
import { addNextCustodian, type NextCustodian, vaultWords } from './next-custodian.ts'
import type { KdfCost } from './passphrase.ts'
import { ReadableVault } from './readable-vault.ts'
import { type Rekey, startGeneration } from './rekey.ts'
import { removeSlots } from './roster.ts'
import { approveStatement, isStatementSigned, type Signature, signStatement } from './signing.ts'
import type { SlotUnlock } from './slot-finding.ts'
import { sodium } from './sodium.ts'
import {
  makeSplitKit,
  type PendingSplitKit,
  type RetypedShare,
  type SplitKitPlan,
  type SplitKitSheet,
  setIdOf,
} from './split-kit.ts'

/** Who may come in, how, and what they sign: the ways into an open vault. */
export class CustodyVault extends ReadableVault {
  #kit: PendingKit | undefined
  #split: PendingSplitKit | undefined

  /**
   * Changes the passphrase, its cost, or both. A cost that is still to be found is only asked for once
   * `current` was found right.
   *
   * @throws VaultError `wrong-passphrase`, `kdf-parameters-refused`
   */
  async changePassphrase(
    current: Uint8Array,
    next: Uint8Array,
    kdf: KdfCost | (() => Promise<KdfCost>),
  ): Promise<void> {
    const cost = typeof kdf === 'function' ? kdf : () => Promise.resolve(kdf)
    await changePassphrase(this.ownWritable(), current, next, cost)
  }

  /**
   * Sets a new passphrase for who came in by their own recovery kit.
   *
   * @throws VaultError `refused`, `kdf-parameters-refused`
   */
  async replacePassphrase(next: Uint8Array, kdf: KdfCost): Promise<void> {
    await replacePassphrase(this.writable(), next, kdf)
  }

  /**
   * A passphrase slot for who came in by a split kit: the kit belongs to nobody, they become a custodian.
   *
   * @throws VaultError `refused` unless the vault was opened by shares, `kdf-parameters-refused`, `slots-full`
   */
  async addOwnPassphrase(
    next: Uint8Array,
    kdf: KdfCost,
    custodianName: string,
  ): Promise<{ slotId: string; custodianId: string }> {
    return addOwnPassphrase(this.writable(), next, kdf, custodianName)
  }

  /** Makes a recovery code and keeps it in memory. It opens nothing until it is confirmed. */
  prepareRecoveryKit(): { code: string; words: string[]; vaultIdHex: string; revision: number } {
    const core = this.writable()
    this.#forgetKit()
    this.#kit = prepareKit()
    const { vaultIdHex, state } = core
    return {
      code: this.#kit.groups.join('-'),
      words: checkWords(core),
      vaultIdHex,
      revision: state.revision,
    }
  }

  /**
   * Puts the prepared kit into force, in the place of an older one.
   *
   * @param groups - at least two, as retyped from paper; `index` from 0.
   * @throws VaultError `kit-mismatch`: retyped wrong, or nothing prepared; the kit stays prepared.
   */
  confirmRecoveryKit(groups: readonly { index: number; text: string }[]): void {
    const core = this.writable()
    if (this.#kit === undefined) throw new VaultError('kit-mismatch', 'no kit was prepared')
    confirmKit(core, this.#kit, groups)
    this.#forgetKit()
  }

  /**
   * Makes a kit of two or three shares, any two of which open the vault, and keeps it in memory. It opens
   * nothing until it is confirmed.
   *
   * @throws VaultError `invalid-value`
   */
  prepareSplitKit(plan: SplitKitPlan): SplitKitSheet {
    const core = this.writable()
    this.#forgetSplit()
    this.#split = makeSplitKit(core.vaultId, plan)
    const { shares, parameters } = this.#split
    return {
      shares: shares.map(({ holder, groups }) => ({ holder, code: groups.join('-') })),
      setId: setIdOf(parameters),
      words: checkWords(core),
      vaultIdHex: core.vaultIdHex,
      revision: core.state.revision,
    }
  }

  /**
   * Puts the prepared split kit into force, in the place of an older one.
   *
   * @param retyped - of every share at least two groups, as retyped from paper.
   * @throws VaultError `kit-mismatch` with fact `share` (from 1); the kit stays prepared.
   */
  confirmSplitKit(retyped: readonly RetypedShare[]): void {
    const core = this.writable()
    if (this.#split === undefined) throw new VaultError('kit-mismatch', 'no kit was prepared')
    confirmSplit(core, this.#split, retyped)
    this.#forgetSplit()
  }

  /**
   * Seals the vault to the key of somebody who joins. Their first opening turns the slot into a passphrase
   * slot of their own.
   *
   * @param request - as `parseJoinRequest` takes it; its fingerprint was compared.
   * @returns also the words that the joiner compares before their first opening.
   * @throws VaultError `join-request-unreadable`, `slots-full`, `ledger-only`
   */
  addNextCustodian(
    request: Uint8Array,
    given: NextCustodian,
  ): { slotId: string; custodianId: string; vaultWords: string[] } {
    return addNextCustodian(this.writable(), request, given)
  }

  /**
   * Six words for a vault and the certificate that let a joiner in, the same as `Vault.joinFingerprint` gives
   * on the joiner's machine.
   *
   * @param slotId - the slot of the joiner, as `slots` tells it; without it those of the newest certificate.
   * @throws VaultError `record-not-found` where there is no such slot
   */
  vaultFingerprint(slotId?: string): string[] {
    return vaultWords(this.readable(), slotId)
  }

  /**
   * A way in for this machine's keychain that opens the ledger only, in the place of an older one with the
   * same label.
   *
   * @param given - the machine's name, and until when, Unix ms.
   * @returns 32 bytes for the keychain, to be zeroed by the caller.
   */
  addKeychainSlot(given: { label: string; expiresAt: number }): {
    slotId: string
    slotKey: Uint8Array
  } {
    return addKeychainSlot(this.writable(), given)
  }

  /**
   * Takes slots of keychains and joiners away, without new keys: who leaves is removed by `rekey`.
   *
   * @throws VaultError `refused` for a slot of another kind, `record-not-found`
   */
  removeSlots(slotIds: readonly string[], reason: string): void {
    removeSlots(this.writable(), slotIds, reason)
  }

  /**
   * Starts a new generation for the slots that stay. Expired ones of joiners and keychains never do.
   *
   * @throws VaultError `refused`, `cancelled`, `disk-full`; the old generation is then as before.
   */
  async rekey(rekey: Rekey): Promise<void> {
    const core = this.writable()
    await startGeneration(core, rekey, createBreath(core))
  }

  /**
   * Another custodian, at this machine, signs a statement with their own key.
   *
   * @throws VaultError `wrong-passphrase`, `refused` with fact `reason` = `own-passphrase`, `ledger-only` for
   * an auditor, `kdf-parameters-refused`
   */
  async approve(
    unlock: Extract<SlotUnlock, { kind: 'passphrase' }>,
    statement: Uint8Array,
  ): Promise<Signature> {
    return approveStatement(this.readable(), unlock, statement)
  }

  /** Signs a statement with our own key. @throws VaultError `ledger-only` */
  sign(statement: Uint8Array): Signature {
    return signStatement(this.readable(), statement)
  }

  /** Whether a custodian whom that certificate of this vault names signed this very statement. */
  verifySignature(statement: Uint8Array, signature: Signature): boolean {
    return isStatementSigned(this.readable(), statement, signature)
  }

  override close(): void {
    this.#forgetKit()
    this.#forgetSplit()
    super.close()
  }

  #forgetKit(): void {
    if (this.#kit !== undefined) sodium.memzero(this.#kit.code)
    this.#kit = undefined
  }

  #forgetSplit(): void {
    if (this.#split !== undefined) sodium.memzero(this.#split.code)
    this.#split = undefined
  }
}
