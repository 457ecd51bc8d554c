import { describe, expect, it, vi } from 'vitest'
import { parseJoinRequest } from '../../../electron/vault/join-request.ts'
import { encodePassphraseParameters } from '../../../electron/vault/passphrase.ts'
import { Vault } from '../../../electron/vault/vault.ts'
import {
  CHEAP,
  invite,
  JOINER_PASSPHRASE,
  join,
  joinUnlock,
  makeRequest,
} from '../../support/custody.ts'
import {
  byPassphrase,
  bytesOf,
  createVault,
  entry,
  fastDeriveKey,
  openVault,
  someRecord,
  testContext,
} from '../../support/vault.ts'
import { asAttacker, copyOf } from '../../support/vault-attack.ts'

// Many files: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000 })

const DAY_MS = 86_400_000
const MIB = 1024 * 1024

function rejectedWith(code: string, facts?: object) {
  const told = facts === undefined ? {} : { facts: expect.objectContaining(facts) }
  return expect.objectContaining({ name: 'VaultError', code, ...told })
}

/** A closed vault in which somebody waits to be let in. */
async function vaultWithJoiner(scope: 'all' | 'ledger' = 'all') {
  const { vault, path, context } = await createVault()
  const record = someRecord(1)
  vault.write([record], [entry()])
  const invited = await invite(vault, context, scope)
  vault.close()
  return { path, context, record, ...invited }
}

describe('a request to join', () => {
  it('fits a QR code, tells who asks, and has six words that differ from any other’s', async () => {
    const { request } = await makeRequest('周接任')
    const other = await makeRequest('周接任')
    expect(request.length).toBeLessThan(1500)
    const read = parseJoinRequest(request)
    expect(read).toMatchObject({ name: '周接任', createdAt: Date.UTC(2026, 0, 5) })
    expect(read.fingerprint).toHaveLength(6)
    expect(parseJoinRequest(request)).toEqual(read)
    expect(parseJoinRequest(other.request).fingerprint).not.toEqual(read.fingerprint)
  })

  it('is refused with any byte changed, cut short or made longer', async () => {
    const { request } = await makeRequest()
    const unreadable = rejectedWith('join-request-unreadable')
    const altered = [0, 9, 12, 20, 30, 40, 200, 1260, request.length - 80, request.length - 1].map(
      (at) => {
        const copy = Uint8Array.from(request)
        copy[at] = (copy[at] ?? 0) ^ 1
        return copy
      },
    )
    const cut = [request.subarray(0, -1), request.subarray(0, 100), new Uint8Array(0)]
    for (const bytes of [...altered, ...cut, Buffer.concat([request, Buffer.alloc(1)])]) {
      expect(() => parseJoinRequest(bytes)).toThrow(unreadable)
    }
  })

  it('needs a name and a cost that the vault takes', async () => {
    await expect(makeRequest(' ')).rejects.toThrow(rejectedWith('invalid-value'))
    await expect(makeRequest('周'.repeat(100))).rejects.toThrow(rejectedWith('invalid-value'))
  })
})

