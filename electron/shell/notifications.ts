import { Notification } from 'electron'
import type { TrayWords } from './tray-words.ts'
import type { ShellWords } from './words.ts'

/** Tells how much is due: counts only, for a notification can be read by whoever passes. */
export function notifyReminders(
  counts: { danger: number; due: number },
  words: ShellWords,
  onClick: () => void,
): void {
  if (!Notification.isSupported() || counts.danger + counts.due === 0) return
  const lines = [
    counts.danger > 0 ? words.remindersDanger(counts.danger) : undefined,
    counts.due > 0 ? words.remindersDue(counts.due) : undefined,
  ]
  const notification = new Notification({
    title: words.remindersTitle,
    body: lines.filter((line) => line !== undefined).join('\n'),
  })
  notification.on('click', onClick)
  notification.show()
}

/** Says, once, that a closed window goes on in the tray. */
export function notifyTray(words: TrayWords, onClick: () => void): void {
  if (!Notification.isSupported()) return
  const notification = new Notification({ title: words.toldTitle, body: words.toldText })
  notification.on('click', onClick)
  notification.show()
}
