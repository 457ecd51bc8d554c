import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { DEFAULT_KDF_COST } from '../../../electron/vault/passphrase.ts'
import { Vault } from '../../../electron/vault/vault.ts'
import {
  byPassphrase,
  bytesOf,
  createVault,
  entry,
  openVault,
  PASSPHRASE,
  someRecord,
  temporaryFolder,
  testContext,
} from '../../support/vault.ts'

// Processes of their own: slow where other work shares the machine.
vi.setConfig({ testTimeout: 60_000 })

const WRITER = fileURLToPath(new URL('../../support/vault-writer.ts', import.meta.url))

function rejectedWith(code: string) {
  return expect.objectContaining({ name: 'VaultError', code })
}

/** What another process is told that tries to open the vault. */
function tryElsewhere(path: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, [WRITER, path, 'look', PASSPHRASE], {
    encoding: 'utf8',
    timeout: 30_000,
  })
  return stdout.startsWith('ready') ? 'opened' : (/code: '([a-z-]+)'/.exec(stderr)?.[1] ?? stderr)
}

function makePipe(path: string): void {
  expect(spawnSync('mkfifo', [path]).status).toBe(0)
}

const hasPipes = process.platform !== 'win32'

describe('the lock of an open vault', () => {
  it('stays when the same process looks at the file, by any of its names, again', async () => {
    const { vault, path } = await createVault()
    const link = `${path}.hard`
    const symbolic = `${path}.symbolic`
    linkSync(path, link)
    symlinkSync(path, symbolic)
    for (const name of [path, link, symbolic]) {
      expect(() => Vault.inspect(name)).toThrow(rejectedWith('opened-elsewhere'))
      await expect(vault.compare(name, byPassphrase())).rejects.toThrow(
        rejectedWith('opened-elsewhere'),
      )
      expect(tryElsewhere(path)).toBe('opened-elsewhere')
    }
    vault.write([someRecord(1)], [entry()])
    vault.close()
    expect(tryElsewhere(path)).toBe('opened')
  })

  it('does not outlive the vault, even when another file gets its number', async () => {
    const { vault, path, context } = await createVault()
    expect(() => Vault.inspect(path)).toThrow(rejectedWith('opened-elsewhere'))
    vault.close()
    expect(Vault.inspect(path).vaultIdHex).toBe(vault.vaultIdHex)
    const again = await openVault(path, context)
    expect(again.mode).toBe('normal')
  })
})

describe('the file that says who has the vault open', () => {
  it('is never written through a link', async () => {
    const { vault, path, context } = await createVault()
    vault.close()
    const precious = `${path}.precious`
    writeFileSync(precious, 'precious')
    symlinkSync(precious, `${path}.lock`)
    const again = await openVault(path, context)
    expect(readFileSync(precious, 'utf8')).toBe('precious')
    expect(JSON.parse(readFileSync(`${path}.lock`, 'utf8'))).toMatchObject({ user: 'lin' })
    expect(statSync(`${path}.lock`).mode & 0o777).toBe(0o600)
    again.close()
  })

  it.runIf(hasPipes)('is neither waited for nor followed where it is something else', async () => {
    const { vault, path, context } = await createVault()
    for (const put of [
      () => makePipe(`${path}.lock`),
      () => symlinkSync('/dev/zero', `${path}.lock`),
      () => writeFileSync(`${path}.lock`, `{"user":"${'x'.repeat(1_000_000)}"}`),
      () => mkdirSync(`${path}.lock`),
    ]) {
      rmSync(`${path}.lock`, { force: true })
      put()
      const refusal = await openVault(path, context).catch((error: unknown) => error)
      expect(refusal).toMatchObject({ code: 'opened-elsewhere', facts: {} })
    }
    rmSync(`${path}.lock`, { recursive: true })
    vault.close()
    makePipe(`${path}.lock`)
    expect((await openVault(path, context)).mode).toBe('normal')
  })
})

describe.runIf(hasPipes)('something else in the place of a file', () => {
  it('is not waited for: neither a pipe nor a device named as a vault', async () => {
    const folder = temporaryFolder()
    makePipe(join(folder, 'pipe.beian'))
    symlinkSync('/dev/zero', join(folder, 'zero.beian'))
    mkdirSync(join(folder, 'folder.beian'))
    for (const name of ['pipe', 'zero', 'folder']) {
      const path = join(folder, `${name}.beian`)
      expect(() => Vault.inspect(path)).toThrow(rejectedWith('not-a-vault'))
      await expect(openVault(path, testContext())).rejects.toThrow(rejectedWith('not-a-vault'))
    }
  })

  it('is not waited for: a pipe or a foreign log in the place of the journal', async () => {
    const { vault, path, context } = await createVault()
    vault.close()
    for (const suffix of ['-journal', '-wal']) {
      makePipe(path + suffix)
      await expect(openVault(path, context)).rejects.toThrow(rejectedWith('schema-altered'))
      expect(() => Vault.inspect(path)).toThrow(rejectedWith('schema-altered'))
      rmSync(path + suffix)
    }
  })
})

