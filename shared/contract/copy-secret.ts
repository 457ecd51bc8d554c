import { z } from 'zod'

/** What opens another copy of the vault: a passphrase or a kit of the time when it was made. */
export const CopySecret = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), passphrase: z.string().min(1).max(1024) }),
  z.strictObject({ kind: z.literal('recovery-kit'), code: z.string().max(200) }),
  /** Two shares of a split kit. */
  z.strictObject({
    kind: z.literal('recovery-shares'),
    codes: z.tuple([z.string().max(200), z.string().max(200)]),
  }),
])
export type CopySecret = z.infer<typeof CopySecret>
