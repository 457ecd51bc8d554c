import path from 'node:path'
import { type CalendarDay, dayOf } from '../../shared/calendar-day.ts'
import type { DueKeys, KeptKey } from './due-keys.ts'
import { type DueReader, startDueReader } from './due-process.ts'
import type { DueAnswer } from './due-watch.ts'
import type { Folders } from './folders.ts'
import { openByKeychain, readAnchorKey } from './keychain.ts'

type Counts = { danger: number; due: number }

export type DueReads = {
  /** Looks into a vault; undefined when it was stopped. */
  read(key: KeptKey, today: CalendarDay): Promise<DueAnswer | undefined>
  /** Ends a look that is under way, which gives the file free. */
  stop(): Promise<void>
  /** The person has seen this vault today: no need to tell them. */
  noteSeen(vaultId: string, day: CalendarDay): void
  /** Whether a look of today has told these very counts. */
  hasTold(counts: Counts): boolean
}

/**
 * Looks into vaults, one at a time, each in a process of its own.
 *
 * @param onNewDay - told of the first look of a day.
 */
export function createDueReads(
  folders: Folders,
  keys: DueKeys,
  onNewDay: (counts: Counts) => void,
): DueReads {
  let reader: DueReader | undefined
  let lastTold: (Counts & { day: CalendarDay }) | undefined
  const seenOn = new Map<string, CalendarDay>()

  const start = (key: KeptKey, slotKey: string) => {
    const machineKey = readAnchorKey(folders.data)
    return startDueReader(folders.dueHost, {
      path: key.path,
      slotKey: bytesOf(slotKey),
      ...(machineKey === undefined ? {} : { machineKey: bytesOf(machineKey) }),
      anchorFolder: path.join(folders.data, 'anchors'),
    })
  }

  const noteLook = ({ slotId }: KeptKey, today: CalendarDay) => {
    // It may have been switched off meanwhile.
    const key = keys.all().find((one) => one.slotId === slotId)
    if (key === undefined || key.looks?.lastOn === today) return
    const { dayCount, firstOn } = key.looks ?? { dayCount: 0, firstOn: today }
    keys.keep({ ...key, looks: { dayCount: dayCount + 1, firstOn, lastOn: today } })
  }

  return {
    async read(key, today) {
      const slotKey = key.sealedKey === undefined ? undefined : openByKeychain(key.sealedKey)
      if (slotKey === undefined) return { problem: 'keychain-closed' }
      const mine = start(key, slotKey)
      reader = mine
      const reply = await mine.reply
      if (reader !== mine) return undefined
      reader = undefined
      if (reply === undefined) return { problem: 'unreadable' }
      if ('problem' in reply) return reply
      noteLook(key, today)
      if (seenOn.get(key.vaultId) !== today) {
        const { danger, due } = reply.list.counts
        lastTold = { day: today, danger, due }
        onNewDay(lastTold)
      }
      seenOn.set(key.vaultId, today)
      return reply
    },
    async stop() {
      const stopping = reader
      reader = undefined
      await stopping?.stop()
    },
    noteSeen: (vaultId, day) => seenOn.set(vaultId, day),
    hasTold: ({ danger, due }) =>
      lastTold?.day === dayOf(Date.now()) && lastTold.danger === danger && lastTold.due === due,
  }
}

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'))
}
