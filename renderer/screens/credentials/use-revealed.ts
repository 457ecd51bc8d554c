import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/contract.ts'
import { useApp } from '../../state/app-context.ts'

/** How long a secret stays on screen, in milliseconds. */
export const REVEAL_MS = 30_000

export type Revealed = CallOutput<'credentials.reveal'>

/**
 * One credential's secret, for as long as it may be seen: it lives in this component only and is dropped
 * after 30 s, when a new value is registered, when the window loses the focus, and when the component goes.
 */
export function useRevealed(id: string, revision: number) {
  const call = useApp((state) => state.call)
  const [revealed, setRevealed] = useState<Revealed>()

  // biome-ignore lint/correctness/useExhaustiveDependencies: another credential, or a newly registered value, never shows the earlier secret
  useEffect(() => setRevealed(undefined), [id, revision])

  useEffect(() => {
    if (revealed === undefined) return
    const hide = () => setRevealed(undefined)
    const timer = setTimeout(hide, REVEAL_MS)
    window.addEventListener('blur', hide)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('blur', hide)
    }
  }, [revealed])

  return {
    revealed,
    /** Audited before it is shown. @throws VaultError */
    reveal: async () => setRevealed(await call('credentials.reveal', { id })),
    hide: () => setRevealed(undefined),
  }
}
