import { parentPort } from 'node:worker_threads'
import { type OpenerJob, openBlocks } from './overview-block.ts'
import { sodium, sodiumReady } from './sodium.ts'

/** Opens overviews in memory shared with the thread that reads them, which wipes them there. */
parentPort?.once('message', (job: OpenerJob) => {
  void sodiumReady.then(() => {
    openBlocks(job)
    sodium.memzero(job.key)
    parentPort?.close()
  })
})
