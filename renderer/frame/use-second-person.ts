import { useCallback } from 'react'
import { VaultError } from '../../shared/errors.ts'
import { useApp } from '../state/app-context.ts'

/**
 * Runs what may need two persons: where the vault process asks for a second one (`requireSecondPerson` in
 * electron/custodians/second-person.ts), their passphrase is asked for and the act is run once more. Given up, it
 * fails with `second-person-needed`.
 */
export function useSecondPerson(): <T>(act: () => Promise<T>) => Promise<T> {
  const ask = useApp((state) => state.askApproval)
  return useCallback(
    async (act) => {
      try {
        return await act()
      } catch (error) {
        if (!(error instanceof VaultError) || error.code !== 'second-person-needed') throw error
        if (!(await ask(error.facts))) throw error
        return await act()
      }
    },
    [ask],
  )
}
