import { Tag, type TagLook } from '../../components/StateTag.tsx'
import { useText } from '../../i18n/text.ts'
import type { Standing } from './standing.ts'

const LOOKS: Readonly<Record<Standing, TagLook>> = {
  'id-expired': ['danger', 'diamond'],
  'id-expiring': ['due', 'half'],
  'never-verified': ['due', 'question'],
  stale: ['due', 'half'],
  unreachable: ['due', 'question'],
  fine: ['good', 'check'],
  left: ['quiet', 'bar'],
}

/** How a person, firm or channel stands, by shape, word and colour. */
export function StandingTag({ standing }: { standing: Standing }) {
  const { contacts } = useText()
  return <Tag look={LOOKS[standing]} word={contacts.standing[standing]} />
}
