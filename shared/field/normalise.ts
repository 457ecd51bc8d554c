/** Blanks of every kind, the invisible ones that come along when copying from a web page included. */
const BLANKS = /[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]+/g
const BRACKETS = /[()[\]{}<>（）［］｛｝【】〔〕〈〉《》「」]/g
const DASHES = /[\u2010-\u2015\u2212\u30fc\ufe58\ufe63]/g

/**
 * A number as the validators compare it: NFKC (full-width digits and letters become
 * ordinary ones), upper case, without blanks and brackets, every dash an ASCII hyphen.
 */
export function normaliseNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(BLANKS, '')
    .replace(BRACKETS, '')
    .replace(DASHES, '-')
    .toUpperCase()
}

/** A text as it is searched: NFKC, lower case, blanks folded to one space and trimmed. */
export function foldText(text: string): string {
  // Most of what is folded is names, numbers, domains and accounts: ASCII and common Chinese, whose form is normal.
  if (/^[!-~\u4e00-\u9fff]*$/.test(text)) return text.toLowerCase()
  return text.normalize('NFKC').toLowerCase().replace(BLANKS, ' ').trim()
}

/** Whether all characters of `digits` are the same, or they count up or down, as made-up numbers do. */
export function looksMadeUp(digits: string): boolean {
  if (digits.length < 4) return false
  if (/^(.)\1+$/.test(digits)) return true
  return '01234567890123456789'.includes(digits) || '98765432109876543210'.includes(digits)
}
