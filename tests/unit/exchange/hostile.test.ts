import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createExchanger } from '../../../electron/exchange/exchanger.ts'
import { parseJson } from '../../../electron/exchange/json.ts'
import { le32, sha256 } from '../../../electron/exchange/kdbx/bytes.ts'
import { compositeKey, keyOfFile } from '../../../electron/exchange/kdbx/composite-key.ts'
import { sealKdbx } from '../../../electron/exchange/kdbx/kdbx-container.ts'
import { writeContent } from '../../../electron/exchange/kdbx/kdbx-content.ts'
import { KDF_SHORT_FIELDS } from '../../../electron/exchange/kdbx/kdbx-kdf.ts'
import {
  readVariantMap,
  type VariantMap,
  writeVariantMap,
} from '../../../electron/exchange/kdbx/variant-map.ts'
import { needOf } from '../../../electron/exchange/read-foreign.ts'
import { parseXml } from '../../../electron/exchange/xml.ts'
import { bytesOf, entriesOf, FILE_PASSWORD, fixture } from './files.ts'

const WORKER = new URL('../../../electron/exchange/exchange-worker.ts', import.meta.url)
const key = { password: FILE_PASSWORD }

describe('a hostile KDBX', () => {
  const KDF_FIELD = 11

  /** The fixture with another table of key derivation, its header's digest made right. */
  function withKdf(change: (kdf: VariantMap) => void): Uint8Array {
    const bytes = fixture('argon2d-aes.kdbx')
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    const parts: Uint8Array[] = [bytes.subarray(0, 12)]
    let at = 12
    for (let id = -1; id !== 0; ) {
      id = view.getUint8(at)
      const length = view.getUint32(at + 1, true)
      let content: Uint8Array = bytes.subarray(at + 5, at + 5 + length)
      if (id === KDF_FIELD) {
        const kdf = readVariantMap(content)
        change(kdf)
        content = writeVariantMap(kdf, KDF_SHORT_FIELDS)
      }
      parts.push(new Uint8Array([id]), le32(content.length), content)
      at += 5 + length
    }
    const header = Buffer.concat(parts)
    return Buffer.concat([header, sha256(header), bytes.subarray(at + 32)])
  }

  test.each([
    ['memory', 'M', 2n ** 40n],
    ['more memory than a vault may take', 'M', 2n ** 30n + 1024n],
    ['passes', 'I', 2n ** 31n],
    ['lanes', 'P', 4_000_000n],
    ['no lane', 'P', 0n],
    ['no pass', 'I', 0n],
    ['a version that is none', 'V', 0x10n],
  ])('that asks for absurd %s is refused before anything is derived', async (_, name, value) => {
    const bytes = withKdf((kdf) => kdf.set(name, value))
    const startedAt = performance.now()
    await expect(entriesOf(bytes, key)).rejects.toMatchObject({ code: 'kdf-parameters-refused' })
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })

  test('with an unknown derivation or a short salt is refused', async () => {
    const unknown = withKdf((kdf) => kdf.set('$UUID', new Uint8Array(16)))
    await expect(entriesOf(unknown, key)).rejects.toMatchObject({ code: 'file-unreadable' })
    const short = withKdf((kdf) => kdf.set('S', new Uint8Array(4)))
    await expect(entriesOf(short, key)).rejects.toMatchObject({ code: 'kdf-parameters-refused' })
  })

  test('cut off or changed anywhere is refused in words, never as a bug', async () => {
    const bytes = fixture('aes-kdf.kdbx')
    for (let at = 0; at < bytes.length; at += 61) {
      await expect(entriesOf(bytes.subarray(0, at), key)).rejects.toMatchObject({
        name: 'VaultError',
      })
    }
    for (let at = 8; at < bytes.length; at += 31) {
      const changed = Uint8Array.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      await expect(entriesOf(changed, key)).rejects.toMatchObject({ name: 'VaultError' })
    }
  })

  test('that unpacks to more than the bound is refused', async () => {
    const bomb = Buffer.alloc(201 * 1024 * 1024)
    const bytes = await sealKdbx(bomb, key, 1)
    expect(bytes.length).toBeLessThan(1_000_000)
    await expect(entriesOf(bytes, key)).rejects.toMatchObject({ code: 'file-too-complex' })
  })

  test('with groups inside groups without end is refused', async () => {
    const deep = `${'<Group><Name>g</Name>'.repeat(500)}${'</Group>'.repeat(500)}`
    const xml = `<KeePassFile><Root>${deep}</Root></KeePassFile>`
    const bytes = await sealKdbx(
      writeContent(() => xml, []),
      key,
      1,
    )
    await expect(entriesOf(bytes, key)).rejects.toMatchObject({ code: 'file-too-complex' })
  })
})

