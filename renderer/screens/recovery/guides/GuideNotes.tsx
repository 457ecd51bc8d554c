import type { GuideNote } from '../../../../shared/guides/guide.ts'
import { useText } from '../../../i18n/text.ts'
import { useWords } from '../use-words.ts'
import { SourceList } from './SourceList.tsx'

type Props = {
  notes: readonly GuideNote[]
  /** ICP prefix of the filing: notes of other provinces are left out. */
  province?: string | undefined
}

/** What is good to know, with where it comes from. */
export function GuideNotes({ notes, province }: Props) {
  const { recovery } = useText()
  const pick = useWords()
  const shown = notes.filter(
    ({ provinces }) =>
      province === undefined || provinces === undefined || provinces.includes(province),
  )
  return (
    <ul className="guide-notes">
      {shown.map(({ id, text, tone, provinces, sources }) => (
        <li key={id} className={tone === 'warning' ? 'note note-warning' : 'note'}>
          {provinces && <b>{recovery.guides.ofProvinces(provinces.join(''))}</b>}
          {pick(text)}
          <SourceList sources={sources} />
        </li>
      ))}
    </ul>
  )
}