describe('somebody who joins', () => {
  it.each(['all', 'ledger'] as const)(
    'sees the words that the custodian sees, comes in and stays in (%s)',
    async (scope) => {
      const { path, context, local, words, slotId, record } = await vaultWithJoiner(scope)
      const preview = await Vault.joinFingerprint(path, local, bytesOf(JOINER_PASSPHRASE), context)
      expect(preview).toMatchObject({ words, scope, custodianName: '周接任' })
      const custodian = await openVault(path, context)
      expect(custodian.vaultFingerprint(slotId)).toEqual(words)
      expect(custodian.slots().find(({ id }) => id === slotId)).toMatchObject({
        kind: 'next-custodian',
        scope,
        expiresAt: preview.expiresAt,
      })
      custodian.close()

      const joined = await join(path, local, context)
      expect(joined.findings).toEqual([])
      expect(joined.mode).toBe('normal')
      expect(joined.self).toMatchObject({
        slotId,
        slotKind: 'passphrase',
        scope,
        custodianName: '周接任',
      })
      const actions = joined
        .audit({ limit: 2 })
        .map(({ action, facts }) => [action, facts?.['slotId']])
      expect(actions).toEqual([
        ['slot.joined', slotId],
        ['vault.unlocked', slotId],
      ])
      joined.appendAudit([entry('test.first')])
      joined.close()
      const again = await openVault(path, context, {}, byPassphrase(JOINER_PASSPHRASE))
      expect(again.findings).toEqual([])
      expect(again.self.slotId).toBe(slotId)
      if (scope === 'all') expect(again.peekSecret(record.id)).toEqual(record.secret)
      again.verifyAudit()
      again.close()
      expect((await openVault(path, context)).findings).toEqual([])
    },
  )

  it('may come in after the keys were changed and others were let in', async () => {
    const { path, context, local, words } = await vaultWithJoiner()
    const custodian = await openVault(path, context)
    await custodian.rekey({ keepSlots: () => true, reason: '年度' })
    await invite(custodian, context, 'all', '吴先生')
    await custodian.changePassphrase(byPassphraseBytes(), byPassphraseBytes(), CHEAP)
    custodian.close()
    const preview = await Vault.joinFingerprint(path, local, bytesOf(JOINER_PASSPHRASE), context)
    expect(preview.words).toEqual(words)
    expect((await join(path, local, context)).findings).toEqual([])
  })

  it('has keys from then on that no request and no older copy tells', async () => {
    const { path, context, local } = await vaultWithJoiner()
    const before = slotOf(path)
    ;(await join(path, local, context)).close()
    const after = slotOf(path)
    expect(after.id).toEqual(before.id)
    expect(after.kind).toBe(1)
    expect(after.public_key).not.toEqual(before.public_key)
  })

  it('must have compared the words of this very vault', async () => {
    const { path, context, local } = await vaultWithJoiner()
    const passphrase = bytesOf(JOINER_PASSPHRASE)
    for (const confirmed of ['', '00'.repeat(32)]) {
      const unlock = { kind: 'join', local, passphrase, confirmed } as const
      await expect(Vault.open(path, unlock, {}, context)).rejects.toThrow(
        rejectedWith('join-unconfirmed'),
      )
    }
    const unlock = await joinUnlock(path, local, context)
    await expect(Vault.open(path, unlock, { readOnly: true }, context)).rejects.toThrow(
      rejectedWith('read-only'),
    )
  })

  it('is not let in after the time, and left out of a re-key then', async () => {
    const { path, context, local } = await vaultWithJoiner()
    const later = { ...context, now: () => context.now() + 4 * DAY_MS }
    const unlock = await joinUnlock(path, local, context)
    const expired = rejectedWith('join-expired')
    await expect(joinUnlock(path, local, later)).rejects.toThrow(expired)
    await expect(Vault.open(path, unlock, {}, later)).rejects.toThrow(expired)
    const custodian = await openVault(path, later)
    await custodian.rekey({ keepSlots: () => true, reason: '年度' })
    expect(custodian.slots()).toHaveLength(1)
    custodian.close()
    const used = rejectedWith('join-not-found', { reason: 'used' })
    await expect(joinUnlock(path, local, context)).rejects.toThrow(used)
  })

  it('is not let in once the slot was removed, even with the slot put back into the file', async () => {
    const { path, context, local, slotId } = await vaultWithJoiner()
    const older = copyOf(path, 'older')
    const custodian = await openVault(path, context)
    custodian.removeSlots([slotId], '未按时加入')
    expect(custodian.audit({ limit: 1 })).toMatchObject([
      { action: 'slot.removed', facts: { slotId, kind: 'next-custodian', reason: '未按时加入' } },
    ])
    custodian.close()
    const used = rejectedWith('join-not-found', { reason: 'used' })
    await expect(joinUnlock(path, local, context)).rejects.toThrow(used)
    putBack(path, older, slotId)
    await expect(joinUnlock(path, local, context)).rejects.toThrow(used)
    expect((await openVault(path, context)).mode).toBe('evidence')
  })

  it('comes in once: neither the keys nor the slot of then open the vault again', async () => {
    const { path, context, local, slotId } = await vaultWithJoiner()
    const older = copyOf(path, 'older')
    const unlock = await joinUnlock(path, local, context)
    ;(await Vault.open(path, unlock, {}, context)).close()
    const used = rejectedWith('join-not-found', { reason: 'used' })
    await expect(Vault.open(path, unlock, {}, context)).rejects.toThrow(used)
    asAttacker(path, (db) => db.exec(`DELETE FROM slot WHERE id = x'${slotId}'`))
    putBack(path, older, slotId)
    // The last certificate names other keys by that id.
    await expect(Vault.open(path, unlock, {}, context)).rejects.toThrow(
      expect.objectContaining({
        code: expect.stringMatching(/^(evidence-mode|vault-damaged|join-not-found)$/),
      }),
    )
  })

  it('is told of a wrong passphrase, which is nobody’s attempt at the vault', async () => {
    const { path, context, local } = await vaultWithJoiner()
    await expect(Vault.joinFingerprint(path, local, bytesOf('wrong'), context)).rejects.toThrow(
      rejectedWith('wrong-passphrase', { reason: 'join-local' }),
    )
    const altered = Uint8Array.from(local)
    altered[40] = (altered[40] ?? 0) ^ 1
    await expect(
      Vault.joinFingerprint(path, altered, bytesOf(JOINER_PASSPHRASE), context),
    ).rejects.toThrow(rejectedWith('join-request-unreadable'))
    expect((await openVault(path, context)).failedUnlocksBefore).toBe(0)
  })

  it('is not let in where something is wrong with the file', async () => {
    const { path, context, local } = await vaultWithJoiner()
    const unlock = await joinUnlock(path, local, context)
    asAttacker(path, (db) => db.exec('DELETE FROM record'))
    await expect(Vault.open(path, unlock, {}, context)).rejects.toThrow(
      rejectedWith('evidence-mode'),
    )
  })
})

