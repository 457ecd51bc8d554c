import { describe, expect, it, vi } from 'vitest'
import { DEFAULT_KDF_COST } from '../../../electron/vault/passphrase.ts'
import type { Unlock, Vault } from '../../../electron/vault/vault.ts'
import {
  byPassphrase,
  bytesOf,
  createVault,
  entry,
  openVault,
  PASSPHRASE,
  someRecord,
  testContext,
} from '../../support/vault.ts'
import { copyOf } from '../../support/vault-attack.ts'

// Many files, or real key derivations: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const NEXT = '新的主口令 staple'

/** Prepares and confirms a kit, and gives what unlocks by it. */
function makeKit(vault: Vault): Extract<Unlock, { kind: 'recovery-kit' }> {
  const { code } = vault.prepareRecoveryKit()
  const groups = code.split('-')
  vault.confirmRecoveryKit(
    [0, 3].map((index) => ({ index, text: groups[index]?.toLowerCase() ?? '' })),
  )
  return { kind: 'recovery-kit', code }
}

function rejectedWith(code: string) {
  return expect.objectContaining({ name: 'VaultError', code })
}

describe('changing the passphrase', () => {
  it('lets the new one in and the old one out, and keeps everything', async () => {
    const { vault, path, context } = await createVault()
    const record = someRecord(1)
    vault.write([record], [entry()])
    await vault.changePassphrase(bytesOf(PASSPHRASE), bytesOf(NEXT), {
      opsLimit: 4,
      memLimitBytes: 128 * 1024 * 1024,
    })
    expect(vault.peekSecret(record.id)).toEqual(record.secret)
    expect(await vault.verifyPassphrase(bytesOf(NEXT))).toBe(true)
    expect(await vault.verifyPassphrase(bytesOf(PASSPHRASE))).toBe(false)
    vault.write([{ ...record, overview: { after: true } }], [entry()])
    vault.close()

    await expect(openVault(path, context)).rejects.toThrow(rejectedWith('wrong-passphrase'))
    const again = await openVault(path, context, {}, byPassphrase(NEXT))
    expect(again.findings).toEqual([])
    expect(again.peekSecret(record.id)).toEqual(record.secret)
    expect(again.slots()).toMatchObject([
      {
        kind: 'passphrase',
        label: '林备案',
        kdf: { opsLimit: 4, memLimitBytes: 128 * 1024 * 1024 },
      },
    ])
    expect(again.audit({ limit: 20 }).map((row) => row.action)).toContain('slot.passphrase-changed')
  })

  it('does not happen when the current passphrase is wrong or the cost is out of bounds', async () => {
    const { vault, path, context } = await createVault()
    await expect(
      vault.changePassphrase(bytesOf('wrong'), bytesOf(NEXT), DEFAULT_KDF_COST),
    ).rejects.toThrow(rejectedWith('wrong-passphrase'))
    await expect(
      vault.changePassphrase(bytesOf(PASSPHRASE), bytesOf(NEXT), {
        opsLimit: 1,
        memLimitBytes: 1024,
      }),
    ).rejects.toThrow(rejectedWith('kdf-parameters-refused'))
    vault.close()
    await openVault(path, context)
  })

  it('makes an older copy of the file useless against later generations', async () => {
    const { vault, path, context } = await createVault()
    vault.close()
    const older = copyOf(path, 'older')
    const ours = await openVault(path, context)
    await ours.changePassphrase(bytesOf(PASSPHRASE), bytesOf(NEXT), DEFAULT_KDF_COST)
    await ours.rekey({ keepSlots: () => true, reason: '口令可能泄露' })
    ours.close()
    await expect(openVault(path, testContext())).rejects.toThrow(rejectedWith('wrong-passphrase'))
    // The old copy itself still opens with the old passphrase: docs/threat-model.md says so.
    expect((await openVault(older, testContext())).mode).toBe('normal')
  })
})

