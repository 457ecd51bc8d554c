import type { Checked, FieldFinding } from '../finding.ts'
import { refused, warning } from './checked.ts'
import { decodePunycode, encodePunycode } from './punycode.ts'

const ASCII_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** What an internationalised label may hold: letters, marks and digits of any script, and hyphens. */
const UNICODE_LABEL = /^[\p{L}\p{M}\p{N}\u00b7\u30fb-]+$/u

/**
 * A domain name, kept in its lower-case ASCII (punycode) form: 星河.example becomes
 * `xn--kpry43d.example`. From a pasted address the host is taken, with a warning.
 */
export function checkDomainName(text: string): Checked {
  const findings: FieldFinding[] = []
  let name = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/[。．｡]/g, '.')
  const host =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/:?#]+)/.exec(name)?.[1] ??
    /^([^/:?#@]+)[/:?#]/.exec(name)?.[1]
  if (host !== undefined) {
    findings.push(warning('domain-was-address'))
    name = host
  }
  name = name.replace(/\.$/, '')
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(name)) return refused('domain-is-ip-address')
  const labels = name.split('.')
  if (labels.length < 2) return refused('domain-no-suffix')
  const ascii: string[] = []
  for (const label of labels) {
    const converted = labelToAscii(label)
    if (converted === undefined) return refused('domain-label', { label })
    ascii.push(converted)
  }
  const value = ascii.join('.')
  if (value.length > 253) return refused('domain-too-long')
  if (/^\d+$/.test(ascii.at(-1) ?? ''))
    return refused('domain-label', { label: ascii.at(-1) ?? '' })
  if (ascii[0] === 'www' && ascii.length > 2) findings.push(warning('domain-has-www'))
  return { value, findings }
}

/** The name as people read it: `xn--kpry43d.example` is 星河.example. Labels that do not decode stay. */
export function domainToUnicode(ascii: string): string {
  if (!ascii.includes('xn--')) return ascii
  return ascii
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? label) : label))
    .join('.')
}

/** The labels of a name without its suffixes, such as `xinghe` of `www.xinghe.com.cn`. */
export function ownLabels(name: string): string[] {
  const labels = name.split('.')
  const suffixLength = SECOND_LEVEL_SUFFIXES.has(labels.slice(-2).join('.')) ? 2 : 1
  return labels.slice(0, -suffixLength).filter((label) => label !== 'www')
}

const SECOND_LEVEL_SUFFIXES = new Set(
  ['com', 'net', 'org', 'gov', 'edu', 'ac', 'mil'].map((label) => `${label}.cn`),
)

function labelToAscii(label: string): string | undefined {
  if (/^[!-~]*$/.test(label)) {
    if (!ASCII_LABEL.test(label)) return undefined
    if (!label.startsWith('xn--')) return label
    const decoded = decodePunycode(label.slice(4))
    // A label that would be written otherwise is a fake.
    return decoded !== undefined && `xn--${encodePunycode(decoded)}` === label ? label : undefined
  }
  if (!UNICODE_LABEL.test(label) || label.startsWith('-') || label.endsWith('-')) return undefined
  const encoded = `xn--${encodePunycode(label)}`
  return encoded.length <= 63 ? encoded : undefined
}
