import { useEffect } from 'react'
import { useAppStore } from '../state/app-context.ts'

/** Ctrl/Cmd+K searches everywhere, Ctrl/Cmd+L locks. Main listens for Ctrl/Cmd+L too: locking twice is no harm. */
export function useShortcuts() {
  const store = useAppStore()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      const key = event.key.toLowerCase()
      if (key !== 'k' && key !== 'l') return
      event.preventDefault()
      const state = store.getState()
      // Not over a form: what is found would open behind it.
      if (key === 'k') state.setPaletteOpen(!state.isPaletteOpen && state.openForm === undefined)
      else void state.lock()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [store])
}

/** How the modifier key is called on this system. */
export function commandKey(platform: string): string {
  return platform === 'darwin' ? '⌘' : 'Ctrl+'
}
