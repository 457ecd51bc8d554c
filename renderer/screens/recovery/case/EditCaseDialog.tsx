import { Input } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../../shared/case-view.ts'
import { Field } from '../../../components/Field.tsx'
import { RecordPicker } from '../../../components/RecordPicker.tsx'
import { FormModal } from '../../../forms/FormModal.tsx'
import { useChanged } from '../../../hooks/use-changed.ts'
import { useUndoableWork } from '../../../hooks/use-undoable-work.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { LossFields } from '../start/LossFields.tsx'

/** Title and scope of a case: which services, which credentials, with whom. */
export function EditCaseDialog({ view, onClose }: { view: CaseView; onClose(): void }) {
  const { recovery, common } = useText()
  const text = recovery.editing
  const call = useApp((state) => state.call)
  const { isWorking, problem, make } = useUndoableWork()
  const { data, id } = view.record
  const [title, setTitle] = useState(data.title)
  const [serviceIds, setServiceIds] = useState(data.serviceIds)
  const [credentialIds, setCredentialIds] = useState(data.credentialIds)
  const [providerId, setProviderId] = useState(data.providerId)
  const isNameless = title.trim() === ''
  const isDirty = useChanged({ title, serviceIds, credentialIds, providerId })
  const save = async () => {
    if (isNameless) return false
    const isSaved = await make(
      () =>
        call('cases.change', {
          id,
          title: title.trim(),
          serviceIds,
          credentialIds,
          providerId: providerId ?? null,
        }),
      common.saved,
    )
    if (isSaved) onClose()
    return isSaved
  }
  return (
    <FormModal
      title={recovery.case.edit}
      isDirty={isDirty}
      isSaving={isWorking}
      problem={problem}
      onSave={save}
      onClose={onClose}
      widthPx={620}
    >
      <Field
        id="case-title"
        label={text.title}
        isRequired
        findings={isNameless ? [{ severity: 'refused', code: 'required' }] : []}
      >
        <Input
          id="case-title"
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Field>
      <LossFields
        entityId={data.entityId}
        isEntityFixed
        serviceIds={serviceIds}
        credentialIds={credentialIds}
        onChange={(change) => {
          if (change.serviceIds) setServiceIds(change.serviceIds)
          if (change.credentialIds) setCredentialIds(change.credentialIds)
        }}
      />
      <Field id="case-provider" label={text.provider} hint={text.providerHint}>
        <RecordPicker
          id="case-provider"
          kind="provider"
          value={providerId}
          onChange={setProviderId}
        />
      </Field>
    </FormModal>
  )
}
