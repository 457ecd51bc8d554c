import { describe, expect, it } from 'vitest'
import { createClient } from '../../../renderer/client.ts'
import type { CallReply, CallRequest } from '../../../shared/contract.ts'

/** A vault process that answers each call by `answer`. */
function vaultProcess(answer: (request: CallRequest) => CallReply | undefined) {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = (event: MessageEvent) => {
    // As: only the client under test holds the other end.
    const reply = answer(event.data as CallRequest)
    if (reply !== undefined) port1.postMessage(reply)
  }
  return { port: port2, own: port1 }
}

const value = (request: CallRequest, result: unknown): CallReply => ({
  call: request.call,
  ok: true,
  value: result,
})

describe("the window's end of the port", () => {
  it('sends calls that were made before there was a port', async () => {
    const client = createClient()
    const answered = client.call('vault.checkWords')
    const { port, own } = vaultProcess((request) => value(request, { words: ['山'], revision: 3 }))
    client.connect(port)
    await expect(answered).resolves.toEqual({ words: ['山'], revision: 3 })
    own.close()
  })

  it('gives each answer to its own call', async () => {
    const client = createClient()
    const waiting: CallRequest[] = []
    const { port, own } = vaultProcess((request) => {
      waiting.push(request)
      if (waiting.length < 2) return undefined
      // The first is answered last.
      for (const late of waiting.toReversed()) own.postMessage(value(late, late.input))
      return undefined
    })
    client.connect(port)
    const first = client.call('ledger.search', { query: 'first' })
    const second = client.call('ledger.search', { query: 'second' })
    await expect(first).resolves.toEqual({ query: 'first' })
    await expect(second).resolves.toEqual({ query: 'second' })
    own.close()
  })

  it('turns an envelope into an error with code and facts', async () => {
    const client = createClient()
    const { port, own } = vaultProcess(({ call }) => ({
      call,
      ok: false,
      error: { code: 'opened-elsewhere', facts: { host: 'FINANCE-PC' } },
    }))
    client.connect(port)
    await expect(client.call('app.status')).rejects.toMatchObject({
      code: 'opened-elsewhere',
      facts: { host: 'FINANCE-PC' },
    })
    own.close()
  })

  it('calls an unknown code internal', async () => {
    const client = createClient()
    const { port, own } = vaultProcess(({ call }) => ({
      call,
      ok: false,
      error: { code: 'no-such-code', facts: {} },
    }))
    client.connect(port)
    await expect(client.call('app.status')).rejects.toMatchObject({ code: 'internal' })
    own.close()
  })

  it('ends open calls when another vault process takes over, and says so', async () => {
    const client = createClient()
    const connections: boolean[] = []
    client.onConnect((isFirst) => connections.push(isFirst))
    const silent = vaultProcess(() => undefined)
    client.connect(silent.port)
    const lost = client.call('vault.slots')
    const next = vaultProcess((request) => value(request, []))
    client.connect(next.port)
    await expect(lost).rejects.toMatchObject({ code: 'vault-process-ended' })
    await expect(client.call('vault.slots')).resolves.toEqual([])
    expect(connections).toEqual([true, false])
    silent.own.close()
    next.own.close()
  })

  it('passes events on to those who listen, until they stop', async () => {
    const client = createClient()
    const heard: string[] = []
    const stop = client.listen(({ event }) => heard.push(event))
    const { port, own } = vaultProcess((request) => value(request, undefined))
    client.connect(port)
    own.postMessage({ event: 'clipboard-cleared' })
    await client.call('vault.lock')
    stop()
    own.postMessage({ event: 'clipboard-cleared' })
    await client.call('vault.lock')
    expect(heard).toEqual(['clipboard-cleared'])
    own.close()
  })
})
