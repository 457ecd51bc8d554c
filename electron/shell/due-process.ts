import { utilityProcess } from 'electron'
import type { DueAsk, DueReply } from '../../shared/due-list.ts'
import { environmentWithoutNode } from './vault-process.ts'

/** Reading tens of thousands of records takes a second or two; after this something hangs. */
const LIMIT_MS = 30_000

export type DueReader = {
  /** What the process said, or undefined when it was stopped or ended by itself. */
  reply: Promise<DueReply | undefined>
  /** Ends the process, which gives the file free. Resolves once it is gone. */
  stop(): Promise<void>
}

/**
 * Forks a process that looks into one vault with the keychain's key and says what is due. It is ended with
 * its answer, so that nothing of the ledger stays in memory.
 */
export function startDueReader(modulePath: string, ask: DueAsk): DueReader {
  const child = utilityProcess.fork(modulePath, [], {
    serviceName: 'beian-due-list',
    stdio: 'ignore',
    env: environmentWithoutNode(),
  })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  const killer = setTimeout(() => child.kill(), LIMIT_MS)
  const reply = new Promise<DueReply | undefined>((resolve) => {
    // `as`: only our own process holds the other end, and it sends nothing else.
    child.once('message', (message: DueReply) => {
      resolve(message)
      child.kill()
    })
    void exited.then(() => {
      clearTimeout(killer)
      resolve(undefined)
    })
  })
  child.postMessage(ask)
  return {
    reply,
    async stop() {
      child.kill()
      await exited
    },
  }
}
