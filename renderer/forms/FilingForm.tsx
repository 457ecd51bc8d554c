import { Input, Segmented, Switch } from 'antd'
import { useEffect, useState } from 'react'
import type { FieldFinding } from '../../shared/finding.ts'
import { controlStatus, Field } from '../components/Field.tsx'
import { RecordPicker } from '../components/RecordPicker.tsx'
import { useWork } from '../hooks/use-work.ts'
import { useText } from '../i18n/text.ts'
import { useApp } from '../state/app-context.ts'
import { useTell } from '../workspace/use-tell.ts'
import { splitDomains } from './domain-list.ts'
import { FormModal } from './FormModal.tsx'
import { EntityFields } from './fields/EntityFields.tsx'
import { ServiceFields } from './fields/ServiceFields.tsx'
import { filledOnly, useRecordForm } from './use-record-form.ts'

/** Judged when the entity exists; here it is chosen or made in the same step. */
const IGNORED_OF_SERVICE = ['entityId'] as const

/** 新增备案: entity, service and domains in one go and one transaction. */
export function FilingForm({ onClose }: { onClose(): void }) {
  const { forms } = useText()
  const call = useApp((state) => state.call)
  const openDrawer = useApp((state) => state.openDrawer)
  const hasEntities = useApp((state) => state.rows.size > 0)
  const tell = useTell()
  const entity = useRecordForm('entity', { nature: 'enterprise' }, { idPrefix: 'filing-entity' })
  const service = useRecordForm(
    'service',
    { kind: 'website', status: 'active', providerIds: [] },
    { idPrefix: 'filing-service', ignored: IGNORED_OF_SERVICE },
  )
  const [isNewEntity, setNewEntity] = useState(!hasEntities)
  const [entityId, setEntityId] = useState<string>()
  const [hasService, setHasService] = useState(true)
  const [domains, setDomains] = useState('')
  const domainFindings = useDomainFindings(domains)
  const [hasTried, setTried] = useState(false)
  const { isWorking, problem, run } = useWork()

  const isReady = async () => {
    const checks = [isNewEntity ? await entity.checkNow() : entityId !== undefined]
    if (hasService) checks.push(await service.checkNow())
    if (hasService) checks.push(domainFindings.every(({ severity }) => severity !== 'refused'))
    return checks.every(Boolean)
  }

  const save = async () => {
    setTried(true)
    return run(async () => {
      if (!(await isReady())) return false
      const made = await call('records.createFiling', {
        entity:
          isNewEntity || entityId === undefined
            ? { data: filledOnly(entity.draft) }
            : { id: entityId },
        ...(hasService && { service: filledOnly(service.draft) }),
        domains: hasService ? splitDomains(domains).map((name) => ({ name })) : [],
      })
      const name = (hasService ? service.draft.name : entity.draft.name) ?? ''
      tell.undoable(forms.filingSaved(name), made.undoToken)
      onClose()
      openDrawer(made.serviceId ?? made.entityId)
      return true
    })
  }

  return (
    <FormModal
      title={forms.filingTitle}
      okText={forms.filingSave}
      widthPx={720}
      isDirty={entity.isDirty || service.isDirty || domains !== ''}
      isSaving={isWorking}
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      <section className="form-section" aria-label={forms.entityStep}>
        <div className="form-section-head">
          <h3>{forms.entityStep}</h3>
          {hasEntities && (
            <Segmented
              size="small"
              value={isNewEntity ? 'new' : 'known'}
              options={[
                { value: 'known', label: forms.entityKnown },
                { value: 'new', label: forms.entityNew },
              ]}
              onChange={(choice) => setNewEntity(choice === 'new')}
            />
          )}
        </div>
        {isNewEntity ? (
          <div className="form-grid">
            <EntityFields form={entity} isShort />
          </div>
        ) : (
          <Field
            id="filing-entity-id"
            label={forms.chooseEntity}
            isRequired
            findings={hasTried && entityId === undefined ? REQUIRED : []}
          >
            <RecordPicker
              id="filing-entity-id"
              kind="entity"
              value={entityId}
              onChange={setEntityId}
            />
          </Field>
        )}
      </section>
      <section className="form-section" aria-label={forms.serviceStep}>
        <div className="form-section-head">
          <h3>{forms.serviceStep}</h3>
          <Switch
            size="small"
            checked={hasService}
            onChange={setHasService}
            aria-label={forms.isServiceAdded}
          />
        </div>
        {hasService && (
          <div className="form-grid">
            <ServiceFields form={service} isWithoutEntity />
            <Field
              id="filing-domains"
              label={forms.domainsLabel}
              hint={forms.domainsHint}
              findings={domainFindings}
              isWide
            >
              <Input.TextArea
                id="filing-domains"
                rows={2}
                value={domains}
                status={controlStatus(domainFindings)}
                onChange={(event) => setDomains(event.target.value)}
              />
            </Field>
          </div>
        )}
      </section>
    </FormModal>
  )
}

const REQUIRED: readonly FieldFinding[] = [{ severity: 'refused', code: 'required' }]
const PAUSE_MS = 200

/** What is to be said of the typed domains, each finding once. */
function useDomainFindings(text: string): FieldFinding[] {
  const call = useApp((state) => state.call)
  const [findings, setFindings] = useState<FieldFinding[]>([])
  useEffect(() => {
    let isStale = false
    const check = async () => {
      const found = await Promise.all(
        splitDomains(text).map((name) => call('records.check', { kind: 'domain', data: { name } })),
      )
      if (isStale) return
      const ofNames = found.flat().filter(({ field }) => field === 'name')
      setFindings([...new Map(ofNames.map((finding) => [finding.code, finding])).values()])
    }
    // A check that fails is told when saving fails; while typing there is nothing to say.
    const timer = setTimeout(() => void check().catch(() => {}), PAUSE_MS)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [call, text])
  return findings
}
