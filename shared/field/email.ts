import type { Checked } from '../finding.ts'
import { refused } from './checked.ts'
import { checkDomainName } from './domain-name.ts'

/** A mail address, kept as typed but for blanks, full-width characters and the case of its domain. */
export function checkEmail(text: string): Checked {
  const value = text.normalize('NFKC').replace(/[\s\u200b\ufeff]+/g, '')
  const at = value.lastIndexOf('@')
  const local = value.slice(0, at)
  if (at < 1 || !/^[^\s@"(),:;<>[\\\]]{1,64}$/u.test(local)) return refused('email-shape')
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) {
    return refused('email-shape')
  }
  const domain = checkDomainName(value.slice(at + 1))
  if (domain.value === undefined) return refused('email-shape')
  return { value: `${local}@${domain.value}`, findings: [] }
}
