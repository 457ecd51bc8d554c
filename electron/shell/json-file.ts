import { readFileSync, renameSync } from 'node:fs'
import type { z } from 'zod'
import { writeAtomically } from '../atomic-file.ts'

/** One small JSON file of the app's own, outside any vault. Nothing secret. */
export type JsonFile<T> = {
  read(): T
  write(value: T): void
}

/**
 * A file whose content is checked when it is read and replaced in one step when it is written.
 * One that is not what `schema` says is kept aside as `<name>.corrupt` and `fallback` used.
 */
export function jsonFile<T>(file: string, schema: z.ZodType<T>, fallback: T): JsonFile<T> {
  let current: T | undefined
  return {
    read() {
      current ??= load(file, schema) ?? fallback
      return current
    },
    write(value) {
      current = value
      writeAtomically(file, JSON.stringify(value, undefined, 2))
    },
  }
}

function load<T>(file: string, schema: z.ZodType<T>): T | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
  const parsed = schema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  renameSync(file, `${file}.corrupt`)
  return undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
