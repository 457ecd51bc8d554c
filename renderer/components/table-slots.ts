/** The elements of one row of a table, and what they show. */
export type Slot<T> = {
  slot: number
  index: number
  row: T
  /** Shows what is there no more: out of sight until a row needs its elements. */
  isSpare: boolean
}

/** The rows from `start` to `end`, each in its slot: neighbours never share one of `slotCount`. */
export function slotsOf<T>(
  rows: readonly T[],
  start: number,
  end: number,
  slotCount: number,
): Slot<T>[] {
  const slots: Slot<T>[] = []
  for (let index = start; index < end; index += 1) {
    const row = rows[index]
    if (row !== undefined) slots.push({ slot: index % slotCount, index, row, isSpare: false })
  }
  return slots
}

/** `shown`, and those elements of `before` that none of them needs, in the order of the slots. */
export function withSpares<T>(
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
