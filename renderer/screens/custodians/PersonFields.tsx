import { Input, Select } from 'antd'
import type { CustodianRole } from '../../../shared/records/custodian.ts'
import { Field } from '../../components/Field.tsx'
import { useText } from '../../i18n/text.ts'

/** What is told of a custodian, as it is typed. */
export type PersonDraft = { role: CustodianRole; post: string; staffNumber: string }

type Props = {
  draft: PersonDraft
  onChange(change: Partial<PersonDraft>): void
  roles: readonly CustodianRole[]
  roleHint?: string
}

/** Role, post and staff number. */
export function PersonFields({ draft, onChange, roles, roleHint }: Props) {
  const { custodians: words } = useText()
  return (
    <>
      <Field
        id="custodian-role"
        label={words.fields.role}
        hint={roleHint ?? words.roleHint[draft.role]}
      >
        <Select<CustodianRole>
          id="custodian-role"
          className="control"
          value={draft.role}
          options={roles.map((role) => ({ value: role, label: words.role[role] }))}
          onChange={(role) => onChange({ role })}
        />
      </Field>
      <Field id="custodian-post" label={words.fields.post}>
        <Input
          id="custodian-post"
          value={draft.post}
          maxLength={200}
          onChange={({ target }) => onChange({ post: target.value })}
        />
      </Field>
      <Field id="custodian-staff-number" label={words.fields.staffNumber}>
        <Input
          id="custodian-staff-number"
          value={draft.staffNumber}
          maxLength={200}
          onChange={({ target }) => onChange({ staffNumber: target.value })}
        />
      </Field>
    </>
  )
}

/** The facts that were typed; what is empty is absent. */
export function typedFacts({ post, staffNumber }: PersonDraft) {
  return {
    ...(post.trim() !== '' && { post: post.trim() }),
    ...(staffNumber.trim() !== '' && { staffNumber: staffNumber.trim() }),
  }
}
