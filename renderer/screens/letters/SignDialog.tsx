import { Checkbox } from 'antd'
import { useId, useState } from 'react'
import { dayOf } from '../../../shared/calendar-day.ts'
import type { LetterView } from '../../../shared/letters/filled-letter.ts'
import { DayPicker } from '../../components/DayPicker.tsx'
import { Field } from '../../components/Field.tsx'
import { RecordPicker } from '../../components/RecordPicker.tsx'
import { FormModal } from '../../forms/FormModal.tsx'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

/** The paper came back sealed and signed: on which day, where its scan is, what it takes the place of. */
export function SignDialog({ view, onClose }: { view: LetterView; onClose(): void }) {
  const { letters } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const id = useId()
  const today = dayOf(Date.now())
  const [signedOn, setSignedOn] = useState<string | undefined>(today)
  const [documentId, setDocumentId] = useState(view.record.data.documentId)
  const [revokeIds, setRevokeIds] = useState(view.replaces.map((letter) => letter.id))
  const { isWorking, problem, run } = useWork()

  const save = async () => {
    if (signedOn === undefined) return false
    return run(async () => {
      const { undoToken } = await call('letters.sign', {
        id: view.record.id,
        signedOn,
        revokeIds,
        ...(documentId !== undefined && { documentId }),
      })
      tell.undoable(letters.signed, undoToken)
      onClose()
      return true
    })
  }

  return (
    <FormModal
      title={letters.signTitle}
      okText={letters.sign}
      isDirty={false}
      isSaving={isWorking}
      canSave={signedOn !== undefined}
      problem={problem}
      onSave={save}
      onClose={onClose}
      widthPx={480}
    >
      <p className="soft">{letters.signText}</p>
      {view.missing.length > 0 && (
        <p className="letter-notice letter-notice-due" role="status">
          {letters.signBlanks(view.missing.length)}
        </p>
      )}
      <Field id={`${id}-day`} label={letters.signedOn} isRequired>
        <DayPicker id={`${id}-day`} value={signedOn} max={today} onChange={setSignedOn} />
      </Field>
      <Field id={`${id}-scan`} label={letters.signScan} hint={letters.signScanHint}>
        <RecordPicker
          id={`${id}-scan`}
          kind="document"
          value={documentId}
          onChange={setDocumentId}
        />
      </Field>
      {view.replaces.map((old) => (
        <Checkbox
          key={old.id}
          checked={revokeIds.includes(old.id)}
          onChange={({ target }) =>
            setRevokeIds((ids) =>
              target.checked ? [...ids, old.id] : ids.filter((one) => one !== old.id),
            )
          }
        >
          {letters.replaces(
            old.title,
            old.validUntilOn === undefined ? '' : `（${letters.validTo(old.validUntilOn)}）`,
          )}
        </Checkbox>
      ))}
    </FormModal>
  )
}
