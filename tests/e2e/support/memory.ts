import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'

const CHUNK_BYTES = 16 * 1024 * 1024

/**
 * How often each needle stands in the memory of a process, with all its children's.
 * Reads every readable mapping of `/proc/PID/mem`; Linux only, for processes of the same user or as root.
 */
export function countInMemory(
  processIds: readonly number[],
  needles: Readonly<Record<string, Uint8Array>>,
): Record<string, number> {
  const counts = Object.fromEntries(Object.keys(needles).map((name) => [name, 0]))
  const overlap = Math.max(...Object.values(needles).map((needle) => needle.length)) - 1
  for (const pid of withChildren(processIds)) {
    for (const chunk of memoryOf(pid, overlap)) {
      for (const [name, needle] of Object.entries(needles)) {
        counts[name] = (counts[name] ?? 0) + occurrences(chunk, needle)
      }
    }
  }
  return counts
}

/** A text as JavaScript engines and interfaces keep it. */
export function encodings(name: string, text: string): Record<string, Uint8Array> {
  return {
    [`${name}, UTF-8`]: Buffer.from(text, 'utf8'),
    [`${name}, UTF-16`]: Buffer.from(text, 'utf16le'),
  }
}

function* memoryOf(pid: number, overlap: number): Generator<Buffer> {
  let maps: string
  let file: number
  try {
    maps = readFileSync(`/proc/${pid}/maps`, 'utf8')
    file = openSync(`/proc/${pid}/mem`, 'r')
  } catch {
    return // It has ended, which is what is wanted.
  }
  try {
    for (const line of maps.split('\n')) {
      const range = /^([0-9a-f]+)-([0-9a-f]+) r/.exec(line)
      if (range === null || /\[(vvar|vsyscall)/.test(line)) continue
      const start = Number.parseInt(range[1] ?? '', 16)
      const end = Number.parseInt(range[2] ?? '', 16)
      for (let at = start; at < end; at += CHUNK_BYTES) {
        const chunk = readAt(file, at, Math.min(CHUNK_BYTES + overlap, end - at))
        if (chunk !== undefined) yield chunk
      }
    }
  } finally {
    closeSync(file)
  }
}

/** A mapping may be gone or have no pages behind it: nothing stands there then. */
function readAt(file: number, at: number, length: number): Buffer | undefined {
  const chunk = Buffer.alloc(length)
  try {
    return chunk.subarray(0, readSync(file, chunk, 0, length, at))
  } catch {
    return undefined
  }
}

function occurrences(haystack: Buffer, needle: Uint8Array): number {
  let count = 0
  for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) {
    count += 1
  }
  return count
}

function withChildren(processIds: readonly number[]): number[] {
  const parents = new Map<number, number>()
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry)
    if (!Number.isInteger(pid)) continue
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      parents.set(pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // Ended while we looked.
    }
  }
  const found = new Set(processIds)
  for (let size = 0; size !== found.size; ) {
    size = found.size
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid)
  }
  return [...found]
}
