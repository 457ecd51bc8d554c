import { VaultError } from '../../shared/errors.ts'
import { MAX_DEPTH } from './limits.ts'

/** JSON of unknown shape, read with care. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/**
 * @throws VaultError `file-unreadable`, `file-too-complex` when it is nested too deep
 */
export function parseJson(text: string): Json {
  if (isTooDeep(text)) throw new VaultError('file-too-complex', 'nested too deep')
  try {
    // `as`: whatever JSON.parse gives is Json.
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Json
  } catch {
    // The parser's message quotes the text.
    throw new VaultError('file-unreadable', 'not JSON')
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
/** Of `[` and `{`, and of what closes them. */
const OPENING: readonly number[] = [0x5b, 0x7b]
const CLOSING: readonly number[] = [0x5d, 0x7d]

/** One look at each character, whatever it is: a pattern over strings can be made to take hours. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let isInString = false
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place)
    if (isInString) {
      if (code === BACKSLASH) place += 1
      else if (code === QUOTE) isInString = false
    } else if (code === QUOTE) isInString = true
    else if (OPENING.includes(code)) {
      depth += 1
      if (depth > MAX_DEPTH) return true
    } else if (CLOSING.includes(code)) depth -= 1
  }
  return false
}

/** What stands under a key, whatever the value is. */
export function at(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  let here = value
  for (const key of keys) {
    if (here === null || typeof here !== 'object' || Array.isArray(here)) return undefined
    here = Object.hasOwn(here, key) ? here[key] : undefined
  }
  return here
}

export function listAt(value: Json | undefined, ...keys: readonly string[]): Json[] {
  const found = at(value, ...keys)
  return Array.isArray(found) ? found : []
}

/** Text or number as text; empty counts as absent. */
export function textAt(value: Json | undefined, ...keys: readonly string[]): string | undefined {
  const found = at(value, ...keys)
  if (typeof found === 'number') return String(found)
  return typeof found === 'string' && found !== '' ? found : undefined
}
