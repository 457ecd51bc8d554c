import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import type { JoinRequestView } from '../../../shared/custodians.ts'
import type { CustodianRole } from '../../../shared/records/custodian.ts'
import { Field } from '../../components/Field.tsx'
import { SixWords } from '../../components/SixWords.tsx'
import { useSecondPerson } from '../../frame/use-second-person.ts'
import { useWork } from '../../hooks/use-work.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import type { InvitedFacts } from './Invited.tsx'
import { type PersonDraft, PersonFields, typedFacts } from './PersonFields.tsx'

const ROLES: readonly CustodianRole[] = ['deputy', 'custodian', 'auditor']
const DAYS = [1, 3, 7, 14, 30]
const USUAL_DAYS = 7

type Props = {
  request: JoinRequestView
  onInvited(facts: InvitedFacts): void
  onDiffer(): void
}

/** The words of a request are compared with the person; only then they are let in. */
export function CompareWords({ request, onInvited, onDiffer }: Props) {
  const { custodians: words } = useText()
  const language = useApp((state) => state.preferences.language)
  const call = useApp((state) => state.call)
  const work = useWork()
  const withSecondPerson = useSecondPerson()
  const [isSame, setSame] = useState(false)
  const [days, setDays] = useState(USUAL_DAYS)
  const [person, setPerson] = useState<PersonDraft>({ role: 'deputy', post: '', staffNumber: '' })

  const invite = () =>
    work.run(async () => {
      const facts = { role: person.role, days, ...typedFacts(person) }
      const invited = await withSecondPerson(() =>
        call('custodians.invite', { areWordsSame: true, ...facts }),
      )
      onInvited({ name: request.name, ...invited })
      return true
    })

  return (
    <>
      <p className="soft">
        {words.join.from(request.name, formatMoment(request.createdAt, language))}
      </p>
      <strong>{words.join.wordsTitle}</strong>
      <SixWords label={words.join.wordsTitle} words={request.words} />
      <p className="faint">{words.join.wordsText}</p>
      <Checkbox checked={isSame} onChange={({ target }) => setSame(target.checked)}>
        {words.join.same}
      </Checkbox>
      <div className="join-facts">
        <PersonFields
          draft={person}
          roles={ROLES}
          onChange={(change) => setPerson({ ...person, ...change })}
        />
        <Field id="join-days" label={words.join.days}>
          <Select<number>
            id="join-days"
            className="control"
            value={days}
            options={DAYS.map((count) => ({ value: count, label: words.join.day(count) }))}
            onChange={setDays}
          />
        </Field>
      </div>
      {work.problem && <Problem error={work.problem} />}
      <div className="join-choice">
        <Button
          type="primary"
          disabled={!isSame}
          loading={work.isWorking}
          onClick={() => void invite()}
        >
          {work.isWorking ? words.join.inviting : words.join.invite}
        </Button>
        <Button danger disabled={work.isWorking} onClick={onDiffer}>
          {words.join.differ}
        </Button>
      </div>
    </>
  )
}
