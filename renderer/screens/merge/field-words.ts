import { formatMoment } from '../../i18n/format.ts'
import type { Text } from '../../i18n/text.ts'

type Words = Readonly<Record<string, string>>
type Language = Parameters<typeof formatMoment>[1]

/** Fields that hold a moment in Unix ms. */
const MOMENTS: ReadonlySet<string> = new Set(['registeredAt', 'startedAt', 'removedAt'])

/** The name of a field as a person knows it. */
export function fieldName({ merge }: Text, name: string): string {
  return merge.fields[name] ?? merge.otherField
}

/** The words of a value: of what is chosen from a list its word, of a record its title. */
export function valueWords(
  text: Text,
  language: Language,
  field: { kind: string; name: string; value: unknown; names: Words },
): string {
  const { merge, common } = text
  const { kind, name, value, names } = field
  if (value === undefined || value === '' || value === null) return merge.details.empty
  if (typeof value === 'boolean') return value ? common.yes : common.no
  if (typeof value === 'number') {
    return MOMENTS.has(name) ? formatMoment(value, language) : value.toLocaleString()
  }
  if (typeof value === 'string') return wordOf(text, kind, name, value) ?? names[value] ?? value
  if (Array.isArray(value)) return listWords(text, field, value)
  return merge.details.items(Object.keys(value).length)
}

function listWords(
  text: Text,
  { kind, name, names }: { kind: string; name: string; names: Words },
  list: readonly unknown[],
): string {
  const words = list.map((item) => {
    if (typeof item === 'string') return wordOf(text, kind, name, item) ?? names[item]
    const title: unknown = typeof item === 'object' && item !== null && 'name' in item && item.name
    return typeof title === 'string' ? title : undefined
  })
  if (words.length === 0) return text.merge.details.empty
  const known = words.filter((word) => word !== undefined)
  return known.length === words.length
    ? known.join(text.contacts.separator)
    : text.merge.details.items(list.length)
}

/** The word of a value that is chosen from a list. */
function wordOf(
  { common, documents }: Text,
  kind: string,
  name: string,
  value: string,
): string | undefined {
  const lists: Readonly<Record<string, Words>> = {
    'entity.nature': common.entityNature,
    'service.kind': common.serviceKind,
    'service.status': common.serviceStatus,
    'credential.kind': common.credentialKind,
    'credential.origin': common.credentialOrigin,
    'credential.mustChangeReason': common.mustChangeReason,
    'contact.roles': common.contactRole,
    'contact.idKind': common.idKind,
    'provider.roles': common.providerRole,
    'channel.kind': common.channelKind,
    'document.kind': documents.kind,
    'document.sealState': documents.sealState,
  }
  return lists[`${kind}.${name}`]?.[value]
}
