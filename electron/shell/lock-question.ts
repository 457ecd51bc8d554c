import { dialog } from 'electron'
import type { LockReason } from '../../shared/lock-reason.ts'
import type { ShellState } from './shell.ts'
import type { AppWindow } from './window.ts'
import type { ShellWords } from './words.ts'

export type LockQuestion = {
  /** Locks for the person, at once or after they said that what is typed may go. */
  lock(): void
  /** Takes the question away: something else has locked. */
  withdraw(): void
}

/**
 * Asks once before the person's own lock throws away a form. Only that: no other reason to lock waits for an
 * answer, and while the question stands a second press of Ctrl/Cmd+L locks.
 */
export function createLockQuestion(parts: {
  state: ShellState
  window: () => AppWindow
  words: () => ShellWords
  lock: (reason: LockReason) => void
}): LockQuestion {
  let open: AbortController | undefined

  const ask = async () => {
    const question = new AbortController()
    open = question
    const words = parts.words()
    try {
      const { response } = await dialog.showMessageBox(parts.window().window, {
        type: 'warning',
        message: words.lockQuestion,
        detail: words.lockQuestionText,
        buttons: [words.menuLock, words.keepEditing],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
        signal: question.signal,
      })
      if (response === 0 && !question.signal.aborted) parts.lock('person')
    } finally {
      if (open === question) open = undefined
    }
  }

  return {
    lock: () => {
      if (open === undefined && parts.state.hasUnsavedForm === true) void ask()
      else parts.lock('person')
    },
    withdraw: () => open?.abort(),
  }
}
