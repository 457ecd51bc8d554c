import type { Source } from '../../../../shared/guides/guide.ts'
import { useText } from '../../../i18n/text.ts'

/** Where a statement comes from, when it was said, and how sure it is, in words. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  const { recovery } = useText()
  if (sources.length === 0) return null
  return (
    <ul className="sources" aria-label={recovery.guides.sources}>
      {sources.map(({ name, confidence, date }) => (
        <li key={`${name} ${date}`}>
          <span className={`confidence confidence-${confidence}`}>
            {recovery.guides.confidence[confidence]}
          </span>
          {name}
          {date !== undefined && <span className="faint"> {date}</span>}
        </li>
      ))}
    </ul>
  )
}
