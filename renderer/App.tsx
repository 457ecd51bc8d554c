import { lazy, Suspense } from 'react'
import { RecoveryKit } from './kit/RecoveryKit.tsx'
import { StartScreen } from './start/StartScreen.tsx'
import { useApp } from './state/app-context.ts'
import { loadWorkspace } from './workspace-chunk.ts'

const Workspace = lazy(async () => ({ default: (await loadWorkspace()).Workspace }))

/** The start screen until a vault is open, then everything else. */
export function App() {
  const isUnlocked = useApp((state) => state.status?.state === 'unlocked')
  const isKitPageOpen = useApp((state) => state.isKitPageOpen)
  if (!isUnlocked) return <StartScreen />
  if (isKitPageOpen) return <KitPage />
  return (
    <Suspense fallback={<div className="workspace-fallback" aria-busy="true" />}>
      <Workspace />
    </Suspense>
  )
}

function KitPage() {
  const close = useApp((state) => state.closeKitPage)
  return (
    <main className="start-main kit-page">
      <div className="start-card start-card-wide">
        <RecoveryKit onClose={close} />
      </div>
    </main>
  )
}
