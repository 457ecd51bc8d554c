import { z } from 'zod'

/** Settings of this machine, outside any vault. Nothing secret; read before the vault is open. */
export const Preferences = z.strictObject({
  language: z.enum(['zh-CN', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  idleLockMinutes: z.union([
    z.literal(1),
    z.literal(2),
    z.literal(5),
    z.literal(10),
    z.literal(15),
    z.literal(30),
  ]),
  clipboardClearSeconds: z.union([z.literal(10), z.literal(20), z.literal(30), z.literal(60)]),
  isContentProtected: z.boolean(),
  isNotificationOn: z.boolean(),
})
export type Preferences = z.infer<typeof Preferences>

export const DEFAULT_PREFERENCES: Preferences = {
  language: 'zh-CN',
  theme: 'system',
  idleLockMinutes: 5,
  clipboardClearSeconds: 30,
  isContentProtected: true,
  isNotificationOn: true,
}
