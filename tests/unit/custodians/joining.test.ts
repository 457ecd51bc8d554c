import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodeBase45 } from '../../../electron/custodians/base45.ts'
import { custodiansHandlers } from '../../../electron/handlers/custodians.ts'
import { joinHandlers } from '../../../electron/handlers/join.ts'
import { vaultHandlers } from '../../../electron/handlers/vault.ts'
import { createSession } from '../../../electron/session.ts'
import type { VaultContext } from '../../../electron/vault/vault.ts'
import type { HostCallName } from '../../../shared/host-contract.ts'
import { DEFAULT_PREFERENCES } from '../../../shared/preferences.ts'
import { createVault, PASSPHRASE, temporaryFolder, testContext } from '../../support/vault.ts'

const JOINER = '秋雨 梧桐 旧书摊 blue harbour 29'
const FIRST = { kind: 'passphrase', passphrase: PASSPHRASE } as const
const DAY_MS = 24 * 60 * 60_000

const coded = (code: string) => expect.objectContaining({ code })

/** A machine with a vault chosen, and what its file dialogs answer. */
function machine(vaultPath: string, context: VaultContext) {
  const dataFolder = temporaryFolder()
  const dialogs: { file: string | undefined } = { file: undefined }
  const session = createSession({
    now: context.now,
    // `as`: of main's answers only those of the dialogs are read.
    host: (name: HostCallName) =>
      Promise.resolve((name.startsWith('dialog.') ? dialogs.file : undefined) as never),
    emit: () => {},
    context: () => Promise.resolve(context),
    warmKdf: () => {},
    hostState: {
      preferences: DEFAULT_PREFERENCES,
      recentPaths: [],
      startPath: vaultPath,
      dataFolder,
      app: { version: '0.0.0', isTestRuntime: false, isDemo: false, platform: 'linux' },
    },
  })
  const call = {
    ...vaultHandlers(session),
    ...custodiansHandlers(session),
    ...joinHandlers(session),
  }
  return { call, session, dialogs, dataFolder }
}

/** A vault that is locked, the machine of its custodian, and the machine of who wants to join. */
async function twoMachines() {
  const { vault, path: file, context } = await createVault()
  vault.close()
  const clock = { aheadMs: 0 }
  const at = (): VaultContext => ({ ...testContext(), now: () => context.now() + clock.aheadMs })
  const here = machine(file, { ...context, now: at().now })
  const there = machine(file, at())
  return { file, clock, here, there }
}

/** The request of the other machine, as a file. */
async function requestFile(there: ReturnType<typeof machine>) {
  const made = await there.call['join.begin']({ name: '周文', passphrase: JOINER })
  there.dialogs.file = path.join(temporaryFolder(), '申请.beian-key')
  await there.call['join.saveKeyFile']({ id: made.id })
  return { made, keyFile: there.dialogs.file }
}

