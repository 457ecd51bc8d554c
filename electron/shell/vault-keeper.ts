import { MessageChannelMain, type WebFrameMain } from 'electron'
import type { FromHost } from '../../shared/host-contract.ts'
import type { VaultProcess } from './vault-process.ts'

/** More deaths than this in `DEATHS_WITHIN_MS` and the vault process is not started again. */
const MAX_DEATHS = 3
const DEATHS_WITHIN_MS = 30_000

export type VaultKeeper = {
  /** Gives the page in `frame` its port, now or once there is a vault process. */
  connect(frame: WebFrameMain): void
  tell(message: FromHost): void
  start(): void
  /** Ends the vault process and starts a fresh one, which is locked. */
  restart(): Promise<void>
  end(): Promise<void>
}

/**
 * Keeps one vault process alive for the window.
 *
 * @param start - Forks one; it calls back when it ends unasked.
 * @param onDeath - Told of each such end; the window must be locked then.
 * @param onHopeless - Told when it keeps ending; nothing is started any more.
 */
export function keepVaultProcess(parts: {
  start: (onDeath: () => void) => VaultProcess
  onDeath: () => void
  onHopeless: () => void
}): VaultKeeper {
  let deathsAt: number[] = []
  let waiting: WebFrameMain | undefined
  let current: VaultProcess | undefined
  let ending: Promise<void> = Promise.resolve()

  const onDeath = () => {
    current = undefined
    deathsAt = [...deathsAt, performance.now()].filter(
      (at) => performance.now() - at < DEATHS_WITHIN_MS,
    )
    if (deathsAt.length > MAX_DEATHS) parts.onHopeless()
    else parts.onDeath()
  }

  const end = () => {
    const leaving = current
    current = undefined
    if (leaving !== undefined) ending = leaving.end()
    return ending
  }

  const start = () => {
    current ??= parts.start(onDeath)
    if (waiting !== undefined) hand(waiting, current)
    waiting = undefined
  }

  return {
    connect(frame) {
      if (current === undefined) waiting = frame
      else hand(frame, current)
    },
    tell: (message) => current?.tell(message),
    start,
    async restart() {
      await end()
      start()
    },
    end,
  }
}

function hand(frame: WebFrameMain, vaultProcess: VaultProcess): void {
  if (frame.isDestroyed()) return
  const { port1, port2 } = new MessageChannelMain()
  vaultProcess.connectWindow(port1)
  frame.postMessage('vault-port', undefined, [port2])
}
