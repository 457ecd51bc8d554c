import { CloseOutlined, DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import type { FormKind } from '../../../shared/records/record.ts'
import type { DrawerView } from '../../../shared/views.ts'
import { AreaIcon } from '../../components/AreaIcon.tsx'
import { ServiceStatusTag, UrgencyTag } from '../../components/StateTag.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useEscape } from '../../hooks/use-escape.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { CredentialCard } from '../credentials/CredentialCard.tsx'
import { HolderPapers } from '../documents/HolderPapers.tsx'
import { FilingLetters } from '../letters/FilingLetters.tsx'
import { DomainList, EntityFacts, ServiceFacts } from './FilingFacts.tsx'
import { ChannelList, PeopleList, ProviderList } from './FilingPeople.tsx'
import { Timeline } from './Timeline.tsx'

/** Everything that belongs to one filing, beside 台账: the list stays usable, arrows go on to the next. */
export function FilingDrawer({ rowId }: { rowId: string }) {
  const { ledger, frame } = useText()
  const closeDrawer = useApp((state) => state.closeDrawer)
  const { value: view, problem } = useAnswer('ledger.drawer', { id: rowId })
  const panel = useRef<HTMLElement>(null)
  const name = view?.service?.data.name ?? view?.entity.data.name ?? ''

  useEscape(true, closeDrawer)

  // Undone, or put into the trash elsewhere: there is nothing more to show.
  const isGone = problem?.code === 'record-not-found'
  useEffect(() => {
    if (isGone) closeDrawer()
  }, [isGone, closeDrawer])

  // Whoever was inside goes back to the list, not to nowhere.
  useLayoutEffect(() => {
    const element = panel.current
    return () => {
      if (element?.contains(document.activeElement) !== true) return
      element.parentElement?.querySelector<HTMLElement>('.table-scroller')?.focus()
    }
  }, [])

  return (
    <aside
      ref={panel}
      role="dialog"
      tabIndex={-1}
      aria-label={ledger.drawer.label(name)}
      className="drawer"
    >
      {view === undefined ? (
        <div className="drawer-head">
          {problem === undefined ? (
            <span className="faint">{frame.loading}</span>
          ) : (
            <Problem error={problem} />
          )}
          <CloseButton />
        </div>
      ) : (
        <>
          <DrawerHead view={view} />
          <div key={(view.service ?? view.entity).id} className="drawer-body">
            <DrawerBody view={view} />
          </div>
        </>
      )}
    </aside>
  )
}

function CloseButton() {
  const { ledger } = useText()
  const closeDrawer = useApp((state) => state.closeDrawer)
  return (
    <Button
      type="text"
      icon={<CloseOutlined aria-hidden />}
      aria-label={ledger.drawer.close}
      onClick={closeDrawer}
    />
  )
}

function DrawerHead({ view }: { view: DrawerView }) {
  const { common, ledger, frame } = useText()
  const call = useApp((state) => state.call)
  const closeDrawer = useApp((state) => state.closeDrawer)
  const showForm = useApp((state) => state.showForm)
  const go = useApp((state) => state.go)
  const canWrite = useCanWrite()
  const tell = useTell()
  const { service, entity } = view
  const main = service ?? entity

  const trash = async () => {
    try {
      const { undoToken, count } = await call('records.trash', { ids: [main.id] })
      closeDrawer()
      tell.undoable(common.trashed(count), undoToken)
    } catch (error) {
      tell.failed(error)
    }
  }

  return (
    <header className="drawer-head">
      <div className="drawer-title">
        <h2 className="ellipsis" title={main.data.name}>
          {main.data.name}
        </h2>
        <div className="drawer-sub">
          {service && (
            <>
              <ServiceStatusTag status={service.data.status} />
              <span className="faint">{common.serviceKind[service.data.kind]}</span>
            </>
          )}
          <span className="mono-number">{main.data.filingNumber}</span>
        </div>
      </div>
      {canWrite && (
        <>
          <Button
            size="small"
            icon={<AreaIcon name="recovery" />}
            onClick={() => go('recovery', { tab: 'start', recordId: main.id })}
          >
            {frame.screens.recovery}
          </Button>
          <Button
            size="small"
            icon={<EditOutlined aria-hidden />}
            onClick={() => showForm({ form: 'record', kind: main.kind, id: main.id })}
          >
            {common.edit}
          </Button>
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined aria-hidden />}
            aria-label={ledger.drawer.trash}
            title={ledger.drawer.trash}
            onClick={() => void trash()}
          />
        </>
      )}
      <CloseButton />
    </header>
  )
}

