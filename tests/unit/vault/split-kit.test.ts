import { describe, expect, it, vi } from 'vitest'
import { combineSecret, type Share, splitSecret } from '../../../electron/vault/shamir.ts'
import { sodiumReady } from '../../../electron/vault/sodium.ts'
import type { Unlock } from '../../../electron/vault/vault.ts'
import { CHEAP, makeSplitKit } from '../../support/custody.ts'
import {
  byPassphrase,
  bytesOf,
  createVault,
  entry,
  openVault,
  someRecord,
} from '../../support/vault.ts'
import { asAttacker, copyOf } from '../../support/vault-attack.ts'

// Many files: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000 })

await sodiumReady
const HOLDERS = ['王法人', '李财务', '赵信息']

function rejectedWith(code: string, facts?: object) {
  const told = facts === undefined ? {} : { facts: expect.objectContaining(facts) }
  return expect.objectContaining({ name: 'VaultError', code, ...told })
}

/** Interpolation at 0 over GF(2^8) by tables of powers of 3, written apart from the code under test. */
function combineByTables(shares: readonly Share[]): Uint8Array {
  const powers: number[] = []
  const logs: number[] = []
  for (let exponent = 0, value = 1; exponent < 255; exponent++) {
    powers[exponent] = value
    logs[value] = exponent
    value ^= (value << 1) ^ (value & 0x80 ? 0x11b : 0)
  }
  const logOf = (value: number) => logs[value] ?? 0
  return Uint8Array.from(shares[0]?.y ?? [], (_, at) =>
    shares.reduce((sum, { x, y }) => {
      const value = y[at] ?? 0
      if (value === 0) return sum
      let log = logOf(value)
      for (const other of shares) {
        if (other.x !== x) log += logOf(other.x) - logOf(other.x ^ x) + 255
      }
      return sum ^ (powers[log % 255] ?? 0)
    }, 0),
  )
}

describe('a secret in shares', () => {
  it('comes back from any two, by our own and by another’s arithmetic', () => {
    for (let round = 0; round < 50; round++) {
      const secret = crypto.getRandomValues(new Uint8Array(20))
      const [a, b, c] = splitSecret(secret, 3, 2)
      if (!a || !b || !c) throw new Error('three shares')
      for (const pair of [
        [a, b],
        [b, c],
        [c, a],
        [b, a],
      ]) {
        expect(combineSecret(pair)).toEqual(secret)
        expect(combineByTables(pair)).toEqual(secret)
      }
    }
  })

  it('is on the line that two known points fix', () => {
    // 0x53 · 0xca = 1 in this field (FIPS 197, section 4.2): with f(x) = 0xca ⊕ 0x53·x, f(1) and f(0xca) follow.
    const points = [
      { x: 1, y: Uint8Array.of(0xca ^ 0x53) },
      { x: 0xca, y: Uint8Array.of(0xca ^ 1) },
    ]
    expect(combineSecret(points)).toEqual(Uint8Array.of(0xca))
  })

  it('is told by one share as little as by none: every secret fits it', () => {
    const share = { x: 1, y: Uint8Array.of(0x42) }
    const seen = new Set<number>()
    for (let value = 0; value < 256; value++) {
      seen.add(combineSecret([share, { x: 2, y: Uint8Array.of(value) }])[0] ?? 0)
    }
    expect(seen.size).toBe(256)
  })

  it('is different in every split', () => {
    const secret = new Uint8Array(20)
    const first = splitSecret(secret, 2, 2)
    const second = splitSecret(secret, 2, 2)
    expect(first[0]?.y).not.toEqual(second[0]?.y)
    expect(first[0]?.y).not.toEqual(secret)
  })
})

const byShares = (...codes: readonly (string | undefined)[]): Unlock => ({
  kind: 'recovery-shares',
  codes: codes.map((code) => code ?? ''),
})

async function vaultWithSplitKit(holders = HOLDERS) {
  const { vault, path, context } = await createVault()
  const record = someRecord(1)
  vault.write([record], [entry()])
  const codes = makeSplitKit(vault, holders)
  vault.close()
  return { path, context, record, codes }
}

