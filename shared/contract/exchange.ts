import { z } from 'zod'
import {
  type ArchiveResult,
  type ForeignLine,
  ForeignPlan,
  type ForeignPreview,
  type ForeignResult,
  type ForeignSource,
  type KdbxCounts,
  type KdbxResult,
  KdbxScope,
  PlacedEntry,
} from '../exchange.ts'
import { call, none } from './call.ts'

const passphrase = z.string().min(1).max(1024)
const reason = z.string().trim().min(1).max(500)

/** Moving in from other password managers, and out of this one. */
export const EXCHANGE_CALLS = {
  /** Opens the system's dialog; undefined: the person cancels. */
  'exchange.choose': call(none)<ForeignSource | undefined>(),
  'exchange.chooseKeyFile': call(none)<{ fileName: string } | undefined>(),
  'exchange.dropKeyFile': call(none)<void>(),
  /** Opens what was chosen. @throws `foreign-key-wrong`, `file-encrypted`, `file-old-format`, `file-unreadable`, … */
  'exchange.open': call(
    z.strictObject({ password: z.string().max(1024).optional() }),
  )<ForeignPreview>(),
  /** Which of them are known accounts, now that they belong elsewhere than was suggested. */
  'exchange.recognise': call(z.strictObject({ entries: z.array(PlacedEntry).max(50_000) }))<
    { index: number; duplicate?: NonNullable<ForeignLine['duplicate']> }[]
  >(),
  'exchange.commit': call(z.strictObject({ plan: ForeignPlan }))<ForeignResult>(),
  /** Ends what is under way; the file stays chosen. */
  'exchange.stop': call(none)<void>(),
  /** The same, and forgets the file. */
  'exchange.cancel': call(none)<void>(),

  'exchange.countKdbx': call(KdbxScope)<KdbxCounts>(),
  /** Writes a KDBX 4 and reads it back. Undefined: the person cancels the dialog. */
  'exchange.exportKdbx': call(z.strictObject({ scope: KdbxScope, passphrase, reason }))<
    KdbxResult | undefined
  >(),
  /** A whole copy of the vault under a passphrase of its own, checked after writing. */
  'exchange.exportArchive': call(z.strictObject({ passphrase, reason }))<
    ArchiveResult | undefined
  >(),
} as const
