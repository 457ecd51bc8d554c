/** Simplified and traditional Chinese; the others are Japanese and Korean. */
const CMAPS = import.meta.glob<string>(
  '../../../../node_modules/pdfjs-dist/cmaps/{Adobe-GB1,Adobe-CNS1,GB,UniGB,UniCNS,ETen,B5,HK,CNS}*.bcmap',
  { query: '?url&inline', import: 'default', eager: true },
)
/** Ticks and crosses; letters come from the system's own fonts. */
const FONTS = import.meta.glob<string>(
  '../../../../node_modules/pdfjs-dist/standard_fonts/Foxit{Dingbats,Symbol}.pfb',
  { query: '?url&inline', import: 'default', eager: true },
)

/** `data:` addresses by what pdf.js calls them. */
export const PDF_TABLES: ReadonlyMap<string, string> = new Map([
  ...named('cMapUrl', CMAPS),
  ...named('standardFontDataUrl', FONTS),
])

function named(kind: string, files: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(files).map(([path, address]) => [
    `${kind}:${path.slice(path.lastIndexOf('/') + 1)}`,
    address,
  ])
}
