/** What a spreadsheet program would take for a formula or a command; Chinese ones take the full-width signs too. */
const FORMULA_START = /^[=+\-@＝＋－＠\t\r\n]/

/**
 * A csv that Excel opens as it is meant: UTF-8 with a byte order mark, CRLF, and no cell that it
 * would run as a formula (an apostrophe goes before it).
 */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const text = rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
  return new TextEncoder().encode(`\uFEFF${text}`)
}

function csvCell(value: string): string {
  const safe = FORMULA_START.test(value) ? `'${value}` : value
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
