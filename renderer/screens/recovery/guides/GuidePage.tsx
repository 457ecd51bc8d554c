import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { GuideAdditionView } from '../../../../shared/case-view.ts'
import type { Guide, Step } from '../../../../shared/guides/guide.ts'
import { SMS_WARNING } from '../../../../shared/guides/warning.ts'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { useText } from '../../../i18n/text.ts'
import { PortalLink } from '../case/PortalLink.tsx'
import { useTargetWords } from '../case/StepQuestion.tsx'
import { clockSpan } from '../clock-words.ts'
import { isCodeShown } from '../guide-names.ts'
import { useWords } from '../use-words.ts'
import { AdditionDialog, type AdditionPlace } from './AdditionDialog.tsx'
import { AdditionList } from './AdditionList.tsx'
import { GuideNotes } from './GuideNotes.tsx'
import { SourceList } from './SourceList.tsx'

type Props = { guide: Guide; additions: readonly GuideAdditionView[] }

/** A guide to read: when it fits, every step with its sources, papers, clocks, notes and one's own additions. */
export function GuidePage({ guide, additions }: Props) {
  const { recovery } = useText()
  const text = recovery.guides
  const pick = useWords()
  const canWrite = useCanWrite()
  const [adding, setAdding] = useState<AdditionPlace>()
  const own = additions.filter(({ guideId }) => guideId === guide.id)
  const add = (place: AdditionPlace) => setAdding(place)
  const { preconditions, duration, materials, clocks, failures } = guide
  const words = useTargetWords(guide.id)

  return (
    <article className="guide-page" aria-label={pick(guide.title)}>
      <header className="guide-page-head">
        {isCodeShown(guide) && <span className="guide-code">{guide.code}</span>}
        <h2>{pick(guide.title)}</h2>
        {canWrite && (
          <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
            {text.addNote}
          </Button>
        )}
      </header>
      <p className="soft">{pick(guide.summary)}</p>
      {duration && (
        <p className="faint">{recovery.start.duration(clockSpan(duration, recovery))}</p>
      )}
      {guide.isRetiredByMessages && <GuideNotes notes={[SMS_WARNING]} />}
      <AdditionList
        additions={own.filter(
          ({ stepId, clockId }) => stepId === undefined && clockId === undefined,
        )}
      />
      {preconditions.length > 0 && (
        <section>
          <h3>{text.preconditions}</h3>
          <ul className="bullets">
            {preconditions.map(({ id, text: said }) => (
              <li key={id}>{pick(said)}</li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{text.steps}</h3>
        <ol className="guide-steps">
          {guide.steps.map((step) => (
            <GuideStep
              key={step.id}
              guide={guide}
              step={step}
              additions={own.filter(({ stepId }) => stepId === step.id)}
              {...(canWrite && { onAdd: () => add({ stepId: step.id }) })}
            />
          ))}
        </ol>
      </section>
      {materials.length > 0 && (
        <section>
          <h3>{recovery.materials.title}</h3>
          <ul className="bullets">
            {materials.map(({ id, title, seal, form, when, remark, isRequired, sources }) => (
              <li key={id}>
                <b>{pick(title)}</b>{' '}
                <span className="faint">
                  {[
                    recovery.materials.form[form],
                    seal !== 'none' && recovery.materials.seal[seal],
                    !isRequired && recovery.materials.optional,
                    when && pick(when),
                    remark && pick(remark),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <SourceList sources={sources} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {clocks.length > 0 && (
        <section>
          <h3>{recovery.clocks.title}</h3>
          <ul className="bullets">
            {clocks.map((clock) => (
              <li key={clock.id}>
                <b>{pick(clock.title)}</b> {clockSpan(clock, recovery)}
                <span className="faint">
                  {' '}
                  · {recovery.clocks.party[clock.party]} · {pick(clock.onOverdue)}
                </span>
                {canWrite && clock.isOverridable && (
                  <button
                    type="button"
                    className="button-link"
                    aria-label={text.ownFiguresOf(pick(clock.title))}
                    onClick={() => add({ clockId: clock.id, unit: clock.unit })}
                  >
                    {text.ownFigures}
                  </button>
                )}
                <AdditionList
                  additions={own.filter(({ clockId }) => clockId === clock.id)}
                  unit={clock.unit}
                />
                <SourceList sources={clock.sources} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {failures.length > 0 && (
        <section>
          <h3>{text.failures}</h3>
          <ul className="bullets">
            {failures.map(({ when, to }) => (
              <li key={when.zh}>
                {pick(when)} <span className="faint">{words(to)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {guide.notes.length > 0 && (
        <section>
          <h3>{recovery.notes.title}</h3>
          <GuideNotes notes={guide.notes} />
        </section>
      )}
      {adding && (
        <AdditionDialog guide={guide} place={adding} onClose={() => setAdding(undefined)} />
      )}
    </article>
  )
}

type StepProps = {
  guide: Guide
  step: Step
  additions: readonly GuideAdditionView[]
  onAdd?: () => void
}

function GuideStep({ guide, step, additions, onAdd }: StepProps) {
  const { recovery, portalValues } = useText()
  const pick = useWords()
  const words = useTargetWords(guide.id)
  const { values, question, failures, asks } = step
  return (
    <li>
      <h4>
        {pick(step.title)}
        {step.isOptional && <span className="faint">{recovery.step.optional}</span>}
        {onAdd && (
          <button
            type="button"
            className="guide-steps-add button-link"
            aria-label={recovery.guides.addNoteTo(pick(step.title))}
            onClick={onAdd}
          >
            {recovery.guides.addNote}
          </button>
        )}
      </h4>
      <p>{pick(step.text)}</p>
      {step.caution && <p className="note note-warning">{pick(step.caution)}</p>}
      {step.link && <PortalLink link={step.link} />}
      {values && (
        <p className="faint">
          {recovery.guides.asksFor(values.map((value) => portalValues[value]).join(recovery.and))}
        </p>
      )}
      {question && (
        <ul className="bullets">
          {question.answers.map(({ id, text, to }) => (
            <li key={id}>
              {pick(text)} {to && <span className="faint">{words(to)}</span>}
            </li>
          ))}
        </ul>
      )}
      {failures && failures.length > 0 && (
        <ul className="bullets">
          {failures.map(({ when, to }) => (
            <li key={when.zh}>
              {recovery.guides.whenFails(pick(when))} <span className="faint">{words(to)}</span>
            </li>
          ))}
        </ul>
      )}
      {asks && asks.length > 0 && (
        <p className="faint">
          {recovery.guides.records(
            asks.map((detail) => recovery.details[detail]).join(recovery.and),
          )}
        </p>
      )}
      <AdditionList additions={additions} />
      <SourceList sources={step.sources} />
    </li>
  )
}
