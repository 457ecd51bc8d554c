import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long work holds the event loop: calls that arrive meanwhile wait no longer. */
const SLICE_MS = 8

/** Work that can be left and taken up again at each `yield`, which may say how far it is. */
export type Steps<T> = Generator<number | undefined, T>

/** Does it in one piece. */
export function atOnce<T>(steps: Steps<T>): T {
  while (true) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/**
 * Does it in slices of some milliseconds.
 *
 * @param goesOn - asked after each slice, with the last number that was yielded.
 * @returns undefined once `goesOn` said no.
 */
export async function inSlices<T>(
  steps: Steps<T>,
  goesOn: (reached: number) => boolean | Promise<boolean>,
): Promise<T | undefined> {
  let reached = 0
  let startedAt = performance.now()
  while (true) {
    const step = steps.next()
    if (step.done === true) return step.value
    reached = step.value ?? reached
    if (performance.now() - startedAt < SLICE_MS) continue
    await nextTurn()
    if (!(await goesOn(reached))) {
      // `as`: nobody reads what was not finished.
      steps.return(undefined as never)
      return undefined
    }
    startedAt = performance.now()
  }
}
