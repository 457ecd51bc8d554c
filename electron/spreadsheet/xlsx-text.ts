/** Most characters of a cell, as Excel counts them. */
const MAX_CELL = 32_767
const TOO_LONG = '…'
/** What XML 1.0 cannot hold, not even escaped: a file with it is refused whole. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
/** What a spreadsheet program would take for the code of a character (ECMA-376, part 1, 22.9.2.19). */
const CHARACTER_CODE = /_(?=x[0-9A-Fa-f]{4}_)/g
const UNDERSCORE_CODE = '_x005F_'

/** A text as a cell of an xlsx can hold it: read back it is the same, with � for what no xlsx can hold. */
export function xlsxText(text: string): string {
  const safe = text.replace(NOT_XML, '\uFFFD').replace(CHARACTER_CODE, UNDERSCORE_CODE)
  return safe.length <= MAX_CELL ? safe : cut(safe)
}

function cut(text: string): string {
  const kept = text.slice(0, MAX_CELL - TOO_LONG.length)
  // Not in the midst of a character, or of a code.
  return `${kept.replace(/[\uD800-\uDBFF]$|_(x[0-9A-Fa-f]{0,4})?$/, '')}${TOO_LONG}`
}
