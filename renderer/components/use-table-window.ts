import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { SIZES } from '../theme/tokens.ts'

/** Rows in the page above and below what is seen, while the table is still or moves slowly. */
const OVERSCAN_ROWS = 4
/** Stillness after which all rows near the view are put into the page in their order, in milliseconds. */
const SETTLED_MS = 200

export const HEAD_HEIGHT = 32

/** The elements of one row, and what they show. */
export type Slot<T> = {
  slot: number
  index: number
  row: T
  /** Shows what is there no more: out of sight until a row needs its elements. */
  isSpare: boolean
}

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
  const [seenCount, setSeenCount] = useState(30)
  const shownBefore = useRef<readonly Slot<T>[]>([])

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      setSeenCount(Math.ceil((element.clientHeight - HEAD_HEIGHT) / SIZES.rowHeight))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])

  const isSettled = view.isSettled && view.rows === rows
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move and each change starts the wait anew
  useEffect(() => {
    if (isSettled) return
    const timer = setTimeout(() => {
      const top = topRow(scroller.current)
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
    const shown: Slot<T>[] = []
    for (let index = start; index < end; index += 1) {
      const row = rows[index]
      if (row !== undefined) shown.push({ slot: index % slotCount, index, row, isSpare: false })
    }
    return isSettled ? shown : withSpares(shown, shownBefore.current, rows, slotCount)
  }, [rows, start, end, slotCount, isSettled])

  useLayoutEffect(() => {
    shownBefore.current = slots
  }, [slots])

  const onScroll = () => {
    const now = topRow(scroller.current)
    const distance = Math.abs(now - top)
    if (distance === 0 || distance < overscan - 1) return
    const isFar = distance > OVERSCAN_ROWS
    setView({ rows, top: now, overscan: isFar ? 0 : OVERSCAN_ROWS, isSettled: false })
  }

  return { slots, start, end, seenCount, isSettled, onScroll }
}

function topRow(element: HTMLElement | null): number {
  return Math.floor((element?.scrollTop ?? 0) / SIZES.rowHeight)
}

/** `shown`, and the elements of those rows before that are not among them, in the order of the slots. */
function withSpares<T>(
  shown: readonly Slot<T>[],
  before: readonly Slot<T>[],
  rows: readonly T[],
  slotCount: number,
): Slot<T>[] {
  const slots: (Slot<T> | undefined)[] = new Array(slotCount)
  for (const one of before) {
    const isSpare = rows[one.index] !== one.row
    if (one.slot < slotCount) slots[one.slot] = isSpare === one.isSpare ? one : { ...one, isSpare }
  }
  for (const one of shown) slots[one.slot] = one
  return slots.filter((slot) => slot !== undefined)
}
