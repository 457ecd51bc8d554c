import { SearchOutlined } from '@ant-design/icons'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { CallOutput } from '../../shared/contract.ts'
import { useText } from '../i18n/text.ts'
import { useApp, useAppStore } from '../state/app-context.ts'
import { SCREENS } from '../state/navigation.ts'
import { openRecord } from './open-record.ts'

type Hit = CallOutput<'ledger.searchEverywhere'>['hits'][number]
type Choice = { key: string; title: string; subtitle: string; open(): void }

/** Ctrl/Cmd+K: one field that finds anything, by keyboard alone. */
export function Palette() {
  const isOpen = useApp((state) => state.isPaletteOpen)
  return isOpen ? <OpenPalette /> : null
}

function OpenPalette() {
  const { frame } = useText()
  const store = useAppStore()
  const setPaletteOpen = useApp((state) => state.setPaletteOpen)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const dialog = useRef<HTMLDialogElement>(null)
  const choices = useChoices(query)
  const close = () => setPaletteOpen(false)

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  const open = (choice: Choice | undefined) => {
    if (choice === undefined) return
    close()
    choice.open()
  }

  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setChosen((chosen + step + choices.length) % Math.max(choices.length, 1))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      open(choices[chosen])
    }
  }

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={frame.searchEverywhere}
      onClose={close}
      onClick={(event) => {
        if (event.target === dialog.current) close()
      }}
      onKeyDown={onKey}
    >
      <div className="palette-field">
        <SearchOutlined aria-hidden />
        <input
          role="combobox"
          aria-label={frame.searchEverywhere}
          aria-expanded="true"
          aria-controls="palette-choices"
          aria-activedescendant={choices[chosen] && `palette-choice-${chosen}`}
          placeholder={frame.searchEverywhereHint}
          value={query}
          maxLength={200}
          onChange={(event) => {
            setQuery(event.target.value)
            setChosen(0)
          }}
        />
      </div>
      <div
        id="palette-choices"
        role="listbox"
        aria-label={frame.searchEverywhere}
        className="palette-list"
      >
        {choices.map((choice, index) => (
          <div
            key={choice.key}
            id={`palette-choice-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="palette-choice"
            ref={index === chosen ? scrollToView : undefined}
            onPointerMove={() => setChosen(index)}
            onClick={() => open(choice)}
            onKeyDown={undefined}
          >
            <span className="ellipsis">{choice.title}</span>
            <span className="faint ellipsis">{choice.subtitle}</span>
          </div>
        ))}
        {choices.length === 0 && <p className="palette-none">{frame.searchNothing}</p>}
      </div>
      <p className="palette-keys">
        {frame.paletteKeys.map((keys) => (
          <span key={keys}>{keys}</span>
        ))}
      </p>
    </dialog>
  )

  function useChoices(text: string): Choice[] {
    const { common } = useText()
    const hits = useHits(text)
    const { go } = store.getState()
    if (text.trim() === '') {
      return SCREENS.map((screen) => ({
        key: screen,
        title: frame.paletteGo(frame.screens[screen]),
        subtitle: '',
        open: () => go(screen),
      }))
    }
    return hits.map((hit) => ({
      key: hit.id,
      title: hit.title,
      subtitle: [kindName(common.recordKind, hit.kind), hit.subtitle].filter(Boolean).join(' · '),
      open: () => openRecord(store.getState(), hit),
    }))
  }
}

function useHits(query: string): Hit[] {
  const call = useApp((state) => state.call)
  const [hits, setHits] = useState<Hit[]>([])
  useEffect(() => {
    if (query.trim() === '') {
      setHits([])
      return
    }
    let isStale = false
    call('ledger.searchEverywhere', { query }).then(
      (found) => {
        if (!isStale) setHits(found.hits)
      },
      () => setHits([]),
    )
    return () => {
      isStale = true
    }
  }, [call, query])
  return hits
}

function kindName(names: Readonly<Record<string, string>>, kind: string): string {
  return names[kind] ?? kind
}

function scrollToView(element: HTMLElement | null) {
  element?.scrollIntoView({ block: 'nearest' })
}
