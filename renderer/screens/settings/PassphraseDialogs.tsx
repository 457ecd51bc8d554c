import { Modal } from 'antd'
import { useState } from 'react'
import type { VaultError } from '../../../shared/errors.ts'
import { useText } from '../../i18n/text.ts'
import { PassphraseInput } from '../../start/PassphraseInput.tsx'
import { Problem, problemOf } from '../../start/Problem.tsx'
import { StrengthMeter } from '../../start/StrengthMeter.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

const MIB = 1024 * 1024

/** Asks for the present passphrase and the new one twice. What is typed lives in this dialog only. */
export function ChangePassphraseDialog({ onClose }: { onClose(): void }) {
  const { settings, common } = useText()
  const call = useApp((state) => state.call)
  const refreshStatus = useApp((state) => state.refreshStatus)
  const isByKit = useApp((state) => state.status?.session?.openedByKit ?? false)
  const hasKit = useApp((state) => state.status?.session?.hasRecoveryKit ?? false)
  const tell = useTell()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [repeated, setRepeated] = useState('')
  const [hasTried, setTried] = useState(false)
  const [isWorking, setWorking] = useState(false)
  const [problem, setProblem] = useState<VaultError>()
  const differs = repeated !== next && (hasTried || repeated.length >= next.length)

  const change = async () => {
    setTried(true)
    if (isWorking || next === '' || repeated !== next || (current === '' && !isByKit)) return
    setWorking(true)
    setProblem(undefined)
    try {
      // Opened by the kit, the vault process asks for no present passphrase and ignores this one.
      await call('vault.changePassphrase', { current: isByKit ? next : current, next })
      tell.said(settings.changed)
      onClose()
      await refreshStatus()
    } catch (error) {
      const failure = problemOf(error)
      setProblem(failure)
      if (failure.code === 'wrong-passphrase') setCurrent('')
    } finally {
      setWorking(false)
    }
  }

  return (
    <Modal
      open
      width={460}
      title={settings.changeTitle}
      okText={isWorking ? settings.changing : settings.change}
      cancelText={common.cancel}
      confirmLoading={isWorking}
      cancelButtonProps={{ disabled: isWorking }}
      closable={!isWorking}
      keyboard={!isWorking}
      mask={{ closable: false }}
      onOk={() => void change()}
      onCancel={onClose}
    >
      <form
        className="start-form settings-form"
        onSubmit={(event) => {
          event.preventDefault()
          void change()
        }}
      >
        {problem && <Problem error={problem} />}
        {isByKit ? (
          <p className="soft">{settings.byKit}</p>
        ) : (
          <PassphraseInput
            id="current-passphrase"
            label={settings.current}
            value={current}
            onChange={setCurrent}
            isInvalid={hasTried && current === ''}
            disabled={isWorking}
          />
        )}
        <PassphraseInput
          id="next-passphrase"
          label={settings.next}
          value={next}
          onChange={setNext}
          isInvalid={hasTried && next === ''}
          disabled={isWorking}
          isNew
        />
        <StrengthMeter passphrase={next} />
        <PassphraseInput
          id="repeat-passphrase"
          label={settings.repeat}
          value={repeated}
          onChange={setRepeated}
          isInvalid={differs}
          disabled={isWorking}
          isNew
        />
        {differs && (
          <p role="alert" className="start-hint start-hint-danger">
            {settings.differs}
          </p>
        )}
        {hasKit && <p className="faint">{settings.kitStays}</p>}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}

/** Measures this machine and hardens the passphrase anew; needs the passphrase. */
export function CalibrateDialog({ onClose }: { onClose(): void }) {
  const { settings, common } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const [passphrase, setPassphrase] = useState('')
  const [isWorking, setWorking] = useState(false)
  const [problem, setProblem] = useState<VaultError>()

  const calibrate = async () => {
    if (isWorking || passphrase === '') return
    setWorking(true)
    setProblem(undefined)
    try {
      const { opsLimit, memLimitBytes, measuredMs } = await call('vault.calibrate', { passphrase })
      tell.said(settings.calibrated(measuredMs, memLimitBytes / MIB, opsLimit))
      onClose()
    } catch (error) {
      setProblem(problemOf(error))
      setPassphrase('')
    } finally {
      setWorking(false)
    }
  }

  return (
    <Modal
      open
      width={460}
      title={settings.calibrateTitle}
      okText={isWorking ? settings.calibrating : settings.calibrateStart}
      cancelText={common.cancel}
      okButtonProps={{ disabled: passphrase === '' }}
      cancelButtonProps={{ disabled: isWorking }}
      confirmLoading={isWorking}
      closable={!isWorking}
      keyboard={!isWorking}
      mask={{ closable: false }}
      onOk={() => void calibrate()}
      onCancel={onClose}
    >
      <form
        className="start-form settings-form"
        onSubmit={(event) => {
          event.preventDefault()
          void calibrate()
        }}
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
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
