import { randomBytes } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import type { VaultContext } from '../../../electron/vault/vault.ts'
import {
  createVault,
  entry,
  memoryAnchors,
  openVault,
  someRecord,
  testContext,
} from '../../support/vault.ts'
import { copyOf } from '../../support/vault-attack.ts'

// Many files: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000 })

const record = someRecord(1)

/** A vault written on this machine, and a copy of it from before. */
async function writtenVault(changes: Partial<VaultContext> = {}) {
  const { vault, path, context } = await createVault(changes)
  vault.write([record], [entry()])
  vault.close()
  const older = copyOf(path, 'older')
  await writeTo(path, context)
  return { path, older, context, name: vault.vaultIdHex }
}

async function writeTo(path: string, context: VaultContext): Promise<void> {
  const vault = await openVault(path, context)
  expect(vault.mode).toBe('normal')
  vault.write([{ ...record, overview: { at: vault.revision } }], [entry()])
  vault.close()
}

/** What an unlock finds, and whether it may write. */
async function look(path: string, context: VaultContext) {
  const vault = await openVault(path, context)
  const seen = {
    mode: vault.mode,
    codes: vault.findings.map((finding) => finding.code),
    token: vault.rollbackToken,
  }
  vault.close()
  return seen
}

async function accept(path: string, context: VaultContext, shown = '') {
  const vault = await openVault(path, context, { acceptRollback: { reason: '恢复', shown } })
  const seen = { mode: vault.mode, codes: vault.findings.map((finding) => finding.code) }
  vault.close()
  return seen
}

function flip(context: VaultContext, name: string, at: number): void {
  const bytes = Uint8Array.from(context.anchors.read(name) ?? [])
  bytes[at] = (bytes[at] ?? 0) ^ 1
  context.anchors.write(name, bytes)
}

/** The keychain's key is there, and can be taken away. */
function keychain() {
  const anchors = memoryAnchors()
  const machineKey = new Uint8Array(randomBytes(32))
  const locked = testContext({ anchors })
  return { anchors, locked, unlocked: testContext({ anchors: { ...anchors, machineKey } }) }
}

it('is not missed where the vault was only just made', async () => {
  const { vault } = await createVault()
  expect(vault.findings).toEqual([])
})

describe('an altered anchor', () => {
  it.each([0, 8, 30, 60, 100, 150, 176])('with byte %i changed is asked about', async (at) => {
    const { path, older, context, name } = await writtenVault()
    expect(context.anchors.read(name)).toHaveLength(177)
    flip(context, name, at)
    const seen = await look(path, context)
    expect(seen).toMatchObject({ mode: 'evidence', codes: ['anchor-altered'] })
    // Nothing vouches for the older file that is put there meanwhile.
    copyFileSync(older, path)
    expect((await look(path, context)).mode).toBe('evidence')
    expect(await accept(path, context, seen.token)).toMatchObject({ mode: 'evidence' })
  })

  it('is written anew once the person says that they know why', async () => {
    const { path, context, name } = await writtenVault()
    flip(context, name, 176)
    const { token } = await look(path, context)
    expect(await accept(path, context, token)).toEqual({ mode: 'normal', codes: [] })
    expect(await look(path, context)).toMatchObject({ mode: 'normal', codes: [] })
  })

  it('is only missing where a power failure left nothing of it', async () => {
    const { path, context, name } = await writtenVault()
    for (const left of [new Uint8Array(0), new Uint8Array(177)]) {
      context.anchors.write(name, left)
      expect(await look(path, context)).toMatchObject({ mode: 'normal', codes: ['anchor-missing'] })
    }
  })
})

describe('anchors with a key of the keychain', () => {
  it('hold while the keychain does not answer, and are not replaced meanwhile', async () => {
    const { locked, unlocked, anchors } = keychain()
    const { path, older, name } = await writtenVault({ anchors: unlocked.anchors })
    const newer = copyOf(path, 'newer')
    const kept = anchors.read(`${name}.keychain`)
    copyFileSync(older, path)
    expect((await look(path, locked)).codes).toEqual(['older-than-anchor'])
    // Who writes the app's folder but has no key takes the other anchor away.
    anchors.entries.delete(name)
    expect((await look(path, locked)).codes).toEqual(['older-than-anchor'])
    copyFileSync(newer, path)
    const seen = await look(path, locked)
    expect(seen).toMatchObject({ mode: 'evidence', codes: ['anchor-unverifiable'] })
    expect((await accept(path, locked, seen.token)).mode).toBe('normal')
    expect(anchors.read(`${name}.keychain`)).toEqual(kept)
    await writeTo(path, locked)
    expect(await look(path, unlocked)).toMatchObject({ mode: 'normal', codes: [] })
  })

  it('raise no alarm each time the keychain is away', async () => {
    const { locked, unlocked } = keychain()
    const { path } = await writtenVault({ anchors: unlocked.anchors })
    for (const context of [locked, unlocked, locked, locked, unlocked]) {
      expect((await look(path, context)).codes).toEqual([])
      await writeTo(path, context)
    }
  })

  it('take over from those without one, and say so once', async () => {
    const { locked, unlocked } = keychain()
    const { path } = await writtenVault({ anchors: locked.anchors })
    expect(await look(path, unlocked)).toMatchObject({ mode: 'normal', codes: ['anchor-upgraded'] })
    expect((await look(path, unlocked)).codes).toEqual([])
  })

  it('are asked about when they are another keychain’s', async () => {
    const { unlocked, anchors } = keychain()
    const { path } = await writtenVault({ anchors: unlocked.anchors })
    const machineKey = new Uint8Array(randomBytes(32))
    const other = testContext({ anchors: { ...anchors, machineKey } })
    expect((await look(path, other)).codes).toEqual(['anchor-altered'])
  })
})

