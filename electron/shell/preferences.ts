import path from 'node:path'
import { DEFAULT_PREFERENCES, Preferences } from '../../shared/preferences.ts'
import { jsonFile } from './json-file.ts'

export type PreferenceStore = {
  read(): Preferences
  save(preferences: Preferences): void
  /** Hears each change at once and after. */
  follow(listener: (preferences: Preferences) => void): void
}

/** `preferences.json` in the app's folder. */
export function openPreferences(folder: string): PreferenceStore {
  const file = jsonFile(path.join(folder, 'preferences.json'), Preferences, DEFAULT_PREFERENCES)
  const listeners: ((preferences: Preferences) => void)[] = []
  return {
    read: file.read,
    save(preferences) {
      file.write(preferences)
      for (const listener of listeners) listener(preferences)
    },
    follow(listener) {
      listeners.push(listener)
      listener(file.read())
    },
  }
}
