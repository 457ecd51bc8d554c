import { ArrowLeftOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { CallInput } from '../../../../shared/contract.ts'
import type { GuideId } from '../../../../shared/guides/guide.ts'
import { ScreenHeader } from '../../../components/ScreenHeader.tsx'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { useText } from '../../../i18n/text.ts'
import { Problem } from '../../../start/Problem.tsx'
import { useApp } from '../../../state/app-context.ts'
import { useTell } from '../../../workspace/use-tell.ts'
import { LossFields } from './LossFields.tsx'
import { TriageQuestions } from './TriageQuestions.tsx'
import { TriageWays } from './TriageWays.tsx'
import { useAbout } from './use-about.ts'
import './start-case.css'

type Answers = CallInput<'cases.triage'>['answers']

/** 开始找回: what was lost, a few questions, and the ways that fit, best first. */
export function StartCase({ aboutId }: { aboutId: string | undefined }) {
  const { recovery } = useText()
  const text = recovery.start
  const call = useApp((state) => state.call)
  const go = useApp((state) => state.go)
  const tell = useTell()
  const canWrite = useCanWrite()
  const [{ entityId, serviceIds, credentialIds }, changeScope] = useAbout(aboutId)
  const [answers, setAnswers] = useState<Answers>({})
  const [isOpening, setOpening] = useState(false)
  const scope =
    entityId === undefined ? undefined : { entityId, serviceIds, credentialIds, answers }
  const { value: triage, problem } = useAnswer('cases.triage', scope)

  const open = async (guideId: GuideId) => {
    if (scope === undefined || isOpening) return
    setOpening(true)
    try {
      const { case: view, undoToken } = await call('cases.open', { ...scope, guideId })
      go('recovery', { recordId: view.line.id })
      tell.undoable(text.opened(view.line.number), undoToken)
    } catch (error) {
      tell.failed(error)
      setOpening(false)
    }
  }

  return (
    <>
      <ScreenHeader title={text.title}>
        <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={() => go('recovery')}>
          {recovery.back}
        </Button>
      </ScreenHeader>
      <div className="screen-scroll start-case">
        <section className="start-part" aria-label={text.what}>
          <h2>{text.what}</h2>
          <LossFields
            entityId={entityId}
            serviceIds={serviceIds}
            credentialIds={credentialIds}
            onChange={changeScope}
          />
        </section>
        {problem && <Problem error={problem} />}
        {triage === undefined || scope === undefined ? (
          <p className="faint">{text.chooseFirst}</p>
        ) : (
          <div className="start-columns">
            <section className="start-part" aria-label={text.questions}>
              <h2>{text.questions}</h2>
              <TriageQuestions
                facts={triage.facts}
                onAnswer={(fact, answer) => setAnswers({ ...answers, [fact]: answer })}
                onForget={(fact) => {
                  const { [fact]: _, ...others } = answers
                  setAnswers(others)
                }}
              />
            </section>
            <section className="start-part" aria-label={text.ways}>
              <h2>{text.ways}</h2>
              <TriageWays
                ways={triage.ways}
                canStart={canWrite && !isOpening}
                onStart={(guideId) => void open(guideId)}
              />
            </section>
          </div>
        )}
      </div>
    </>
  )
}
