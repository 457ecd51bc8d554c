import type { GuideAdditionView } from '../../../../shared/case-view.ts'
import { useText } from '../../../i18n/text.ts'

type Props = { additions: readonly GuideAdditionView[] }

/** What people of this vault noted on a step or a guide. */
export function StepNotes({ additions }: Props) {
  const { recovery } = useText()
  const notes = additions.filter(({ note }) => note !== undefined)
  if (notes.length === 0) return null
  return (
    <ul className="own-notes" aria-label={recovery.guides.ownNotes}>
      {notes.map(({ id, note, providerName, province, source, verifiedOn }) => (
        <li key={id} className="note note-own">
          <b>{recovery.guides.ownNote}</b>
          {note}
          <span className="faint">
            {[providerName, province, source, verifiedOn].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
