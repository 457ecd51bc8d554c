import { describe, expect, it } from 'vitest'
import { createDispatch } from '../../../electron/dispatch.ts'
import type { Handlers } from '../../../electron/handlers.ts'
import { VaultError } from '../../../shared/errors.ts'

const ID = '0123456789abcdef0123456789abcdef'

function setUp(some: Partial<Handlers>) {
  const bugs: string[][] = []
  // `as`: a test calls only the handlers it gives.
  const dispatch = createDispatch(some as Handlers, (...bug) => bugs.push(bug))
  return { dispatch, bugs }
}

describe('dispatch', () => {
  it('answers a call with what its handler returns', async () => {
    const { dispatch } = setUp({
      'ledger.search': ({ query }) => ({ ordinals: Uint32Array.of(query.length) }),
    })
    expect(await dispatch({ call: 7, name: 'ledger.search', input: { query: '示例' } })).toEqual({
      call: 7,
      ok: true,
      value: { ordinals: Uint32Array.of(2) },
    })
  })

  it.each(['vault.open', 'constructor', '__proto__', 'toString', ''])(
    'refuses the unknown call "%s"',
    async (name) => {
      const { dispatch } = setUp({})
      expect(await dispatch({ call: 1, name, input: {} })).toEqual({
        call: 1,
        ok: false,
        error: { code: 'refused', facts: {} },
      })
    },
  )

  it.each([
    ['a missing key', {}],
    ['a wrong type', { id: 12 }],
    ['a wrong shape', { id: '../../etc/passwd' }],
    ['an extra key', { id: ID, path: '/etc/passwd' }],
    ['nothing', undefined],
  ])('refuses an input with %s before the handler sees it', async (_what, input) => {
    let isReached = false
    const { dispatch } = setUp({
      'credentials.reveal': () => {
        isReached = true
        return {}
      },
    })
    expect(await dispatch({ call: 1, name: 'credentials.reveal', input })).toMatchObject({
      ok: false,
      error: { code: 'refused', facts: { call: 'credentials.reveal' } },
    })
    expect(isReached).toBe(false)
  })

  it.each([undefined, null, 'x', 3, {}, { call: 'x', name: 'app.status' }, { call: 1 }, []])(
    'does not answer %s, which is no call',
    async (message) => {
      const { dispatch } = setUp({})
      expect(await dispatch(message)).toBeUndefined()
    },
  )

  it('passes the code and facts of an expected failure, not its words', async () => {
    const { dispatch, bugs } = setUp({
      'records.read': () => {
        throw new VaultError('record-not-found', 'words for developers', {
          facts: { kind: 'domain' },
        })
      },
    })
    expect(await dispatch({ call: 1, name: 'records.read', input: { id: ID } })).toEqual({
      call: 1,
      ok: false,
      error: { code: 'record-not-found', facts: { kind: 'domain' } },
    })
    expect(bugs).toEqual([])
  })

  it('says of a bug where it is and nothing of what it says', async () => {
    const { dispatch, bugs } = setUp({
      'credentials.reveal': () =>
        Promise.reject(new TypeError('cannot read Canary-Passw0rd!\n at fake')),
    })
    const reply = await dispatch({ call: 1, name: 'credentials.reveal', input: { id: ID } })
    expect(reply).toEqual({
      call: 1,
      ok: false,
      error: { code: 'internal', facts: { call: 'credentials.reveal' } },
    })
    expect(bugs[0]?.slice(0, 2)).toEqual(['credentials.reveal', 'TypeError'])
    expect(JSON.stringify([reply, bugs])).not.toContain('Canary')
  })
})
