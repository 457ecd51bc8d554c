import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { GUIDES, guideOf } from '../../../../shared/guides/guide-list.ts'
import { EmptyState } from '../../../components/EmptyState.tsx'
import { SearchField } from '../../../components/SearchField.tsx'
import { useAnswer } from '../../../hooks/use-answer.ts'
import { useText } from '../../../i18n/text.ts'
import { useApp } from '../../../state/app-context.ts'
import { moveByArrows } from '../../reminders/line-keys.ts'
import { useWords } from '../use-words.ts'
import { ErrorCodes } from './ErrorCodes.tsx'
import { GuidePage } from './GuidePage.tsx'
import { foundCodes, foundGuides } from './guide-search.ts'
import './guides.css'

/** What stands for the dictionary among the guides. */
const CODES = 'error-codes'

/** 办法大全: every guide to read without a case, the dictionary of old error codes, one's own notes. */
export function GuideLibrary({ guideId }: { guideId: string | undefined }) {
  const { recovery } = useText()
  const text = recovery.guides
  const go = useApp((state) => state.go)
  const pick = useWords()
  const [query, setQuery] = useState('')
  const { value: additions } = useAnswer('guides.list')
  const guides = useMemo(() => foundGuides(GUIDES, query), [query])
  const codes = useMemo(() => foundCodes(query), [query])
  const isSearching = query.trim() !== ''
  const wanted = guideId ?? 'a1'
  const shown = wanted === CODES ? undefined : (guideOf(wanted) ?? guides[0])
  const look = (recordId: string) => go('recovery', { tab: 'guides', recordId })

  return (
    <div className="library">
      <nav className="library-list" aria-label={recovery.tabs.guides} onKeyDown={moveByArrows}>
        <SearchField label={text.search} hint={text.searchHint} value={query} onChange={setQuery} />
        <ul>
          {guides.map(({ id, code, title, kind }) => (
            <li key={id}>
              <button
                type="button"
                className="list-line"
                aria-current={shown?.id === id ? 'true' : undefined}
                onClick={() => look(id)}
              >
                <span className="guide-code">{kind === 'check' ? 'Q' : code}</span>
                {pick(title)}
              </button>
            </li>
          ))}
          {(!isSearching || codes.length > 0) && (
            <li>
              <button
                type="button"
                className="list-line"
                aria-current={wanted === CODES ? 'true' : undefined}
                onClick={() => look(CODES)}
              >
                <span className="guide-code">#</span>
                {text.codes}
                {isSearching && <span className="faint">{codes.length}</span>}
              </button>
            </li>
          )}
        </ul>
      </nav>
      <div className="library-page">
        {isSearching && guides.length === 0 && codes.length === 0 ? (
          <EmptyState drawing="search" title={text.none} text={text.noneText}>
            <Button onClick={() => setQuery('')}>{text.clear}</Button>
          </EmptyState>
        ) : shown === undefined ? (
          <ErrorCodes codes={codes} onLook={look} />
        ) : (
          <GuidePage key={shown.id} guide={shown} additions={additions ?? []} />
        )}
      </div>
    </div>
  )
}
