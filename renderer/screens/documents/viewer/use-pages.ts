import { useEffect, useState } from 'react'
import type { VaultError } from '../../../../shared/errors.ts'
import { problemOf } from '../../../start/Problem.tsx'
import { useApp } from '../../../state/app-context.ts'
import { openPages } from './open-pages.ts'
import type { Pages } from './pages.ts'

export type OpenFile = {
  name: string
  mediaType: string
  pages: Pages | undefined
  problem: VaultError | undefined
}

/** Reads a file of a paper and opens it; the reading is audited. Everything of it goes with the component. */
export function usePages(documentId: string, attachmentId: string, isRead = true): OpenFile {
  const call = useApp((state) => state.call)
  const [file, setFile] = useState<OpenFile>(NOT_OPEN)

  useEffect(() => {
    if (!isRead) return
    let isGone = false
    let opened: Pages | undefined
    const open = async () => {
      const content = await call('documents.readFile', { id: documentId, attachmentId })
      const { name, mediaType } = content
      if (!isGone) setFile({ ...NOT_OPEN, name, mediaType })
      const pages = await openPages(content)
      if (isGone) pages.close()
      else {
        opened = pages
        setFile({ name, mediaType, pages, problem: undefined })
      }
    }
    open().catch((error: unknown) => {
      if (!isGone) setFile((before) => ({ ...before, problem: problemOf(error) }))
    })
    return () => {
      isGone = true
      opened?.close()
    }
  }, [call, documentId, attachmentId, isRead])

  return file
}

const NOT_OPEN: OpenFile = { name: '', mediaType: '', pages: undefined, problem: undefined }
