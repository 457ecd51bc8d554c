import path from 'node:path'
import { z } from 'zod'
import { jsonFile } from './json-file.ts'

const MAX_COUNT = 10
const RecentPaths = z.array(z.string().min(1).max(4096)).max(100)

export type RecentVaults = {
  /** Absolute paths, the last opened first. */
  paths(): string[]
  remember(path: string): void
  forget(path: string): void
}

/** `recent.json` in the app's folder: which vaults were opened here. */
export function openRecent(folder: string): RecentVaults {
  const file = jsonFile<string[]>(path.join(folder, 'recent.json'), RecentPaths, [])
  const others = (one: string) => file.read().filter((known) => known !== one)
  return {
    paths: file.read,
    remember: (one) => file.write([one, ...others(one)].slice(0, MAX_COUNT)),
    forget: (one) => file.write(others(one)),
  }
}
