import { kitSlotKey, parseRecoveryCode } from './recovery-kit.ts'
import { isSlotKey } from './slot.ts'
import { SLOT_KINDS } from './slot-kinds.ts'
import { readSlots } from './slots.ts'
import { sodium } from './sodium.ts'
import { isSplitKit } from './split-kit.ts'
import type { VaultCore } from './vault-core.ts'

/**
 * Whether a recovery code would open this vault, found out without opening anything.
 *
 * @throws VaultError `wrong-recovery-kit` where a group is mistyped; it says nothing of the kit.
 */
export function isCodeOfKit(core: VaultCore, code: string): boolean {
  const bytes = parseRecoveryCode(code)
  try {
    return readSlots(core).some((slot) => {
      if (slot.kind !== SLOT_KINDS.recoveryKit || isSplitKit(slot.parameters)) return false
      const slotKey = kitSlotKey(core.vaultId, slot.parameters, bytes)
      const isOurs = isSlotKey(core.vaultId, slot, slotKey)
      sodium.memzero(slotKey)
      return isOurs
    })
  } finally {
    sodium.memzero(bytes)
  }
}
