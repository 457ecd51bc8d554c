/** One measured figure. A floor is the raw cost of the same work, a peer a real program; both from the same run. */
export type Figure = { value: number; unit: string; floor?: number; peer?: number; note?: string }
export type Figures = Record<string, Figure>

/** Runs `work` once to warm up, then `times` times, and gives each duration in milliseconds. */
export async function durations(times: number, work: () => unknown): Promise<number[]> {
  await work()
  const all: number[] = []
  for (let round = 0; round < times; round++) {
    const start = performance.now()
    await work()
    all.push(performance.now() - start)
  }
  return all
}

/** The value below which `share` (0–1) of `values` lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))
  return sorted[at] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Three significant digits are all that a shared machine can tell. */
export const rounded = (value: number): number => Number(value.toPrecision(3))
