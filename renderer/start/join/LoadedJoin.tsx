import { type ComponentType, useEffect, useState } from 'react'
import type { VaultStatus } from '../../../shared/views.ts'

type Props = { status: VaultStatus; onBack(): void }

/** The screen of who joins, fetched when somebody goes there: the unlock screen does not wait for it. */
export function LoadedJoin(props: Props) {
  const [loaded, setLoaded] = useState<{ JoinScreen: ComponentType<Props> }>()
  useEffect(() => {
    import('./JoinScreen.tsx').then(setLoaded, (error: unknown) =>
      // Thrown while rendering, so that the error boundary tells of it.
      setLoaded(() => {
        throw error
      }),
    )
  }, [])
  if (loaded === undefined) return <div aria-busy="true" />
  return <loaded.JoinScreen {...props} />
}
