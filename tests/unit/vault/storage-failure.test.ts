import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openVaultFile } from '../../../electron/vault/open.ts'
import { DEFAULT_KDF_COST } from '../../../electron/vault/passphrase.ts'
import { applyChanges } from '../../../electron/vault/records.ts'
import { beginWrite } from '../../../electron/vault/transaction.ts'
import { Vault, type VaultContext } from '../../../electron/vault/vault.ts'
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

// Many files, or real key derivations: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const WRITER = fileURLToPath(new URL('../../support/vault-writer.ts', import.meta.url))

/** A file system of its own, of two megabytes. Undefined where we may not mount one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'beian-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true })
  })
  return folder
}

function vaultOptions() {
  return { passphrase: bytesOf(PASSPHRASE), custodianName: '林备案', kdf: DEFAULT_KDF_COST }
}

function manyRecords(count: number) {
  return Array.from({ length: count }, (_, index) => someRecord(index))
}

const diskFull = expect.objectContaining({ code: 'disk-full' })

describe('a full disk', () => {
  it('loses nothing, and the vault goes on when there is room again', async () => {
    const folder = smallDisk()
    if (folder === undefined) {
      process.stdout.write(
        'a full disk: only pages are limited here, since no file system may be mounted\n',
      )
      return limitedPages()
    }
    const path = join(folder, 'small.beian')
    const context = testContext()
    const vault = await Vault.create(path, vaultOptions(), context)
    const kept = someRecord(1)
    vault.write([kept], [entry()])
    const room = 2 * 1024 * 1024 - statSync(path).size
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(room - 200_000))

    const { revision } = vault
    expect(() => vault.write(manyRecords(2000), [entry()])).toThrow(diskFull)
    await expect(vault.writeMany(manyRecords(2000), [entry()])).rejects.toThrow(diskFull)
    expect(vault.revision).toBe(revision)
    expect(vault.peekSecret(kept.id)).toEqual(kept.secret)
    rmSync(join(folder, 'ballast'))
    vault.write([{ ...kept, overview: { later: true } }], [entry()])
    vault.close()

    const again = await openVault(path, context)
    expect(again.findings).toEqual([])
    expect([...again.records()].map((record) => record.overview)).toEqual([{ later: true }])
    again.close()
  })

  it('cannot keep anybody from closing, and no half-made vault stays behind', async () => {
    const folder = smallDisk()
    if (folder === undefined) return limitedPages()
    const context = testContext()
    const path = join(folder, 'small.beian')
    const vault = await Vault.create(path, vaultOptions(), context)
    vault.write(manyRecords(5), [entry()])
    const free = 2 * 1024 * 1024 - statSync(path).size
    try {
      writeFileSync(join(folder, 'ballast'), Buffer.alloc(free))
    } catch {
      // Full to the last block, as it should be.
    }
    expect(() => vault.write(manyRecords(300), [entry()])).toThrow(diskFull)
    vault.close()
    await expect(
      Vault.create(join(folder, 'second.beian'), vaultOptions(), context),
    ).rejects.toThrow(diskFull)
    expect(readdirSync(folder).sort()).toEqual(['ballast', 'small.beian'])
    const reader = await openVault(path, context, { readOnly: true })
    expect([...reader.records()]).toHaveLength(5)
    reader.close()
  })
})

describe('an unlock on a full disk', () => {
  it('opens for reading only, so that the passwords stay reachable', async () => {
    const folder = smallDisk()
    if (folder === undefined) return limitedPages()
    const context = testContext()
    const path = join(folder, 'small.beian')
    const vault = await Vault.create(path, vaultOptions(), context)
    const record = someRecord(1)
    vault.write([record], [entry()])
    vault.close()
    writeFileSync(join(folder, 'more'), Buffer.alloc(4096))
    try {
      writeFileSync(join(folder, 'ballast'), Buffer.alloc(2 * 1024 * 1024))
    } catch {
      // Full to the last block, as it should be.
    }
    const reader = await openVault(path, context)
    expect(reader.mode).toBe('read-only')
    expect(reader.findings).toEqual([])
    expect(reader.readSecret(record.id, entry('secret.revealed', record.id))).toEqual(record.secret)
    expect(() => reader.write([record], [entry()])).toThrow(
      expect.objectContaining({ code: 'read-only' }),
    )
    reader.close()
    rmSync(join(folder, 'ballast'))
    const later = await openVault(path, context)
    expect(later.mode).toBe('normal')
    expect(later.audit({ limit: 5 }).map((row) => row.action)).toContain('secret.revealed')
  })
})

/** What of a full disk can be tried without mounting one: a file that may not grow. */
async function limitedPages() {
  const { vault, path, context } = await createVault()
  vault.write([someRecord(1)], [entry()])
  vault.close()
  const kilobytes = Math.ceil(statSync(path).size / 1024) + 64
  const result = spawnSync('bash', [
    '-c',
    `ulimit -f ${kilobytes}; trap '' XFSZ; exec "$0" "$@"`,
    process.execPath,
    WRITER,
    path,
    'import',
    PASSPHRASE,
  ])
  expect(String(result.stderr)).toMatch(/disk-full|io-failed/)
  const again = await openVault(path, context)
  expect([...again.records()]).toHaveLength(1)
}

