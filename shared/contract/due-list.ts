import { z } from 'zod'
import type { DueListKeeping } from '../due-list.ts'
import { RecordId } from '../records/fields.ts'
import { call, none } from './call.ts'

/** What is due, shown in the tray at login without the passphrase (the OS keychain's way in). */
export const DUE_LIST_CALLS = {
  'dueList.state': call(none)<DueListKeeping>(),
  /**
   * Adds the keychain's way in for so many days, in the place of an older one of this machine.
   *
   * @throws `wrong-passphrase`, `keychain-missing`, `refused`
   */
  'dueList.switchOn': call(
    z.strictObject({
      passphrase: z.string().min(1).max(1024),
      days: z.union([z.literal(30), z.literal(90), z.literal(180)]),
    }),
  )<DueListKeeping>(),
  /** Takes the key off this machine and the way in out of the vault. */
  'dueList.switchOff': call(none)<DueListKeeping>(),
  /** Takes the way in of another machine's keychain out of the vault, such as one that was lost. */
  'dueList.remove': call(z.strictObject({ slotId: RecordId }))<DueListKeeping>(),
} as const