describe('a request that somebody else uses', () => {
  it('is refused a second time by the vault that took it', async () => {
    const { vault, context } = await createVault()
    const { request } = await makeRequest()
    const given = {
      custodianName: '周接任',
      scope: 'all',
      expiresAt: context.now() + DAY_MS,
    } as const
    const { slotId } = vault.addNextCustodian(request, given)
    const used = rejectedWith('join-request-unreadable', { reason: 'used' })
    expect(() => vault.addNextCustodian(request, given)).toThrow(used)
    vault.removeSlots([slotId], 'x')
    expect(() => vault.addNextCustodian(request, given)).toThrow(used)
    expect(() => vault.addNextCustodian(new Uint8Array(10), given)).toThrow(
      rejectedWith('join-request-unreadable'),
    )
  })

  it('shows other words in another vault, whose words were not compared', async () => {
    const { path, context, local } = await vaultWithJoiner()
    const unlock = await joinUnlock(path, local, context)
    // A vault of a forger, who saw the request, as any custodian may make one.
    const forger = await createVault()
    forger.vault.close()
    const again = await openVault(forger.path, forger.context)
    const { request } = requestIn(local)
    again.addNextCustodian(request, {
      custodianName: '周接任',
      scope: 'all',
      expiresAt: forger.context.now() + DAY_MS,
    })
    again.close()
    const theirs = await Vault.joinFingerprint(
      forger.path,
      local,
      bytesOf(JOINER_PASSPHRASE),
      context,
    )
    const ours = await Vault.joinFingerprint(path, local, bytesOf(JOINER_PASSPHRASE), context)
    expect(theirs.words).not.toEqual(ours.words)
    await expect(Vault.open(forger.path, unlock, {}, context)).rejects.toThrow(
      rejectedWith('join-unconfirmed'),
    )
  })

  it('shows other words where a leaver lets the joiner into an old copy of theirs', async () => {
    const { vault, path, context } = await createVault()
    vault.close()
    const old = copyOf(path, 'old')
    const { local, request } = await makeRequest()
    const given = { custodianName: '周接任', scope: 'all', expiresAt: 2 ** 50 } as const
    const ours = await openVault(path, context)
    const { vaultWords } = ours.addNextCustodian(request, given)
    ours.close()
    // The very first certificate is the same in both, and every signature of the old copy is right.
    const leaver = await openVault(old, testContext())
    leaver.addNextCustodian(request, given)
    leaver.close()
    const passphrase = bytesOf(JOINER_PASSPHRASE)
    const theirs = await Vault.joinFingerprint(old, local, passphrase, context)
    expect(theirs.words).not.toEqual(vaultWords)
  })

  it('opens nothing when its slot is carried into another vault', async () => {
    const { path, context, local, slotId } = await vaultWithJoiner()
    const other = await createVault()
    other.vault.close()
    putBack(other.path, path, slotId)
    await expect(joinUnlock(other.path, local, context)).rejects.toThrow(
      rejectedWith('join-not-found'),
    )
    expect((await openVault(other.path, other.context)).mode).toBe('evidence')
  })
})

