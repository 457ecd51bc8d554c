import { useState } from 'react'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { NewPassphraseFields, useNewPassphrase } from '../../start/NewPassphrase.tsx'
import { PassphraseInput } from '../../start/PassphraseInput.tsx'
import { Problem, problemOf } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { WorkDialog } from './WorkDialog.tsx'

const MIB = 1024 * 1024

/** Asks for the present passphrase and the new one twice. What is typed lives in this dialog only. */
export function ChangePassphraseDialog({ onClose }: { onClose(): void }) {
  const { settings, start } = useText()
  const call = useApp((state) => state.call)
  const refreshStatus = useApp((state) => state.refreshStatus)
  const hasKit = useApp((state) => state.status?.session?.hasRecoveryKit ?? false)
  const tell = useTell()
  const [current, setCurrent] = useState('')
  const typed = useNewPassphrase()
  const [hasTried, setTried] = useState(false)
  const work = useWork()

  const change = async () => {
    setTried(true)
    if (work.isWorking || !typed.isComplete || current === '') return
    const next = typed.passphrase
    const isChanged = await work.run(async () => {
      try {
        await call('vault.changePassphrase', { current, next })
        return true
      } catch (error) {
        if (problemOf(error).code === 'wrong-passphrase') setCurrent('')
        throw error
      }
    })
    if (!isChanged) return
    tell.said(settings.changed)
    onClose()
    await refreshStatus()
  }

  return (
    <WorkDialog
      title={settings.changeTitle}
      okText={work.isWorking ? settings.changing : settings.change}
      isWorking={work.isWorking}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      {work.problem && <Problem error={work.problem} />}
      <PassphraseInput
        id="current-passphrase"
        label={settings.current}
        value={current}
        onChange={setCurrent}
        refusal={hasTried && current === '' ? start.passphraseMissing : undefined}
        disabled={work.isWorking}
      />
      <NewPassphraseFields
        typed={typed}
        idPrefix="next-passphrase"
        label={settings.next}
        repeatLabel={settings.repeat}
        hasTried={hasTried}
        isDisabled={work.isWorking}
      />
      {hasKit && <p className="faint">{settings.kitStays}</p>}
    </WorkDialog>
  )
}

/** Measures this machine and hardens the passphrase anew; needs the passphrase. */
export function CalibrateDialog({ onClose }: { onClose(): void }) {
  const { settings } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const [passphrase, setPassphrase] = useState('')
  const { isWorking, problem, run } = useWork()

  const calibrate = async () => {
    if (isWorking || passphrase === '') return
    const isDone = await run(async () => {
      const { opsLimit, memLimitBytes, measuredMs } = await call('vault.calibrate', { passphrase })
      tell.said(settings.calibrated(measuredMs, memLimitBytes / MIB, opsLimit))
      return true
    })
    if (isDone) onClose()
    else setPassphrase('')
  }

  return (
    <WorkDialog
      title={settings.calibrateTitle}
      okText={isWorking ? settings.calibrating : settings.calibrateStart}
      isWorking={isWorking}
      canSubmit={passphrase !== ''}
      onSubmit={() => void calibrate()}
      onClose={onClose}
    >
      <p className="soft">{settings.calibrateText}</p>
      {problem && <Problem error={problem} />}
      <PassphraseInput
        id="calibrate-passphrase"
        label={settings.current}
        value={passphrase}
        onChange={setPassphrase}
        disabled={isWorking}
      />
    </WorkDialog>
  )
}
