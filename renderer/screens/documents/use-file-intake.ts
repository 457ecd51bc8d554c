import { useCallback, useEffect, useRef, useState } from 'react'
import type { StagedFileView } from '../../../shared/document-views.ts'
import { VaultError, type VaultErrorCode } from '../../../shared/errors.ts'
import { MAX_FILE_BYTES } from '../../../shared/file-types.ts'
import type { Call } from '../../client.ts'
import { useText } from '../../i18n/text.ts'
import { useApp, useClient } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

const PIECE_BYTES = 1024 * 1024

/** A file on its way into the vault process. `total` is 0 until it is known. */
export type Reading = { name: string; done: number; total: number }

export type FileIntake = {
  /** What is being read in now, if anything. */
  reading: Reading | undefined
  /** Whether files are being chosen or read in. */
  isBusy: boolean
  /** Reads in files that were dropped or pasted, one after the other. */
  take(files: readonly File[]): Promise<void>
  /** Asks for files with the system's dialog and reads them in. */
  choose(): Promise<void>
  cancel(): void
}

/**
 * Takes files in for a paper. What is refused is told at once and keeps no other file out.
 *
 * @param onTaken - Told of each batch; the files wait sealed in the vault process until their paper is saved.
 */
export function useFileIntake(onTaken: (files: StagedFileView['file'][]) => void): FileIntake {
  const call = useApp((state) => state.call)
  const client = useClient()
  const tell = useTell()
  const { documents } = useText()
  const [reading, setReading] = useState<Reading>()
  const [isBusy, setBusy] = useState(false)
  const isCancelled = useRef(false)
  const isChoosing = useRef(false)

  useEffect(
    () =>
      client.listen((event) => {
        if (event.event !== 'progress' || event.task !== 'files' || !isChoosing.current) return
        setReading({ name: documents.reading, done: event.done, total: event.total })
      }),
    [client, documents],
  )

  const finish = useCallback(
    (taken: readonly StagedFileView[]) => {
      for (const { file, nameBefore } of taken) {
        if (nameBefore !== undefined) tell.said(documents.renamed(nameBefore, file.name))
      }
      if (taken.length > 0) onTaken(taken.map(({ file }) => file))
    },
    [tell, documents, onTaken],
  )

  const take = useCallback(
    async (files: readonly File[]) => {
      isCancelled.current = false
      setBusy(true)
      const taken: StagedFileView[] = []
      for (const file of files) {
        try {
          taken.push(await sendFile(call, file, setReading, () => isCancelled.current))
        } catch (error) {
          if (isCancellation(error)) break
          tell.failed(error)
        }
      }
      setReading(undefined)
      setBusy(false)
      finish(taken)
    },
    [call, tell, finish],
  )

  const choose = useCallback(async () => {
    isChoosing.current = true
    setBusy(true)
    try {
      const result = await call('documents.chooseFiles')
      for (const { code, facts } of result?.refused ?? []) {
        // `as`: the vault process gives codes of this very list.
        tell.failed(new VaultError(code as VaultErrorCode, code, { facts }))
      }
      finish(result?.taken ?? [])
    } catch (error) {
      tell.failed(error)
    } finally {
      isChoosing.current = false
      setReading(undefined)
      setBusy(false)
    }
  }, [call, tell, finish])

  const cancel = useCallback(() => {
    isCancelled.current = true
    if (isChoosing.current) void call('documents.cancelChoosing')
  }, [call])

  return { reading, isBusy, take, choose, cancel }
}

/** @throws VaultError those of `documents.beginFile` … `documents.finishFile`, and `cancelled` */
async function sendFile(
  call: Call,
  file: File,
  onReading: (reading: Reading) => void,
  isCancelled: () => boolean,
): Promise<StagedFileView> {
  const { name, size } = file
  // Said before anything is read: the vault process would say the same, later.
  if (size > MAX_FILE_BYTES) throw new VaultError('file-over-limit', name, { facts: { name } })
  const { token } = await call('documents.beginFile', { name, sizeBytes: size })
  for (let done = 0; done < size; done += PIECE_BYTES) {
    onReading({ name, done, total: size })
    if (isCancelled()) {
      await call('documents.cancelFile', { token })
      throw new VaultError('cancelled', 'the person cancelled')
    }
    const bytes = new Uint8Array(await file.slice(done, done + PIECE_BYTES).arrayBuffer())
    await call('documents.addPiece', { token, bytes })
    bytes.fill(0)
  }
  return call('documents.finishFile', { token })
}

function isCancellation(error: unknown): boolean {
  return error instanceof VaultError && error.code === 'cancelled'
}