describe('a joiner’s slot that somebody alters', () => {
  it.each([
    ['every column of it', 'sealed_roots'],
    ['the label with the time limit', 'sealed_label'],
    ['what joins it to the request', 'parameters'],
    ['the commitment', 'commitment'],
    ['the public key', 'public_key'],
  ])('lets nobody in: %s', async (_, column) => {
    const { path, context, local, slotId } = await vaultWithJoiner()
    const unlock = await joinUnlock(path, local, context)
    asAttacker(path, (db) => {
      const where = `WHERE id = x'${slotId}'`
      const value = db.prepare(`SELECT ${column} FROM slot ${where}`).pluck().get() as Buffer
      value[value.length - 1] = (value[value.length - 1] ?? 0) ^ 1
      db.prepare(`UPDATE slot SET ${column} = ? ${where}`).run(value)
    })
    await expect(Vault.open(path, unlock, {}, context)).rejects.toThrow(
      expect.objectContaining({ name: 'VaultError' }),
    )
    expect((await openVault(path, context)).mode).toBe('evidence')
  })

  it('made of an auditor’s one a custodian’s, or with the label of another, lets nobody in', async () => {
    const { path, context, local, slotId } = await vaultWithJoiner('ledger')
    const unlock = await joinUnlock(path, local, context)
    const promoted = copyOf(path, 'promoted')
    asAttacker(promoted, (db) => db.exec(`UPDATE slot SET kind = 4 WHERE id = x'${slotId}'`))
    await expect(Vault.open(promoted, unlock, {}, context)).rejects.toThrow(
      rejectedWith('join-not-found'),
    )
    const swapped = copyOf(path, 'swapped')
    asAttacker(swapped, (db) =>
      db.exec('UPDATE slot SET sealed_label = (SELECT sealed_label FROM slot WHERE kind = 1)'),
    )
    await expect(Vault.open(swapped, unlock, {}, context)).rejects.toThrow(
      rejectedWith('vault-damaged'),
    )
  })

  it('with another cost is not believed, and one out of bounds takes no memory', async () => {
    const { path, context, local, slotId } = await vaultWithJoiner()
    let derivations = 0
    const deriveKey: typeof fastDeriveKey = (...input) => {
      derivations++
      return fastDeriveKey(...input)
    }
    const bad = Uint8Array.from(local)
    // The cost stands in the request, which is signed.
    const at = 8 + 2 + 16 + 4 + 8 + 2 + 4 + Buffer.byteLength('周接任') + 8
    bad.set([0xff, 0xff, 0xff, 0xff], at)
    await expect(
      Vault.joinFingerprint(path, bad, bytesOf(JOINER_PASSPHRASE), { ...context, deriveKey }),
    ).rejects.toThrow(rejectedWith('join-request-unreadable'))
    expect(derivations).toBe(0)
    const weaker = encodePassphraseParameters(
      { opsLimit: 3, memLimitBytes: 128 * MIB },
      new Uint8Array(16),
    )
    asAttacker(path, (db) =>
      db.prepare(`UPDATE slot SET parameters = ? WHERE id = x'${slotId}'`).run(weaker),
    )
    await expect(joinUnlock(path, local, context)).rejects.toThrow(rejectedWith('join-not-found'))
  })
})

