import type { DrawerView } from '../../../shared/views.ts'
import { useText } from '../../i18n/text.ts'
import { EditButton } from './FilingFacts.tsx'

/** Who answers for the filing, with the part each plays in it. */
export function PeopleList({ view }: { view: DrawerView }) {
  const { ledger, common } = useText()
  if (view.contacts.length === 0) return <p className="faint">{ledger.drawer.noPeople}</p>
  const service = view.service?.data
  const partsOf = (id: string) =>
    [
      service?.responsibleId === id && ledger.fields.responsible,
      service?.entityResponsibleId === id && ledger.fields.entityResponsible,
      service?.emergencyId === id && ledger.fields.emergency,
    ].filter((part) => typeof part === 'string')

  return (
    <ul className="drawer-list">
      {view.contacts.map((contact) => {
        const parts = partsOf(contact.id)
        const { name, phone, email, roles, leftOn } = contact.data
        return (
          <li key={contact.id}>
            <span>{name}</span>
            <span className="faint">
              {(parts.length > 0 ? parts : roles.map((role) => common.contactRole[role])).join(
                '、',
              )}
            </span>
            <span className="soft">{phone ?? email}</span>
            {leftOn !== undefined && (
              <span className="tag tag-danger">{ledger.drawer.left(leftOn)}</span>
            )}
            <EditButton record={contact} />
          </li>
        )
      })}
    </ul>
  )
}

/** Phones and mailboxes that get the codes. */
export function ChannelList({ view }: { view: DrawerView }) {
  const { ledger, common } = useText()
  return (
    <ul className="drawer-list">
      {view.channels.map((channel) => (
        <li key={channel.id}>
          <span>{channel.data.value}</span>
          <span className="faint">
            {common.channelKind[channel.data.kind]}
            {channel.data.owner !== undefined && ` · ${channel.data.owner}`}
          </span>
          <span className="faint">
            {channel.data.verifiedOn === undefined
              ? ledger.fields.neverVerified
              : ledger.fields.verified(channel.data.verifiedOn)}
          </span>
          <EditButton record={channel} />
        </li>
      ))}
    </ul>
  )
}

/** At which providers the service runs; none means it may be cleared as hollow. */
export function ProviderList({ view }: { view: DrawerView }) {
  const { ledger, common } = useText()
  if (view.providers.length === 0) {
    const isUnknown = view.service?.data.isProviderUnknown === true
    return isUnknown ? (
      <p className="soft">{ledger.drawer.providerUnknown}</p>
    ) : (
      <p className="drawer-warning">{ledger.drawer.noProvider}</p>
    )
  }
  return (
    <ul className="drawer-list">
      {view.providers.map((provider) => (
        <li key={provider.id}>
          <span>{provider.data.name}</span>
          <span className="faint">
            {provider.data.roles.map((role) => common.providerRole[role]).join('、')}
          </span>
          <span className="soft">{provider.data.phone}</span>
          <EditButton record={provider} />
        </li>
      ))}
    </ul>
  )
}
