import { Button } from 'antd'
import type { CaseView } from '../../../../shared/case-view.ts'
import { NO_PORTAL_ENTRY, SMS_WARNING } from '../../../../shared/guides/warning.ts'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { guideName } from '../guide-names.ts'
import { SourceList } from '../guides/SourceList.tsx'
import { useCaseAct } from '../use-case-act.ts'
import { useWords } from '../use-words.ts'

/** Heads every guide about the old password: since 2020 the entry may be gone, and M is the way that works. */
export function GuideWarning({ view }: { view: CaseView }) {
  const { recovery } = useText()
  const call = useApp((state) => state.call)
  const act = useCaseAct()
  const pick = useWords()
  const canWrite = useCanWrite()
  const reason = pick(NO_PORTAL_ENTRY.when)
  const switchToM = () =>
    act(
      call('cases.switchGuide', { id: view.record.id, guideId: 'm', reason }),
      recovery.step.saidSwitched(guideName('m', pick)),
    )
  return (
    <details className="note note-warning guide-warning">
      <summary>
        {recovery.case.smsWarning}
        {canWrite && (
          <Button
            size="small"
            onClick={(event) => {
              event.preventDefault()
              void switchToM()
            }}
          >
            {recovery.start.branch(reason, 'M')}
          </Button>
        )}
      </summary>
      <p>{pick(SMS_WARNING.text)}</p>
      <SourceList sources={SMS_WARNING.sources} />
    </details>
  )
}