describe('who wants to join', () => {
  it('is let in by a custodian, compares the vault’s words, and then has a way in of their own', async () => {
    const { here, there } = await twoMachines()
    const { made, keyFile } = await requestFile(there)
    await here.call['vault.unlock']({ secret: FIRST })
    here.dialogs.file = keyFile
    const read = await here.call['custodians.chooseRequest'](undefined)
    expect(read).toMatchObject({ name: '周文', words: made.words })
    const { vaultWords } = await here.call['custodians.invite']({
      areWordsSame: true,
      role: 'deputy',
      days: 7,
      post: '行政主管',
    })
    const waiting = await here.call['custodians.list'](undefined)
    expect(waiting.custodians[1]).toMatchObject({
      name: '周文',
      role: 'deputy',
      post: '行政主管',
      canOpen: false,
      ways: [{ kind: 'next-custodian', isExpired: false }],
    })
    expect(waiting.isAlone).toBe(true)
    here.session.close()

    const look = await there.call['join.look']({ id: made.id, passphrase: JOINER })
    expect(look).toMatchObject({ words: vaultWords, isAuditor: false, custodianName: '周文' })
    const { confirmed } = look
    const secret = { kind: 'join', id: made.id, passphrase: JOINER, confirmed } as const
    expect(await there.call['vault.unlock']({ secret })).toMatchObject({
      session: { custodianName: '周文', scope: 'all' },
    })
    expect(await there.call['join.list'](undefined)).toEqual([])
    expect(readdirSync(path.join(there.dataFolder, 'joining'))).toEqual([])
    expect(await there.call['custodians.list'](undefined)).toMatchObject({ isAlone: false })
    // Who joined knows of it; the other one is told.
    expect(await there.call['custodians.notices'](undefined)).toEqual([])
    there.session.close()

    await here.call['vault.unlock']({ secret: FIRST })
    const notices = await here.call['custodians.notices'](undefined)
    expect(notices).toMatchObject([{ action: 'slot.joined', custodianName: '周文' }])
    await here.call['custodians.acknowledge']({ sequence: notices[0]?.sequence ?? 0 })
    expect(await here.call['custodians.notices'](undefined)).toEqual([])
    here.session.close()
  })

  it.each(['林备案', ' 林 备案', '林备案\u200b', '\u202e案备林'])(
    'is not let in under the name of somebody who is here: %j',
    async (name) => {
      const { here, there } = await twoMachines()
      const { code } = await there.call['join.begin']({ name, passphrase: JOINER })
      await here.call['vault.unlock']({ secret: FIRST })
      await here.call['custodians.readRequest']({ code })
      for (const role of ['deputy', 'auditor'] as const) {
        await expect(
          (async () => here.call['custodians.invite']({ areWordsSame: true, role, days: 7 }))(),
        ).rejects.toThrow(
          expect.objectContaining({
            code: 'invalid-value',
            facts: expect.objectContaining({
              code: expect.stringMatching(/^custodian-name-(taken|unseen)$/),
            }),
          }),
        )
      }
      expect((await here.call['custodians.list'](undefined)).custodians).toHaveLength(1)
      here.session.close()
    },
  )

  it('comes by the text of a QR code too, and by nothing that is no request', async () => {
    const { here, there } = await twoMachines()
    const { made, keyFile } = await requestFile(there)
    await here.call['vault.unlock']({ secret: FIRST })
    expect(await here.call['custodians.readRequest']({ code: made.code })).toMatchObject({
      words: made.words,
    })
    const unreadable = coded('join-request-unreadable')
    const spoilt = new Uint8Array(readFileSync(keyFile))
    spoilt[200] = (spoilt[200] ?? 0) ^ 1
    for (const code of ['', 'HELLO WORLD', encodeBase45(spoilt), made.code.slice(3)]) {
      expect(() => here.call['custodians.readRequest']({ code })).toThrow(unreadable)
    }
    here.dialogs.file = path.join(temporaryFolder(), 'x.beian-key')
    writeFileSync(here.dialogs.file, new Uint8Array(100_000))
    await expect(here.call['custodians.chooseRequest'](undefined)).rejects.toThrow(unreadable)
    here.session.close()
  })

  it('is too late after the days that were given, and the invitation can be taken back', async () => {
    const { here, there, clock } = await twoMachines()
    const { made, keyFile } = await requestFile(there)
    await here.call['vault.unlock']({ secret: FIRST })
    here.dialogs.file = keyFile
    await here.call['custodians.chooseRequest'](undefined)
    await here.call['custodians.invite']({ areWordsSame: true, role: 'custodian', days: 1 })
    here.session.close()

    clock.aheadMs = DAY_MS + 60_000
    await expect(there.call['join.look']({ id: made.id, passphrase: JOINER })).rejects.toThrow(
      coded('join-expired'),
    )
    await here.call['vault.unlock']({ secret: FIRST })
    const line = (await here.call['custodians.list'](undefined)).custodians[1]
    expect(line?.ways).toMatchObject([{ isExpired: true }])
    await here.call['custodians.withdraw']({ slotId: line?.ways[0]?.slotId ?? '' })
    expect((await here.call['custodians.list'](undefined)).custodians).toHaveLength(1)
    here.session.close()
  })

  it('is not found where the request was made on another machine, or thrown away', async () => {
    const { there } = await twoMachines()
    const { made } = await requestFile(there)
    await there.call['join.discard']({ id: made.id })
    await expect(there.call['join.look']({ id: made.id, passphrase: JOINER })).rejects.toThrow(
      coded('join-request-not-here'),
    )
    expect(await there.call['join.list'](undefined)).toEqual([])
  })

  it('is not made with a passphrase that would be guessed', async () => {
    const { there } = await twoMachines()
    await expect(
      there.call['join.begin']({ name: '周文', passphrase: '12345678' }),
    ).rejects.toThrow(coded('passphrase-too-weak'))
  })
})

describe('the facts of a custodian', () => {
  it('are changed, but never make a custodian of an auditor', async () => {
    const { here, there } = await twoMachines()
    const { keyFile } = await requestFile(there)
    await here.call['vault.unlock']({ secret: FIRST })
    here.dialogs.file = keyFile
    await here.call['custodians.chooseRequest'](undefined)
    await here.call['custodians.invite']({ areWordsSame: true, role: 'auditor', days: 7 })
    const { custodians } = await here.call['custodians.list'](undefined)
    const [self, auditor] = custodians
    const facts = { custodianId: auditor?.custodianId ?? '', name: '周文', joinedOn: '2026-01-05' }
    expect(() => here.call['custodians.save']({ ...facts, role: 'custodian' })).toThrow(
      coded('invalid-value'),
    )
    here.call['custodians.save']({ ...facts, role: 'auditor', staffNumber: 'A-17' })
    const own = { custodianId: self?.custodianId ?? '', name: '林备案', joinedOn: '2026-01-05' }
    here.call['custodians.save']({ ...own, role: 'deputy', post: '备案专员' })
    expect(await here.call['custodians.list'](undefined)).toMatchObject({
      custodians: [
        { name: '林备案', role: 'deputy', post: '备案专员' },
        { name: '周文', role: 'auditor', staffNumber: 'A-17' },
      ],
    })
    here.session.close()
  })
})
