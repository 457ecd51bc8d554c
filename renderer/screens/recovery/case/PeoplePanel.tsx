import type { CaseView, PersonToAct } from '../../../../shared/case-view.ts'
import { Tag } from '../../../components/StateTag.tsx'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { Panel } from './Panel.tsx'

/** 须在场、须收码的人. */
export function PeoplePanel({ view: { people } }: { view: CaseView }) {
  const { recovery } = useText()
  return (
    <Panel title={recovery.people.title}>
      {people.length === 0 && <p className="faint">{recovery.people.none}</p>}
      <ul className="people">
        {people.map((person) => (
          <PersonLine key={person.contactId} person={person} />
        ))}
      </ul>
    </Panel>
  )
}

function PersonLine({ person }: { person: PersonToAct }) {
  const { recovery, common } = useText()
  const text = recovery.people
  const go = useApp((state) => state.go)
  const { contactId, name, roles, phone, email, leftOn, phoneState, verifiedOn, receives } = person
  return (
    <li>
      <div className="clock-head">
        <button
          type="button"
          className="button-link"
          onClick={() => go('contacts', { tab: 'contact', recordId: contactId })}
        >
          {name}
        </button>
        {leftOn !== undefined && <Tag look={['danger', 'triangle']} word={text.left(leftOn)} />}
        {phoneState === 'verified' ? (
          <Tag look={['good', 'check']} word={text.verified(verifiedOn ?? '')} />
        ) : (
          <Tag look={['due', 'question']} word={text.phoneState[phoneState]} />
        )}
      </div>
      <p className="faint">
        {roles.map((role) => common.contactRole[role]).join(recovery.and)}
        {receives.length > 0 &&
          ` · ${text.receives(receives.map((one) => text.code[one]).join(recovery.and))}`}
      </p>
      <p className="mono-number">{[phone, email].filter(Boolean).join(' · ')}</p>
      {!person.hasIdNumber && <p className="material-reason">{text.noIdNumber}</p>}
    </li>
  )
}
