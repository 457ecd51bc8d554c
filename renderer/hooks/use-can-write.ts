import { useApp } from '../state/app-context.ts'

/** Whether the open vault takes changes: not when read-only or in evidence mode. */
export function useCanWrite(): boolean {
  return useApp((state) => state.status?.session?.mode === 'normal')
}
