import type { RecordChange } from '../../../electron/vault/vault.ts'
import { IDS, writeVault } from './vault-file.ts'

/** Who and what a recovery asks for: the responsible person with a verified phone, domain, provider, licence. */
export async function writeRecoveryVault(file: string): Promise<void> {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await writeVault(file, [
    put('20000000000000000000000000000001', {
      kind: 'contact',
      data: {
        name: '周示例',
        roles: ['entity-responsible', 'legal-representative'],
        entityId: IDS.entity,
        phone: '13900005678',
        email: 'zhou@lanjing.example',
        idKind: 'resident-id',
      },
    }),
    put('20000000000000000000000000000002', {
      kind: 'channel',
      data: {
        kind: 'phone',
        value: '13900005678',
        holderId: '20000000000000000000000000000001',
        verifiedOn: today,
      },
    }),
    put('20000000000000000000000000000003', {
      kind: 'domain',
      data: {
        name: 'lanjing.example',
        serviceId: IDS.service,
        owner: '蓝鲸示例科技有限公司',
      },
    }),
  ])
}

function put(id: string, overview: Readonly<Record<string, unknown>>): RecordChange {
  const at = Date.UTC(2026, 0, 5)
  return { type: 'put', id, overview: { ...overview, createdAt: at, updatedAt: at } }
}
