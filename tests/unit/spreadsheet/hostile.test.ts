import { closeSync, ftruncateSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { MAX_FILE_BYTES, MAX_INFLATED_BYTES } from '../../../electron/spreadsheet/limits.ts'
import { readWorkbook } from '../../../electron/spreadsheet/read-workbook.ts'
import { createSpreadsheets } from '../../../electron/spreadsheet/spreadsheets.ts'
import type { VaultErrorCode } from '../../../shared/errors.ts'
import { FIXTURES, fileOf, partsOf, sheetOf, zipOf } from './files.ts'
import { WORKER } from './session.ts'

const ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>主体名称</t></is></c></row>'

const code = (expected: VaultErrorCode) => expect.objectContaining({ code: expected })

/** A central directory entry's declared inflated size, overwritten wherever `name` is listed. */
function declareSize(archive: Uint8Array, name: string, sizeBytes: number): Uint8Array {
  const bytes = Buffer.from(archive)
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at !== -1; ) {
    const length = bytes.readUInt16LE(at + 28)
    if (bytes.toString('utf8', at + 46, at + 46 + length) === name) {
      bytes.writeUInt32LE(sizeBytes, at + 24)
    }
    at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1')
  }
  return bytes
}

describe('a hostile or unfit file ends in an error that says what it is', () => {
  const cases: [name: string, file: () => string | Promise<string>, expected: VaultErrorCode][] = [
    [
      'a bomb that says how large it is',
      () => {
        const archive = zipOf(partsOf(sheetOf(ROW)))
        const huge = declareSize(archive, 'xl/worksheets/sheet1.xml', MAX_INFLATED_BYTES + 1)
        return fileOf(huge, 'bomb.xlsx')
      },
      'file-too-complex',
    ],
    [
      'a bomb that lies about its size',
      () => {
        const archive = zipOf(partsOf(sheetOf(' '.repeat(30_000_000))))
        return fileOf(declareSize(archive, 'xl/worksheets/sheet1.xml', 2000), 'lie.xlsx')
      },
      'file-too-complex',
    ],
    [
      'thousands of parts',
      () => {
        const many = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`x/${i}.xml`, '']))
        return fileOf(zipOf(partsOf(sheetOf(ROW), many)), 'parts.xlsx')
      },
      'file-too-complex',
    ],
    [
      'a cell in the last corner of the sheet',
      () =>
        fileOf(
          zipOf(partsOf(sheetOf(`${ROW}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`))),
          'corner.xlsx',
        ),
      'file-too-complex',
    ],
    [
      'merged blocks over blocks',
      () => {
        const merges = '<mergeCell ref="A1:SF9000"/>'.repeat(500)
        const rows = `${ROW}<row r="9000"><c r="A9000"><v>1</v></c></row>`
        const xml = sheetOf(rows, `<mergeCells>${merges}</mergeCells>`)
        return fileOf(zipOf(partsOf(xml)), 'merges.xlsx')
      },
      'file-too-complex',
    ],
    [
      'an archive that is cut off',
      () => fileOf(zipOf(partsOf(sheetOf(ROW))).slice(0, 900), 'cut.xlsx'),
      'file-unreadable',
    ],
    [
      'a flipped bit in the packed cells',
      () => {
        const archive = zipOf(partsOf(sheetOf(ROW.repeat(200))))
        const at = Buffer.from(archive).indexOf('xl/worksheets/sheet1.xml') + 60
        archive[at] = (archive[at] ?? 0) ^ 4
        return fileOf(archive, 'flip.xlsx')
      },
      'file-unreadable',
    ],
    [
      'broken xml',
      () => fileOf(zipOf(partsOf('<worksheet><sheetData><row r="1"><c r="A1"')), 'broken.xlsx'),
      'file-unreadable',
    ],
    [
      'an archive of something else',
      () => fileOf(zipOf({ 'a.xml': '<a/>' }), 'a.xlsx'),
      'file-unreadable',
    ],
    [
      'an opening password',
      async () =>
        fileOf(
          await writeXlsx({
            sheets: [{ name: 'a', rows: [['secret']] }],
            encryption: { password: 'x', spinCount: 1000 },
          }),
          'encrypted.xlsx',
        ),
      'file-encrypted',
    ],
    ['an old xls', () => path.join(FIXTURES, 'old.xls'), 'file-old-format'],
    ['an OpenDocument file', () => path.join(FIXTURES, 'open.ods'), 'file-old-format'],
    [
      'a web page called xls',
      () => fileOf('<html><table><tr><td>备案号</td></tr></table></html>', 'page.xls'),
      'file-old-format',
    ],
    ['a PDF called xlsx', () => fileOf('%PDF-1.7\n…', 'paper.xlsx'), 'file-unreadable'],
    [
      'binary called csv',
      () => fileOf(Uint8Array.of(1, 2, 0, 0, 0, 3, 0, 9, 200), 'b.csv'),
      'file-unreadable',
    ],
    ['an empty file', () => fileOf('', 'empty.csv'), 'file-has-no-rows'],
    ['only empty lines', () => fileOf('\r\n,,\r\n', 'lines.csv'), 'file-has-no-rows'],
    [
      'a quote that never ends',
      () => fileOf(`a,b\n"${'x'.repeat(100)}`, 'quote.csv'),
      'file-unreadable',
    ],
    [
      'one line of 10 MB',
      () => fileOf(`a,"${'x'.repeat(10_000_000)}"`, 'line.csv'),
      'file-too-complex',
    ],
    [
      'more rows than a ledger has',
      () => fileOf('a,b\n'.repeat(200_001), 'rows.csv'),
      'file-too-large',
    ],
    ['a folder', () => FIXTURES, 'file-unreadable'],
    ['no file', () => path.join(FIXTURES, 'not-there.xlsx'), 'file-not-found'],
  ]

  it.each(cases)('%s', { timeout: 60_000 }, async (_, file, expected) => {
    await expect(readWorkbook(await file())).rejects.toEqual(code(expected))
  })

  it('a csv of 100 MB is refused before it is read', async () => {
    const file = fileOf('', 'huge.csv')
    const handle = openSync(file, 'r+')
    ftruncateSync(handle, 100 * 1024 * 1024)
    closeSync(handle)
    const before = process.memoryUsage().arrayBuffers
    await expect(readWorkbook(file)).rejects.toEqual(code('file-too-large'))
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(MAX_FILE_BYTES)
  })

  it('a message never quotes what the file holds', async () => {
    const file = fileOf('主体名称,备案密码\n"示例,Hidden-Pw-1!', 'quote.csv')
    const error = await readWorkbook(file).catch((one: unknown) => one)
    expect(error).toEqual(code('file-unreadable'))
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('Hidden')
  })
})