function DrawerBody({ view }: { view: DrawerView }) {
  const { ledger, common, documents, audit } = useText()
  const go = useApp((state) => state.go)
  const { entity, service } = view
  const owner =
    service === undefined ? { entityId: entity.id } : { entityId: entity.id, serviceId: service.id }
  return (
    <>
      {view.reminders.length > 0 && (
        <Section title={ledger.drawer.reminders}>
          <ul className="drawer-reminders">
            {view.reminders.map((reminder) => (
              <li key={reminder.id}>
                <UrgencyTag urgency={reminder.urgency} word={common.reminderKind[reminder.kind]} />
                <span className="ellipsis" title={reminder.title}>
                  {reminder.title}
                </span>
                <span className="faint">
                  {reminder.daysLeft !== undefined && common.daysLeft(reminder.daysLeft)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={ledger.drawer.credentials}
        add={ledger.drawer.addCredential}
        kind="credential"
        preset={owner}
      >
        {view.credentials.length === 0 && <p className="faint">{ledger.drawer.noCredentials}</p>}
        {view.credentials.map((credential) => (
          <CredentialCard key={credential.id} credential={credential} />
        ))}
      </Section>
      {service && (
        <Section title={ledger.drawer.service}>
          <ServiceFacts service={service} bureau={view.bureau} />
        </Section>
      )}
      {service && (
        <Section
          title={ledger.drawer.domains}
          add={ledger.drawer.addDomain}
          kind="domain"
          preset={{ serviceId: service.id }}
        >
          <DomainList view={view} />
        </Section>
      )}
      <Section
        title={ledger.drawer.people}
        add={ledger.drawer.addContact}
        kind="contact"
        preset={{ entityId: entity.id }}
      >
        <PeopleList view={view} />
      </Section>
      <Section
        title={documents.drawer}
        add={documents.create}
        kind="document"
        preset={{ entityId: entity.id, title: documents.kind['business-licence'] }}
      >
        <HolderPapers ids={holderIdsOf(view)} none={documents.noneHere} />
      </Section>
      <Section title={ledger.drawer.providers}>
        <ProviderList view={view} />
      </Section>
      {view.channels.length > 0 && (
        <Section title={ledger.drawer.channels}>
          <ChannelList view={view} />
        </Section>
      )}
      <Section
        title={ledger.drawer.entity}
        add={ledger.drawer.addService}
        kind="service"
        preset={{ entityId: entity.id }}
      >
        <EntityFacts view={view} />
      </Section>
      <FilingLetters
        entityId={entity.id}
        {...(service !== undefined && { serviceId: service.id })}
      />
      <Section title={ledger.drawer.timeline}>
        <Timeline lines={view.timeline} />
        <button
          type="button"
          className="button-link"
          onClick={() => go('audit', { recordId: (service ?? entity).id })}
        >
          {audit.allHistory}
        </button>
      </Section>
    </>
  )
}

/** Everybody and everything of a filing that a paper may be of. */
function holderIdsOf({ entity, service, domains, contacts }: DrawerView): string[] {
  const own = service === undefined ? [entity] : [entity, service]
  return [...own, ...domains, ...contacts].slice(0, 500).map(({ id }) => id)
}

type SectionProps = {
  title: string
  children: ReactNode
  /** Name of the button that adds a record here. */
  add?: string
  kind?: FormKind
  preset?: Readonly<Record<string, unknown>>
}

function Section({ title, children, add, kind, preset }: SectionProps) {
  const showForm = useApp((state) => state.showForm)
  const canWrite = useCanWrite()
  return (
    <section className="drawer-section" aria-label={title}>
      <div className="drawer-section-head">
        <h3>{title}</h3>
        {add !== undefined && kind !== undefined && canWrite && (
          <Button
            size="small"
            type="text"
            icon={<PlusOutlined aria-hidden />}
            aria-label={add}
            title={add}
            onClick={() => showForm({ form: 'record', kind, ...(preset && { preset }) })}
          />
        )}
      </div>
      {children}
    </section>
  )
}
