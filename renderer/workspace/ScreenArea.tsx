import { Button } from 'antd'
import { Component, type ComponentType, type ReactNode, useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { LedgerScreen } from '../screens/ledger/LedgerScreen.tsx'
import { useApp } from '../state/app-context.ts'
import type { ScreenName } from '../state/navigation.ts'
import { SCREEN_LIST } from './screen-list.tsx'

/** The chosen screen. 台账 stays mounted, so that coming back to it keeps search, filters and place. */
export function ScreenArea() {
  const { shown, isLoading } = useScreen()
  const Screen = shown?.name === 'ledger' ? undefined : shown?.component
  return (
    <main className="screen-area" aria-busy={isLoading}>
      <div className="screen-slot" hidden={shown?.name !== 'ledger'}>
        <ScreenBoundary>
          <LedgerScreen />
        </ScreenBoundary>
      </div>
      {Screen && (
        <div className="screen-slot">
          <ScreenBoundary key={shown?.name}>
            <Screen />
          </ScreenBoundary>
        </div>
      )}
    </main>
  )
}

type Shown = { name: ScreenName; component: ComponentType }

/** What to show: the chosen screen, or the one before it until its code is there. */
function useScreen(): { shown: Shown | undefined; isLoading: boolean } {
  const name = useApp((state) => state.screen)
  const [fetched, setFetched] = useState<Partial<Record<ScreenName, ComponentType>>>({})
  const [before, setBefore] = useState<Shown>()
  const screen = SCREEN_LIST[name]
  const component = 'component' in screen ? screen.component : fetched[name]

  useEffect(() => {
    if (component !== undefined) setBefore({ name, component })
    else if ('load' in screen) {
      const keep = (code: ComponentType) => setFetched((known) => ({ ...known, [name]: code }))
      screen.load().then(keep, () => keep(MissingScreen))
    }
  }, [name, component, screen])

  if (component === undefined) return { shown: before, isLoading: true }
  return { shown: { name, component }, isLoading: false }
}

/** The code of a screen could not be read: the boundary above says so. */
function MissingScreen(): never {
  throw new Error('the code of this screen could not be read')
}

type State = { hasFailed: boolean }

/** Keeps a bug in one screen from taking the navigation with it. */
class ScreenBoundary extends Component<{ children: ReactNode }, State> {
  override readonly state: State = { hasFailed: false }

  static getDerivedStateFromError(): State {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return <BrokenScreen onAgain={() => this.setState({ hasFailed: false })} />
  }
}

function BrokenScreen({ onAgain }: { onAgain(): void }) {
  const { frame } = useText()
  return (
    <div className="empty" role="alert">
      <h2>{frame.brokenScreen}</h2>
      <p>{frame.brokenScreenText}</p>
      <Button onClick={onAgain}>{frame.showAgain}</Button>
    </div>
  )
}
