import { Input } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../../shared/case-view.ts'
import { Field } from '../../../components/Field.tsx'
import { FormModal } from '../../../forms/FormModal.tsx'
import { useChanged } from '../../../hooks/use-changed.ts'
import { useUndoableWork } from '../../../hooks/use-undoable-work.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { HindranceList } from './HindranceList.tsx'

/** Ends a case: when nothing hinders, at once; else with a reason. What was learnt is written down here. */
export function CloseDialog({ view, onClose }: { view: CaseView; onClose(): void }) {
  const { recovery } = useText()
  const text = recovery.closing
  const call = useApp((state) => state.call)
  const go = useApp((state) => state.go)
  const { isWorking, problem, make } = useUndoableWork()
  const { hindrances, record } = view
  const isHindered = hindrances.length > 0
  const [reason, setReason] = useState('')
  const [lessons, setLessons] = useState(record.data.lessons ?? '')
  const [hasTried, setTried] = useState(false)
  const isDirty = useChanged({ reason, lessons })
  const isMissing = isHindered && reason.trim() === ''

  const save = async () => {
    setTried(true)
    if (isMissing) return false
    const isClosed = await make(
      () =>
        call('cases.close', {
          id: record.id,
          ...(isHindered && { reason: reason.trim() }),
          ...(lessons.trim() !== '' && { lessons: lessons.trim() }),
        }),
      text.saidClosed(record.data.number),
    )
    if (!isClosed) return false
    onClose()
    go('recovery', { recordId: record.id })
    return true
  }

  return (
    <FormModal
      title={recovery.case.close}
      okText={isHindered ? text.closeAnyway : recovery.case.close}
      isDirty={isDirty}
      isSaving={isWorking}
      isDanger={isHindered}
      problem={problem}
      onSave={save}
      onClose={onClose}
      widthPx={560}
    >
      {isHindered ? (
        <>
          <p>{text.hindered}</p>
          <HindranceList view={view} />
          <Field
            id="close-reason"
            label={text.reason}
            isRequired
            findings={hasTried && isMissing ? [{ severity: 'refused', code: 'required' }] : []}
          >
            <Input
              id="close-reason"
              value={reason}
              maxLength={200}
              placeholder={text.reasonHint}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        </>
      ) : (
        <p>{text.fine}</p>
      )}
      <Field id="close-lessons" label={recovery.notes.lessons} hint={recovery.notes.lessonsHint}>
        <Input.TextArea
          id="close-lessons"
          rows={3}
          value={lessons}
          maxLength={10_000}
          onChange={(event) => setLessons(event.target.value)}
        />
      </Field>
    </FormModal>
  )
}
