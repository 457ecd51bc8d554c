import type { RecordChange } from '../../../electron/vault/vault.ts'
import { addCustodian, IDS, writeVault } from './vault-file.ts'

/** Who leaves, with a passphrase of their own. */
export const LEAVER = '周离任'
export const LEAVER_PASSPHRASE = '秋天离开 九只木船 quiet harbor 58'
export const LABELS = ['蓝鲸商城备案密码', '云平台控制台', '域名注册商'] as const

const LEAVER_CONTACT = '30000000000000000000000000000001'
const SECRETS = ['Kd8#rTn2!vQx', 'Wm5$yLp9?bHs']

/** A vault of two custodians with three passwords; the phone is with who leaves. */
export async function writeHandoverVault(file: string): Promise<void> {
  await writeVault(file, changes())
  await addCustodian(file, LEAVER, LEAVER_PASSPHRASE, 'all')
}

function changes(): RecordChange[] {
  return [
    put(LEAVER_CONTACT, {
      kind: 'contact',
      data: { name: LEAVER, roles: ['service-responsible'] },
    }),
    put('30000000000000000000000000000002', {
      kind: 'contact',
      data: { name: '林晓', roles: ['colleague'] },
    }),
    put('30000000000000000000000000000003', {
      kind: 'channel',
      data: { kind: 'phone', value: '13900001234', holderId: LEAVER_CONTACT },
    }),
    ...SECRETS.map((value, index) => ({
      ...put(`3000000000000000000000000000001${index}`, {
        kind: 'credential',
        data: {
          kind: 'portal-account',
          label: LABELS[index + 1],
          serviceId: IDS.service,
          origin: 'chosen',
          changedOn: '2026-10-01',
          rotationMonths: 3,
          isRetired: false,
        },
      }),
      secret: { value, history: [] },
    })),
  ]
}

function put(id: string, overview: Readonly<Record<string, unknown>>) {
  const at = Date.UTC(2026, 0, 5)
  return { type: 'put', id, overview: { ...overview, createdAt: at, updatedAt: at } } as const
}
