import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { temporaryFolder } from '../../support/vault.ts'

export const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures/spreadsheets')

const SOURCES = ['ledger', 'mac1904', 'two-line-header']
let converted: string | undefined

/** An xlsx that LibreOffice makes of the source now, or that it made when it is not installed. */
export function libreOfficeFile(name: string): string {
  converted ??= convertAll()
  return path.join(converted, `${name}.xlsx`)
}

/** Deletes what was converted. */
export function removeConverted(): void {
  if (converted !== undefined && converted !== FIXTURES) rmSync(converted, { recursive: true })
  converted = undefined
}

function convertAll(): string {
  const office = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((one) => existsSync(one))
  if (office === undefined) return FIXTURES
  const folder = mkdtempSync(path.join(tmpdir(), 'beian-office-'))
  const sources = SOURCES.map((name) => path.join(FIXTURES, `${name}.fods`))
  // A profile of its own: a LibreOffice that is open elsewhere would swallow the request.
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`
  execFileSync(
    office,
    [profile, '--headless', '--convert-to', 'xlsx', '--outdir', folder, ...sources],
    { stdio: 'ignore', timeout: 90_000 },
  )
  return folder
}

/** A file of this content in a fresh folder. */
export function fileOf(content: string | Uint8Array, name: string): string {
  const file = path.join(temporaryFolder(), name)
  writeFileSync(file, content)
  return file
}

type Parts = Readonly<Record<string, string>>

const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** The parts of a workbook written by hand, so that a test decides over every byte. */
export function partsOf(sheetXml: string, more: Parts = {}): Parts {
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${NS}" xmlns:r="${REL}"><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheetXml,
    ...more,
  }
}

export function sheetOf(rows: string, after = ''): string {
  return `<?xml version="1.0"?><worksheet xmlns="${NS}"><sheetData>${rows}</sheetData>${after}</worksheet>`
}

/** An xlsx of these parts. */
export function zipOf(parts: Parts): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])),
  )
}
