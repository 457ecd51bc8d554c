import type { ClockView } from '../../../shared/case-view.ts'
import { Tag } from '../../components/StateTag.tsx'
import { useNow } from '../../hooks/use-now.ts'
import { useText } from '../../i18n/text.ts'
import { clockLeft, clockTone } from './clock-words.ts'

const SHAPES = { danger: 'triangle', due: 'half', quiet: 'ring' } as const

/** How a clock stands, in a word, with its colour and shape. */
export function ClockTag({ clock }: { clock: ClockView }) {
  const { recovery } = useText()
  const now = useNow()
  const tone = clockTone(clock, now)
  const left = clockLeft(clock, now, recovery)
  const word = clock.isEstimated ? `${left} · ${recovery.clocks.estimated}` : left
  const shape = clock.state === 'stopped' ? 'check' : SHAPES[tone]
  return <Tag look={[tone, shape]} word={word} />
}
