import { Component, type ReactNode } from 'react'
import { START_TEXTS } from './i18n/start-text.ts'

type Props = { children: ReactNode }
type State = { hasFailed: boolean }

/** A bug while painting: says so instead of leaving an empty window. What was saved is in the vault. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { hasFailed: false }

  static getDerivedStateFromError(): State {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    // The store may be what failed: both languages, from the page itself.
    const language = document.documentElement.lang === 'en' ? 'en' : 'zh-CN'
    const words = START_TEXTS[language].errors.internal({})
    return (
      <main className="start-main">
        <div className="start-card">
          <div role="alert" className="problem">
            <strong>{words.title}</strong>
            <p>{words.kept}</p>
            <p>{words.next}</p>
          </div>
          <button
            type="button"
            className="button button-primary"
            onClick={() => this.setState({ hasFailed: false })}
          >
            {language === 'en' ? 'Show again' : '重新显示'}
          </button>
        </div>
      </main>
    )
  }
}
