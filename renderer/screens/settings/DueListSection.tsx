import { Button, Switch } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../../shared/calendar-day.ts'
import { Section, Setting } from '../../components/Setting.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { DueListDialog } from './DueListDialog.tsx'

/** What is due in the tray without the passphrase: on, until when, off. */
export function DueListSection() {
  const { dueList } = useText()
  const { value: keeping, problem, reload } = useAnswer('dueList.state')
  const call = useApp((state) => state.call)
  const refreshStatus = useApp((state) => state.refreshStatus)
  const canWrite = useCanWrite()
  const tell = useTell()
  const status = useApp((state) => state.status)
  const [seen, setSeen] = useState(status)
  // The way in may have been removed below, which changes the status but no record.
  if (seen !== status) {
    setSeen(status)
    reload()
  }
  const [isAsking, setAsking] = useState(false)
  const [isWorking, setWorking] = useState(false)

  const kept = keeping?.kept
  // It is another way in, and the list of them stands below.
  const changed = () => {
    reload()
    void refreshStatus()
  }
  const switchOff = async () => {
    setWorking(true)
    try {
      await call('dueList.switchOff')
      tell.said(dueList.off)
    } catch (error) {
      tell.failed(error)
    } finally {
      setWorking(false)
      changed()
    }
  }

  const isPossible = keeping?.availability === 'ready' && canWrite
  const why =
    keeping?.availability === 'no-keychain'
      ? dueList.noKeychain
      : keeping?.availability === 'demo'
        ? dueList.demo
        : canWrite
          ? undefined
          : dueList.readOnly
  const isEnded = kept?.problem === 'expired' || kept?.problem === 'slot-removed'
  return (
    <Section title={dueList.section}>
      {problem && <Problem error={problem} />}
      <Setting
        id="due-list"
        label={dueList.label}
        hint={
          <>
            {dueList.hint}
            {kept === undefined && why !== undefined && <span className="setting-why">{why}</span>}
          </>
        }
      >
        <Switch
          id="due-list"
          checked={kept !== undefined}
          loading={isWorking}
          disabled={keeping === undefined || (kept === undefined && !isPossible)}
          onChange={(isOn) => (isOn ? setAsking(true) : void switchOff())}
        />
      </Setting>
      {kept && (
        <Setting
          label={dueList.until}
          hint={
            kept.problem === undefined || kept.problem === 'vault-busy' ? (
              dueList.untilHint
            ) : (
              <span className="setting-danger">{dueList.problem[kept.problem]}</span>
            )
          }
        >
          <span className="setting-until">
            {!isEnded && dueList.untilValue(dayOf(kept.expiresAt))}
            <Button disabled={!isPossible} onClick={() => setAsking(true)}>
              {isEnded ? dueList.again : dueList.extend}
            </Button>
          </span>
        </Setting>
      )}
      {keeping?.availability === 'ready' && !keeping.hasTray && (
        <p className="setting-note">{dueList.noTray}</p>
      )}
      {isAsking && (
        <DueListDialog
          onClose={() => setAsking(false)}
          onDone={(expiresAt) => {
            setAsking(false)
            changed()
            tell.said(dueList.on(dayOf(expiresAt)))
          }}
        />
      )}
    </Section>
  )
}
