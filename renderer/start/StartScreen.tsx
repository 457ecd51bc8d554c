import { type ReactNode, useEffect, useState } from 'react'
import type { VaultStatus } from '../../shared/views.ts'
import { BrandMark } from '../components/BrandMark.tsx'
import { useReady } from '../hooks/use-ready.ts'
import { useStartText } from '../i18n/start-text.ts'
import { useApp } from '../state/app-context.ts'
import { CreateForm } from './CreateForm.tsx'
import { LoadedJoin } from './join/LoadedJoin.tsx'
import { OlderFile } from './OlderFile.tsx'
import { LostNotice } from './Problem.tsx'
import { UnlockForm } from './UnlockForm.tsx'
import { Welcome } from './Welcome.tsx'
import './start.css'

type View =
  | { name: 'auto' }
  | { name: 'choose' }
  | { name: 'create' }
  | { name: 'join' }
  | { name: 'older'; status: VaultStatus; isReadOnly: boolean }

/** Everything before a vault is open: choose, create, unlock. Plain CSS, so that it is there at once. */
export function StartScreen() {
  const status = useLastVault()
  const [view, setView] = useState<View>({ name: 'auto' })

  useReady('unlock', status !== undefined)

  return (
    <div className="start">
      <Brand />
      <main className="start-main">
        <TopLine />
        {status !== undefined && (
          <div className={view.name === 'join' ? 'start-card start-card-join' : 'start-card'}>
            <LostNotice />
            <StartView status={status} view={view} setView={setView} />
          </div>
        )}
      </main>
    </div>
  )
}

type ViewProps = { status: VaultStatus; view: View; setView(view: View): void }

function StartView({ status, view, setView }: ViewProps): ReactNode {
  const toChoice = () => setView({ name: 'choose' })
  const toAuto = () => setView({ name: 'auto' })
  const toJoin = () => setView({ name: 'join' })
  if (view.name === 'older') {
    const { status: found, isReadOnly } = view
    return <OlderFile status={found} isReadOnly={isReadOnly} onBack={toAuto} />
  }
  if (view.name === 'join') return <LoadedJoin status={status} onBack={toAuto} />
  if (view.name === 'create' && status.vault !== undefined) {
    return <CreateForm vault={status.vault} onBack={toChoice} />
  }
  if (status.vault !== undefined && view.name === 'auto') {
    return (
      <UnlockForm
        key={`${status.vault.folder}/${status.vault.fileName}`}
        status={status}
        vault={status.vault}
        onCreate={() => setView({ name: 'create' })}
        onJoin={toJoin}
        onOlder={(older, isReadOnly) => setView({ name: 'older', status: older, isReadOnly })}
      />
    )
  }
  return (
    <Welcome
      status={status}
      onCreate={() => setView({ name: 'create' })}
      onJoin={toJoin}
      onOpen={toAuto}
    />
  )
}

/**
 * The status, with the vault opened last chosen where none is: nearly always it is the one that is wanted. Its
 * form is there before the vault process has answered; calls are answered in their order.
 */
function useLastVault(): VaultStatus | undefined {
  const status = useApp((state) => state.status)
  const call = useApp((state) => state.call)
  const setStatus = useApp((state) => state.setStatus)
  const [hasFailed, setFailed] = useState(false)
  const isNeeded = status !== undefined && status.vault === undefined && !hasFailed
  const last = isNeeded ? status.recent[0] : undefined
  const isWanted = last?.isMissing === false

  useEffect(() => {
    // One that cannot be chosen is said when the person chooses it.
    if (isWanted) call('vault.chooseRecent', { index: 0 }).then(setStatus, () => setFailed(true))
  }, [isWanted, call, setStatus])

  return status !== undefined && isWanted ? { ...status, vault: last } : status
}

function Brand() {
  const { start } = useStartText()
  return (
    <div className="start-brand">
      <BrandMark size={56} />
      <h1>{start.appName}</h1>
      <p className="start-brand-lead">{start.welcomeText}</p>
      <ul className="start-points">
        <li>{start.pointSealed}</li>
        <li>{start.pointFind}</li>
        <li>{start.pointDue}</li>
      </ul>
    </div>
  )
}

function TopLine() {
  const { start } = useStartText()
  const app = useApp((state) => state.status?.app)
  const language = useApp((state) => state.preferences.language)
  const changePreferences = useApp((state) => state.changePreferences)
  return (
    <div className="start-top">
      {app?.isTestRuntime && (
        <span className="badge-due" role="status" title={start.testRuntimeHint}>
          {start.testRuntime}
        </span>
      )}
      {app?.isDemo && <span className="badge-due">{start.demo}</span>}
      <button
        type="button"
        className="button-quiet"
        onClick={() => void changePreferences({ language: language === 'en' ? 'zh-CN' : 'en' })}
      >
        {language === 'en' ? '中文' : 'English'}
      </button>
    </div>
  )
}
