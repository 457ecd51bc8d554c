import { CloseOutlined, LeftOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useEscape } from '../hooks/use-escape.ts'
import { useText } from '../i18n/text.ts'
import './list-details.css'

type Props = {
  /** Says whose details these are. */
  label: string
  /** Whether it was opened, not only filled: where there is no room for both it takes the place of the list. */
  isOpen: boolean
  onClose(): void
  /** For cards, which want more room than facts. */
  isWide?: boolean
  children: ReactNode
}

/**
 * The details of the chosen line, inside `.list-and-details`: beside the list, or instead of it with a way back
 * where the window is narrow.
 */
export function DetailsPane({ label, isOpen, onClose, isWide = false, children }: Props) {
  const { common } = useText()
  const pane = useRef<HTMLElement>(null)
  useEscape(isOpen, onClose)
  useFocusOf(pane, isOpen)
  const classes = ['details', isWide && 'details-wide', isOpen && 'details-open']
  return (
    <aside ref={pane} className={classes.filter(Boolean).join(' ')} aria-label={label}>
      <button type="button" className="button-link details-back" onClick={onClose}>
        <LeftOutlined aria-hidden /> {common.backToList}
      </button>
      {children}
    </aside>
  )
}

type HeadProps = { title: string; closeWord: string; onClose(): void }

/** Name of the record and the cross that closes its details. */
export function DetailsHead({ title, closeWord, onClose }: HeadProps) {
  return (
    <header className="details-head">
      <h2 className="ellipsis" title={title}>
        {title}
      </h2>
      <Button
        size="small"
        type="text"
        className="details-close"
        icon={<CloseOutlined aria-hidden />}
        aria-label={closeWord}
        onClick={onClose}
      />
    </header>
  )
}

/** Where the pane takes the place of the list it takes the focus too, and gives it back when it closes. */
function useFocusOf(pane: React.RefObject<HTMLElement | null>, isOpen: boolean) {
  useLayoutEffect(() => {
    const element = pane.current
    if (!isOpen || element === null) return
    const area = element.parentElement
    const list = area?.querySelector<HTMLElement>('.table-scroller')
    const back = element.querySelector<HTMLElement>('.details-back')
    if (list?.offsetParent === null) back?.focus()
    return () => {
      const active = document.activeElement
      if (active !== document.body && !element.contains(active)) return
      // The list is in sight again only after this commit.
      queueMicrotask(() => list?.focus())
    }
  }, [pane, isOpen])
}
