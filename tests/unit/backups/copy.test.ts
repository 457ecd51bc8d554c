import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  createVault,
  entry,
  openVault,
  someRecord,
  temporaryFolder,
  testContext,
} from '../../support/vault.ts'

const nameOf = (revision: number, attempt: number) => `copy-r${revision}-${attempt}.beian`

async function* content(size: number) {
  yield new Uint8Array(size).fill(7)
}

/** Makes the folder a disk of two megabytes. False where we may not mount one. */
function mountSmall(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return false
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return true
}

describe('a backup', () => {
  it('is a whole vault that opens by the passphrase where this machine never was', async () => {
    const { vault, path } = await createVault()
    const record = someRecord(1)
    vault.write([record], [entry()])
    await vault.writeAttachment(
      { ownerId: record.id, name: '执照.png', mediaType: 'image/png' },
      content(200_000),
      [entry()],
    )
    const folder = temporaryFolder()
    const made = await vault.backUp({ folder, nameOf })
    expect(made.revision).toBe(vault.revision)
    expect(made.checkWords).toEqual(vault.checkWords())
    expect(made.slots).toEqual(vault.slots())
    expect(readdirSync(folder)).toEqual([made.fileName])
    expect(statSync(join(folder, made.fileName)).mode & 0o777).toBe(0o600)

    const copy = await openVault(join(folder, made.fileName), testContext(), { readOnly: true })
    expect(copy.findings).toEqual([{ code: 'anchor-missing' }])
    expect(copy.peekSecret(record.id)).toEqual(record.secret)
    const [attachment] = copy.attachments()
    expect(attachment).toMatchObject({ name: '执照.png', sizeBytes: 200_000 })
    // The vault it was made of is still ours alone, and goes on.
    await expect(openVault(path, testContext())).rejects.toMatchObject({ code: 'opened-elsewhere' })
    vault.write([someRecord(2)], [entry()])
  })

  it('holds one state of a vault that is written meanwhile', async () => {
    const { vault } = await createVault()
    vault.write(
      Array.from({ length: 2000 }, (_, index) => someRecord(index)),
      [entry()],
    )
    const folder = temporaryFolder()
    const before = vault.revision
    let writes = 0
    const made = await vault.backUp({
      folder,
      nameOf,
      onProgress: () => {
        if (writes < 3) vault.write([someRecord(9000 + writes)], [entry()])
        writes += 1
      },
    })
    expect(writes).toBeGreaterThan(0)
    expect(made.revision).toBeGreaterThanOrEqual(before)
    const copy = await openVault(join(folder, made.fileName), testContext(), { readOnly: true })
    expect([...copy.records()]).toHaveLength(2000 + made.revision - before)
  })

  it('is checked later with the keys in memory, until all keys were changed', async () => {
    const { vault } = await createVault()
    const folder = temporaryFolder()
    const made = await vault.backUp({ folder, nameOf })
    const file = join(folder, made.fileName)
    vault.write([someRecord(1)], [entry()])
    expect(await vault.verifyCopy(file, made.sizeBytes)).toMatchObject({ revision: made.revision })
    await vault.rekey({ keepSlots: () => true, reason: 'test' })
    await expect(vault.verifyCopy(file, made.sizeBytes)).rejects.toMatchObject({
      code: 'refused',
      facts: { reason: 'other-generation' },
    })
  })

  it('that was altered, cut short or swapped for another vault is not taken for whole', async () => {
    const { vault } = await createVault()
    const record = someRecord(1)
    vault.write([record], [entry()])
    await vault.writeAttachment(
      { ownerId: record.id, name: 'a', mediaType: 'image/png' },
      content(90_000),
      [entry()],
    )
    const folder = temporaryFolder()
    const { fileName, sizeBytes } = await vault.backUp({ folder, nameOf })
    const file = join(folder, fileName)
    const whole = readFileSync(file)

    const altered = Buffer.from(whole)
    // Somewhere in the attachment, whose pages make up most of the file.
    const at = Math.floor(whole.length * 0.7)
    altered.writeUInt8(altered.readUInt8(at) ^ 1, at)
    writeFileSync(file, altered)
    await expect(vault.verifyCopy(file, sizeBytes)).rejects.toMatchObject({ code: 'vault-damaged' })

    writeFileSync(file, whole)
    truncateSync(file, whole.length - 4096)
    await expect(vault.verifyCopy(file, sizeBytes)).rejects.toMatchObject({ code: 'vault-damaged' })

    const other = await createVault()
    const foreign = await other.vault.backUp({ folder, nameOf })
    const place = join(folder, foreign.fileName)
    await expect(vault.verifyCopy(place, 1)).rejects.toMatchObject({ code: 'not-a-vault' })
  })

  it('into a folder that is not there says so and leaves nothing', async () => {
    const { vault } = await createVault()
    const folder = join(temporaryFolder(), 'unplugged')
    await expect(vault.backUp({ folder, nameOf })).rejects.toMatchObject({ code: 'file-not-found' })
  })

  it('onto a full disk says so and leaves no half of it, and comes when there is room', async () => {
    const { vault } = await createVault()
    vault.write(
      Array.from({ length: 800 }, (_, index) => someRecord(index)),
      [entry()],
    )
    const folder = temporaryFolder()
    if (!mountSmall(folder)) {
      process.stdout.write('a full disk: a file in the place of the folder stands for it here\n')
      const file = join(folder, 'no-folder')
      writeFileSync(file, '')
      const refused = vault.backUp({ folder: file, nameOf })
      return expect(refused).rejects.toMatchObject({ code: 'file-not-found' })
    }
    const room = 2 * 1024 * 1024 - 100_000
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(room))
    await expect(vault.backUp({ folder, nameOf })).rejects.toMatchObject({ code: 'disk-full' })
    expect(readdirSync(folder)).toEqual(['ballast'])
    rmSync(join(folder, 'ballast'))
    const made = await vault.backUp({ folder, nameOf })
    expect(readdirSync(folder)).toEqual([made.fileName])
  })

  it('given up, or of a vault closed meanwhile, leaves nothing behind', async () => {
    const { vault } = await createVault()
    vault.write(
      Array.from({ length: 500 }, (_, index) => someRecord(index)),
      [entry()],
    )
    const folder = temporaryFolder()
    const isCancelled = () => true
    await expect(vault.backUp({ folder, nameOf, isCancelled })).rejects.toMatchObject({
      code: 'cancelled',
    })
    const pending = vault.backUp({ folder, nameOf })
    vault.close()
    await expect(pending).rejects.toMatchObject({ code: 'vault-locked' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('knows a recovery code without opening anything', async () => {
    const { vault } = await createVault()
    const { code } = vault.prepareRecoveryKit()
    expect(vault.isCodeOfKit(code)).toBe(false)
    const groups = code.split('-')
    vault.confirmRecoveryKit([0, 5].map((index) => ({ index, text: groups[index] ?? '' })))
    const { revision } = vault
    expect(vault.isCodeOfKit(code.toLowerCase())).toBe(true)
    expect(() => vault.isCodeOfKit(code.slice(1))).toThrow(
      expect.objectContaining({ code: 'wrong-recovery-kit' }),
    )
    expect(vault.revision).toBe(revision)
  })
})
