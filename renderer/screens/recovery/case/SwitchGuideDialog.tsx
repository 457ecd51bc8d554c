import { Select } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../../shared/case-view.ts'
import type { GuideId } from '../../../../shared/guides/guide.ts'
import { GUIDES, guideOf } from '../../../../shared/guides/guide-list.ts'
import { Field } from '../../../components/Field.tsx'
import { ReasonDialog } from '../../../forms/ReasonDialog.tsx'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { guideName } from '../guide-names.ts'
import { useWords } from '../use-words.ts'

/** Goes on by another guide; what was done stays. */
export function SwitchGuideDialog({ view, onClose }: { view: CaseView; onClose(): void }) {
  const { recovery } = useText()
  const text = recovery.switching
  const call = useApp((state) => state.call)
  const pick = useWords()
  const choices = GUIDES.filter(
    ({ id, kind }) => kind !== 'check' && id !== view.record.data.guideId,
  )
  const [guideId, setGuideId] = useState<GuideId>(
    () => choices.find(({ id }) => id === view.guides.at(-2)?.guideId)?.id ?? 'm',
  )
  const guide = guideOf(guideId)
  return (
    <ReasonDialog
      title={recovery.case.switchGuide}
      okText={text.ok}
      label={text.reason}
      hint={text.reasonHint}
      change={(reason) => call('cases.switchGuide', { id: view.record.id, guideId, reason })}
      said={recovery.step.saidSwitched(guideName(guideId, pick))}
      onClose={onClose}
    >
      <Field id="switch-guide" label={text.guide} hint={guide && pick(guide.summary)}>
        <Select<GuideId>
          id="switch-guide"
          className="control"
          showSearch={{ optionFilterProp: 'label' }}
          value={guideId}
          options={choices.map(({ id }) => ({ value: id, label: guideName(id, pick) }))}
          onChange={setGuideId}
        />
      </Field>
      <p className="faint">{text.stays}</p>
    </ReasonDialog>
  )
}
