import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyTail, makeAuditRow, openAuditRow } from '../../../electron/vault/audit-chain.ts'
import { sodiumReady } from '../../../electron/vault/sodium.ts'

describe('an audit entry', () => {
  beforeAll(() => sodiumReady)

  it('takes the changes of an import however many there are', () => {
    const keys = { vaultId: randomBytes(16), audit: randomBytes(32), chain: randomBytes(32) }
    const id = randomBytes(16)
    const changes = Array.from({ length: 200_000 }, () => ({ id, revision: 7 }))
    const { row } = makeAuditRow(keys, 1, emptyTail(), {
      revision: 7,
      changes,
      entry: { action: 'ledger.import', at: 1, custodianId: '00'.repeat(16) },
    })
    expect(openAuditRow(keys, row).record.changes).toHaveLength(200_000)
  })
})
