/** Blanks of every kind, the invisible ones of web pages included. */
const EDGE_BLANKS = /^[\s\u00ad\u200b-\u200f\u2060\ufeff]+|[\s\u00ad\u200b-\u200f\u2060\ufeff]+$/g

/** What people write into a cell that has no content. */
const PLACEHOLDER =
  /^([-—–_/\\.。*?？]+|无|無|没有|暂无|空|未知|不详|不明|不知道|待定|待补|忘记|忘了|忘记了|遗失|n\/?a|null|none|nil|undefined|unknown|tbd)$/i

/**
 * A cell's text without blanks at its edges; undefined when it is empty or says that there is
 * nothing. Not for passwords: their blanks are theirs.
 */
export function meaningOf(cell: string | undefined): string | undefined {
  if (cell === undefined) return undefined
  // A leading apostrophe is how people keep digits as text.
  const text = cell.replace(EDGE_BLANKS, '').replace(/^'(?=[\d+=@-])/, '')
  return text === '' || PLACEHOLDER.test(text) ? undefined : text
}

/** Whether a password cell says that there is none. */
export function isPlaceholder(cell: string): boolean {
  const text = cell.replace(EDGE_BLANKS, '')
  return text === '' || PLACEHOLDER.test(text)
}

/**
 * The domains of one cell, as typed, each once: split at blanks, line breaks, commas, semicolons,
 * enumeration commas and bars of any width, and at slashes between names (not inside an address).
 */
export function splitDomains(cell: string): string[] {
  const text = cell.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
  const names = text
    .split(/[\s,;、|+&]+/)
    .flatMap(splitAtSlashes)
    .map((part) => part.replace(/^[("'[]+|[)"'\].]+$/g, ''))
    .filter((part) => /[^.。．｡][.。．｡][^.。．｡]/.test(part))
  return [...new Set(names.map((name) => name.toLowerCase()))]
}

function splitAtSlashes(part: string): string[] {
  if (part.includes('://')) return [part]
  const pieces = part.split('/').filter((piece) => piece !== '')
  return pieces.every((piece) => piece.includes('.')) ? pieces : [part]
}

/** The pieces of a cell that holds several phones, dates or numbers. */
export function splitList(cell: string): string[] {
  return cell
    .normalize('NFKC')
    .split(/[\n\r,;、/|]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** `张三 13800138000`, `张三（13800138000）`: a name and a phone in one cell. */
export function splitNameAndPhone(cell: string): { name?: string; phone?: string } {
  const text = cell.normalize('NFKC')
  const phone = /(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}-?\d{7,8}/.exec(text)?.[0]
  const rest = (phone === undefined ? text : text.replace(phone, ' '))
    .replace(/(电话|手机|联系方式|tel|mobile):?/gi, ' ')
    .replace(/[()[\]:,;、/|-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return {
    ...(rest === '' ? {} : { name: rest }),
    ...(phone === undefined ? {} : { phone: phone.replace(/[\s-]/g, '') }),
  }
}