describe('a kit in shares', () => {
  it('opens with any two of three, and the trail says with which', async () => {
    const { path, context, record, codes } = await vaultWithSplitKit()
    const [a, b, c] = codes
    for (const [unlock, shares] of [
      [byShares(a, b), '1+2'],
      [byShares(c, a?.toLowerCase().replaceAll('-', ' ')), '3+1'],
      [byShares(b, c, a), '2+3+1'],
    ] as const) {
      const vault = await openVault(path, context, {}, unlock)
      expect(vault.findings).toEqual([])
      expect(vault.peekSecret(record.id)).toEqual(record.secret)
      expect(vault.self).toMatchObject({ slotKind: 'recovery-kit', isSplitKit: true, scope: 'all' })
      expect(vault.audit({ limit: 1 })).toMatchObject([
        { action: 'vault.unlocked', facts: { by: 'recovery-shares', shares } },
      ])
      vault.close()
    }
  })

  it('opens with both of two, and not with one', async () => {
    const { path, context, codes } = await vaultWithSplitKit(HOLDERS.slice(0, 2))
    await expect(openVault(path, context, {}, byShares(codes[0]))).rejects.toThrow(
      rejectedWith('wrong-recovery-kit', { reason: 'too-few' }),
    )
    expect((await openVault(path, context, {}, byShares(...codes))).findings).toEqual([])
  })

  it('belongs to the company and says who holds what', async () => {
    const { path, context } = await vaultWithSplitKit()
    const vault = await openVault(path, context)
    const kit = vault.slots().find((slot) => slot.split !== undefined)
    expect(kit).toMatchObject({
      kind: 'recovery-kit',
      scope: 'all',
      split: { threshold: 2, shares: 3, holders: HOLDERS, madeBy: vault.custodianId },
    })
    expect(kit?.custodianId).not.toBe(vault.custodianId)
  })

  it('opens nothing before two groups of each share were retyped', async () => {
    const { vault, path, context } = await createVault()
    const mismatch = (share: number) => rejectedWith('kit-mismatch', { share })
    expect(() => vault.confirmSplitKit([])).toThrow(rejectedWith('kit-mismatch'))
    const sheet = vault.prepareSplitKit({ threshold: 2, shares: 2, holders: ['甲', '乙'] })
    expect(sheet.words).toHaveLength(8)
    const codes = sheet.shares.map(({ code }) => code)
    const groupsOf = (share: number) =>
      [0, 1].map((index) => ({ index, text: codes[share]?.split('-')[index] ?? '' }))
    expect(() => vault.confirmSplitKit([])).toThrow(mismatch(1))
    expect(() => vault.confirmSplitKit([{ share: 0, groups: groupsOf(0) }])).toThrow(mismatch(2))
    expect(() =>
      vault.confirmSplitKit([
        { share: 0, groups: groupsOf(0) },
        { share: 1, groups: groupsOf(0) },
      ]),
    ).toThrow(mismatch(2))
    vault.close()
    await expect(openVault(path, context, {}, byShares(...codes))).rejects.toThrow(
      rejectedWith('wrong-recovery-kit', { reason: 'not-of-vault' }),
    )
  })

  it.each([
    ['one share', { threshold: 2, shares: 3, holders: ['甲'] }],
    ['a holder without a name', { threshold: 2, shares: 2, holders: ['甲', ' '] }],
    ['four shares', { threshold: 2, shares: 4, holders: ['甲', '乙', '丙', '丁'] }],
    ['a threshold of three', { threshold: 3, shares: 3, holders: ['甲', '乙', '丙'] }],
  ])('is not made with %s', async (_, plan) => {
    const { vault } = await createVault()
    // `as`: what a caller without types could ask for.
    const asked = plan as Parameters<typeof vault.prepareSplitKit>[0]
    expect(() => vault.prepareSplitKit(asked)).toThrow(rejectedWith('invalid-value'))
  })

  it('replaces the one before it and leaves the kit of a person alone', async () => {
    const { path, context, codes } = await vaultWithSplitKit()
    const vault = await openVault(path, context)
    const { code } = vault.prepareRecoveryKit()
    vault.confirmRecoveryKit([0, 1].map((index) => ({ index, text: code.split('-')[index] ?? '' })))
    const before = vault.slots().find((slot) => slot.split !== undefined)
    const next = makeSplitKit(vault, HOLDERS.slice(0, 2))
    const after = vault.slots().filter((slot) => slot.kind === 'recovery-kit')
    expect(after).toHaveLength(2)
    expect(after.find((slot) => slot.split)?.custodianId).not.toBe(before?.custodianId)
    vault.close()
    const wrong = (reason: string) => rejectedWith('wrong-recovery-kit', { reason })
    await expect(openVault(path, context, {}, byShares(codes[0], codes[1]))).rejects.toThrow(
      wrong('not-of-vault'),
    )
    await expect(openVault(path, context, {}, byShares(codes[0], next[1]))).rejects.toThrow(
      wrong('other-set'),
    )
    await expect(openVault(path, context, {}, byShares(next[0], next[0]))).rejects.toThrow(
      rejectedWith('wrong-recovery-kit', { reason: 'same-share', share: 1 }),
    )
    for (const unlock of [byShares(...next), { kind: 'recovery-kit', code } as const]) {
      const opened = await openVault(path, context, {}, unlock)
      expect(opened.findings).toEqual([])
      expect(opened.isCodeOfKit(code)).toBe(true)
      opened.close()
    }
  })

  it('says which share is mistyped, which is wrong, and which is no share', async () => {
    const { path, context, codes } = await vaultWithSplitKit()
    const [first = '', second = ''] = codes
    const groups = second.split('-')
    const mistyped = groups.with(4, swapFirst(groups[4] ?? ''))
    const wrong = (facts: object) => rejectedWith('wrong-recovery-kit', facts)
    await expect(openVault(path, context, {}, byShares(first, mistyped.join('-')))).rejects.toThrow(
      wrong({ field: 2, group: 5 }),
    )
    // Two groups of another share of the same length and with right check digits.
    const mixed = [...groups.slice(0, 8), ...first.split('-').slice(8)]
    await expect(openVault(path, context, {}, byShares(first, mixed.join('-')))).rejects.toThrow(
      wrong({ reason: 'wrong-share', field: 2, share: 2 }),
    )
    const vault = await openVault(path, context)
    const { code } = vault.prepareRecoveryKit()
    vault.close()
    await expect(openVault(path, context, {}, byShares(first, code))).rejects.toThrow(
      wrong({ reason: 'single', field: 2 }),
    )
    await expect(
      openVault(path, context, {}, { kind: 'recovery-kit', code: first }),
    ).rejects.toThrow(wrong({ reason: 'share' }))
    expect((await openVault(path, context)).failedUnlocksBefore).toBe(2)
  })

  it('makes who opened with it a custodian of their own, who can then put others out', async () => {
    const { path, context, codes, record } = await vaultWithSplitKit()
    const rescued = await openVault(path, context, {}, byShares(codes[1], codes[2]))
    const refused = rejectedWith('refused')
    await expect(rescued.replacePassphrase(bytesOf('x'), CHEAP)).rejects.toThrow(refused)
    rescued.prepareRecoveryKit()
    expect(() => rescued.confirmRecoveryKit([])).toThrow(refused)
    const added = await rescued.addOwnPassphrase(bytesOf('新主口令 lake'), CHEAP, '赵信息')
    const gone = rescued.slots().find((slot) => slot.custodianName === '林备案')
    await rescued.rekey({
      keepSlots: ({ custodianId }) => custodianId !== gone?.custodianId,
      reason: '突然离职',
    })
    rescued.close()
    const vault = await openVault(path, context, {}, byPassphrase('新主口令 lake'))
    expect(vault.findings).toEqual([])
    expect(vault.self).toMatchObject({ ...added, custodianName: '赵信息', isSplitKit: false })
    expect(vault.peekSecret(record.id)).toEqual(record.secret)
    await expect(vault.addOwnPassphrase(bytesOf('x'), CHEAP, 'y')).rejects.toThrow(refused)
    vault.close()
    await expect(openVault(path, context)).rejects.toThrow(rejectedWith('wrong-passphrase'))
    expect((await openVault(path, context, {}, byShares(codes[0], codes[1]))).findings).toEqual([])
  })

  it('that somebody altered in the file opens nothing, and is seen', async () => {
    const { path, context, codes } = await vaultWithSplitKit()
    const alter = (name: string, at: number, value: number) => {
      const copy = copyOf(path, name)
      asAttacker(copy, (db) => {
        const read = db.prepare('SELECT parameters FROM slot WHERE kind = 2').pluck()
        const parameters = read.get() as Buffer
        parameters[at] = value
        db.prepare('UPDATE slot SET parameters = ? WHERE kind = 2').run(parameters)
      })
      return copy
    }
    // The set, the threshold, the number of shares, a share's digest, the salt, the type.
    for (const [name, at, value] of [
      ['set', 17, 1],
      ['threshold', 21, 1],
      ['count', 22, 2],
      ['digest', 30, 1],
      ['salt', 3, 1],
      ['type', 0, 2],
    ] as const) {
      const copy = alter(name, at, value)
      await expect(openVault(copy, context, {}, byShares(codes[0], codes[1]))).rejects.toThrow(
        expect.objectContaining({
          code: expect.stringMatching(/^(wrong-recovery-kit|vault-damaged)$/),
        }),
      )
      const vault = await openVault(copy, {
        ...context,
        anchors: { read: () => undefined, write: () => {} },
      })
      expect(vault.mode).toBe('evidence')
    }
  })
})

function swapFirst(group: string): string {
  return (group.startsWith('7') ? '8' : '7') + group.slice(1)
}
