/** Work that a person may end; one at a time. */
export type OneWork = {
  /** A later work ends the one before it. */
  run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>
  isRunning(): boolean
  stop(): void
}

export function createOneWork(): OneWork {
  let running: AbortController | undefined
  return {
    async run(work) {
      running?.abort()
      const controller = new AbortController()
      running = controller
      try {
        return await work(controller.signal)
      } finally {
        if (running === controller) running = undefined
      }
    },
    isRunning: () => running !== undefined,
    stop: () => running?.abort(),
  }
}
