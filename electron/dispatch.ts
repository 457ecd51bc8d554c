import { z } from 'zod'
import { type CallName, type CallReply, CONTRACT } from '../shared/contract.ts'
import { VaultError, type VaultErrorCode, type VaultErrorFacts } from '../shared/errors.ts'
import type { Handlers } from './handlers.ts'

const Request = z.strictObject({
  call: z.int().min(1),
  name: z.string().max(100),
  input: z.unknown(),
})

/** Where a bug is told of: the call and the place in our code, never a message that might quote a value. */
export type BugReport = (call: CallName, errorName: string, frames: string) => void

/**
 * Answers whatever arrives over the window's port.
 *
 * Unknown calls and inputs that are not what the contract says are `refused`. Expected failures
 * travel as code and facts; anything else that is thrown becomes `internal` with nothing of it leaked.
 *
 * @returns a function that resolves to the reply, or undefined for a message that is no call.
 */
export function createDispatch(
  handlers: Handlers,
  reportBug: BugReport,
): (message: unknown) => Promise<CallReply | undefined> {
  return async (message) => {
    const request = Request.safeParse(message)
    if (!request.success) return undefined
    const { call, name } = request.data
    if (!isCallName(name)) return refusal(call, 'refused', {})

    const input = CONTRACT[name].input.safeParse(request.data.input)
    if (!input.success) {
      const field = input.error.issues[0]?.path.join('.')
      return refusal(call, 'refused', field ? { call: name, field } : { call: name })
    }
    try {
      // `as`: `input` was just checked against the schema of the very call the handler is for.
      const handle = handlers[name] as (input: unknown) => unknown
      return { call, ok: true, value: await handle(input.data) }
    } catch (error) {
      if (error instanceof VaultError) return refusal(call, error.code, error.facts)
      reportBug(name, ...describeBug(error))
      return refusal(call, 'internal', { call: name })
    }
  }
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(CONTRACT, name)
}

function refusal(call: number, code: VaultErrorCode, facts: VaultErrorFacts): CallReply {
  return { call, ok: false, error: { code, facts } }
}

function describeBug(error: unknown): [name: string, frames: string] {
  if (!(error instanceof Error)) return [typeof error, '']
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.constructor.name, frames.join('\n')]
}
