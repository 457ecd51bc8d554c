import { IMPORT_FIELDS, type ImportField } from '../../shared/import.ts'
import { FIELD_WORDS, IGNORED_WORDS } from './header-words.ts'
import { simplify } from './traditional.ts'

/** `ignored`: a known column that is none of the fields. */
export type HeaderMatch = ImportField | 'ignored' | undefined

const exact = new Map<string, HeaderMatch>()
for (const field of IMPORT_FIELDS) {
  for (const word of FIELD_WORDS[field]) exact.set(word, field)
}
for (const word of IGNORED_WORDS) exact.set(word, 'ignored')

/** Words that a longer header may hold, longest first; short ones are too common to count. */
const inner = [...exact.keys()]
  .filter((word) => word.length >= 3 && /[^a-z]/.test(word))
  .sort((left, right) => right.length - left.length)

const known = new Map<string, HeaderMatch>()

/**
 * What a header says its column is. Tolerant to blanks, line breaks, brackets and what they hold,
 * asterisks, numbering, traditional characters and several wordings joined by a slash.
 */
export function matchHeader(header: string): HeaderMatch {
  const cached = known.get(header)
  if (cached !== undefined || known.has(header)) return cached
  const match = header.length > 60 ? undefined : findMatch(header)
  // Data rows are tried too while the header row is looked for: keep the cache small.
  if (known.size < 5_000) known.set(header, match)
  return match
}

function findMatch(header: string): HeaderMatch {
  const text = simplify(header.normalize('NFKC').toLowerCase())
  const withoutHints = fold(text.replace(/[([{<【「『《][^)\]}>】」』》]*[)\]}>】」』》]?/g, ''))
  const whole = fold(text)
  const direct = exact.get(withoutHints) ?? exact.get(whole)
  if (direct !== undefined) return direct
  for (const part of text.split(/[/|,;、]|或|和|及/)) {
    const match = exact.get(fold(part))
    if (match !== undefined) return match
  }
  return holding(withoutHints) ?? (whole === withoutHints ? undefined : holding(whole))
}

/** The longest known word that makes up at least half of the header. */
function holding(header: string): HeaderMatch {
  const word = inner.find((one) => header.includes(one) && one.length * 2 >= header.length)
  return word === undefined ? undefined : exact.get(word)
}

function fold(text: string): string {
  return text.replace(/^\s*\d+\s*[.、:)]/, '').replace(/[^\p{L}\p{N}]/gu, '')
}

/** Whether a column's header says that it holds something secret, known field or not. */
export function isSecretHeader(header: string): boolean {
  return /密码|口令|密碼|密钥|授权码|pass(word|wd|code)?|pwd|secret|token/i.test(header)
}
