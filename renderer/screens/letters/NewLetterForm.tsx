import { Select } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import type { CallInput } from '../../../shared/contract.ts'
import type { LetterPreset } from '../../../shared/letters/preset.ts'
import type { LetterKind } from '../../../shared/records/letter.ts'
import { Field } from '../../components/Field.tsx'
import { RecordPicker } from '../../components/RecordPicker.tsx'
import { FormModal } from '../../forms/FormModal.tsx'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { ServicePicker } from './ServicePicker.tsx'
import { useLetterActs } from './use-letter-acts.ts'

type Props = { preset: LetterPreset; onClose(): void }

/** Asks what a new letter is about. A case knows all of it, so its letter is written at once. */
export function NewLetterForm({ preset, onClose }: Props) {
  const { kind, entityId, caseId } = preset
  if (kind !== undefined && entityId !== undefined && caseId !== undefined) {
    return <WriteAtOnce input={{ ...preset, kind, entityId }} onClose={onClose} />
  }
  return <LetterForm preset={preset} onClose={onClose} />
}

type CreateInput = Omit<CallInput<'letters.create'>, 'serviceIds'> &
  Pick<LetterPreset, 'serviceIds'>

function WriteAtOnce({ input, onClose }: { input: CreateInput; onClose(): void }) {
  const create = useCreate()
  const tell = useTell()
  const isAsked = useRef(false)
  useEffect(() => {
    // An effect may run twice; a letter is written once.
    if (isAsked.current) return
    isAsked.current = true
    create(input).catch(tell.failed).finally(onClose)
  }, [create, input, tell, onClose])
  return null
}

function LetterForm({ preset, onClose }: Props) {
  const { letters } = useText()
  const create = useCreate()
  const id = useId()
  const [draft, setDraft] = useState<LetterPreset>(preset)
  const [isAsked, setAsked] = useState(false)
  const { isWorking, problem, run } = useWork()
  const { kind, entityId } = draft

  const save = async () => {
    setAsked(true)
    if (kind === undefined || entityId === undefined) return false
    return run(async () => {
      await create({ ...draft, kind, entityId })
      onClose()
      return true
    })
  }
  const kinds = Object.keys(letters.kind) as LetterKind[]
  const required = (value: string | undefined) =>
    isAsked && value === undefined
      ? [{ severity: 'refused' as const, code: 'required' as const, facts: {} }]
      : []

  return (
    <FormModal
      title={letters.newTitle}
      okText={letters.create}
      isDirty={false}
      isSaving={isWorking}
      problem={problem}
      onSave={save}
      onClose={onClose}
      widthPx={560}
    >
      <Field
        id={`${id}-kind`}
        label={letters.kindLabel}
        isRequired
        findings={required(kind)}
        {...(kind !== undefined && { hint: letters.kindHint[kind] })}
      >
        <Select
          id={`${id}-kind`}
          className="control"
          value={kind ?? null}
          placeholder={letters.chooseKind}
          options={kinds.map((value) => ({ value, label: letters.kind[value] }))}
          onChange={(chosen: LetterKind) => setDraft({ ...draft, kind: chosen })}
        />
      </Field>
      <Field id={`${id}-entity`} label={letters.entity} isRequired findings={required(entityId)}>
        <RecordPicker
          id={`${id}-entity`}
          kind="entity"
          value={entityId}
          onChange={(chosen) => setDraft(withEntity(draft, chosen))}
        />
      </Field>
      <Field id={`${id}-services`} label={letters.services} hint={letters.servicesHint}>
        <ServicePicker
          id={`${id}-services`}
          entityId={entityId}
          value={draft.serviceIds ?? []}
          onChange={(serviceIds) => setDraft({ ...draft, serviceIds })}
        />
      </Field>
      <Field id={`${id}-provider`} label={letters.provider}>
        <RecordPicker
          id={`${id}-provider`}
          kind="provider"
          value={draft.providerId}
          onChange={(chosen) => setDraft(withField(draft, 'providerId', chosen))}
        />
      </Field>
      <Field id={`${id}-person`} label={letters.person} hint={letters.personHint}>
        <RecordPicker
          id={`${id}-person`}
          kind="contact"
          value={draft.contactId}
          onChange={(chosen) => setDraft(withField(draft, 'contactId', chosen))}
        />
      </Field>
    </FormModal>
  )
}

/** Writes the letter and opens it. @throws VaultError */
function useCreate(): (input: CreateInput) => Promise<void> {
  const { letters } = useText()
  const call = useApp((state) => state.call)
  const acts = useLetterActs()
  const tell = useTell()
  return async ({ serviceIds, ...input }) => {
    const { id, undoToken } = await call('letters.create', {
      ...input,
      ...(serviceIds !== undefined && { serviceIds: [...serviceIds] }),
    })
    acts.open(id)
    tell.undoable(letters.created, undoToken)
  }
}

/** Services belong to their entity: another one has others. */
function withEntity(draft: LetterPreset, entityId: string | undefined): LetterPreset {
  const { serviceIds: _services, ...rest } = draft
  return withField(rest, 'entityId', entityId)
}

function withField(
  draft: LetterPreset,
  field: 'entityId' | 'providerId' | 'contactId',
  value: string | undefined,
): LetterPreset {
  const { [field]: _before, ...rest } = draft
  return value === undefined ? rest : { ...rest, [field]: value }
}
