import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createJoinRequest, parseJoinRequest } from '../../../electron/vault/join-request.ts'
import { createKdfRunner } from '../../../electron/vault/kdf.ts'
import { type Unlock, Vault, type VaultContext } from '../../../electron/vault/vault.ts'
import { parseRequest } from '../../reader/join.ts'
import { type Reading, readVault } from '../../reader/reading.ts'
import type { Credential } from '../../reader/slots.ts'
import { CHEAP, makeSplitKit } from '../../support/custody.ts'
import { bytesOf, entry, someRecord, testContext } from '../../support/vault.ts'

const FOUNDER = '创始人的主口令 stone'
const AUDITOR = '审计的主口令 river'
const JOINER = '接任者的主口令 cloud'
const DAY_MS = 86_400_000

type Ways = {
  path: string
  context: VaultContext
  codes: string[]
  slotKey: Uint8Array
  custodian: { local: Uint8Array; request: Uint8Array; words: string[] }
  auditor: { local: Uint8Array; request: Uint8Array; words: string[] }
}

/** A vault with every way in that the format has: some wait, some are in, some were there for a re-key. */
async function makeVaultOfManyWays(): Promise<Ways> {
  const worker = new URL('../../../electron/vault/kdf-worker.ts', import.meta.url)
  const context = testContext({ deriveKey: createKdfRunner(worker) })
  const path = join(mkdtempSync(join(tmpdir(), 'beian-custody-')), '多人.beian')
  const options = { passphrase: bytesOf(FOUNDER), custodianName: '林备案', kdf: CHEAP }
  let vault = await Vault.create(path, options, context)
  vault.write([someRecord(1), someRecord(2), { ...someRecord(3), secret: null }], [entry()])
  const paper = { ownerId: '11'.repeat(16), name: 'a.pdf', mediaType: 'application/pdf' }
  const content = async function* () {
    yield new Uint8Array(5000).fill(7)
  }
  await vault.writeAttachment(paper, content(), [entry()])
  const codes = makeSplitKit(vault, ['王法人', '李财务', '赵信息'])
  const expiresAt = context.now() + DAY_MS
  const { slotKey } = vault.addKeychainSlot({ label: '办公电脑', expiresAt })
  const invite = async (scope: 'all' | 'ledger', name: string, passphrase: string) => {
    const given = { name, createdAt: context.now() }
    const made = await createJoinRequest(bytesOf(passphrase), CHEAP, given, context.deriveKey)
    const { vaultWords } = vault.addNextCustodian(made.request, {
      custodianName: name,
      scope,
      expiresAt,
    })
    return { ...made, words: vaultWords }
  }
  const first = await invite('ledger', '郑审计', AUDITOR)
  vault.close()
  const { token } = await Vault.joinFingerprint(path, first.local, bytesOf(AUDITOR), context)
  const unlock = { kind: 'join', passphrase: bytesOf(AUDITOR), confirmed: token } as const
  ;(await Vault.open(path, { ...unlock, local: first.local }, {}, context)).close()

  vault = await Vault.open(path, { kind: 'passphrase', passphrase: bytesOf(FOUNDER) }, {}, context)
  const custodian = await invite('all', '周接任', JOINER)
  await vault.rekey({ keepSlots: () => true, reason: '年度' })
  const auditor = await invite('ledger', '冯审计', JOINER)
  vault.close()
  return { path, context, codes, slotKey, custodian, auditor }
}

