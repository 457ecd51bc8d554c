import { readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { isAbsent, writeAtomically } from '../atomic-file.ts'

/** What this machine knows of one vault's backups. A folder is this machine's own, so it is not in the vault. */
export type BackupPlaceOf = {
  /** Absolute. */
  folder?: string
  /** Changes that no backup holds yet; survives a lock, a crash and a missing disk. */
  hasChanges: boolean
}

/** `backups.json` in the app's folder. */
export type BackupPlaces = {
  read(vaultIdHex: string): BackupPlaceOf
  write(vaultIdHex: string, place: BackupPlaceOf): void
}

const NOTHING: BackupPlaceOf = { hasChanges: false }

/** A file that cannot be read is kept aside as `.corrupt`: the folder must then be chosen again. */
export function openBackupPlaces(dataFolder: string): BackupPlaces {
  const file = path.join(dataFolder, 'backups.json')
  let known: Record<string, BackupPlaceOf> | undefined
  const all = () => {
    known ??= load(file)
    return known
  }
  return {
    read: (vaultIdHex) => all()[vaultIdHex] ?? NOTHING,
    write(vaultIdHex, place) {
      known = { ...all(), [vaultIdHex]: place }
      writeAtomically(file, JSON.stringify(known, undefined, 2))
    },
  }
}

function load(file: string): Record<string, BackupPlaceOf> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (isAbsent(error)) return {}
    throw error
  }
  const places = parse(text)
  if (places !== undefined) return places
  renameSync(file, `${file}.corrupt`)
  return {}
}

function parse(text: string): Record<string, BackupPlaceOf> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return undefined
    const entries = Object.entries(value).map(([id, one]) => [id, placeOf(one)] as const)
    return Object.fromEntries(entries)
  } catch {
    return undefined
  }
}

function placeOf(value: unknown): BackupPlaceOf {
  if (typeof value !== 'object' || value === null) return NOTHING
  const hasChanges = 'hasChanges' in value && value.hasChanges === true
  const folder = 'folder' in value ? value.folder : undefined
  const isFolder = typeof folder === 'string' && path.isAbsolute(folder)
  return isFolder ? { folder, hasChanges } : { hasChanges }
}