describe('a recovery kit', () => {
  it('opens nothing before two of its groups were retyped', async () => {
    const { vault, path, context } = await createVault()
    expect(() => vault.confirmRecoveryKit([])).toThrow(rejectedWith('kit-mismatch'))
    const { code, words, vaultIdHex, revision } = vault.prepareRecoveryKit()
    expect(words).toHaveLength(8)
    expect({ vaultIdHex, revision }).toEqual({
      vaultIdHex: vault.vaultIdHex,
      revision: vault.revision,
    })
    const groups = code.split('-')
    const first = { index: 0, text: groups[0] ?? '' }
    for (const retyped of [
      [],
      [first],
      [first, first],
      [first, { index: 1, text: groups[2] ?? '' }],
      [first, { index: 9, text: '' }],
    ]) {
      expect(() => vault.confirmRecoveryKit(retyped)).toThrow(rejectedWith('kit-mismatch'))
    }
    vault.close()
    await expect(openVault(path, context, {}, { kind: 'recovery-kit', code })).rejects.toThrow(
      rejectedWith('wrong-recovery-kit'),
    )
  })

  it('opens the vault and sets a new passphrase when the old one is forgotten', async () => {
    const { vault, path, context } = await createVault()
    const record = someRecord(1)
    vault.write([record], [entry()])
    const kit = makeKit(vault)
    expect(
      vault
        .slots()
        .map((slot) => slot.kind)
        .sort(),
    ).toEqual(['passphrase', 'recovery-kit'])
    await expect(vault.replacePassphrase(bytesOf(NEXT), DEFAULT_KDF_COST)).rejects.toThrow(
      rejectedWith('refused'),
    )
    vault.close()

    const rescued = await openVault(
      path,
      context,
      {},
      { ...kit, code: kit.code.toLowerCase().replaceAll('-', ' ') },
    )
    expect(rescued.openedByKit).toBe(true)
    expect(rescued.custodianId).toBe(vault.custodianId)
    expect(rescued.custodianName).toBe('林备案')
    await rescued.replacePassphrase(bytesOf(NEXT), DEFAULT_KDF_COST)
    rescued.close()
    const again = await openVault(path, context, {}, byPassphrase(NEXT))
    expect(again.findings).toEqual([])
    expect(again.openedByKit).toBe(false)
    expect(again.peekSecret(record.id)).toEqual(record.secret)
    again.close()
    await openVault(path, context, {}, kit)
  })

  it('replaces the one before it, also when the vault was opened by that', async () => {
    const { vault, path, context } = await createVault()
    const first = makeKit(vault)
    const second = makeKit(vault)
    expect(vault.slots()).toHaveLength(2)
    vault.close()
    await expect(openVault(path, context, {}, first)).rejects.toThrow(
      rejectedWith('wrong-recovery-kit'),
    )
    const byKit = await openVault(path, context, {}, second)
    const third = makeKit(byKit)
    byKit.write([someRecord(3)], [entry()])
    byKit.close()
    await expect(openVault(path, context, {}, second)).rejects.toThrow(
      rejectedWith('wrong-recovery-kit'),
    )
    expect((await openVault(path, context, {}, third)).findings).toEqual([])
  })

  it('that is mistyped says which group', async () => {
    const { vault, path, context } = await createVault()
    const { code } = makeKit(vault)
    vault.close()
    // One wrong digit is always caught; two may cancel each other out.
    const typed = code.split('-')
    const group = typed[4] ?? ''
    typed[4] = (group.startsWith('7') ? '8' : '7') + group.slice(1)
    await expect(
      openVault(path, context, {}, { kind: 'recovery-kit', code: typed.join('-') }),
    ).rejects.toMatchObject({ code: 'wrong-recovery-kit', facts: { group: 5 } })
  })
})

describe('a re-key', () => {
  it('seals everything anew, keeps revisions, secrets and the trail, and keeps the slots that stay', async () => {
    const { vault, path, context } = await createVault()
    const records = [1, 2, 3].map((index) => someRecord(index))
    vault.write(records, [entry()])
    const kit = makeKit(vault)
    const before = [...vault.records()]
    const trail = vault.audit({ limit: 100 })
    const progress: number[] = []
    await vault.rekey({
      keepSlots: () => true,
      reason: '年度',
      onProgress: (done, total) => progress.push(done / total),
    })
    expect(progress.at(-1)).toBe(1)
    expect([...vault.records()]).toEqual(before)
    expect(vault.audit({ limit: 100 }).slice(1)).toEqual(trail)
    expect(vault.audit({ limit: 1 })).toMatchObject([
      { action: 'vault.rekeyed', facts: { generation: 2, reason: '年度' } },
    ])
    vault.verifyAudit()
    vault.close()
    for (const unlock of [byPassphrase(), kit]) {
      const again = await openVault(path, context, {}, unlock)
      expect(again.findings).toEqual([])
      expect([...again.records()]).toEqual(before)
      for (const { id, secret } of records) expect(again.peekSecret(id)).toEqual(secret)
      again.close()
    }
  })

  it('must keep the slot in use, and changes nothing when it is cancelled', async () => {
    const { vault, path, context } = await createVault()
    vault.write(
      Array.from({ length: 3000 }, (_, index) => someRecord(index)),
      [entry()],
    )
    await expect(vault.rekey({ keepSlots: () => false, reason: 'x' })).rejects.toThrow(
      rejectedWith('refused'),
    )
    const { revision } = vault
    await expect(
      vault.rekey({ keepSlots: () => true, reason: 'x', isCancelled: () => true }),
    ).rejects.toThrow(rejectedWith('cancelled'))
    expect(vault.revision).toBe(revision)
    vault.write([someRecord(1)], [entry()])
    vault.close()
    expect((await openVault(path, context)).findings).toEqual([])
  })
})

describe('a long write', () => {
  it('lets nothing else in, can be cancelled, and ends when the vault is closed', async () => {
    const { vault, path, context } = await createVault()
    const records = Array.from({ length: 3000 }, (_, index) => someRecord(index))
    const { revision } = vault
    let seen = 0
    const long = vault.writeMany(records, [entry()], {
      onProgress: () => seen++,
      isCancelled: () => seen > 1,
    })
    expect(() => vault.write([someRecord(1)], [entry()])).toThrow(rejectedWith('refused'))
    expect(() => vault.audit({ limit: 1 })).toThrow(rejectedWith('refused'))
    await expect(long).rejects.toThrow(rejectedWith('cancelled'))
    expect(vault.revision).toBe(revision)

    const closed = vault.writeMany(records, [entry()])
    vault.close()
    await expect(closed).rejects.toThrow(rejectedWith('vault-locked'))
    const again = await openVault(path, context)
    expect([...again.records()]).toEqual([])
    const result = await again.writeMany(records, [entry()])
    expect(result.revisions.size).toBe(3000)
    expect([...again.records()]).toHaveLength(3000)
  })
})
