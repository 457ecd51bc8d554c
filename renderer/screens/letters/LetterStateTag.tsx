import type { LetterState } from '../../../shared/letters/filled-letter.ts'
import { Tag, type TagLook } from '../../components/StateTag.tsx'
import { useText } from '../../i18n/text.ts'

const LOOKS: Readonly<Record<LetterState, TagLook>> = {
  draft: ['quiet', 'ring'],
  signed: ['good', 'check'],
  ended: ['danger', 'diamond'],
  revoked: ['quiet', 'bar'],
}

/** State of a letter by shape, word and colour. */
export function LetterStateTag({ state }: { state: LetterState }) {
  const { letters } = useText()
  return <Tag look={LOOKS[state]} word={letters.state[state]} />
}
