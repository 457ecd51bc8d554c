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
      <svg
        width="12"
        height="12"
        viewBox="0 0 12 12"
        aria-hidden="true"
        className={LINE_SHAPES.has(shape) ? 'tag-shape tag-shape-lines' : 'tag-shape'}
      >
        <path d={SHAPES[shape]} />
      </svg>
      {word}
    </span>
  )
}

const LINE_SHAPES: ReadonlySet<Shape> = new Set<Shape>(['question'])

/** One path each, filled by the even-odd rule: a row that shows another state changes one attribute. */
const SHAPES: Readonly<Record<Shape, string>> = {
  triangle: 'M6 .8 11.600 11H.4ZM5.300 4.500v3h1.400v-3Zm0 4v1.300h1.400V8.500Z',
  diamond: 'M6 .5 11.500 6 6 11.500.5 6Z',
  half: 'M6 .650a5.350 5.350 0 0 1 0 10.700a5.350 5.350 0 0 1 0-10.700ZM6 1.950a4.050 4.050 0 0 0 0 8.100Z',
  check: 'M1.400 7 4.720 10.320 10.620 3.980 9.380 2.820 4.680 7.880 2.600 5.800Z',
  question:
    'M10.900 6A4.900 4.900 0 0 1 10.410 8.130M9.500 9.430A4.900 4.900 0 0 1 7.660 10.610M6.100 10.900A4.900 4.900 0 0 1 3.960 10.460M2.640 9.570A4.900 4.900 0 0 1 1.420 7.750M1.100 6.190A4.900 4.900 0 0 1 1.500 4.050M2.370 2.710A4.900 4.900 0 0 1 4.160 1.460M5.710 1.110A4.900 4.900 0 0 1 7.860 1.470M9.220 2.300A4.900 4.900 0 0 1 10.500 4.070M4.600 4.800a1.500 1.500 0 1 1 1.400 1.800v.700M6 8.400v.900',
  bar: 'M2 5.150h8v1.700H2Z',
  ring: 'M6 1.300a4.700 4.700 0 0 1 0 9.400a4.700 4.700 0 0 1 0-9.400ZM6 2.700a3.300 3.300 0 0 0 0 6.600a3.300 3.300 0 0 0 0-6.600Z',
  dot: 'M6 2.800a3.200 3.200 0 0 1 0 6.400a3.200 3.200 0 0 1 0-6.400Z',
}
