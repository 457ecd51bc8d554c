import { type ComponentType, useEffect, useState } from 'react'
import { NewPassphrasePage } from './kit/NewPassphrasePage.tsx'
import { RecoveryKit } from './kit/RecoveryKit.tsx'
import { StartScreen } from './start/StartScreen.tsx'
import { useApp } from './state/app-context.ts'
import { loadWorkspace } from './workspace-chunk.ts'

/** The start screen until a vault is open, then everything else. */
export function App() {
  const isUnlocked = useApp((state) => state.status?.state === 'unlocked')
  const owed = useApp((state) => state.status?.session?.owed)
  const isKitPageOpen = useApp((state) => state.isKitPageOpen)
  if (!isUnlocked) return <StartScreen />
  if (owed === 'passphrase') return <NewPassphrasePage />
  if (isKitPageOpen) return <KitPage />
  return <LoadedWorkspace />
}

/** Not `lazy` in a `Suspense`: React holds back for 300 ms what follows a fallback, and the code is nearly always here. */
function LoadedWorkspace() {
  const [loaded, setLoaded] = useState<{ Workspace: ComponentType }>()
  useEffect(() => {
    loadWorkspace().then(setLoaded, (error: unknown) =>
      // Thrown while rendering, so that the error boundary tells of it.
      setLoaded(() => {
        throw error
      }),
    )
  }, [])
  if (loaded === undefined) return <div className="workspace-fallback" aria-busy="true" />
  return <loaded.Workspace />
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
