import type { CredentialState } from '../../shared/credential-state.ts'
import type { ServiceStatus } from '../../shared/records/service.ts'
import type { ReminderUrgency } from '../../shared/reminder.ts'
import { useText } from '../i18n/text.ts'

type Tone = 'danger' | 'due' | 'good' | 'quiet'
type Shape = 'triangle' | 'diamond' | 'half' | 'check' | 'question' | 'bar' | 'ring' | 'dot'

export type TagLook = readonly [Tone, Shape]

const CREDENTIAL_LOOKS: Readonly<Record<CredentialState, TagLook>> = {
  issued: ['danger', 'triangle'],
  overdue: ['danger', 'diamond'],
  unknown: ['due', 'question'],
  due: ['due', 'half'],
  current: ['good', 'check'],
  retired: ['quiet', 'bar'],
}

const STATUS_LOOKS: Readonly<Record<ServiceStatus, TagLook>> = {
  active: ['good', 'dot'],
  pending: ['quiet', 'ring'],
  restricted: ['danger', 'diamond'],
  cancelled: ['quiet', 'bar'],
  unknown: ['due', 'question'],
}

const URGENCY_LOOKS: Readonly<Record<ReminderUrgency, TagLook>> = {
  danger: ['danger', 'triangle'],
  due: ['due', 'half'],
  soon: ['quiet', 'ring'],
}

/** State of a credential by shape, word and colour. */
export function CredentialStateTag({ state }: { state: CredentialState }) {
  const { common } = useText()
  return <Tag look={CREDENTIAL_LOOKS[state]} word={common.credentialState[state]} />
}

/** Status of a filing by shape, word and colour. */
export function ServiceStatusTag({ status }: { status: ServiceStatus }) {
  const { common } = useText()
  return <Tag look={STATUS_LOOKS[status]} word={common.serviceStatus[status]} />
}

/** How urgent a reminder is, by shape, word and colour. `word` replaces the usual one. */
export function UrgencyTag({ urgency, word }: { urgency: ReminderUrgency; word?: string }) {
  const { common } = useText()
  return <Tag look={URGENCY_LOOKS[urgency]} word={word ?? common.urgency[urgency]} />
}

/** A word with its shape and colour. */
export function Tag({ look: [tone, shape], word }: { look: TagLook; word: string }) {
  return (
    <span className={`tag tag-${tone}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {SHAPES[shape]}
      </svg>
      {word}
    </span>
  )
}

const SHAPES: Readonly<Record<Shape, React.ReactNode>> = {
  triangle: (
    <path
      d="M6 .8 11.600 11H.4ZM5.300 4.500v3h1.400v-3Zm0 4v1.300h1.400V8.500Z"
      fill="currentColor"
      fillRule="evenodd"
    />
  ),
  diamond: <path d="M6 .5 11.500 6 6 11.500.5 6Z" fill="currentColor" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.700" fill="none" stroke="currentColor" strokeWidth="1.300" />
      <path d="M6 1.300a4.700 4.700 0 0 1 0 9.400Z" fill="currentColor" />
    </>
  ),
  check: (
    <path d="m2 6.400 2.700 2.700L10 3.400" fill="none" stroke="currentColor" strokeWidth="1.700" />
  ),
  question: (
    <>
      <circle
        cx="6"
        cy="6"
        r="4.900"
        fill="none"
        stroke="currentColor"
        strokeDasharray="2.200 1.600"
        strokeWidth="1.200"
      />
      <path
        d="M4.600 4.800a1.500 1.500 0 1 1 1.400 1.800v.7M6 8.400v.9"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.100"
      />
    </>
  ),
  bar: <path d="M2 6h8" stroke="currentColor" strokeWidth="1.700" />,
  ring: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.400" />,
  dot: <circle cx="6" cy="6" r="3.200" fill="currentColor" />,
}
