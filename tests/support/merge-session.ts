import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { JsonObject, RecordChange, Vault } from '../../electron/vault/vault.ts'
import type { MergeLine } from '../../shared/merge-view.ts'
import { openBackupSession } from './backup-session.ts'
import { NOW } from './ledger-session.ts'
import { entry, openVault, PASSPHRASE, randomId, testContext } from './vault.ts'

type Put = Extract<RecordChange, { type: 'put' }>

/** A record as its form would write it. */
export function put(
  kind: string,
  data: JsonObject,
  { id = randomId(), secret, at = NOW }: { id?: string; secret?: JsonObject; at?: number } = {},
): Put {
  const overview = { kind, data, createdAt: NOW, updatedAt: at }
  return { type: 'put', id, overview, ...(secret === undefined ? {} : { secret }) }
}

export const entity = (name: string, id?: string, more: JsonObject = {}) =>
  put('entity', { name, nature: 'enterprise', ...more }, id === undefined ? {} : { id })

export const CREDENTIAL_DATA = {
  kind: 'filing-password',
  label: '备案密码',
  origin: 'generated',
  changedOn: '2026-01-05',
  rotationMonths: 6,
  isRetired: false,
}

export const credential = (value: string, id?: string, more: JsonObject = {}) =>
  put(
    'credential',
    { ...CREDENTIAL_DATA, ...more },
    { ...(id === undefined ? {} : { id }), secret: { value, history: [] } },
  )

/** How one copy is changed: records, entries, or whatever else a custodian does. */
export type Change = (vault: Vault) => void | Promise<void>

export const COPY_NAME = '备案 (林的电脑的冲突副本 2026-11-22).beian'

/**
 * A vault with `common` records, copied as a sync service would; then both copies are changed by themselves.
 * The session has the one, the other lies beside it.
 */
export async function changedApart(common: readonly RecordChange[], here: Change, there: Change) {
  const first = await openBackupSession()
  const { session } = first
  session.open().vault.write(common, [entry('test.begun')])
  const copy = join(dirname(first.path), COPY_NAME)
  copyFileSync(first.path, copy)
  let later = first.clock.now + 60_000
  const other = await openVault(copy, testContext({ now: () => later++ }))
  await there(other)
  other.close()
  first.clock.now += 120_000
  await here(session.open().vault)
  return { ...first, copy, unlocked: await reopened(first) }
}

/** The ledger is built at unlock: what was written past it is only then known. */
async function reopened(first: Awaited<ReturnType<typeof openBackupSession>>) {
  const { startSession } = await import('./backup-session.ts')
  first.session.close()
  const vault = await openVault(first.path, first.context)
  return startSession(vault, first.context, first)
}

export const WITH_PASSPHRASE = { kind: 'passphrase', passphrase: PASSPHRASE } as const

/** What a line says, in one word each: title, standing, what each side did. */
export function told(lines: readonly MergeLine[]): string[] {
  return lines.map(({ title, standing, reason, here, there }) =>
    [title, standing, here, there, reason].filter((part) => part !== undefined).join(' '),
  )
}
