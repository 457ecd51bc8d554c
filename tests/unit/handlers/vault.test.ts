import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { custodyNotices } from '../../../electron/custodians/notices.ts'
import { guardOwed } from '../../../electron/custodians/owed.ts'
import { ledgerHandlers } from '../../../electron/handlers/ledger.ts'
import { vaultHandlers } from '../../../electron/handlers/vault.ts'
import type { Handlers } from '../../../electron/handlers.ts'
import {
  DEFAULT_KDF_COST,
  type DeriveKey,
  type KdfCost,
} from '../../../electron/vault/passphrase.ts'
import { makeSplitKit } from '../../support/custody.ts'
import { createVault, fastDeriveKey, PASSPHRASE } from '../../support/vault.ts'
import { openVaultSession } from '../../support/vault-session.ts'

const NEXT = '栗子 窗台 铁轨 七月的雨'

/** A vault that is open behind the calls, and the cost of each derivation that was made. */
async function unlockedSession() {
  const costs: KdfCost[] = []
  const deriveKey: DeriveKey = (passphrase, salt, cost) => {
    costs.push(cost)
    return fastDeriveKey(passphrase, salt, cost)
  }
  const { vault, path, context } = await createVault({ deriveKey })
  vault.close()
  const { call, session } = openVaultSession(path, context)
  await call['vault.unlock']({ secret: { kind: 'passphrase', passphrase: PASSPHRASE } })
  costs.length = 0
  return { call, session, costs }
}

const wrong = expect.objectContaining({ code: 'wrong-passphrase' })

it('says that the current passphrase is wrong before anything else is derived', async () => {
  const { call, session, costs } = await unlockedSession()
  await expect(call['vault.changePassphrase']({ current: 'wrong', next: NEXT })).rejects.toThrow(
    wrong,
  )
  await expect(call['vault.calibrate']({ passphrase: 'wrong' })).rejects.toThrow(wrong)
  expect(costs).toEqual([DEFAULT_KDF_COST, DEFAULT_KDF_COST])
  session.close()
})

it('changes the passphrase and its cost when the current one is right', async () => {
  const { call, session } = await unlockedSession()
  await call['vault.changePassphrase']({ current: PASSPHRASE, next: NEXT })
  await call['vault.calibrate']({ passphrase: NEXT })
  const actions = session
    .open()
    .vault.audit({ limit: 9 })
    .map(({ action }) => action)
  expect(actions.filter((action) => action === 'slot.passphrase-changed')).toHaveLength(2)
  session.close()
})

describe('an older file that was put back', () => {
  /** A vault whose file is older than what this machine saw, and the kit that opens it. */
  async function olderFile() {
    const { vault, path, context } = await createVault()
    const { code } = vault.prepareRecoveryKit()
    const groups = code.split('-')
    vault.confirmRecoveryKit([0, 1].map((index) => ({ index, text: groups[index] ?? '' })))
    vault.close()
    const older = readFileSync(path)
    const { call, session } = openVaultSession(path, context)
    await call['vault.unlock']({ secret: { kind: 'passphrase', passphrase: PASSPHRASE } })
    session.close()
    writeFileSync(path, older)
    return { call, session, code }
  }

  it.each(['passphrase', 'recovery-kit'] as const)(
    'is accepted with a reason by the %s, also after a wrong one was typed',
    async (kind) => {
      const { call, session, code } = await olderFile()
      const secretOf = (right: boolean) =>
        kind === 'passphrase'
          ? { kind, passphrase: right ? PASSPHRASE : 'wrong' }
          : { kind, code: right ? code : `${code.slice(0, -1)}?` }
      const secret = secretOf(true)
      const rollbackReason = '从周五的备份恢复'
      expect(await call['vault.unlock']({ secret })).toMatchObject({
        session: { mode: 'evidence' },
      })
      await expect(
        call['vault.unlock']({ secret: secretOf(false), rollbackReason }),
      ).rejects.toThrow(expect.objectContaining({ name: 'VaultError' }))
      expect(await call['vault.unlock']({ secret, rollbackReason })).toMatchObject({
        session: { mode: 'normal', openedByKit: kind === 'recovery-kit', findings: [] },
      })
      const [accepted] = session
        .open()
        .vault.audit({ limit: 9 })
        .filter(({ action }) => action === 'vault.rollback-accepted')
      expect(accepted?.facts).toMatchObject({ reason: rollbackReason })
      session.close()
    },
  )

  it('is not accepted by a reason alone, before anybody was shown what was found', async () => {
    const { call, session } = await olderFile()
    const secret = { kind: 'passphrase', passphrase: PASSPHRASE } as const
    expect(await call['vault.unlock']({ secret, rollbackReason: '旧' })).toMatchObject({
      session: { mode: 'evidence' },
    })
    session.close()
  })
})

