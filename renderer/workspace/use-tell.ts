import { App as AntApp, Button } from 'antd'
import { createElement, useMemo } from 'react'
import { useText } from '../i18n/text.ts'
import { problemOf } from '../start/Problem.tsx'
import { useApp } from '../state/app-context.ts'

/** Seconds that 撤销 is offered. */
const UNDO_SECONDS = 8

export type Tell = {
  /** A short word that something is done. */
  said(text: string): void
  /** The same with 撤销 beside it. */
  undoable(text: string, undoToken: number): void
  /** What failed, what was kept, what to do. Anything that is no VaultError is told as `internal`. */
  failed(error: unknown): void
}

/** Says things to the person at the bottom of the window. */
export function useTell(): Tell {
  const { message } = AntApp.useApp()
  const { errors, frame } = useText()
  const call = useApp((state) => state.call)

  return useMemo(() => {
    const failed = (error: unknown) => {
      const { code, facts } = problemOf(error)
      if (code === 'vault-process-ended') return
      const words = errors[code](facts)
      void message.error({ content: `${words.title} ${words.kept} ${words.next}`, duration: 8 })
    }
    const said = (text: string) => void message.success({ content: text, duration: 3 })
    const undo = (undoToken: number, key: string) => {
      message.destroy(key)
      call('records.undo', { undoToken }).then(() => said(frame.undone), failed)
    }
    return {
      said,
      failed,
      undoable: (text, undoToken) => {
        const key = `undo-${undoToken}`
        const button = createElement(
          Button,
          { type: 'link', size: 'small', onClick: () => undo(undoToken, key) },
          frame.undo,
        )
        const content = createElement('span', null, text, ' ', button)
        void message.success({ key, content, duration: UNDO_SECONDS })
      },
    }
  }, [message, errors, frame, call])
}
