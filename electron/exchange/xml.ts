import { VaultError } from '../../shared/errors.ts'
import { MAX_DEPTH } from './limits.ts'

/** One element: its own text is what stands directly in it. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  text: string
  children: XmlElement[]
}

const MAX_ELEMENTS = 5_000_000
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>=<!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y
const BARE = /^(\/?)([A-Za-z][\w.-]*)$/
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const NO_ATTRIBUTES: Record<string, string> = Object.freeze(Object.create(null))
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/**
 * Reads a document as password managers write it: elements, attributes, text. A document type is refused, so there
 * are no entities to expand and nothing to fetch.
 *
 * @throws VaultError `file-unreadable`, `file-too-complex`
 */
export function parseXml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [] }
  const open: XmlElement[] = [root]
  let count = 0
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < source.length) {
    const top = open.at(-1)
    if (top === undefined) throw malformed()
    const next = source.indexOf('<', at)
    const end = next === -1 ? source.length : next
    if (end > at) top.text += decodeEntities(source.slice(at, end))
    if (next === -1) break
    const { end: after, cdata, closing, name, attributes, selfClosing } = tokenAt(source, next)
    at = after
    if (cdata !== undefined) top.text += cdata
    if (name === undefined) continue
    if (closing) {
      if (open.length === 1 || top.name !== name) throw malformed()
      open.pop()
      continue
    }
    count += 1
    const element = { name, attributes: readAttributes(attributes), text: '', children: [] }
    top.children.push(element)
    if (selfClosing) continue
    open.push(element)
    if (open.length > MAX_DEPTH * 2 || count > MAX_ELEMENTS) {
      throw new VaultError('file-too-complex', 'too many elements, or too deep')
    }
  }
  const [document, second] = root.children
  if (open.length !== 1 || document === undefined || second !== undefined) throw malformed()
  return document
}

type Token = {
  end: number
  cdata?: string | undefined
  /** Absent: a comment, an instruction, or character data. */
  name?: string | undefined
  closing: boolean
  attributes: string
  selfClosing: boolean
}

/** The tag or the like that begins at `start`. Most are a bare name, and a file has hundreds of thousands. */
function tokenAt(source: string, start: number): Token {
  const close = source.indexOf('>', start)
  if (close === -1) throw malformed()
  const bare = BARE.exec(source.slice(start + 1, close))
  if (bare !== null) {
    const [, slash, name] = bare
    const closing = slash === '/'
    return { end: close + 1, name, closing, attributes: '', selfClosing: false }
  }
  TOKEN.lastIndex = start
  const token = TOKEN.exec(source)
  if (token === null) throw malformed()
  const [, cdata, slash, name, attributes = '', selfSlash] = token
  const end = TOKEN.lastIndex
  const closing = slash === '/'
  return { end, cdata, name, closing, attributes, selfClosing: selfSlash === '/' }
}

export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

export function textOf(element: XmlElement | undefined): string {
  return element?.text ?? ''
}

/** Whether XML can hold every character of a text. */
export function isXmlText(text: string): boolean {
  return text.search(NO_XML) === -1
}

/** Text as it may stand in an element or attribute; characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(NO_XML, '')
    .replace(/[&<>"\r]/g, (char) => ESCAPES[char] ?? char)
}

const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

function readAttributes(text: string): Record<string, string> {
  if (text === '') return NO_ATTRIBUTES
  const attributes: Record<string, string> = Object.create(null)
  for (const [, name, double, single] of text.matchAll(ATTRIBUTE)) {
    if (name !== undefined) attributes[name] = decodeEntities(double ?? single ?? '')
  }
  return attributes
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi, (whole, dec, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole
    const code = dec === undefined ? Number.parseInt(hex, 16) : Number(dec)
    if (code > 0x10ffff) throw malformed()
    return String.fromCodePoint(code)
  })
}

function malformed(): VaultError {
  return new VaultError('file-unreadable', 'the XML is malformed')
}
