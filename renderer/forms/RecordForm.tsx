import { useEffect, useState } from 'react'
import type { VaultError } from '../../shared/errors.ts'
import type { FormKind, LedgerRecord } from '../../shared/records/record.ts'
import { useWork } from '../hooks/use-work.ts'
import { useText } from '../i18n/text.ts'
import { useApp } from '../state/app-context.ts'
import { useTell } from '../workspace/use-tell.ts'
import { credentialLabel } from './credential-label.ts'
import { FormModal } from './FormModal.tsx'
import { ChannelFields } from './fields/ChannelFields.tsx'
import { ContactFields } from './fields/ContactFields.tsx'
import { CredentialFields } from './fields/CredentialFields.tsx'
import { DocumentFields } from './fields/DocumentFields.tsx'
import { DomainFields } from './fields/DomainFields.tsx'
import { EntityFields } from './fields/EntityFields.tsx'
import { ProviderFields } from './fields/ProviderFields.tsx'
import { ServiceFields } from './fields/ServiceFields.tsx'
import { TaskFields } from './fields/TaskFields.tsx'
import {
  type Draft,
  type RecordForm as Form,
  filledOnly,
  useRecordForm,
} from './use-record-form.ts'

type Props = {
  kind: FormKind
  /** The record to change; absent: a new one. */
  id?: string
  preset?: Readonly<Record<string, unknown>>
  onClose(): void
}

/** The form of any kind of record. */
export function RecordForm({ kind, id, preset, onClose }: Props) {
  const call = useApp((state) => state.call)
  const tell = useTell()
  const { common } = useText()
  const rows = useApp((state) => state.rows)
  const [record, setRecord] = useState<LedgerRecord>()

  useEffect(() => {
    if (id === undefined) return
    // Read once: a form is not changed under the person's hands; saving compares the revision.
    call('records.read', { id }).then(setRecord, (error: unknown) => {
      tell.failed(error)
      onClose()
    })
  }, [call, id, tell, onClose])

  if (id !== undefined && record === undefined) return null
  const initial = record?.data ?? newDraft(kind, preset, rows, common.credentialKind)
  return <LoadedForm kind={kind} record={record} initial={initial} onClose={onClose} />
}

/** What a new record of `kind` starts with, where `preset` says to what it belongs. */
function newDraft(
  kind: FormKind,
  preset: Props['preset'],
  rows: Parameters<typeof credentialLabel>[1],
  kindNames: Parameters<typeof credentialLabel>[2],
): Readonly<Record<string, unknown>> {
  if (kind !== 'credential') return { ...NEW_DRAFTS[kind], ...preset }
  const draft = { ...NEW_DRAFTS.credential, ...preset }
  return { ...draft, label: credentialLabel(draft, rows, kindNames) }
}

/** What a new record starts with. */
const NEW_DRAFTS: Readonly<{ [K in FormKind]: Draft<K> }> = {
  entity: { nature: 'enterprise' },
  service: { kind: 'website', status: 'active', providerIds: [] },
  domain: {},
  provider: { roles: ['access'] },
  contact: { roles: [] },
  channel: { kind: 'phone' },
  credential: {
    kind: 'filing-password',
    origin: 'chosen',
    rotationMonths: 3,
    isRetired: false,
  },
  document: { kind: 'business-licence', sealState: 'not-needed', files: [] },
  task: { origin: 'person' },
}

type LoadedProps = {
  kind: FormKind
  record: LedgerRecord | undefined
  initial: Readonly<Record<string, unknown>>
  onClose(): void
}

function LoadedForm({ kind, record, initial, onClose }: LoadedProps) {
  const { forms, common } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  // `as`: `initial` was made for this very kind; the schema of the vault process has the last word.
  const form = useRecordForm(kind, initial as Draft<FormKind>, record && { id: record.id })
  const [secret, setSecret] = useState<SecretDraft>(NO_SECRET)
  const { isWorking, problem, run, forget } = useWork()

  const save = async () => {
    return run(async () => {
      if (!(await form.checkNow())) return false
      const { undoToken } = await call('records.save', {
        kind,
        ...(record && { id: record.id, expectedRevision: record.revision }),
        data: filledOnly(form.draft),
        ...secretPart(secret),
      })
      tell.undoable(record === undefined ? common.createdNow : common.saved, undoToken)
      onClose()
      return true
    })
  }

  const name = common.recordKind[kind]
  return (
    <FormModal
      title={record === undefined ? forms.create(name) : forms.edit(name)}
      isDirty={form.isDirty || secret !== NO_SECRET}
      isSaving={isWorking}
      canSave={!form.isWaiting}
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      <div className="form-grid">
        <KindFields
          form={withRefusal(form, problem)}
          secret={secret}
          onSecret={(change) => {
            setSecret({ ...secret, ...change })
            forget()
          }}
          record={record}
        />
      </div>
    </FormModal>
  )
}

/** Parts of the secret are judged only when they are saved: then their field tells it as any other. */
function withRefusal(form: Form<FormKind>, problem: VaultError | undefined): Form<FormKind> {
  const { field: refused, code } = problem?.facts ?? {}
  if (problem?.code !== 'invalid-value' || typeof code !== 'string') return form
  return {
    ...form,
    findingsOf: (field) => {
      const findings = form.findingsOf(field)
      const isTold = field !== refused || findings.some((finding) => finding.code === code)
      return isTold ? findings : [...findings, { severity: 'refused', code, facts: problem.facts }]
    },
  }
}

type SecretDraft = { value: string; totpUri: string; privateNotes: string; idNumber: string }
const NO_SECRET: SecretDraft = { value: '', totpUri: '', privateNotes: '', idNumber: '' }

/** The typed parts of the secret; what was left empty stays as it is stored. */
function secretPart(secret: SecretDraft): { secret?: Partial<SecretDraft> } {
  // A password is kept exactly as typed, also when it is nothing but a space.
  const typed = Object.entries(secret).filter(([, value]) => value !== '')
  return typed.length === 0 ? {} : { secret: Object.fromEntries(typed) }
}

type KindProps = {
  form: Form<FormKind>
  secret: SecretDraft
  onSecret(change: Partial<SecretDraft>): void
  record: LedgerRecord | undefined
}

function KindFields({ form, secret, onSecret, record }: KindProps) {
  // `as`: a form's kind says which fields its draft has; TypeScript does not follow that through a type parameter.
  const of = <K extends FormKind>() => form as unknown as Form<K>
  switch (form.kind) {
    case 'entity':
      return <EntityFields form={of<'entity'>()} />
    case 'service':
      return <ServiceFields form={of<'service'>()} />
    case 'domain':
      return <DomainFields form={of<'domain'>()} />
    case 'provider':
      return <ProviderFields form={of<'provider'>()} />
    case 'channel':
      return <ChannelFields form={of<'channel'>()} />
    case 'contact':
      return (
        <ContactFields
          form={of<'contact'>()}
          idNumber={secret.idNumber}
          onIdNumber={(idNumber) => onSecret({ idNumber })}
          hasSecret={record?.hasSecret ?? false}
        />
      )
    case 'credential':
      return (
        <CredentialFields
          form={of<'credential'>()}
          secret={secret}
          onSecret={onSecret}
          isNew={record === undefined}
        />
      )
    case 'document':
      return <DocumentFields form={of<'document'>()} />
    case 'task':
      return <TaskFields form={of<'task'>()} />
  }
}
