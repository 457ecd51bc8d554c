import { Worker } from 'node:worker_threads'
import type { OpenerJob } from './overview-block.ts'

/** A thread that opens overviews ahead of the one that reads them. Without it all are opened as they are read. */
export type OverviewOpener = {
  /** Gives it its work; it ends with that. */
  begin(job: OpenerJob): void
  /** Ends it without work. */
  end(): void
}
export type StartOpener = () => OverviewOpener

/** @param workerPath - the file of overview-worker, as it is here or bundled. */
export function createOpenerStarter(workerPath: string | URL): StartOpener {
  return () => {
    const worker = new Worker(workerPath, { stdout: false, stderr: false })
    worker.unref()
    // What it did not begin with, the other thread does.
    worker.on('error', () => {})
    return {
      begin: (job) => worker.postMessage(job),
      end: () => void worker.terminate(),
    }
  }
}
