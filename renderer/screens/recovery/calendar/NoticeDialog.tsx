import { Input } from 'antd'
import { useEffect, useState } from 'react'
import type { NoticePreview, NoticeProblem } from '../../../../shared/calendar-notice.ts'
import { Field } from '../../../components/Field.tsx'
import { FormModal } from '../../../forms/FormModal.tsx'
import { useUndoableWork } from '../../../hooks/use-undoable-work.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { useTell } from '../../../workspace/use-tell.ts'
import { DayRuns } from './DayRuns.tsx'

/** Pause in typing after which the text is read, in milliseconds. */
const PAUSE_MS = 200

/** A year's 放假安排, pasted: read at once, shown with what is odd about it, kept when the person agrees. */
export function NoticeDialog({ onClose }: { onClose(): void }) {
  const { recovery } = useText()
  const text = recovery.calendar
  const call = useApp((state) => state.call)
  const { isWorking, problem, make } = useUndoableWork()
  const [pasted, setPasted] = useState('')
  const [source, setSource] = useState('')
  const preview = usePreview(pasted)
  const isSerious = preview?.problems.some((problem) => problem.isSerious) ?? true
  const canImport = preview?.year !== undefined && !isSerious && source.trim() !== ''

  const save = async () => {
    if (!canImport) return false
    const isSaved = await make(
      () => call('calendar.importNotice', { text: pasted, source: source.trim() }),
      text.imported(preview.year ?? 0),
    )
    if (isSaved) onClose()
    return isSaved
  }

  return (
    <FormModal
      title={text.importNotice}
      okText={text.import}
      isDirty={pasted !== '' || source !== ''}
      isSaving={isWorking}
      canSave={canImport}
      problem={problem}
      onSave={save}
      onClose={onClose}
      widthPx={640}
    >
      <Field id="notice-text" label={text.pasted} hint={text.pastedHint} isRequired>
        <Input.TextArea
          id="notice-text"
          rows={7}
          value={pasted}
          maxLength={100_000}
          onChange={(event) => setPasted(event.target.value)}
        />
      </Field>
      <Field id="notice-source" label={text.sourceLabel} isRequired>
        <Input
          id="notice-source"
          value={source}
          maxLength={200}
          placeholder={text.sourceHint}
          onChange={(event) => setSource(event.target.value)}
        />
      </Field>
      {preview && (
        <section aria-label={text.preview} className="notice-preview">
          <h3>
            {preview.year === undefined ? text.preview : text.previewOf(preview.year)}
            {preview.replacesId !== undefined && <span className="faint">{text.replaces}</span>}
          </h3>
          <ul className="hindrances">
            {preview.problems.map((problem) => (
              <li
                key={JSON.stringify(problem)}
                className={problem.isSerious ? 'field-finding-refused' : 'field-finding-warning'}
              >
                {problemWords(problem, text.problem)}
              </li>
            ))}
          </ul>
          <DayRuns days={preview.days} />
        </section>
      )}
    </FormModal>
  )
}

function problemWords(
  { code, facts }: NoticeProblem,
  words: Readonly<Record<NoticeProblem['code'], (facts: NoticeProblem['facts']) => string>>,
): string {
  return words[code](facts)
}

/** What is read in the text, a moment after the typing stops. */
function usePreview(text: string): NoticePreview | undefined {
  const call = useApp((state) => state.call)
  const tell = useTell()
  const [preview, setPreview] = useState<NoticePreview>()
  useEffect(() => {
    if (text.trim() === '') {
      setPreview(undefined)
      return
    }
    let isStale = false
    const timer = setTimeout(() => {
      call('calendar.previewNotice', { text }).then((found) => {
        if (!isStale) setPreview(found)
      }, tell.failed)
    }, PAUSE_MS)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [text, call, tell])
  return preview
}
