import { useApp } from '../state/app-context.ts'

/** Whether the open vault takes changes from this person: not when read-only or in evidence mode, and never from an auditor. */
export function useCanWrite(): boolean {
  return useApp(({ status }) => {
    const session = status?.session
    return session?.mode === 'normal' && session.scope === 'all'
  })
}
