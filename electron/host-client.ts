import { isVaultErrorCode, VaultError } from '../shared/errors.ts'
import type { FromHost, ToHost } from '../shared/host-contract.ts'
import type { HostClient } from './session.ts'

type Pending = { resolve(value: unknown): void; reject(error: unknown): void }

/** The vault process's side of the contract with main: pairs each answer with what was asked. */
export function createHostClient(post: (message: ToHost) => void): {
  host: HostClient
  take(answer: Extract<FromHost, { answer: number }>): void
} {
  const pending = new Map<number, Pending>()
  let lastAsk = 0

  const ask = (name: ToHost['name'], input: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      lastAsk += 1
      pending.set(lastAsk, { resolve, reject })
      post({ ask: lastAsk, name, input })
    })

  return {
    // `as`: main's table of answers is typed by the same HostCalls, so the value is what `name` says.
    host: ask as HostClient,
    take(answer) {
      const waiting = pending.get(answer.answer)
      if (waiting === undefined) return
      pending.delete(answer.answer)
      if (answer.ok) waiting.resolve(answer.value)
      else {
        const code = isVaultErrorCode(answer.code) ? answer.code : 'internal'
        waiting.reject(new VaultError(code, 'main could not do what was asked'))
      }
    },
  }
}
