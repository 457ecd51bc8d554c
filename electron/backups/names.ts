import path from 'node:path'
import { dayOf } from '../../shared/calendar-day.ts'

const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/**
 * What a backup is called: `<vault>-<YYYYMMDD-HHmm>-r<revision>.beian`, the time in Shanghai. Nothing secret.
 *
 * @param attempt - from 1; later ones tell files of one minute and revision apart.
 */
export function backupName(
  vaultPath: string,
  at: number,
  revision: number,
  attempt: number,
): string {
  const day = dayOf(at).replaceAll('-', '')
  const time = new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16).replace(':', '')
  const again = attempt === 1 ? '' : `-${attempt}`
  return `${stemOf(vaultPath)}-${day}-${time}-r${revision}${again}.beian`
}

/** Whether a file is called as a backup of ours. */
export function isBackupName(fileName: string): boolean {
  return path.basename(fileName) === fileName && /-\d{8}-\d{4}-r\d+(-\d+)?\.beian$/.test(fileName)
}

function stemOf(vaultPath: string): string {
  return path.basename(vaultPath).replace(/\.beian$/i, '')
}
