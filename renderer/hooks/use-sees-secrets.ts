import { useApp } from '../state/app-context.ts'

/** Whether this person's way in opens secrets: an auditor's does not. */
export function useSeesSecrets(): boolean {
  return useApp((state) => state.status?.session?.scope === 'all')
}