describe('a reader written from docs/format.md alone', () => {
  let made: Ways
  let founder: Reading

  beforeAll(async () => {
    made = await makeVaultOfManyWays()
    founder = readVault(made.path, { kind: 'passphrase', passphrase: bytesOf(FOUNDER) })
  }, 120_000)

  afterAll(() => rmSync(dirname(made.path), { recursive: true, force: true }))

  function read(credential: Credential): Reading {
    const reading = readVault(made.path, credential)
    expect(reading.checks.filter((check) => !check.holds)).toEqual([])
    return reading
  }

  async function slotsByUs(unlock: Unlock) {
    const vault = await Vault.open(made.path, unlock, { readOnly: true }, made.context)
    try {
      expect(vault.findings).toEqual([])
      return {
        slots: vault.slots().map(({ id, custodianId }) => ({ id, custodianId })),
        records: [...vault.records()].map(({ id, overview }) => ({ id, overview })),
        openedBy: vault.self.slotId,
      }
    } finally {
      vault.close()
    }
  }

  function expectAgreement(reading: Reading, ours: Awaited<ReturnType<typeof slotsByUs>>): void {
    expect(reading.slots.map(({ id, custodianId }) => ({ id, custodianId }))).toEqual(ours.slots)
    expect(reading.records.map(({ id, overview }) => ({ id, overview }))).toEqual(ours.records)
    expect(reading.openedBy.slotId).toBe(ours.openedBy)
  }

  it('opens everything by two shares of a split kit', async () => {
    for (const pair of [
      [0, 1],
      [2, 0],
      [1, 2],
    ]) {
      const codes = pair.map((index) => made.codes[index] ?? '')
      const reading = read({ kind: 'recovery-shares', codes })
      expectAgreement(reading, await slotsByUs({ kind: 'recovery-shares', codes }))
      expect(reading.records).toEqual(founder.records)
      expect(reading.attachments).toEqual(founder.attachments)
    }
    const one = made.codes[0] ?? ''
    for (const codes of [[one], [one, one], [one, `${one.slice(0, -1)}0`]]) {
      expect(() => readVault(made.path, { kind: 'recovery-shares', codes })).toThrow(
        expect.objectContaining({ code: 'bad-recovery-code' }),
      )
    }
  })

  it.each([
    ['the keychain', (): Credential & Unlock => ({ kind: 'keychain', slotKey: made.slotKey })],
    [
      'an auditor’s passphrase',
      (): Credential & Unlock => ({ kind: 'passphrase', passphrase: bytesOf(AUDITOR) }),
    ],
  ])(
    'opens the ledger and no secret by %s',
    async (_, credential) => {
      const reading = read(credential())
      expectAgreement(reading, await slotsByUs(credential()))
      expect(reading.records.map((record) => record.overview)).toEqual(
        founder.records.map((record) => record.overview),
      )
      expect(reading.records.filter((record) => record.secret)).toEqual([])
      expect(reading.attachments).toEqual([])
      expect(reading.audit).toEqual(founder.audit)
    },
    120_000,
  )

  it.each(['custodian', 'auditor'] as const)(
    'opens by the keys of a joining %s, and agrees on the words to compare',
    (who) => {
      const { local, words } = made[who]
      const reading = read({ kind: 'join', local, passphrase: bytesOf(JOINER) })
      expect(reading.openedBy.vaultWords).toEqual(words)
      const secrets = reading.records.filter((record) => record.secret)
      expect(secrets).toHaveLength(who === 'custodian' ? 2 : 0)
      expect(() =>
        readVault(made.path, { kind: 'join', local, passphrase: bytesOf('wrong') }),
      ).toThrow(expect.objectContaining({ code: 'does-not-open' }))
    },
    120_000,
  )

  it('agrees on a request and its words', () => {
    const { request } = made.custodian
    const theirs = parseRequest(request)
    const ours = parseJoinRequest(request)
    expect(theirs.words).toEqual(ours.fingerprint)
    expect({ id: Buffer.from(theirs.id).toString('hex'), name: theirs.name }).toEqual({
      id: ours.id,
      name: ours.name,
    })
    expect(theirs.madeAt).toBe(ours.createdAt)
  })

  it('reads the vault also after a joiner came in', async () => {
    const { local } = made.custodian
    const path = `${made.path}.joined`
    copyFileSync(made.path, path)
    const passphrase = bytesOf(JOINER)
    const { token } = await Vault.joinFingerprint(path, local, passphrase, made.context)
    const unlock = { kind: 'join', local, passphrase, confirmed: token } as const
    const anchors = { read: () => undefined, write: () => {} }
    ;(await Vault.open(path, unlock, {}, { ...made.context, anchors })).close()
    const reading = readVault(path, { kind: 'recovery-shares', codes: made.codes.slice(0, 2) })
    expect(reading.checks.filter((check) => !check.holds)).toEqual([])
    expect(reading.certificates).toHaveLength(founder.certificates.length + 1)
    expect(() => readVault(path, { kind: 'join', local, passphrase })).toThrow(
      expect.objectContaining({ code: 'does-not-open' }),
    )
  }, 120_000)
})
