import './csp-patch.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import './base.css'
import { connectWindow, createClient } from './client.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { readStartStatus } from './start-status.ts'
import { AppContext } from './state/app-context.ts'
import { createAppStore } from './state/app-store.ts'
import { applyLook, installTokens, onSystemTheme } from './theme/apply-theme.ts'

const client = createClient()
connectWindow(client)
const store = createAppStore(client)
const startStatus = readStartStatus()
if (startStatus !== undefined) store.getState().setStatus(startStatus)

installTokens()
const look = () => applyLook(store.getState().preferences)
look()
onSystemTheme(look)
store.subscribe((state, before) => {
  if (state.preferences !== before.preferences) look()
})

const root = document.querySelector('#root')
if (root === null) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <AppContext value={{ client, store }}>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
    </AppContext>
  </StrictMode>,
)

void store.getState().refreshStatus()