describe('what looks dangerous and is not', () => {
  it('entities of a document type are not expanded', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}">]>`
    const sheet = sheetOf('<row r="1"><c r="A1" t="inlineStr"><is><t>&b;&amp;</t></is></c></row>')
    const file = fileOf(zipOf(partsOf(sheet.replace('?>', `?>${laughs}`))), 'laughs.xlsx')
    const { sheets } = await readWorkbook(file)
    const text = sheets[0]?.rows.flatMap((row) => row.cells).join('') ?? ''
    expect(text.length).toBeLessThan(300)
    expect(text).not.toContain('haha')
  })

  it('columns beyond the five hundredth are left out', async () => {
    const cells = Array.from({ length: 16_000 }, (_, i) => `<c><v>${i}</v></c>`).join('')
    const file = fileOf(zipOf(partsOf(sheetOf(`<row r="1">${cells}</row>`))), 'wide.xlsx')
    const { sheets } = await readWorkbook(file)
    expect(sheets[0]?.columnCount).toBe(500)
  })

  it('a part that is stored and one with ZIP64 sizes are read', async () => {
    const xml = Buffer.from(sheetOf(ROW))
    const parts = partsOf('')
    const bytes = zip64(
      Object.entries(parts).map(([name, text]) => [
        name,
        name.endsWith('sheet1.xml') ? xml : Buffer.from(text),
      ]),
    )
    const { sheets } = await readWorkbook(fileOf(bytes, 'zip64.xlsx'))
    expect(sheets[0]?.rows[0]?.cells).toEqual(['主体名称'])
  })
})

