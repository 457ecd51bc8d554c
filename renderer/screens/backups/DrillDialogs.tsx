import { Alert, Input, Modal, Segmented } from 'antd'
import { useState } from 'react'
import type { VaultError } from '../../../shared/errors.ts'
import { Field } from '../../components/Field.tsx'
import { useText } from '../../i18n/text.ts'
import { PassphraseInput } from '../../start/PassphraseInput.tsx'
import { Problem, problemOf } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

/** The whole code from paper, checked without opening anything. It lives in this dialog only. */
export function KitDrillDialog({ onClose }: { onClose(): void }) {
  const { backups, common } = useText()
  const call = useApp((state) => state.call)
  const [code, setCode] = useState('')
  const [isPassed, setPassed] = useState<boolean>()
  const [problem, setProblem] = useState<VaultError>()

  const check = async () => {
    if (code.trim() === '') return
    setProblem(undefined)
    setPassed(undefined)
    try {
      const result = await call('drills.checkKit', { code })
      setPassed(result.isPassed)
      setCode('')
    } catch (error) {
      setProblem(problemOf(error))
    }
  }

  return (
    <Modal
      open
      width={520}
      title={backups.kit.title}
      okText={backups.kit.check}
      cancelText={common.close}
      okButtonProps={{ disabled: code.trim() === '' }}
      mask={{ closable: false }}
      onOk={() => void check()}
      onCancel={onClose}
    >
      <form
        className="start-form settings-form"
        onSubmit={(event) => {
          event.preventDefault()
          void check()
        }}
      >
        <p className="soft">{backups.kit.text}</p>
        {problem && <Problem error={problem} />}
        {isPassed !== undefined && (
          <Alert
            showIcon
            type={isPassed ? 'success' : 'error'}
            title={isPassed ? backups.kit.passed : backups.kit.failed}
          />
        )}
        <PassphraseInput
          id="drill-code"
          label={backups.kit.code}
          value={code}
          onChange={setCode}
          isNew
        />
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}

/** What is told of a deputy who unlocked with a passphrase of their own. */
export function DeputyDialog({ onClose }: { onClose(): void }) {
  const { backups, common } = useText()
  const { deputy } = backups
  const call = useApp((state) => state.call)
  const tell = useTell()
  const [person, setPerson] = useState('')
  const [notes, setNotes] = useState('')
  const [result, setResult] = useState<'passed' | 'failed'>('passed')

  const save = async () => {
    const told = notes.trim() === '' ? {} : { notes }
    try {
      await call('drills.recordDeputy', { person, isPassed: result === 'passed', ...told })
      tell.said(deputy.saved)
      onClose()
    } catch (error) {
      tell.failed(error)
    }
  }

  return (
    <Modal
      open
      width={460}
      title={deputy.title}
      okText={common.save}
      cancelText={common.cancel}
      okButtonProps={{ disabled: person.trim() === '' }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className="start-form settings-form">
        <Field id="deputy-person" label={deputy.person} isRequired>
          <Input
            id="deputy-person"
            value={person}
            maxLength={200}
            onChange={(event) => setPerson(event.target.value)}
          />
        </Field>
        <Field id="deputy-result" label={deputy.result}>
          <Segmented<typeof result>
            id="deputy-result"
            value={result}
            onChange={setResult}
            options={[
              { value: 'passed', label: deputy.passed },
              { value: 'failed', label: deputy.failed },
            ]}
          />
        </Field>
        <Field id="deputy-notes" label={deputy.notes}>
          <Input.TextArea
            id="deputy-notes"
            value={notes}
            rows={2}
            onChange={(event) => setNotes(event.target.value)}
          />
        </Field>
      </div>
    </Modal>
  )
}
