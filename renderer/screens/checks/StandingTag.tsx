import type { CheckStanding } from '../../../shared/check-view.ts'
import { Tag, type TagLook } from '../../components/StateTag.tsx'
import { useText } from '../../i18n/text.ts'

const LOOKS: Readonly<Record<CheckStanding, TagLook>> = {
  overdue: ['danger', 'triangle'],
  never: ['due', 'question'],
  due: ['due', 'half'],
  soon: ['quiet', 'ring'],
  current: ['good', 'check'],
}

/** Where a service stands in the rhythm of checks, by shape, word and colour. */
export function CheckStandingTag({ standing }: { standing: CheckStanding }) {
  const { checks } = useText()
  return <Tag look={LOOKS[standing]} word={checks.standing[standing]} />
}