describe('the worker', () => {
  let bigBytes: Uint8Array | undefined
  /** About 250,000 cells. */
  const big = () => {
    bigBytes ??= zipOf(partsOf(sheetOf(manyRows(6_000, 40))))
    return fileOf(bigBytes, 'big.xlsx')
  }

  it('gives up when the file needs more memory than it may take, and nothing else ends', async () => {
    const file = fileOf(zipOf(partsOf(sheetOf(manyRows(16_000, 40)))), 'more.xlsx')
    const spreadsheets = createSpreadsheets(WORKER, { heapMb: 16, timeoutMs: 60_000 })
    const read = spreadsheets.read(file, new AbortController().signal)
    await expect(read).rejects.toEqual(code('file-too-complex'))
  }, 60_000)

  it('gives up when the file takes too long', async () => {
    const spreadsheets = createSpreadsheets(WORKER, { heapMb: 1000, timeoutMs: 5 })
    const read = spreadsheets.read(big(), new AbortController().signal)
    await expect(read).rejects.toEqual(code('file-too-complex'))
  })

  it('ends at once when the person cancels', async () => {
    const controller = new AbortController()
    const read = createSpreadsheets(WORKER).read(big(), controller.signal)
    controller.abort()
    await expect(read).rejects.toEqual(code('cancelled'))
  })

  it('keeps the event loop free while it reads', async () => {
    const file = big()
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 5)
    await createSpreadsheets(WORKER).read(file, new AbortController().signal)
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  }, 60_000)

  it('does not mind XML nested a hundred thousand deep', async () => {
    const deep = `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`
    const more = {
      'xl/styles.xml': `<styleSheet>${deep}</styleSheet>`,
      'xl/sharedStrings.xml': `<sst><si>${deep}</si></sst>`,
    }
    const file = fileOf(zipOf(partsOf(sheetOf(ROW), more)), 'deep.xlsx')
    const read = createSpreadsheets(WORKER).read(file, new AbortController().signal)
    const outcome = await read.then(
      ({ sheets }) => sheets.length,
      (error: { code?: string }) => error.code,
    )
    expect([1, 'file-too-complex', 'file-unreadable']).toContain(outcome)
  }, 60_000)
})

function manyRows(rowCount: number, columnCount: number): string {
  const columns = Array.from({ length: columnCount }, (_, column) => column)
  const cell = (row: number, column: number) =>
    `<c t="inlineStr"><is><t>${row}-${column}</t></is></c>`
  return Array.from(
    { length: rowCount },
    (_, row) => `<row r="${row + 1}">${columns.map((column) => cell(row, column)).join('')}</row>`,
  ).join('')
}

/** An archive whose directory gives every size in ZIP64 fields; every second part is stored. */
function zip64(parts: readonly (readonly [string, Buffer])[]): Buffer {
  const body: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [index, [name, content]] of parts.entries()) {
    const method = index % 2 === 0 ? 8 : 0
    const data = method === 8 ? deflateRawSync(content) : content
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(method, 8)
    local.writeUInt16LE(Buffer.byteLength(name), 26)
    const header = Buffer.alloc(46)
    header.writeUInt32LE(0x02014b50, 0)
    header.writeUInt16LE(method, 10)
    header.writeUInt32LE(crc32(content), 16)
    header.writeUInt32LE(0xffffffff, 20)
    header.writeUInt32LE(0xffffffff, 24)
    header.writeUInt16LE(Buffer.byteLength(name), 28)
    header.writeUInt16LE(20, 30)
    header.writeUInt32LE(offset, 42)
    const extra = Buffer.alloc(20)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(16, 2)
    extra.writeBigUInt64LE(BigInt(content.length), 4)
    extra.writeBigUInt64LE(BigInt(data.length), 12)
    const piece = Buffer.concat([local, Buffer.from(name), data])
    body.push(piece)
    directory.push(header, Buffer.from(name), extra)
    offset += piece.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...body, listing, end])
}

it('the fixtures are what they are called', () => {
  expect(readFileSync(path.join(FIXTURES, 'old.xls')).subarray(0, 4).toString('hex')).toBe(
    'd0cf11e0',
  )
})
