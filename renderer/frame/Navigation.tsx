import { LockOutlined } from '@ant-design/icons'
import { BrandMark } from '../components/BrandMark.tsx'
import { useText } from '../i18n/text.ts'
import { useApp } from '../state/app-context.ts'
import { SCREENS, type ScreenName } from '../state/navigation.ts'
import { SCREEN_LIST } from '../workspace/screen-list.tsx'
import { commandKey } from './use-shortcuts.ts'

/** The screens that are reached through another: that one is marked while they are open. */
const PARENTS: Readonly<Partial<Record<ScreenName, ScreenName>>> = {
  letters: 'documents',
  checks: 'reminders',
  backups: 'settings',
  merge: 'settings',
}

/** The left side: where to go, what is due, whose vault, and the lock. */
export function Navigation() {
  const { frame, start } = useText()
  const vault = useApp((state) => state.status?.vault)
  const session = useApp((state) => state.status?.session)
  const platform = useApp((state) => state.status?.app.platform ?? '')
  const lock = useApp((state) => state.lock)

  return (
    <nav className="nav" aria-label={frame.navigation}>
      <div className="nav-brand">
        <BrandMark size={26} />
        <strong>{start.appName}</strong>
      </div>
      <ul className="nav-list">
        {session?.mode === 'evidence' && <NavItem screen="evidence" />}
        {SCREENS.map((screen) => (
          <NavItem key={screen} screen={screen} />
        ))}
      </ul>
      <ul className="nav-list nav-list-end">
        <NavItem screen="trash" />
      </ul>
      <div className="nav-foot">
        <div className="nav-who">
          <span className="ellipsis" title={session?.custodianName}>
            {session?.custodianName}
          </span>
          <span className="faint ellipsis" title={vault?.fileName}>
            {vault?.fileName}
          </span>
        </div>
        <button
          type="button"
          className="button-quiet nav-lock"
          aria-label={frame.lock}
          title={frame.lockHint(`${commandKey(platform)}L`)}
          onClick={() => void lock()}
        >
          <LockOutlined aria-hidden />
        </button>
      </div>
    </nav>
  )
}

function NavItem({ screen }: { screen: ScreenName }) {
  const { frame } = useText()
  const isCurrent = useApp((state) => (PARENTS[state.screen] ?? state.screen) === screen)
  const go = useApp((state) => state.go)
  return (
    <li>
      <button
        type="button"
        className="nav-item"
        title={frame.screens[screen]}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={() => go(screen)}
      >
        {SCREEN_LIST[screen].icon}
        <span>{frame.screens[screen]}</span>
        {screen === 'reminders' && <ReminderCount />}
      </button>
    </li>
  )
}

function ReminderCount() {
  const { frame } = useText()
  const { danger, due } = useApp((state) => state.reminderCounts)
  if (danger > 0) {
    return (
      <span className="nav-count nav-count-danger" title={frame.dangerCount(danger)}>
        {danger}
      </span>
    )
  }
  if (due === 0) return null
  return (
    <span className="nav-count nav-count-due" title={frame.dueCount(due)}>
      {due}
    </span>
  )
}
