import { SearchOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'

/** What a search gave: the ordinals of rows, best first; without `ordinals` no search. */
export type Found = { query: string; ordinals?: Uint32Array }
export const NO_SEARCH: Found = { query: '' }

/** 搜索台账: asks the vault process at each key. `/` brings the focus here. */
export function LedgerSearch({
  onFound,
  onLeave,
}: {
  onFound(found: Found): void
  onLeave(): void
}) {
  const { ledger } = useText()
  const call = useApp((state) => state.call)
  const changeCount = useApp((state) => state.changeCount)
  const [query, setQuery] = useState('')
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (
        event.target instanceof Element &&
        event.target.closest('input, textarea, dialog, [role=dialog]')
      )
        return
      if (input.current?.offsetParent === null) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the ledger asks again
  useEffect(() => {
    if (query.trim() === '') {
      onFound({ query })
      return
    }
    let isStale = false
    call('ledger.search', { query }).then(
      ({ ordinals }) => {
        if (!isStale) onFound({ query, ordinals })
      },
      () => {},
    )
    return () => {
      isStale = true
    }
  }, [call, query, changeCount])

  return (
    <div className="list-search ledger-search">
      <SearchOutlined aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={ledger.search}
        placeholder={ledger.searchHint}
        value={query}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (
            event.key === 'ArrowDown' ||
            (event.key === 'Enter' && !event.nativeEvent.isComposing)
          ) {
            event.preventDefault()
            onLeave()
          } else if (event.key === 'Escape') setQuery('')
        }}
      />
      <kbd>/</kbd>
    </div>
  )
}
