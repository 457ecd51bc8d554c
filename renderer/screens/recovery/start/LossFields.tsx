import { Select } from 'antd'
import { useCallback } from 'react'
import type { LedgerRecord } from '../../../../shared/records/record.ts'
import { Field } from '../../../components/Field.tsx'
import { RecordPicker, RecordsPicker } from '../../../components/RecordPicker.tsx'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import type { LossScope } from './use-about.ts'

type Props = LossScope & {
  /** The entity of a case that is open stays. */
  isEntityFixed?: boolean
  onChange(change: Partial<LossScope>): void
}

/** Whose filing it is, which services, and which password or account was lost. */
export function LossFields({
  entityId,
  isEntityFixed = false,
  serviceIds,
  credentialIds,
  onChange,
}: Props) {
  const { recovery } = useText()
  const { fields, hints } = recovery.start
  const rows = useApp((state) => state.rows)
  const isOfEntity = useCallback(
    (record: LedgerRecord) =>
      record.kind === 'credential' &&
      !record.data.isRetired &&
      isNear(record.data, entityId, (serviceId) => rows.get(serviceId)?.entityId),
    [entityId, rows],
  )
  const chosenServices = serviceIds.filter((id) => rows.get(id)?.entityId === entityId)

  return (
    <div className="form-grid start-fields">
      <Field id="loss-entity" label={fields.entity} isRequired isWide>
        <RecordPicker
          id="loss-entity"
          kind="entity"
          value={entityId}
          disabled={isEntityFixed}
          placeholder={hints.entity}
          onChange={(id) => onChange({ entityId: id, serviceIds: [], credentialIds: [] })}
        />
      </Field>
      {entityId !== undefined && (
        <>
          <Field id="loss-services" label={fields.services} hint={hints.services}>
            <ServicesPicker
              entityId={entityId}
              value={chosenServices}
              onChange={(ids) => onChange({ serviceIds: ids })}
            />
          </Field>
          <Field id="loss-credentials" label={fields.credentials} hint={hints.credentials}>
            <RecordsPicker
              id="loss-credentials"
              kind="credential"
              accept={isOfEntity}
              value={credentialIds}
              onChange={(ids) => onChange({ credentialIds: ids })}
            />
          </Field>
        </>
      )}
    </div>
  )
}

type Owned = { entityId?: string | undefined; serviceId?: string | undefined }

/** Of the entity, of one of its services, or of nobody's. */
function isNear(
  { entityId, serviceId }: Owned,
  wanted: string | undefined,
  entityOf: (serviceId: string) => string | undefined,
): boolean {
  const owner = entityId ?? (serviceId === undefined ? undefined : entityOf(serviceId))
  return owner === undefined || owner === wanted
}

type ServicesProps = { entityId: string; value: string[]; onChange(ids: string[]): void }

/** The services of one entity, as 台账 knows them. */
function ServicesPicker({ entityId, value, onChange }: ServicesProps) {
  const rows = useApp((state) => state.rows)
  const options = [...rows.values()]
    .filter((row) => row.entityId === entityId && row.serviceKind !== undefined)
    .map(({ id, name, filingNumber }) => ({
      value: id,
      label: filingNumber === undefined ? name : `${name} ${filingNumber}`,
    }))
  return (
    <Select
      id="loss-services"
      className="control"
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      value={value}
      onChange={(ids: string[]) => onChange(ids)}
    />
  )
}
