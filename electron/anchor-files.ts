import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isAbsent, writeAtomically } from './atomic-file.ts'
import type { AnchorStore } from './vault/anchor.ts'

/** 32 hex digits, or those and a suffix: nothing that could name another folder. */
const NAME = /^[0-9a-f]{32}(\.[a-z-]{1,40})?$/

/**
 * Keeps anchors as files in `folder`, each replaced in one step. Anchors are written with every save and not
 * flushed one by one: after a power failure one may lag or be empty, which only sees less.
 */
export function anchorFiles(folder: string): AnchorStore {
  const fileOf = (name: string) => {
    if (!NAME.test(name)) throw new RangeError('not the name of an anchor')
    return path.join(folder, name)
  }
  return {
    read(name) {
      try {
        return new Uint8Array(readFileSync(fileOf(name)))
      } catch (error) {
        if (isAbsent(error)) return undefined
        throw error
      }
    },
    write: (name, bytes) =>
      writeAtomically(fileOf(name), bytes, { flush: /\.(pending-audit|restoring)$/.test(name) }),
  }
}
