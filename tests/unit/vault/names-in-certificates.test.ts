import { describe, expect, it, vi } from 'vitest'
import { followCertificates, isSoundChain } from '../../../electron/vault/certificate-chain.ts'
import { closeDatabase } from '../../../electron/vault/database.ts'
import { openVaultFile } from '../../../electron/vault/open.ts'
import { sodiumReady } from '../../../electron/vault/sodium.ts'
import { chainOfStory, FORGED, HONEST, VAULT_ID } from '../../support/certificates.ts'
import { invite, JOINER_PASSPHRASE, join, makeSplitKit } from '../../support/custody.ts'
import { putPassphrase } from '../../support/forged-slot.ts'
import { byPassphrase, bytesOf, createVault, openVault } from '../../support/vault.ts'
import { copyOf } from '../../support/vault-attack.ts'

// Real files: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000 })

await sodiumReady

/** How far a slot that was pinned at the first certificate gets. */
function followed(chain: ReturnType<typeof chainOfStory>) {
  const [pinned] = chain
  if (pinned === undefined) throw new Error('no certificates')
  const rows = chain.map(({ sequence, bytes }) => ({ sequence, body: bytes }))
  const { certificate, isChainSound } = followCertificates(VAULT_ID, pinned, rows)
  return { reached: certificate.sequence, isChainSound }
}

describe('a chain of certificates', () => {
  it.each(HONEST)('is sound with %s', (_, story) => {
    const chain = chainOfStory(story)
    expect(isSoundChain(chain)).toBe(true)
    expect(followed(chain)).toEqual({ reached: chain.length, isChainSound: true })
  })

  it.each(FORGED)('is not sound with %s', (_, story) => {
    const chain = chainOfStory(story)
    expect(isSoundChain(chain.slice(0, -1))).toBe(true)
    expect(isSoundChain(chain)).toBe(false)
    expect(followed(chain)).toEqual({ reached: chain.length - 1, isChainSound: false })
  })

  it.each(FORGED)('is not sound for who was let in after %s', (_, story) => {
    const chain = chainOfStory(story)
    const pinned = chain.at(-1)
    if (pinned === undefined) throw new Error('no certificates')
    const rows = chain.map(({ sequence, bytes }) => ({ sequence, body: bytes }))
    expect(followCertificates(VAULT_ID, pinned, rows).isChainSound).toBe(false)
  })

  it('is judged by everybody whom it named, also before the pin', () => {
    const [, story = []] = FORGED.find(([name]) => name.includes('named again')) ?? []
    const chain = chainOfStory(story)
    const pinned = chain.at(-2)
    if (pinned === undefined) throw new Error('no certificates')
    // The pin itself does not name who was removed before it.
    const rows = chain.map(({ sequence, bytes }) => ({ sequence, body: bytes }))
    const { certificate, isChainSound } = followCertificates(VAULT_ID, pinned, rows)
    expect([certificate.sequence, isChainSound]).toEqual([pinned.sequence, false])
  })
})

/** A file of two custodians, and its copy that the second one goes on with by themselves. */
async function withCopy() {
  const { vault, path, context } = await createVault()
  const founderId = vault.custodianId
  const { local } = await invite(vault, context)
  vault.close()
  ;(await join(path, local, context)).close()
  const copy = copyOf(path, 'copy')
  const { core } = await openVaultFile(copy, byPassphrase(JOINER_PASSPHRASE), {}, context)
  return { copy, context, core, founderId }
}

describe('a custodian with a program of their own', () => {
  it('gets no slot under another’s id past the other’s unlock, nor past their own', async () => {
    const { copy, context, core, founderId } = await withCopy()
    await putPassphrase(core, founderId, 'a second self')
    closeDatabase(core.db)
    for (const passphrase of [undefined, JOINER_PASSPHRASE]) {
      const opened = await openVault(copy, context, {}, byPassphrase(passphrase))
      expect(opened.mode).toBe('evidence')
      expect(opened.findings.map(({ code }) => code)).toContain('generation-invalid')
      opened.close()
    }
  })

  it('signs nothing as the other', async () => {
    const { copy, context, core, founderId } = await withCopy()
    const statement = bytesOf('{"handover":"交接单 2026-01"}')
    await putPassphrase(core, founderId, 'a second self')
    closeDatabase(core.db)
    // Opened by the forged slot, whose pin is the forged certificate itself.
    const opened = await openVault(copy, context, {}, byPassphrase('a second self'))
    const forged = opened.sign(statement)
    expect(forged.custodianId).toBe(founderId)
    expect(opened.verifySignature(statement, forged)).toBe(false)
  })

  it('cannot take over the other’s slot by keys of theirs', async () => {
    const { copy, context, core, founderId } = await withCopy()
    const founder = core.state.certificate.members.filter(
      ({ custodianId }) => Buffer.from(custodianId).toString('hex') === founderId,
    )
    await putPassphrase(core, founderId, 'a second self', founder)
    closeDatabase(core.db)
    const opened = await openVault(copy, context, {}, byPassphrase(JOINER_PASSPHRASE))
    expect(opened.mode).toBe('evidence')
  })

  it('may have a second passphrase of their own', async () => {
    const { copy, context, core } = await withCopy()
    const own = Buffer.from(core.self.custodianId).toString('hex')
    await putPassphrase(core, own, 'on another machine')
    closeDatabase(core.db)
    expect((await openVault(copy, context)).findings).toEqual([])
  })
})

describe('a split kit', () => {
  it('made anew by who came in by it leaves them in, and the vault whole', async () => {
    const { vault, path, context } = await createVault()
    const codes = makeSplitKit(vault, ['王法人', '李财务'])
    vault.close()
    const byShares = { kind: 'recovery-shares', codes } as const
    const rescued = await openVault(path, context, {}, byShares)
    const next = makeSplitKit(rescued, ['王法人', '赵信息'])
    // From here on their pin is written under the new kit's id.
    await invite(rescued, context)
    rescued.close()
    const again = await openVault(path, context, {}, { kind: 'recovery-shares', codes: next })
    expect(again.findings).toEqual([])
  })
})
