import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Client } from '../client.ts'
import type { AppState, AppStore } from './app-store.ts'

export type AppParts = { store: AppStore; client: Client }

export const AppContext = createContext<AppParts | undefined>(undefined)

function useParts(): AppParts {
  const parts = useContext(AppContext)
  if (parts === undefined) throw new Error('no AppContext above this component')
  return parts
}

/** Part of the window's state; the component renders again when it changes. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useParts().store, select)
}

/** For handlers that need the state of the moment without rendering for it. */
export function useAppStore(): AppStore {
  return useParts().store
}

/** Calls and events of the vault process. */
export function useClient(): Client {
  return useParts().client
}
