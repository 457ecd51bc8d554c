import type { StateCreator } from 'zustand'
import type { Preferences } from '../../shared/preferences.ts'
import type { Call } from '../client.ts'

export type PreferencesSlice = {
  preferences: Preferences
  /** Saves a change; the window shows it at once. @throws VaultError */
  changePreferences(change: Partial<Preferences>): Promise<void>
}

/** Until the vault process has said what is saved. Same values as DEFAULT_PREFERENCES, without its zod. */
const BEFORE_FIRST_ANSWER: Preferences = {
  language: 'zh-CN',
  theme: 'system',
  idleLockMinutes: 5,
  clipboardClearSeconds: 30,
  isContentProtected: true,
  isNotificationOn: true,
}

/** Settings of this machine. */
export const createPreferencesSlice =
  (call: Call): StateCreator<PreferencesSlice> =>
  (set, get) => ({
    preferences: BEFORE_FIRST_ANSWER,
    changePreferences: async (change) => {
      const before = get().preferences
      set({ preferences: { ...before, ...change } })
      try {
        set({ preferences: await call('preferences.save', { ...before, ...change }) })
      } catch (error) {
        set({ preferences: before })
        throw error
      }
    },
  })