describe('a file that is replaced while it is open', () => {
  it.each(['replaced', 'moved away'])('is noticed at the next write when %s', async (how) => {
    const { vault, path, context } = await createVault()
    const record = someRecord(1)
    vault.write([record], [entry()])
    const { revision } = vault
    if (how === 'replaced') {
      copyFileSync(path, `${path}.synced`)
      renameSync(`${path}.synced`, path)
    } else renameSync(path, `${path}.elsewhere`)
    const replaced = rejectedWith('replaced-while-open')
    const later = { ...record, overview: { later: true } }
    expect(() => vault.write([later], [entry()])).toThrow(replaced)
    await expect(vault.writeMany([later], [entry()])).rejects.toThrow(replaced)
    expect(() => vault.readSecret(record.id, entry())).toThrow(replaced)
    expect(vault.peekSecret(record.id)).toEqual(record.secret)
    expect(vault.revision).toBe(revision)
    vault.close()
    if (how === 'moved away') return
    const again = await openVault(path, context)
    expect([...again.records()].map(({ overview }) => overview)).toEqual([record.overview])
  })

  it('is noticed before a long write that it interrupts counts as durable', async () => {
    const { vault, path } = await createVault()
    const source = async function* () {
      yield new Uint8Array(100)
      copyFileSync(path, `${path}.synced`)
      renameSync(`${path}.synced`, path)
    }
    const facts = { ownerId: someRecord(1).id, name: 'a.pdf', mediaType: 'application/pdf' }
    await expect(vault.writeAttachment(facts, source(), [entry()])).rejects.toThrow(
      rejectedWith('replaced-while-open'),
    )
    expect(vault.attachments()).toEqual([])
  })
})

describe('a new vault', () => {
  const options = {
    passphrase: bytesOf(PASSPHRASE),
    custodianName: '林备案',
    kdf: DEFAULT_KDF_COST,
  }

  it.runIf(hasPipes)('can be read by its owner only', async () => {
    const { vault, path } = await createVault()
    expect(statSync(path).mode & 0o777).toBe(0o600)
    vault.write([someRecord(1)], [entry()])
    expect(statSync(`${path}-journal`).mode & 0o777).toBe(0o600)
  })

  it('has the very name it was given, or none', async () => {
    const folder = temporaryFolder()
    for (const name of ['备案.beian ', '备案.beian\u3000', '备案.beian\ufeff']) {
      const path = join(folder, name)
      const refused = rejectedWith('invalid-value')
      await expect(Vault.create(path, options, testContext())).rejects.toThrow(refused)
      await expect(openVault(path, testContext())).rejects.toThrow(refused)
      expect(() => Vault.inspect(path)).toThrow(refused)
    }
    expect(readdirSync(folder)).toEqual([])
  })

  it.runIf(hasPipes)('may have a name that is a URI in other places', async () => {
    const folder = temporaryFolder()
    for (const name of ['file:a?mode=memory', '100%20#.beian', ' 备案.beian']) {
      const path = join(folder, name)
      const context = testContext()
      const vault = await Vault.create(path, options, context)
      vault.write([someRecord(1)], [entry()])
      vault.close()
      const again = await openVault(path, context)
      expect([...again.records()]).toHaveLength(1)
      again.close()
      expect(readdirSync(folder)).toEqual([name])
      rmSync(path)
    }
  })

  it('is not left behind when it cannot be opened once', async () => {
    const folder = temporaryFolder()
    const context = testContext()
    const path = join(folder, 'a.beian')
    // A failure just after the file was put in its place.
    const now = () => {
      if (readdirSync(folder).includes('a.beian')) throw new RangeError('no clock')
      return context.now()
    }
    await expect(Vault.create(path, options, { ...context, now })).rejects.toThrow('no clock')
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a vault file that has another name too', () => {
  it('is told: each name would have a journal of its own', async () => {
    const { vault, path, context } = await createVault()
    vault.close()
    const other = `${path}.other.beian`
    linkSync(path, other)
    const linked = await openVault(other, context)
    expect(linked).toMatchObject({ mode: 'normal', findings: [{ code: 'hard-linked' }] })
    linked.close()
    rmSync(other)
    expect((await openVault(path, context)).findings).toEqual([])
  })
})
