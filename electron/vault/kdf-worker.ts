import { parentPort } from 'node:worker_threads'
import type { KdfJob, KdfReply } from './kdf.ts'
import { sodium, sodiumReady } from './sodium.ts'

/**
 * Derives one key. A thread of its own, because the memory that Argon2id took only goes back, and its
 * traces only go away, when the thread ends.
 */
async function derive(job: KdfJob): Promise<KdfReply> {
  await sodiumReady
  try {
    const { passphrase, salt, opsLimit, memLimitBytes } = job
    const algorithm = sodium.crypto_pwhash_ALG_ARGON2ID13
    const key = sodium.crypto_pwhash(32, passphrase, salt, opsLimit, memLimitBytes, algorithm)
    sodium.memzero(passphrase)
    return { key }
  } catch {
    return { key: undefined }
  }
}

parentPort?.once('message', (job: KdfJob) => {
  void derive(job).then((reply) => parentPort?.postMessage(reply))
})