describe('what a person accepts', () => {
  it('is the state they were shown, not another one put there meanwhile', async () => {
    const { vault, path, context } = await createVault()
    vault.close()
    const oldest = copyOf(path, 'oldest')
    await writeTo(path, context)
    const older = copyOf(path, 'older')
    await writeTo(path, context)
    copyFileSync(older, path)
    const { token } = await look(path, context)
    copyFileSync(oldest, path)
    expect(await accept(path, context, token)).toEqual({
      mode: 'evidence',
      codes: ['older-than-anchor'],
    })
    expect((await accept(path, context)).mode).toBe('evidence')
    copyFileSync(older, path)
    expect((await accept(path, context, token)).mode).toBe('normal')
  })
})

describe('the certificate that this machine saw', () => {
  it('cannot be accepted away when the file went another way from before it', async () => {
    const { path, older, context } = await writtenVault()
    const ours = await openVault(path, context)
    await ours.rekey({ keepSlots: () => true, reason: '离职' })
    ours.close()
    // Somebody carries the copy from before on, beyond our revision, on a machine without an anchor.
    copyFileSync(older, path)
    const elsewhere = testContext()
    for (let round = 0; round < 4; round++) await writeTo(path, elsewhere)
    const seen = await look(path, context)
    expect(seen.codes).toEqual(['certificate-not-anchored'])
    expect(seen.token).toBeUndefined()
    // Nor with a certificate of their own in its place.
    const theirs = await openVault(path, elsewhere)
    await theirs.rekey({ keepSlots: () => true, reason: '伪造' })
    theirs.close()
    expect((await look(path, context)).codes).toEqual(['certificate-not-anchored'])
    expect((await accept(path, context, seen.token)).mode).toBe('evidence')
    // The copy as it was is a backup: that may be accepted.
    copyFileSync(older, path)
    expect((await look(path, context)).codes).toEqual(['older-than-anchor'])
  })
})

describe('an anchor that cannot be written', () => {
  /** An app folder that can be taken away, and how often a change of the findings was told. */
  function fragileFolder() {
    const anchors = memoryAnchors()
    const state = { isGone: false, told: 0 }
    const write: typeof anchors.write = (name, bytes) => {
      if (state.isGone) throw new Error('no space left')
      anchors.write(name, bytes)
    }
    const context = testContext({
      anchors: { ...anchors, write },
      findingsChanged: () => state.told++,
    })
    return { anchors, state, context }
  }
  const behind = [{ code: 'anchor-not-written' }]

  it('is told until it is written again with a later change', async () => {
    const { anchors, state, context } = fragileFolder()
    const { vault, path } = await createVault(context)
    expect(vault.findings).toEqual([])
    state.isGone = true
    vault.write([record], [entry()])
    vault.write([{ ...record, overview: { a: 1 } }], [entry()])
    expect(vault.mode).toBe('normal')
    expect({ findings: vault.findings, told: state.told }).toEqual({ findings: behind, told: 1 })
    state.isGone = false
    vault.write([{ ...record, overview: { a: 2 } }], [entry()])
    expect({ findings: vault.findings, told: state.told }).toEqual({ findings: [], told: 2 })
    const kept = anchors.read(vault.vaultIdHex)
    vault.write([{ ...record, overview: { a: 3 } }], [entry()])
    expect(anchors.read(vault.vaultIdHex)).not.toEqual(kept)
    vault.close()
    expect((await look(path, context)).codes).toEqual([])
  })

  it.each([false, true])('is told at the unlock (only for reading: %s)', async (readOnly) => {
    const { vault, path } = await createVault()
    vault.close()
    const { state, context } = fragileFolder()
    state.isGone = true
    const again = await openVault(path, context, { readOnly })
    expect(again.findings).toEqual([{ code: 'anchor-missing' }, ...behind])
  })
})

describe('a vault that is only ever read', () => {
  it('is protected from older files too', async () => {
    const { path, older } = await writtenVault()
    const reader = testContext()
    for (const [file, codes] of [
      [undefined, ['anchor-missing']],
      [undefined, []],
      [older, ['older-than-anchor']],
    ] as const) {
      if (file !== undefined) copyFileSync(file, path)
      const vault = await openVault(path, reader, { readOnly: true })
      expect(vault.findings.map((finding) => finding.code)).toEqual(codes)
      vault.close()
    }
  })
})
