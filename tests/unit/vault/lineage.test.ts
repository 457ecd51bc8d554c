import { copyFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Vault } from '../../../electron/vault/vault.ts'
import { invite, JOINER_PASSPHRASE, join } from '../../support/custody.ts'
import { byPassphrase, createVault, entry, openVault, someRecord } from '../../support/vault.ts'

/** A vault of two, a copy of it, and a way to open each as the one who stays or the one who leaves. */
async function copied() {
  const { vault, path, context } = await createVault()
  const { local } = await invite(vault, context)
  vault.close()
  const joined = await join(path, local, context)
  const leaverId = joined.custodianId
  joined.close()
  const copy = `${path}.copy.beian`
  copyFileSync(path, copy)
  const open = async (file: string, passphrase?: string): Promise<Vault> => {
    // The copy lies on a machine of its own.
    const anchors = { read: () => undefined, write: () => {} }
    const own = file === path ? context : { ...context, anchors }
    const opened = await openVault(
      file,
      own,
      {},
      passphrase === undefined ? byPassphrase() : byPassphrase(passphrase),
    )
    onTestFinished(() => opened.close())
    return opened
  }
  const here = await open(path)
  return {
    here,
    there: () => open(copy),
    byLeaver: () => open(copy, JOINER_PASSPHRASE),
    remove: () =>
      here.rekey({ keepSlots: ({ custodianId }) => custodianId !== leaverId, reason: 'left' }),
  }
}

const keepAll = { keepSlots: () => true, reason: 'branch' }
const WENT_APART = expect.objectContaining({ code: 'copy-went-apart' })

describe('a copy of the vault', () => {
  it('whose keys a leaver changed by themselves is of another line, and nothing of it is taken', async () => {
    const test = await copied()
    await test.remove()
    const evil = await test.byLeaver()
    await evil.rekey(keepAll)
    evil.write([someRecord(1)], [entry()])
    evil.close()
    const copy = await test.there()
    expect(copy.mode).toBe('normal')
    expect(copy.generation).toBe(test.here.generation)
    expect(() => test.here.requireCopy(copy)).toThrow(WENT_APART)
    expect(() => test.here.forkFrom(copy)).toThrow(WENT_APART)
    expect(() => test.here.compareWith(copy)).toThrow(WENT_APART)
    await expect(
      test.here.mergeFrom(copy, { changes: [], attachmentIds: [] }, [entry()]),
    ).rejects.toThrow(WENT_APART)
  })

  it('of before a change of keys is one, and so is one with keys that are newer', async () => {
    const test = await copied()
    const copy = await test.there()
    test.here.requireCopy(copy, true)
    await test.remove()
    test.here.requireCopy(copy, true)
    copy.requireCopy(test.here, true)
  })

  it('that went on with other ways in is one, and does not take the vault’s place', async () => {
    const test = await copied()
    const copy = await test.there()
    copy.addKeychainSlot({ label: '别的电脑', expiresAt: Date.now() + 1e10 })
    await test.remove()
    test.here.requireCopy(copy)
    expect(() => test.here.requireCopy(copy, true)).toThrow(WENT_APART)
  })
})
