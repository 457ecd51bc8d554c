import type { PaperStanding } from '../../../shared/paper.ts'
import { Tag, type TagLook } from '../../components/StateTag.tsx'
import { useText } from '../../i18n/text.ts'

const LOOKS: Readonly<Record<PaperStanding, TagLook>> = {
  expired: ['danger', 'diamond'],
  expiring: ['due', 'half'],
  'no-scan': ['due', 'question'],
  'side-missing': ['due', 'question'],
  unsealed: ['due', 'ring'],
  fine: ['good', 'check'],
}

/** How a paper stands, by shape, word and colour. */
export function PaperStandingTag({ standing }: { standing: PaperStanding }) {
  const { documents } = useText()
  return <Tag look={LOOKS[standing]} word={documents.standing[standing]} />
}
