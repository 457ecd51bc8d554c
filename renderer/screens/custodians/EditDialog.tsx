import { Input } from 'antd'
import { useState } from 'react'
import type { CustodianLine } from '../../../shared/custodians.ts'
import type { CustodianRole } from '../../../shared/records/custodian.ts'
import { DayPicker } from '../../components/DayPicker.tsx'
import { Field } from '../../components/Field.tsx'
import { FormModal } from '../../forms/FormModal.tsx'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { type PersonDraft, PersonFields, typedFacts } from './PersonFields.tsx'

/** What is known of a custodian, changed. Their ways in stay as they are. */
export function EditDialog({ line, onClose }: { line: CustodianLine; onClose(): void }) {
  const { custodians: words } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const work = useWork()
  const [name, setName] = useState(line.name)
  const [joinedOn, setJoinedOn] = useState(line.joinedOn)
  const [notes, setNotes] = useState(line.notes ?? '')
  const [person, setPerson] = useState<PersonDraft>({
    role: line.role,
    post: line.post ?? '',
    staffNumber: line.staffNumber ?? '',
  })
  const isAuditor = line.role === 'auditor'
  const roles: readonly CustodianRole[] = isAuditor ? ['auditor'] : ['custodian', 'deputy']
  const isDirty =
    name !== line.name ||
    joinedOn !== line.joinedOn ||
    notes !== (line.notes ?? '') ||
    person.role !== line.role ||
    person.post !== (line.post ?? '') ||
    person.staffNumber !== (line.staffNumber ?? '')

  const save = () =>
    work.run(async () => {
      if (joinedOn === undefined) return false
      const { undoToken } = await call('custodians.save', {
        custodianId: line.custodianId,
        name: name.trim(),
        role: person.role,
        joinedOn,
        ...typedFacts(person),
        ...(notes.trim() !== '' && { notes: notes.trim() }),
      })
      tell.undoable(words.saved, undoToken)
      onClose()
      return true
    })

  return (
    <FormModal
      title={words.editTitle(line.name)}
      isDirty={isDirty}
      isSaving={work.isWorking}
      canSave={name.trim() !== '' && joinedOn !== undefined}
      problem={work.problem}
      onSave={save}
      onClose={onClose}
      widthPx={520}
    >
      <div className="form-grid">
        <Field id="custodian-name" label={words.fields.name} isRequired>
          <Input
            id="custodian-name"
            value={name}
            maxLength={60}
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        <PersonFields
          draft={person}
          roles={roles}
          onChange={(change) => setPerson({ ...person, ...change })}
          {...(isAuditor && { roleHint: words.roleFixed })}
        />
        <Field id="custodian-joined" label={words.fields.joinedOn} isRequired>
          <DayPicker
            id="custodian-joined"
            value={joinedOn}
            onChange={setJoinedOn}
            status={joinedOn === undefined ? 'error' : ''}
          />
        </Field>
        <Field id="custodian-notes" label={words.fields.notes} isWide>
          <Input.TextArea
            id="custodian-notes"
            value={notes}
            rows={2}
            maxLength={10_000}
            onChange={({ target }) => setNotes(target.value)}
          />
        </Field>
      </div>
    </FormModal>
  )
}
