import type {
  CallInput,
  CallName,
  CallOutput,
  CallReply,
  CallRequest,
  VaultEvent,
} from '../shared/contract.ts'
import { VAULT_ERROR_CODES, VaultError, type VaultErrorCode } from '../shared/errors.ts'

/**
 * Asks the vault process one thing.
 *
 * @throws VaultError with the code the vault process gave, or `vault-process-ended`.
 */
export type Call = <N extends CallName>(
  name: N,
  ...input: undefined extends CallInput<N> ? [] : [input: CallInput<N>]
) => Promise<CallOutput<N>>

export type Client = {
  call: Call
  /** Hears what the vault process tells unasked. Returns the way to stop. */
  listen(listener: (event: VaultEvent) => void): () => void
  /** Takes over the port to a (new) vault process. Calls made before the first one wait for it. */
  connect(port: MessagePort): void
  /** Hears of each port taken over: `isFirst` is false when an earlier vault process has ended. */
  onConnect(listener: (isFirst: boolean) => void): () => void
}

type Pending = { resolve(value: unknown): void; reject(error: unknown): void }

/** The window's end of the MessagePort: pairs each reply with its call and turns envelopes into VaultErrors. */
export function createClient(): Client {
  const pending = new Map<number, Pending>()
  const listeners = new Set<(event: VaultEvent) => void>()
  const connectListeners = new Set<(isFirst: boolean) => void>()
  let unsent: CallRequest[] = []
  let current: MessagePort | undefined
  let lastCall = 0

  const endAll = () => {
    const ended = [...pending.values()]
    pending.clear()
    for (const { reject } of ended) {
      reject(new VaultError('vault-process-ended', 'the vault process has ended'))
    }
  }

  const take = (message: CallReply | VaultEvent) => {
    if ('event' in message) {
      for (const listener of listeners) listener(message)
      return
    }
    const waiting = pending.get(message.call)
    if (waiting === undefined) return
    pending.delete(message.call)
    if (message.ok) waiting.resolve(message.value)
    else waiting.reject(errorOf(message.error))
  }

  // One signature for all calls; the public type says which input gives which output.
  const call = (name: CallName, input?: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      lastCall += 1
      const request: CallRequest = { call: lastCall, name, input }
      pending.set(lastCall, { resolve, reject })
      if (current === undefined) unsent.push(request)
      else current.postMessage(request)
    })

  return {
    // `as`: the promise's value is what the contract says of `name`; the vault process is held to it by types.
    call: call as Call,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onConnect(listener) {
      connectListeners.add(listener)
      return () => connectListeners.delete(listener)
    },
    connect(port) {
      const isFirst = current === undefined
      if (current !== undefined) {
        current.close()
        endAll()
      }
      current = port
      // `as`: only the vault process holds the other end, and it sends nothing else.
      port.onmessage = (event) => take(event.data as CallReply | VaultEvent)
      port.addEventListener('close', () => {
        if (current === port) endAll()
      })
      for (const request of unsent) port.postMessage(request)
      unsent = []
      for (const listener of connectListeners) listener(isFirst)
    },
  }
}

/** Hands each port that the preload passes on to `client`. */
export function connectWindow(client: Client): void {
  window.addEventListener('message', (event) => {
    const [port] = event.ports
    if (event.source === window && event.data === 'beian-port' && port !== undefined) {
      client.connect(port)
    }
  })
}

function errorOf(error: { code: string; facts: Readonly<Record<string, string | number>> }) {
  const code: VaultErrorCode = isErrorCode(error.code) ? error.code : 'internal'
  return new VaultError(code, code, { facts: error.facts })
}

function isErrorCode(code: string): code is VaultErrorCode {
  return (VAULT_ERROR_CODES as readonly string[]).includes(code)
}
