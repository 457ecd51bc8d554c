export type Check = { name: string; holds: boolean; detail: string }

export type Checklist = {
  readonly checks: readonly Check[]
  /** Notes whether something the document promises is so. */
  note(name: string, holds: boolean, detail?: string): void
  /** Runs `body`; what it throws is noted as a failure and answered with `undefined`. */
  attempt<T>(name: string, body: () => T): T | undefined
}

/** Collects what was checked, in order; one line a thing, each failure with its own line. */
export function createChecklist(): Checklist {
  const checks: Check[] = []
  const note = (name: string, holds: boolean, detail = '') => {
    checks.push({ name, holds, detail })
  }
  return {
    checks,
    note,
    attempt: (name, body) => {
      try {
        return body()
      } catch (error) {
        note(name, false, error instanceof Error ? error.message : String(error))
        return undefined
      }
    },
  }
}
