import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClipboardKeeper, type SystemClipboard } from '../../../electron/shell/clipboard.ts'

/** A clipboard in memory: what other programs do to it is `content` set from outside. */
function memoryClipboard(): SystemClipboard & { content: string } {
  return {
    content: '',
    readText() {
      return Promise.resolve(this.content)
    },
    writeText(text) {
      this.content = text
    },
    writeConcealed(text) {
      this.content = text
    },
    clear() {
      this.content = ''
    },
  }
}

describe('a secret on the clipboard', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function keeperOf(clipboard: SystemClipboard) {
    let clearedCount = 0
    const keeper = createClipboardKeeper(clipboard, () => {
      clearedCount += 1
    })
    return { keeper, clearedCount: () => clearedCount }
  }

  it('is cleared after its time, and not before', async () => {
    const clipboard = memoryClipboard()
    const { keeper, clearedCount } = keeperOf(clipboard)
    await keeper.copySecret('Aa1!secret', 30)
    await vi.advanceTimersByTimeAsync(29_900)
    expect(clipboard.content).toBe('Aa1!secret')
    await vi.advanceTimersByTimeAsync(200)
    expect(clipboard.content).toBe('')
    expect(clearedCount()).toBe(1)
  })

  it('leaves alone what somebody copied since', async () => {
    const clipboard = memoryClipboard()
    const { keeper, clearedCount } = keeperOf(clipboard)
    await keeper.copySecret('Aa1!secret', 30)
    clipboard.content = 'a letter'
    await vi.advanceTimersByTimeAsync(31_000)
    expect(clipboard.content).toBe('a letter')
    expect(clearedCount()).toBe(0)
  })

  it('starts its time anew with the next secret', async () => {
    const clipboard = memoryClipboard()
    const { keeper } = keeperOf(clipboard)
    await keeper.copySecret('first', 30)
    await vi.advanceTimersByTimeAsync(20_000)
    await keeper.copySecret('second', 30)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(clipboard.content).toBe('second')
    await vi.advanceTimersByTimeAsync(10_100)
    expect(clipboard.content).toBe('')
  })

  it('is cleared at once at lock and at quit', async () => {
    const clipboard = memoryClipboard()
    const { keeper, clearedCount } = keeperOf(clipboard)
    await keeper.copySecret('Aa1!secret', 30)
    await keeper.clearIfUnchanged()
    expect(clipboard.content).toBe('')
    await vi.advanceTimersByTimeAsync(31_000)
    expect(clearedCount()).toBe(1)
  })

  it('stays what it is when it was no secret', async () => {
    const clipboard = memoryClipboard()
    const { keeper } = keeperOf(clipboard)
    await keeper.copySecret('Aa1!secret', 30)
    await keeper.copyText('京ICP备12345678号')
    await keeper.clearIfUnchanged()
    await vi.advanceTimersByTimeAsync(31_000)
    expect(clipboard.content).toBe('京ICP备12345678号')
  })
})
