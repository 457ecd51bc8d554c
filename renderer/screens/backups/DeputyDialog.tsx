import { Input, Segmented } from 'antd'
import { useState } from 'react'
import { Field } from '../../components/Field.tsx'
import { FormModal } from '../../forms/FormModal.tsx'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

/** What is told of a deputy who unlocked with a passphrase of their own. */
export function DeputyDialog({ onClose }: { onClose(): void }) {
  const { deputy } = useText().backups
  const call = useApp((state) => state.call)
  const tell = useTell()
  const { isWorking, problem, run } = useWork()
  const [person, setPerson] = useState('')
  const [notes, setNotes] = useState('')
  const [result, setResult] = useState<'passed' | 'failed'>('passed')

  const save = () =>
    run(async () => {
      const told = notes.trim() === '' ? {} : { notes }
      await call('drills.recordDeputy', { person, isPassed: result === 'passed', ...told })
      tell.said(deputy.saved)
      onClose()
      return true
    })

  return (
    <FormModal
      title={deputy.title}
      isDirty={person !== '' || notes !== ''}
      isSaving={isWorking}
      canSave={person.trim() !== ''}
      problem={problem}
      onSave={save}
      onClose={onClose}
      widthPx={460}
    >
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
    </FormModal>
  )
}