describe('a vault that a kit opened', () => {
  /** The calls over it as the window makes them: ledger and vault, behind the guard. */
  async function openedByKit() {
    const { vault, path, context } = await createVault()
    const { code } = vault.prepareRecoveryKit()
    const groups = code.split('-')
    vault.confirmRecoveryKit([0, 1].map((index) => ({ index, text: groups[index] ?? '' })))
    vault.close()
    const { session } = openVaultSession(path, context)
    const handlers = { ...vaultHandlers(session), ...ledgerHandlers(session) }
    // `as`: the guard looks at names only; these are the calls under test.
    const call = guardOwed(session, handlers as unknown as Handlers)
    const status = await call['vault.unlock']({ secret: { kind: 'recovery-kit', code } })
    return { call, session, status }
  }

  it('answers nothing before a new passphrase is set, then everything', async () => {
    const { call, session, status } = await openedByKit()
    expect(status.session?.owed).toBe('passphrase')
    const first = expect.objectContaining({ code: 'passphrase-first' })
    expect(() => call['ledger.rows']({ from: 0, count: 1 })).toThrow(first)
    expect(() => call['vault.changePassphrase']({ current: 'x', next: NEXT })).toThrow(first)
    await expect(call['kit.setPassphrase']({ passphrase: 'short' })).rejects.toThrow(
      expect.objectContaining({ code: 'passphrase-too-weak' }),
    )
    expect(() => call['ledger.health'](undefined)).toThrow(first)

    const after = await call['kit.setPassphrase']({ passphrase: NEXT })
    expect(after.session?.owed).toBeUndefined()
    expect(await call['ledger.rows']({ from: 0, count: 1 })).toMatchObject({ total: 0 })
    session.close()
    const secret = { kind: 'passphrase', passphrase: NEXT } as const
    expect((await call['vault.unlock']({ secret })).session?.owed).toBeUndefined()
    session.close()
  })

  it('makes who came in by shares a new custodian, never one under a name that is known', async () => {
    const { vault, path, context } = await createVault()
    const [first = '', second = ''] = makeSplitKit(vault, ['法定代表人', '财务'])
    const known = vault.custodianName
    vault.close()
    const { session, call } = openVaultSession(path, context)
    await call['vault.unlock']({ secret: { kind: 'recovery-shares', codes: [first, second] } })
    const taken = expect.objectContaining({
      code: 'invalid-value',
      facts: expect.objectContaining({ code: 'custodian-name-taken', name: known }),
    })
    for (const name of [known, ` ${known} `, [...known].join(' ')]) {
      await expect(call['kit.setPassphrase']({ passphrase: NEXT, name })).rejects.toThrow(taken)
    }
    const unseen = expect.objectContaining({
      facts: expect.objectContaining({ code: 'custodian-name-unseen' }),
    })
    const [initial = '', ...rest] = known
    const turned = `\u202e${[...known].reverse().join('')}`
    for (const name of [`${known}\u200b`, `${initial}\u2060${rest.join('')}`, turned]) {
      await expect(call['kit.setPassphrase']({ passphrase: NEXT, name })).rejects.toThrow(unseen)
    }
    expect(
      session
        .open()
        .vault.slots()
        .filter(({ kind }) => kind === 'passphrase'),
    ).toHaveLength(1)
    await call['kit.setPassphrase']({ passphrase: NEXT, name: `${known}（2）` })
    expect(
      session
        .open()
        .vault.slots()
        .map(({ custodianName }) => custodianName),
    ).toContain(`${known}（2）`)
    session.close()
  })

  /** The calls over a vault with a kit, whole or in parts, not yet open. */
  async function closedVault(kind: 'recovery-kit' | 'recovery-shares') {
    const { vault, path, context } = await createVault()
    const shares = kind === 'recovery-shares' ? makeSplitKit(vault, ['法定代表人', '财务']) : []
    const [first = '', second = ''] = shares
    const code = kind === 'recovery-kit' ? vault.prepareRecoveryKit().code : ''
    if (kind === 'recovery-kit') {
      const groups = code.split('-')
      vault.confirmRecoveryKit([0, 1].map((index) => ({ index, text: groups[index] ?? '' })))
    }
    vault.close()
    const codes: [string, string] = [first, second]
    const secret = kind === 'recovery-kit' ? { kind, code } : { kind, codes }
    return { ...openVaultSession(path, context), path, secret }
  }

  const KITS = ['recovery-kit', 'recovery-shares'] as const

  it.each(KITS)('is never opened for reading only where it can be written: %s', async (kind) => {
    const { session, call, secret } = await closedVault(kind)
    await expect(call['vault.unlock']({ secret, isReadOnly: true })).rejects.toThrow(
      expect.objectContaining({
        code: 'refused',
        facts: expect.objectContaining({ reason: 'kit-read-only' }),
      }),
    )
    expect(session.isOpen()).toBe(false)
    expect((await call['vault.unlock']({ secret })).session?.owed).toBe('passphrase')
    session.close()
  })

  it.each(KITS)(
    'is read where it cannot be written, and the others hear of it: %s',
    async (kind) => {
      const { session, call, path, secret } = await closedVault(kind)
      const writable = makeUnwritable(path)
      const status = await call['vault.unlock']({ secret })
      expect(status.session).toMatchObject({ mode: 'read-only', openedByKit: true })
      session.close()
      writable()
      await call['vault.unlock']({ secret: { kind: 'passphrase', passphrase: PASSPHRASE } })
      expect(await custodyNotices(session.open())).toContainEqual(
        expect.objectContaining({
          action: 'vault.unlocked',
          facts: expect.objectContaining({ by: kind }),
        }),
      )
      session.close()
    },
  )
})

/** Takes the right to write a vault and its folder; root becomes nobody for that. Gives it back when called, or after the test. */
function makeUnwritable(file: string): () => void {
  const folder = dirname(file)
  const isRoot = process.getuid?.() === 0
  chmodSync(file, 0o444)
  chmodSync(folder, 0o555)
  if (isRoot) process.seteuid?.(65_534)
  const giveBack = () => {
    if (isRoot) process.seteuid?.(0)
    if (!existsSync(file)) return
    chmodSync(folder, 0o700)
    chmodSync(file, 0o600)
  }
  onTestFinished(giveBack)
  return giveBack
}
