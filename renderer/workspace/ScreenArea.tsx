import { Button } from 'antd'
import { Component, type ComponentType, type ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { LedgerScreen } from '../screens/ledger/LedgerScreen.tsx'
import { useApp } from '../state/app-context.ts'
import { SCREEN_COMPONENTS } from './screen-list.ts'

/** The chosen screen. 台账 stays mounted, so that coming back to it keeps search, filters and place. */
export function ScreenArea() {
  const screen = useApp((state) => state.screen)
  const Screen: ComponentType | undefined =
    screen === 'ledger' ? undefined : SCREEN_COMPONENTS[screen]
  return (
    <main className="screen-area">
      <div className="screen-slot" hidden={screen !== 'ledger'}>
        <ScreenBoundary>
          <LedgerScreen />
        </ScreenBoundary>
      </div>
      {Screen && (
        <div className="screen-slot">
          <ScreenBoundary key={screen}>
            <Screen />
          </ScreenBoundary>
        </div>
      )}
    </main>
  )
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
