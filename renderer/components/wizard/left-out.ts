/** `set` with a member, or without it. */
export function withMember<T>(set: ReadonlySet<T>, member: T, isIn: boolean): ReadonlySet<T> {
  const next = new Set(set)
  if (isIn) next.add(member)
  else next.delete(member)
  return next
}

/**
 * What is left out after the ticks of the shown rows changed to `ticked` (row numbers as text).
 * Rows that are not shown stay as they are.
 */
export function leaveOut(
  shown: readonly number[],
  leftOut: ReadonlySet<number>,
  ticked: ReadonlySet<string>,
): ReadonlySet<number> {
  const next = new Set(leftOut)
  for (const row of shown) {
    if (ticked.has(String(row))) next.delete(row)
    else next.add(row)
  }
  return next
}
