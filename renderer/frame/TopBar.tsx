import { SearchOutlined } from '@ant-design/icons'
import { useText } from '../i18n/text.ts'
import { useApp } from '../state/app-context.ts'
import { commandKey } from './use-shortcuts.ts'

/** The line above every screen: search everywhere, and what this window must not be mistaken for. */
export function TopBar() {
  const { frame } = useText()
  const app = useApp((state) => state.status?.app)
  const setPaletteOpen = useApp((state) => state.setPaletteOpen)
  return (
    <header className="top-bar">
      <button type="button" className="top-search" onClick={() => setPaletteOpen(true)}>
        <SearchOutlined aria-hidden />
        <span>{frame.searchEverywhere}</span>
        <kbd>{commandKey(app?.platform ?? '')}K</kbd>
      </button>
      {app?.isDemo && (
        <span className="badge-due" title={frame.demoText}>
          {frame.demo}
        </span>
      )}
      {app?.isTestRuntime && (
        <span className="badge-due" role="status" title={frame.testRuntimeText}>
          {frame.testRuntime}
        </span>
      )}
    </header>
  )
}
