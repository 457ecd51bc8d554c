import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { SIZES } from '../theme/tokens.ts'

/** Rows painted above and below what is seen, and by how many the window moves at a time. */
const OVERSCAN_ROWS = 4
const STEP_ROWS = 4
/** Stillness after which the rows are put in order in the page, in milliseconds. */
const SETTLED_MS = 200

type Slot = { slot: number; index: number }

/**
 * Which rows of a scrolled table are in the page. There are as many at any place, and each is shown by the
 * elements (the slot) of one that went: a frame of fast scrolling changes texts and builds nothing. While
 * scrolling the elements keep their order; once it rests they follow the rows again, for reading aids.
 */
export function useTableWindow(scroller: RefObject<HTMLElement | null>, rowCount: number) {
  const [first, setFirst] = useState(0)
  const [seenCount, setSeenCount] = useState(30)
  const [isSettled, setSettled] = useState(true)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    const observer = new ResizeObserver(() => {
      setSeenCount(Math.ceil(element.clientHeight / SIZES.rowHeight))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])

  useEffect(() => () => clearTimeout(timer.current), [])

  const slotCount = seenCount + STEP_ROWS + 2 * OVERSCAN_ROWS
  const start = Math.max(0, Math.min(first - OVERSCAN_ROWS, rowCount - slotCount))
  const end = Math.min(rowCount, start + slotCount)

  const slots = useMemo(() => {
    const shown: Slot[] = []
    for (let index = start; index < end; index += 1) shown.push({ slot: index % slotCount, index })
    return isSettled ? shown : shown.sort((one, other) => one.slot - other.slot)
  }, [start, end, slotCount, isSettled])

  const onScroll = () => {
    const top = scroller.current?.scrollTop ?? 0
    const step = Math.floor(top / SIZES.rowHeight / STEP_ROWS) * STEP_ROWS
    if (step === first) return
    setFirst(step)
    setSettled(false)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setSettled(true), SETTLED_MS)
  }

  return { slots, start, end, seenCount, onScroll }
}
