import type { FileContentView } from '../../../../shared/document-views.ts'
import { viewOf } from '../../../../shared/file-types.ts'
import { openImage } from './image-pages.ts'
import { notShown, type Pages } from './pages.ts'

/**
 * Opens a file for looking at. Its bytes are let go of once they are decoded.
 *
 * @throws VaultError `file-not-shown`
 */
export async function openPages({ mediaType, bytes }: FileContentView): Promise<Pages> {
  const view = viewOf(mediaType)
  if (view === 'image') return openImage(bytes, mediaType)
  if (view !== 'pdf') throw notShown()
  // A chunk of its own: nobody who looks at no PDF loads it.
  const { openPdf } = await import('./pdf-pages.ts')
  return openPdf(bytes)
}
