import { Activity, type ComponentType, useEffect, useState } from 'react'
import { NewPassphrasePage } from './kit/NewPassphrasePage.tsx'
import { RecoveryKit } from './kit/RecoveryKit.tsx'
import { StartScreen } from './start/StartScreen.tsx'
import { useApp } from './state/app-context.ts'
import { loadWorkspace } from './workspace-chunk.ts'

/** The start screen until a vault is open, then everything else. */
export function App() {
  const isUnlocked = useApp((state) => state.status?.state === 'unlocked')
  const isUnlockExpected = useApp((state) => state.isUnlockExpected)
  const owed = useApp((state) => state.status?.session?.owed)
  const isKitPageOpen = useApp((state) => state.isKitPageOpen)
  const isOpen = isUnlocked && owed !== 'passphrase' && !isKitPageOpen
  const workspace = useWorkspace(isOpen || isUnlockExpected)
  if (isOpen && workspace.failure !== undefined) throw workspace.failure

  // While somebody types the passphrase and the key is derived, the workspace is rendered out of sight: without a
  // vault it has nothing to show, and its effects wait until it is seen.
  return (
    <>
      {!isUnlocked && <StartScreen />}
      {isUnlocked && owed === 'passphrase' && <NewPassphrasePage />}
      {isUnlocked && owed !== 'passphrase' && isKitPageOpen && <KitPage />}
      {isOpen && workspace.code === undefined && (
        <div className="workspace-fallback" aria-busy="true" />
      )}
      {workspace.code !== undefined && (
        <Activity mode={isOpen ? 'visible' : 'hidden'}>
          <workspace.code.Workspace />
        </Activity>
      )}
    </>
  )
}

type Loaded = { code?: { Workspace: ComponentType }; failure?: unknown }

/**
 * The code of the workspace, once wanted and until it is not. Not `lazy` in a `Suspense`: React holds back for 300 ms what
 * follows a fallback, and the code is nearly always here. A failure is told by whoever needs the code.
 */
function useWorkspace(isWanted: boolean): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({})
  useEffect(() => {
    if (!isWanted) return
    loadWorkspace().then(
      (code) => setLoaded({ code }),
      (failure: unknown) => setLoaded({ failure }),
    )
  }, [isWanted])
  return isWanted ? loaded : {}
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