describe('a file that may not grow any more', () => {
  it('fails with an error of its own and loses nothing', limitedPages)
})

/** A copy of a vault and its journal as a crash in the midst of a change leaves them. */
async function crashInMidWrite(path: string, context: VaultContext): Promise<string> {
  const { core } = await openVaultFile(path, byPassphrase(), {}, context)
  // So little memory that SQLite writes into the file in the midst of the transaction.
  core.db.pragma('cache_size = 2')
  const draft = beginWrite(core)
  for (const _ of applyChanges(core, draft, manyRecords(500)));
  const crashed = `${path}.crashed`
  for (const suffix of ['', '-journal']) copyFileSync(path + suffix, crashed + suffix)
  core.db.close()
  return crashed
}

describe('a file whose last change was cut off by a crash', () => {
  it('is inspected and opened for reading at the state before that change', async () => {
    const { vault, path, context } = await createVault()
    vault.write(manyRecords(300), [entry()])
    vault.close()
    const crashed = await crashInMidWrite(path, context)
    expect(statSync(`${crashed}-journal`).size).toBeGreaterThan(0)
    for (const how of ['inspect', 'read'] as const) {
      const copy = `${crashed}.${how}`
      for (const suffix of ['', '-journal']) copyFileSync(crashed + suffix, copy + suffix)
      if (how === 'inspect') expect(Vault.inspect(copy).vaultIdHex).toBe(vault.vaultIdHex)
      const opened = await openVault(copy, testContext(), { readOnly: how === 'read' })
      expect(opened.findings).toEqual([{ code: 'anchor-missing' }])
      expect([...opened.records()]).toHaveLength(300)
    }
  })
})

describe('a folder that cannot be written', () => {
  /** Root may write anywhere, but not on a read-only mount. */
  async function lockedFolder() {
    const folder = mkdtempSync(join(tmpdir(), 'beian-readonly-'))
    const path = join(folder, 'vault.beian')
    const context = testContext()
    const vault = await Vault.create(path, vaultOptions(), context)
    vault.write([someRecord(1)], [entry()])
    vault.close()
    const crashed = await crashInMidWrite(path, context)
    const isRoot = process.getuid?.() === 0
    let isLocked = true
    if (isRoot) {
      const bound = spawnSync('mount', ['--bind', folder, folder]).status === 0
      isLocked = bound && spawnSync('mount', ['-o', 'remount,ro,bind', folder]).status === 0
      onTestFinished(() => {
        if (bound) execFileSync('umount', ['-l', folder])
        rmSync(folder, { recursive: true })
      })
    } else {
      chmodSync(folder, 0o500)
      chmodSync(path, 0o400)
      onTestFinished(() => {
        chmodSync(folder, 0o700)
        rmSync(folder, { recursive: true })
      })
    }
    return { folder, path, crashed, context, isLocked }
  }

  it('is said so, and the vault can still be opened for reading, with every reveal kept for the trail', async () => {
    const { folder, path, crashed, context, isLocked } = await lockedFolder()
    if (!isLocked) {
      process.stdout.write(
        'a folder that cannot be written: root without mount rights cannot make one\n',
      )
      expect(existsSync(path)).toBe(true)
      return
    }
    const notWritable = expect.objectContaining({ code: 'folder-not-writable' })
    await expect(Vault.open(path, byPassphrase(), {}, context)).rejects.toThrow(notWritable)
    await expect(Vault.create(join(folder, 'b.beian'), vaultOptions(), context)).rejects.toThrow(
      notWritable,
    )

    const vault = await Vault.open(path, byPassphrase(), { readOnly: true }, context)
    expect(vault.mode).toBe('read-only')
    expect(() => Vault.inspect(crashed)).toThrow(
      expect.objectContaining({
        code: 'folder-not-writable',
        facts: { reason: 'interrupted-change' },
      }),
    )
    const [record] = [...vault.records()]
    expect(() => vault.write([], [entry()])).toThrow(expect.objectContaining({ code: 'read-only' }))
    expect(vault.readSecret(record?.id ?? '', entry('secret.revealed', record?.id))).toBeDefined()
    vault.close()
    if (process.getuid?.() === 0) execFileSync('mount', ['-o', 'remount,rw,bind', folder])
    else {
      chmodSync(folder, 0o700)
      chmodSync(path, 0o600)
    }
    const later = await Vault.open(path, byPassphrase(), {}, context)
    expect(later.audit({ limit: 5 }).map((row) => row.action)).toContain('secret.revealed')
    later.close()
  })
})
