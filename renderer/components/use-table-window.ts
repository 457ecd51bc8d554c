import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { SIZES } from '../theme/tokens.ts'
import { type Slot, slotsOf, withSpares } from './table-slots.ts'

/** Rows in the page above and below what is seen, while the table is still or moves slowly. */
const OVERSCAN_ROWS = 4
/** Rows seen in a window of usual size. */
const USUAL_ROWS = 18
/** Stillness after which all rows near the view are put into the page in their order, in milliseconds. */
const SETTLED_MS = 200

export const HEAD_HEIGHT = 32

type View<T> = {
  /** The rows that the view was made for. Others make it unsettled. */
  rows: readonly T[]
  /** The first row seen. */
  top: number
  overscan: number
  isSettled: boolean
}

/**
 * Which rows of a scrolled table are in the page. Each is shown by the elements (the slot) of one that went, so
 * a frame changes texts and builds nothing. New rows and far jumps change only what is seen; the rest near
 * the view, the order of the elements and what else waits for `isSettled` follow once the table is still.
 */
export function useTableWindow<T>(scroller: RefObject<HTMLElement | null>, rows: readonly T[]) {
  const [view, setView] = useState<View<T>>({ rows, top: 0, overscan: 0, isSettled: false })
  const [seenCount, setSeenCount] = useState(USUAL_ROWS)
  const shownBefore = useRef<readonly Slot<T>[]>([])

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      const { clientHeight } = element
      if (clientHeight > 0) setSeenCount(Math.ceil((clientHeight - HEAD_HEIGHT) / SIZES.rowHeight))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])

  const isSettled = view.isSettled && view.rows === rows
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move and each change starts the wait anew
  useEffect(() => {
    if (isSettled) return
    const timer = setTimeout(() => {
      const top = topRow(scroller.current) ?? view.top
      setView({ rows, top, overscan: OVERSCAN_ROWS, isSettled: true })
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [isSettled, view, rows])

  const overscan = view.rows === rows ? view.overscan : 0
  // One more than fits: the first and the last may both be cut.
  const lastTop = Math.max(0, rows.length - seenCount - 1)
  const top = Math.min(view.top, lastTop)
  const start = Math.max(0, top - overscan)
  const end = Math.min(rows.length, top + seenCount + 1 + overscan)
  const slotCount = seenCount + 1 + 2 * OVERSCAN_ROWS

  const slots = useMemo(() => {
    const shown = slotsOf(rows, start, end, slotCount)
    return isSettled ? shown : withSpares(shown, shownBefore.current, rows, slotCount)
  }, [rows, start, end, slotCount, isSettled])

  useLayoutEffect(() => {
    shownBefore.current = slots
  }, [slots])

  const onScroll = () => {
    const now = topRow(scroller.current) ?? top
    const distance = Math.abs(now - top)
    if (distance === 0 || distance < overscan - 1) return
    const isFar = distance > OVERSCAN_ROWS
    setView({ rows, top: now, overscan: isFar ? 0 : OVERSCAN_ROWS, isSettled: false })
  }

  return { slots, start, end, seenCount, isSettled, onScroll }
}

/** Undefined for a table behind another screen: it has no height, and its rows wait as they are. */
function topRow(element: HTMLElement | null): number | undefined {
  if (element === null || element.clientHeight === 0) return undefined
  return Math.floor(element.scrollTop / SIZES.rowHeight)
}
