import { VaultError } from '../../shared/errors.ts'
import { MAX_DEPTH } from './limits.ts'

/** JSON of unknown shape, read with care. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/**
 * @throws VaultError `file-unreadable`, `file-too-complex` when it is nested too deep
 */
export function parseJson(text: string): Json {
  let deepest = 0
  let depth = 0
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (mark === '[' || mark === '{') depth += 1
    else if (mark === ']' || mark === '}') depth -= 1
    deepest = Math.max(deepest, depth)
  }
  if (deepest > MAX_DEPTH) throw new VaultError('file-too-complex', 'nested too deep')
  try {
    // `as`: whatever JSON.parse gives is Json.
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Json
  } catch {
    // The parser's message quotes the text.
    throw new VaultError('file-unreadable', 'not JSON')
  }
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