describe('the XML reader', () => {
  test('knows no document type: no entity is expanded, nothing is fetched', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;">]><a>&y;</a>`
    expect(() => parseXml(bomb)).toThrow(expect.objectContaining({ code: 'file-unreadable' }))
    expect(parseXml('<a>&y;</a>').text).toBe('&y;')
  })

  test('reads what is usual', () => {
    const root = parseXml(
      '\uFEFF<?xml version="1.0"?><!-- c --><a k="1 &lt;" l=\'2\'>t&amp;<b/><![CDATA[<x>]]>&#x4e2d;&#25991;</a>\n',
    )
    expect(root).toMatchObject({ name: 'a', text: 't&<x>中文' })
    expect(root.attributes['k']).toBe('1 <')
    expect(root.children.map((child) => child.name)).toEqual(['b'])
  })

  test.each([
    '',
    '<a>',
    '</a>',
    '<a></b>',
    '<a/><b/>',
    '<a',
    '<ab',
    '</ab',
    'text',
    '<a>&#x110000;</a>',
  ])('refuses %o', (source) => {
    expect(() => parseXml(source)).toThrow(expect.objectContaining({ code: 'file-unreadable' }))
  })
})

describe('JSON', () => {
  test('that is nested without end is refused before it is parsed', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    expect(() => parseJson(deep)).toThrow(expect.objectContaining({ code: 'file-too-complex' }))
    expect(parseJson(`"${'['.repeat(100)}"`)).toBe('['.repeat(100))
  })

  test('with a string that is never closed ends at once in words', async () => {
    const endless = bytesOf(`{"${'\\"'.repeat(500_000)}`)
    const startedAt = performance.now()
    expect(needOf(endless)).toBe('none')
    await expect(entriesOf(endless)).rejects.toMatchObject({ code: 'file-unreadable' })
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })

  test('of any size costs a look at its two ends before a worker reads it', () => {
    const spaces = Buffer.alloc(90 * 1024 * 1024, ' ')
    spaces.write('{"encrypted": true, "passwordProtected" : true,')
    const startedAt = performance.now()
    expect(needOf(spaces)).toBe('password')
    expect(performance.now() - startedAt).toBeLessThan(500)
    const lastly = '"passwordProtected":true,"encrypted":true}'
    spaces.fill(' ').write('{')
    spaces.write(lastly, spaces.length - lastly.length)
    expect(needOf(spaces)).toBe('password')
  })

  test('that speaks of a password in its notes alone asks for none', () => {
    const notes = '"encrypted": true, "passwordProtected": true'
    expect(needOf(bytesOf(JSON.stringify({ encrypted: false, items: [{ notes }] })))).toBe('none')
  })

  test('cannot smuggle in a prototype', async () => {
    const json = '{"items":[{"name":"n","__proto__":{"login":{"password":"x"}},"login":{}}]}'
    const [entry] = await entriesOf(bytesOf(json))
    expect(entry?.password).toBeUndefined()
  })
})

describe('a key file', () => {
  test('may be raw, hex, XML of both versions, or any other file', () => {
    const raw = new Uint8Array(32).fill(7)
    expect(keyOfFile(raw)).toEqual(raw)
    expect(Buffer.from(keyOfFile(bytesOf('07'.repeat(32))))).toEqual(Buffer.from(raw))
    const xml1 = `<KeyFile><Meta><Version>1.00</Version></Meta><Key><Data>${Buffer.from(raw).toString('base64')}</Data></Key></KeyFile>`
    expect(Buffer.from(keyOfFile(bytesOf(xml1)))).toEqual(Buffer.from(raw))
    expect(keyOfFile(bytesOf('anything'))).toEqual(sha256(bytesOf('anything')))
    expect(keyOfFile(bytesOf('<not closed'))).toEqual(sha256(bytesOf('<not closed')))
  })

  test('whose own checksum is wrong is told to be damaged', () => {
    const xml = `<KeyFile><Meta><Version>2.0</Version></Meta><Key><Data Hash="00000000">${'07'.repeat(32)}</Data></Key></KeyFile>`
    expect(() => compositeKey({ keyFile: bytesOf(xml) })).toThrow(
      expect.objectContaining({ code: 'file-unreadable' }),
    )
  })
})

describe('the reading worker', () => {
  test('is ended by cancelling, and by taking too long', async () => {
    const exchanger = createExchanger(WORKER)
    const controller = new AbortController()
    const reading = exchanger.read(fixture('argon2d-aes.kdbx'), key, controller.signal)
    controller.abort()
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
    const hasty = createExchanger(WORKER, { heapMb: 200, timeoutMs: 1 })
    await expect(
      hasty.read(fixture('argon2d-aes.kdbx'), key, new AbortController().signal),
    ).rejects.toMatchObject({ code: 'file-too-complex' })
  })

  test('reads and seals', async () => {
    const exchanger = createExchanger(WORKER)
    const { signal } = new AbortController()
    const vault = await exchanger.read(fixture('argon2d-aes.kdbx'), key, signal)
    expect(vault.entries).toHaveLength(1)
    const strings = [{ key: 'Title', value: 't', isProtected: false }]
    const entry = { strings, createdAt: 1, changedAt: 1, tags: [], history: [], files: [] }
    const root = { name: 'r', groups: [], entries: [entry] }
    const sealed = await exchanger.sealKdbx(root, 1, key, signal)
    expect((await exchanger.read(sealed, key, signal)).entries).toHaveLength(1)
    await expect(exchanger.read(gzipSync(Buffer.from('x')), key, signal)).rejects.toMatchObject({
      code: 'file-unreadable',
    })
    // The real cost of a new file, twice.
  }, 60_000)
})