describe('the ways into a vault', () => {
  it('that opened it last on this machine is tried first', async () => {
    const { path, context, local } = await vaultWithJoiner()
    ;(await join(path, local, context)).close()
    let derivations = 0
    const deriveKey: typeof fastDeriveKey = (...input) => {
      derivations++
      return fastDeriveKey(...input)
    }
    const counted = { ...context, deriveKey }
    const costOf = async (passphrase?: string) => {
      derivations = 0
      ;(await openVault(path, counted, {}, byPassphrase(passphrase))).close()
      return derivations
    }
    // The joiner's is the cheaper one: without a hint it comes first.
    await costOf()
    expect(await costOf()).toBe(1)
    expect(await costOf(JOINER_PASSPHRASE)).toBe(2)
    expect(await costOf(JOINER_PASSPHRASE)).toBe(1)
  })

  it('are no more than 64', async () => {
    const { vault, context } = await createVault()
    for (let index = 1; index < 64; index++) await invite(vault, context, 'all', `第${index}位`)
    expect(vault.slots()).toHaveLength(64)
    await expect(invite(vault, context)).rejects.toThrow(
      rejectedWith('slots-full', { reason: 'too-many' }),
    )
    expect(vault.slots()).toHaveLength(64)
  })

  it('cost together no more than an unlock may try', async () => {
    const { vault, path, context } = await createVault()
    const dearest = { opsLimit: 10, memLimitBytes: 1024 * MIB }
    const { createJoinRequest } = await import('../../../electron/vault/join-request.ts')
    const inviteDear = async () => {
      const given = { name: '某人', createdAt: 1 }
      const { request } = await createJoinRequest(bytesOf('x'), dearest, given, fastDeriveKey)
      const expiresAt = context.now() + DAY_MS
      vault.addNextCustodian(request, { custodianName: '某人', scope: 'all', expiresAt })
    }
    for (let count = 0; count < 6; count++) await inviteDear()
    const full = rejectedWith('slots-full', { reason: 'too-costly' })
    await expect(inviteDear()).rejects.toThrow(full)
    await expect(
      vault.changePassphrase(byPassphraseBytes(), byPassphraseBytes(), dearest),
    ).rejects.toThrow(full)
    vault.close()
    expect((await openVault(path, testContext())).findings).toEqual([{ code: 'anchor-missing' }])
  })
})

function byPassphraseBytes(): Uint8Array {
  return (byPassphrase() as { passphrase: Uint8Array }).passphrase
}

/** The row of the joiner, who is not the founder. */
function slotOf(path: string) {
  return asAttacker(path, (db) => {
    const rows = db
      .prepare<[], { id: Buffer; kind: number; public_key: Buffer }>(
        'SELECT id, kind, public_key FROM slot',
      )
      .all()
    const founder = db.prepare('SELECT substr(body, 131, 16) FROM certificate WHERE sequence = 1')
    const founderId = founder.pluck().get() as Buffer
    const row = rows.find(({ id }) => Buffer.compare(id, founderId) !== 0)
    if (row === undefined) throw new Error('nobody joins')
    return row
  })
}

function putBack(path: string, from: string, slotId: string): void {
  asAttacker(path, (db) => {
    db.exec(`ATTACH '${from}' AS source`)
    db.exec(`INSERT INTO main.slot SELECT * FROM source.slot WHERE id = x'${slotId}'`)
  })
}

/** The public half, which the joiner's own file holds too. */
function requestIn(local: Uint8Array): { request: Uint8Array } {
  const length = Buffer.from(local).readUInt32BE(26)
  return { request: local.slice(30, 30 + length) }
}
