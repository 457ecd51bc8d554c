import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { domainToUnicode } from '../../../shared/field/domain-name.ts'
import type { FormKind, LedgerRecord } from '../../../shared/records/record.ts'
import type { DrawerView } from '../../../shared/views.ts'
import { Fact } from '../../components/Fact.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

type ServiceProps = { service: LedgerRecord<'service'>; bureau: DrawerView['bureau'] }

export function ServiceFacts({ service: { data }, bureau }: ServiceProps) {
  const { ledger } = useText()
  return (
    <>
      <dl className="facts">
        <Fact name={ledger.fields.filingNumber}>{data.filingNumber}</Fact>
        <Fact name={ledger.drawer.bureau}>{bureau?.name}</Fact>
        <Fact name={ledger.fields.filedOn}>{data.filedOn}</Fact>
        <Fact name={ledger.fields.homeUrl}>{data.homeUrl}</Fact>
        <Fact name={ledger.fields.policeNumber}>{data.policeNumber}</Fact>
        <Fact name={ledger.fields.preApproval}>{data.preApproval}</Fact>
        <Fact name={ledger.fields.notes}>{data.notes}</Fact>
      </dl>
      <div className="drawer-links">
        <PortalLink link="miit-filing" word={ledger.drawer.openMiit} />
        <PortalLink link="police-filing" word={ledger.drawer.openPolice} />
      </div>
    </>
  )
}

function PortalLink({ link, word }: { link: 'miit-filing' | 'police-filing'; word: string }) {
  const call = useApp((state) => state.call)
  const tell = useTell()
  return (
    <button
      type="button"
      className="button-link"
      onClick={() => void call('shell.openLink', { link }).catch(tell.failed)}
    >
      {word} ↗
    </button>
  )
}

export function EntityFacts({ view }: { view: DrawerView }) {
  const { ledger, common } = useText()
  const openDrawer = useApp((state) => state.openDrawer)
  const { entity, siblings } = view
  const { data } = entity
  return (
    <>
      <div className="drawer-entity">
        <strong>{data.name}</strong>
        {view.service !== undefined && <EditButton record={entity} />}
      </div>
      <dl className="facts">
        <Fact name={ledger.fields.entityNumber}>{data.filingNumber}</Fact>
        <Fact name={ledger.fields.nature}>{common.entityNature[data.nature]}</Fact>
        <Fact name={ledger.fields.creditCode}>{data.creditCode}</Fact>
        <Fact name={ledger.fields.organizationCode}>{data.organizationCode}</Fact>
        <Fact name={ledger.fields.address}>{data.address}</Fact>
        <Fact name={ledger.fields.filedOn}>{data.filedOn}</Fact>
        <Fact name={ledger.fields.licenceValidUntil}>{data.licenceValidUntilOn}</Fact>
        <Fact name={ledger.fields.notes}>{data.notes}</Fact>
      </dl>
      {siblings.length > 0 && (
        <>
          <h4 className="drawer-minor">{ledger.drawer.siblings}</h4>
          <ul className="drawer-list">
            {siblings.slice(0, 20).map((sibling) => (
              <li key={sibling.id}>
                <button
                  type="button"
                  className="button-link ellipsis"
                  onClick={() => openDrawer(sibling.id)}
                >
                  {sibling.name}
                </button>
                <span className="faint">{sibling.filingNumber}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

export function DomainList({ view }: { view: DrawerView }) {
  const { ledger } = useText()
  if (view.domains.length === 0) return <p className="faint">{ledger.drawer.noDomains}</p>
  return (
    <ul className="drawer-list">
      {view.domains.map((domain) => {
        const { name, owner, expiresOn } = domain.data
        const differs = owner !== undefined && owner !== view.entity.data.name
        return (
          <li key={domain.id}>
            <span className="ellipsis" title={name}>
              {domainToUnicode(name)}
            </span>
            <span className="faint">{expiresOn && ledger.drawer.expires(expiresOn)}</span>
            {differs && (
              <span className="tag tag-due" title={owner}>
                {ledger.drawer.ownerDiffers}
              </span>
            )}
            <EditButton record={domain} />
          </li>
        )
      })}
    </ul>
  )
}

/** Opens the form of one record. */
export function EditButton({ record }: { record: LedgerRecord<FormKind> }) {
  const { common } = useText()
  const showForm = useApp((state) => state.showForm)
  const canWrite = useCanWrite()
  if (!canWrite) return null
  return (
    <Button
      size="small"
      type="text"
      className="edit-button"
      icon={<EditOutlined aria-hidden />}
      aria-label={`${common.edit} ${common.recordKind[record.kind]}`}
      onClick={() => showForm({ form: 'record', kind: record.kind, id: record.id })}
    />
  )
}
