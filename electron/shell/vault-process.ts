import { type MessagePortMain, utilityProcess } from 'electron'
import type { FromHost, HostCallName, HostCalls, ToHost } from '../../shared/host-contract.ts'

/** How long a vault process may take to back up what changed and close its vault before it is killed. */
const END_GRACE_MS = 4000

/** Main's answers to what the vault process asks. */
export type HostAnswers = {
  [N in HostCallName]: (
    input: HostCalls[N]['input'],
  ) => HostCalls[N]['output'] | Promise<HostCalls[N]['output']>
}

export type VaultProcess = {
  pid(): number | undefined
  /** Hands over the other end of the window's port. */
  connectWindow(port: MessagePortMain): void
  tell(message: FromHost): void
  /** Closes the vault and ends the process, which wipes its memory; killed if it does not in time. */
  end(): Promise<void>
}

/**
 * Forks the process that alone sees passphrase, keys and records.
 *
 * @param onDeath - Told when it ends without having been asked to.
 */
export function startVaultProcess(parts: {
  modulePath: string
  answers: HostAnswers
  onDeath: () => void
  isOutputShown: boolean
}): VaultProcess {
  const child = utilityProcess.fork(parts.modulePath, [], {
    serviceName: 'beian-vault',
    stdio: parts.isOutputShown ? 'inherit' : 'ignore',
    env: environmentWithoutNode(),
  })
  let isEnding = false
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve()
      if (!isEnding) parts.onDeath()
    })
  })

  const tell = (message: FromHost) => child.postMessage(message)
  // `as`: only our own vault process holds the other end, and it sends nothing else.
  child.on('message', (message: ToHost) => void answer(message, parts.answers).then(tell))

  return {
    pid: () => child.pid,
    connectWindow: (port) =>
      child.postMessage({ tell: 'connect-window' } satisfies FromHost, [port]),
    tell,
    async end() {
      isEnding = true
      tell({ tell: 'end' })
      const killer = setTimeout(() => child.kill(), END_GRACE_MS)
      await exited
      clearTimeout(killer)
    },
  }
}

async function answer(message: ToHost, answers: HostAnswers): Promise<FromHost> {
  const { ask, name, input } = message
  try {
    if (!Object.hasOwn(answers, name)) return { answer: ask, ok: false, code: 'refused' }
    // `as`: name and input were paired by HostClient's signature on the other side.
    const handle = answers[name] as (input: unknown) => unknown
    return { answer: ask, ok: true, value: await handle(input) }
  } catch {
    return { answer: ask, ok: false, code: 'internal' }
  }
}

/** Without what would make Node load or tell more than our file. */
export function environmentWithoutNode(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(NODE|ELECTRON)_/.test(entry[0]),
  )
  return Object.fromEntries(entries)
}
