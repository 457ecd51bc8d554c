import { Button, Input } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../../shared/case-view.ts'
import { guideOf } from '../../../../shared/guides/guide-list.ts'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { GuideNotes } from '../guides/GuideNotes.tsx'
import { useCaseAct } from '../use-case-act.ts'
import { Panel } from './Panel.tsx'
import { StepNotes } from './StepNotes.tsx'

/** What is good to know of the guide, one's own notes on it, and what was learnt in this case. */
export function NotesPanel({ view }: { view: CaseView }) {
  const { recovery, common } = useText()
  const text = recovery.notes
  const call = useApp((state) => state.call)
  const act = useCaseAct()
  const canWrite = useCanWrite()
  const kept = view.record.data.lessons ?? ''
  const [lessons, setLessons] = useState(kept)
  const guide = guideOf(view.record.data.guideId)
  const prefix = view.services.map(({ filingNumber }) => filingNumber?.slice(0, 1)).find(Boolean)
  return (
    <>
      {guide && guide.notes.length > 0 && (
        <Panel title={text.title} isWide>
          <StepNotes additions={view.additions} />
          <details>
            <summary>{text.count(guide.notes.length)}</summary>
            <GuideNotes notes={guide.notes} province={prefix} />
          </details>
        </Panel>
      )}
      {view.line.isOpen && (
        <Panel title={text.lessons} isWide>
          <Input.TextArea
            aria-label={text.lessons}
            placeholder={text.lessonsHint}
            rows={2}
            readOnly={!canWrite}
            value={lessons}
            maxLength={10_000}
            onChange={(event) => setLessons(event.target.value)}
          />
          {lessons !== kept && (
            <Button
              size="small"
              onClick={() =>
                void act(call('cases.change', { id: view.record.id, lessons }), common.saved)
              }
            >
              {common.save}
            </Button>
          )}
        </Panel>
      )}
    </>
  )
}
