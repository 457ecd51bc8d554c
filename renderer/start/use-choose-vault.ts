import { useState } from 'react'
import type { VaultError } from '../../shared/errors.ts'
import type { VaultStatus } from '../../shared/views.ts'
import { useApp, useAppStore } from '../state/app-context.ts'
import { problemOf } from './Problem.tsx'

export type VaultPlace = { fileName: string; folder: string }

/** Which vault to make or open: by the system's dialog or from the list of the last ones. */
export function useChooseVault(handlers: { onCreate(): void; onOpen(): void }) {
  const call = useApp((state) => state.call)
  const store = useAppStore()
  const [problem, setProblem] = useState<VaultError>()

  const work = async (
    ask: () => Promise<VaultStatus>,
    onChosen?: (status: VaultStatus) => void,
  ) => {
    setProblem(undefined)
    try {
      const status = await ask()
      store.getState().setStatus(status)
      onChosen?.(status)
    } catch (error) {
      setProblem(problemOf(error))
    }
  }

  return {
    problem,
    create: () => {
      const before = store.getState().status?.vault
      return work(
        () => call('vault.choose', { purpose: 'create' }),
        // A dialog that was cancelled leaves chosen what was.
        ({ vault }) => {
          if (vault !== undefined && !isSamePlace(before, vault)) handlers.onCreate()
        },
      )
    },
    open: () =>
      work(
        () => call('vault.choose', { purpose: 'open' }),
        ({ vault }) => {
          if (vault !== undefined) handlers.onOpen()
        },
      ),
    openRecent: (index: number) =>
      work(() => call('vault.chooseRecent', { index }), handlers.onOpen),
    forget: (index: number) => work(() => call('vault.forgetRecent', { index })),
  }
}

export function isSamePlace(one: VaultPlace | undefined, other: VaultPlace | undefined): boolean {
  return one?.fileName === other?.fileName && one?.folder === other?.folder
}
