import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { safeStorage } from 'electron'
import { isAbsent, writeAtomically } from '../atomic-file.ts'

/** What Linux must name for us to believe it: `basic_text` is a constant key that everybody knows. */
const REAL_BACKENDS: readonly string[] = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6']

/**
 * The key with which this machine marks its anchors, base64 of 32 random bytes. It lies in the app's
 * folder, sealed by the system's keychain (Keychain, DPAPI, libsecret, KWallet).
 *
 * @returns undefined where there is no real keychain, or it does not give back what it sealed.
 */
export function readAnchorKey(folder: string): string | undefined {
  if (!hasRealKeychain()) return undefined
  const file = path.join(folder, 'anchor-key')
  try {
    return safeStorage.decryptString(readFileSync(file))
  } catch (error) {
    // Present but not ours to open: keep it, for the keychain may come back.
    if (!isAbsent(error)) return undefined
  }
  const key = randomBytes(32).toString('base64')
  writeAtomically(file, safeStorage.encryptString(key))
  return key
}

export function hasRealKeychain(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  if (process.platform !== 'linux') return true
  return REAL_BACKENDS.includes(safeStorage.getSelectedStorageBackend())
}

/** Seals a text by the system's keychain, base64; undefined where there is no real one, or it refuses. */
export function sealByKeychain(text: string): string | undefined {
  if (!hasRealKeychain()) return undefined
  try {
    return safeStorage.encryptString(text).toString('base64')
  } catch {
    return undefined
  }
}

/** Its twin; undefined also where another keychain, or another person's, sealed it. */
export function openByKeychain(sealed: string): string | undefined {
  if (!hasRealKeychain()) return undefined
  try {
    return safeStorage.decryptString(Buffer.from(sealed, 'base64'))
  } catch {
    return undefined
  }
}
