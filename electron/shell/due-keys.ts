import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { CalendarDayField } from '../../shared/records/fields.ts'
import { jsonFile } from './json-file.ts'

const VAULT_ID = /^[0-9a-f]{32}$/

const KeptKey = z.strictObject({
  vaultId: z.string().regex(VAULT_ID),
  /** The vault, absolute. */
  path: z.string().min(1).max(4096),
  slotId: z.string().regex(VAULT_ID),
  /** Unix ms. */
  expiresAt: z.int(),
  /** The slot's key of 32 bytes, sealed by the system's keychain, base64; absent once the time is over. */
  sealedKey: z.base64().optional(),
  /** On which days it was looked into since the trail was told. */
  looks: z
    .strictObject({ dayCount: z.int(), firstOn: CalendarDayField, lastOn: CalendarDayField })
    .optional(),
  /** The person was told that a closed window goes on in the tray. */
  isTrayTold: z.boolean().optional(),
})

/** What this machine keeps of one vault of which the tray shows what is due. */
export type KeptKey = z.infer<typeof KeptKey>

export type DueKeys = {
  all(): KeptKey[]
  keep(key: KeptKey): void
  forget(vaultId: string): void
}

/** The folder `due-list` among the app's own files: one small file a vault, gone when it is switched off. */
export function openDueKeys(dataFolder: string): DueKeys {
  const folder = path.join(dataFolder, 'due-list')
  const fileOf = (vaultId: string) => path.join(folder, `${vaultId}.json`)
  const read = (vaultId: string) =>
    jsonFile<KeptKey | null>(fileOf(vaultId), KeptKey.nullable(), null).read()

  const known = new Map<string, KeptKey>()
  for (const name of namesIn(folder)) {
    const vaultId = name.replace(/\.json$/, '')
    const key = name.endsWith('.json') && VAULT_ID.test(vaultId) ? read(vaultId) : null
    if (key?.vaultId === vaultId) known.set(vaultId, key)
  }

  return {
    all: () => [...known.values()],
    keep(key) {
      const kept = KeptKey.parse(key)
      jsonFile<KeptKey | null>(fileOf(kept.vaultId), KeptKey.nullable(), null).write(kept)
      known.set(kept.vaultId, kept)
    },
    forget(vaultId) {
      if (!known.delete(vaultId)) return
      rmSync(fileOf(vaultId), { force: true })
    },
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
