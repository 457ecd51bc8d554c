import { dialog } from 'electron'
import type { ShellState } from './shell.ts'
import type { AppWindow } from './window.ts'
import type { ShellWords } from './words.ts'

export type FormQuestion = {
  /** Acts for the person, at once or after they said that what is typed may go. */
  before(doing: 'lock' | 'quit', act: () => void): void
  /** Takes the question away: something else has locked. */
  withdraw(): void
}

/**
 * Asks once before what the person does themselves throws away a form. Only that: no other reason to lock
 * waits for an answer, and while the question stands a second press of Ctrl/Cmd+L locks.
 */
export function createFormQuestion(parts: {
  state: ShellState
  window: () => AppWindow
  words: () => ShellWords
}): FormQuestion {
  let open: AbortController | undefined

  const ask = async (doing: 'lock' | 'quit', act: () => void) => {
    const question = new AbortController()
    open = question
    const words = parts.words()
    const [message, button] =
      doing === 'lock' ? [words.lockQuestion, words.menuLock] : [words.quitQuestion, words.menuQuit]
    try {
      const { response } = await dialog.showMessageBox(parts.window().window, {
        type: 'warning',
        message,
        detail: words.lockQuestionText,
        buttons: [button, words.keepEditing],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
        signal: question.signal,
      })
      if (response === 0 && !question.signal.aborted) act()
    } finally {
      if (open === question) open = undefined
    }
  }

  return {
    before: (doing, act) => {
      if (open === undefined && parts.state.hasUnsavedForm === true) void ask(doing, act)
      else act()
    },
    withdraw: () => open?.abort(),
  }
}
