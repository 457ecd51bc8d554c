import { dayOf } from '../../../shared/calendar-day.ts'
import type { HandoverStep, HandoverView, LineCounts } from '../../../shared/handover-view.ts'
import { Tag, type TagLook } from '../../components/StateTag.tsx'
import { useText } from '../../i18n/text.ts'
import type { HandoverText } from '../../i18n/zh/handover.ts'
import { moveByArrows } from '../reminders/line-keys.ts'
import { missingSignatures, stepsOf } from './steps.ts'

type Props = { view: HandoverView; shown: HandoverStep; onLook(step: HandoverStep): void }

/** All steps with how far each has come, and who takes part. */
export function StepRail({ view, shown, onLook }: Props) {
  const { handover } = useText()
  const { leaver, successor, witness } = view.record.data
  const people = [
    ['leaver', leaver],
    ['successor', successor],
    ['witness', witness],
  ] as const
  return (
    <nav className="case-steps" aria-label={handover.stepsLabel} onKeyDown={moveByArrows}>
      <ol>
        {stepsOf(view).map((step) => {
          const { look, note } = standing(view, step, handover)
          return (
            <li key={step}>
              <button
                type="button"
                className={step === shown ? 'rail-step rail-step-shown' : 'rail-step'}
                aria-current={step === shown ? 'step' : undefined}
                onClick={() => onLook(step)}
              >
                <Tag look={look} word={handover.steps[step]} />
                <span className="faint">{note}</span>
                {step === view.step && view.record.data.closedOn === undefined && (
                  <span className="rail-now">{handover.stepNow}</span>
                )}
              </button>
            </li>
          )
        })}
      </ol>
      <h2>{handover.people}</h2>
      <dl className="rail-people">
        {people.map(([part, party]) =>
          party === undefined ? null : (
            <div key={part}>
              <dt>{handover.party[part]}</dt>
              <dd>
                {party.name}
                {party.post !== undefined && <span className="faint"> {party.post}</span>}
              </dd>
            </div>
          ),
        )}
      </dl>
    </nav>
  )
}

type Standing = { look: TagLook; note: string }

function standing(view: HandoverView, step: HandoverStep, text: HandoverText): Standing {
  const { data } = view.record
  const ofLines = (counts: LineCounts): Standing => ({
    look: counts.open > 0 ? ['due', 'half'] : ['good', 'check'],
    note: text.leftOf(counts.open, counts.open + counts.closed + counts.waived),
  })
  switch (step) {
    case 'prepare':
      return ofLines(view.blockers)
    case 'rotate':
      return ofLines(view.passwords)
    case 'sign': {
      const isWrong = view.signatures.some(({ isRight }) => isRight === false)
      const count = view.signatures.length
      const missing = missingSignatures(view)
      const look: TagLook = missing === 0 ? ['good', 'check'] : ['due', 'half']
      return {
        look: isWrong ? ['danger', 'triangle'] : count === 0 ? ['quiet', 'ring'] : look,
        note: text.signedOf(count, missing),
      }
    }
    case 'day':
      return data.removedAt === undefined
        ? { look: ['quiet', 'ring'], note: data.leavesOn }
        : { look: ['good', 'check'], note: text.removedOn(dayOf(data.removedAt)) }
    case 'close':
      return data.closedOn === undefined
        ? { look: ['quiet', 'ring'], note: '' }
        : { look: ['good', 'check'], note: data.closedOn }
  }
}
