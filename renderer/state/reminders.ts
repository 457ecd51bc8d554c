import type { StateCreator } from 'zustand'

export type ReminderCounts = { danger: number; due: number; soon: number }

export type RemindersSlice = {
  reminderCounts: ReminderCounts
  setReminderCounts(counts: ReminderCounts): void
}

/** Counts shown in the navigation; the list itself is asked for by its screen. */
export const createRemindersSlice = (): StateCreator<RemindersSlice> => (set) => ({
  reminderCounts: { danger: 0, due: 0, soon: 0 },
  setReminderCounts: ({ danger, due, soon }) => set({ reminderCounts: { danger, due, soon } }),
})
