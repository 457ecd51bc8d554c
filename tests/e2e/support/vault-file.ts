import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { createJoinRequest } from '../../../electron/vault/join-request.ts'
import { createKdfRunner } from '../../../electron/vault/kdf.ts'
import { openVaultFile } from '../../../electron/vault/open.ts'
import { KDF_BOUNDS } from '../../../electron/vault/passphrase.ts'
import type { Roots } from '../../../electron/vault/root-keys.ts'
import {
  type RecordChange,
  type SlotScope,
  Vault,
  type VaultContext,
} from '../../../electron/vault/vault.ts'
import { PASSPHRASE } from './start-page.ts'

/** Known ids of the filing that `writeVault` puts in. */
export const IDS = {
  entity: '10000000000000000000000000000001',
  service: '10000000000000000000000000000002',
  credential: '10000000000000000000000000000003',
}

export const SERVICE_NAME = '蓝鲸示例商城'

/** The stored password of the one credential: so unlike anything else that memory can be searched for it. */
export const CANARY = 'Kq7!zVe-cAnArY-93xW'

/** The lowest cost allowed: a test is not about how long a passphrase takes. */
const LOWEST_COST = { opsLimit: KDF_BOUNDS.minOpsLimit, memLimitBytes: KDF_BOUNDS.minMemLimitBytes }

const DAY_MS = 24 * 60 * 60_000

/** The vault core as it runs in the app, with the real Argon2id at the lowest cost allowed. */
function context(): VaultContext {
  return {
    now: Date.now,
    anchors: { read: () => undefined, write: () => undefined },
    deriveKey: createKdfRunner(new URL('../../../electron/vault/kdf-worker.ts', import.meta.url)),
    who: { host: 'elsewhere', user: userInfo().username, pid: process.pid },
  }
}

/** Writes a vault with one filing and its password, as another machine would have left it. */
export async function writeVault(file: string, more: readonly RecordChange[] = []): Promise<void> {
  const vault = await Vault.create(
    file,
    {
      passphrase: new TextEncoder().encode(PASSPHRASE),
      custodianName: '林晓',
      kdf: LOWEST_COST,
    },
    context(),
  )
  const at = Date.UTC(2026, 0, 5)
  const times = { createdAt: at, updatedAt: at }
  vault.write(
    [
      put(IDS.entity, {
        kind: 'entity',
        data: { name: '蓝鲸示例科技有限公司', nature: 'enterprise', province: '京' },
        ...times,
      }),
      put(IDS.service, {
        kind: 'service',
        data: {
          entityId: IDS.entity,
          kind: 'website',
          name: SERVICE_NAME,
          filingNumber: '京ICP备12345678号-1',
          status: 'active',
          providerIds: [],
        },
        ...times,
      }),
      {
        ...put(IDS.credential, {
          kind: 'credential',
          data: {
            kind: 'filing-password',
            label: '蓝鲸商城备案密码',
            serviceId: IDS.service,
            origin: 'chosen',
            changedOn: '2026-01-05',
            rotationMonths: 6,
            isRetired: false,
          },
          ...times,
        }),
        secret: { value: CANARY, history: [] },
      },
      ...more,
    ],
    [],
  )
  vault.close()
}

/** Changes a vault as a custodian at another machine would: unlocked, written, locked. */
export async function changeVault(
  file: string,
  changes: readonly RecordChange[],
  passphrase = PASSPHRASE,
): Promise<void> {
  const unlock = { kind: 'passphrase', passphrase: new TextEncoder().encode(passphrase) } as const
  const vault = await Vault.open(file, unlock, {}, context())
  vault.write(changes, [])
  vault.close()
}

/** Lets somebody join and open the vault for the first time, as on machines of their own. */
export async function addCustodian(
  file: string,
  name: string,
  passphrase: string,
  scope: SlotScope,
): Promise<void> {
  const bytes = new TextEncoder().encode(passphrase)
  const { deriveKey } = context()
  const given = { name, createdAt: Date.now() }
  const { local, request } = await createJoinRequest(bytes, LOWEST_COST, given, deriveKey)
  await invite(file, request, { custodianName: name, scope, expiresAt: Date.now() + DAY_MS })
  const { token } = await Vault.joinFingerprint(file, local, bytes, context())
  const unlock = { kind: 'join', local, passphrase: bytes, confirmed: token } as const
  const vault = await Vault.open(file, unlock, {}, context())
  vault.close()
}

/** Ends the ways in of somebody and changes all keys, as the day they leave does. */
export async function removeCustodian(file: string, name: string): Promise<void> {
  const unlock = { kind: 'passphrase', passphrase: new TextEncoder().encode(PASSPHRASE) } as const
  const vault = await Vault.open(file, unlock, {}, context())
  await vault.rekey({ keepSlots: (slot) => slot.custodianName !== name, reason: '离任' })
  vault.close()
}

/** Lets who made the request in `keyFile` join, for a time that is over by now. */
export async function inviteTooLate(file: string, keyFile: string): Promise<void> {
  const request = new Uint8Array(readFileSync(keyFile))
  const earlier = { ...context(), now: () => Date.now() - 8 * DAY_MS }
  const given = { custodianName: '周文', scope: 'all', expiresAt: Date.now() - DAY_MS } as const
  await invite(file, request, given, earlier)
}

async function invite(
  file: string,
  request: Uint8Array,
  given: Parameters<Vault['addNextCustodian']>[1],
  at = context(),
): Promise<void> {
  const unlock = { kind: 'passphrase', passphrase: new TextEncoder().encode(PASSPHRASE) } as const
  const vault = await Vault.open(file, unlock, {}, at)
  vault.addNextCustodian(request, given)
  vault.close()
}

/** The root keys of a vault, worked out from the file as its custodian could. */
export async function rootKeysOf(file: string, passphrase = PASSPHRASE): Promise<Roots> {
  const unlock = { kind: 'passphrase', passphrase: new TextEncoder().encode(passphrase) } as const
  const { core } = await openVaultFile(file, unlock, { readOnly: true }, context())
  return core.state.keys.roots
}

function put(id: string, overview: Readonly<Record<string, unknown>>) {
  return { type: 'put', id, overview } as const
}
