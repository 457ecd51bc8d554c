import { VaultError } from '../../../../shared/errors.ts'
import { notShown, type Pages } from '../viewer/pages.ts'
import { type ImagePage, imagePdf } from './image-pdf.ts'
import { stampCanvas } from './stamp.ts'

/** Dots per inch of a stamped page: enough to read the smallest print of a licence. */
const DPI = 200
const POINTS_PER_INCH = 72
/** A picture keeps its own size up to this; what is larger than any print wants is made smaller. */
const MAX_SIDE_PX = 4096
const JPEG_QUALITY = 0.86

export type StampedCopy = {
  mediaType: 'image/jpeg' | 'application/pdf'
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * Draws every page with its stamp: a picture becomes a JPEG, a PDF a PDF of pictures. Nothing of the original
 * file goes along, neither its text nor where a photo was taken.
 *
 * @param onPage - Told before each page, from 1; throws to stop.
 */
export async function stampedCopy(
  pages: Pages,
  isPdf: boolean,
  sentence: string,
  onPage: (page: number) => void,
): Promise<StampedCopy> {
  const canvas = document.createElement('canvas')
  try {
    const drawn: ImagePage[] = []
    for (let page = 1; page <= pages.count; page += 1) {
      onPage(page)
      drawn.push(await stampedPage(pages, page, isPdf, sentence, canvas))
    }
    const [first] = drawn
    if (first === undefined) throw notShown()
    return isPdf
      ? { mediaType: 'application/pdf', bytes: imagePdf(drawn) }
      : { mediaType: 'image/jpeg', bytes: new Uint8Array(first.jpeg) }
  } finally {
    canvas.width = 0
  }
}

async function stampedPage(
  pages: Pages,
  page: number,
  isPdf: boolean,
  sentence: string,
  canvas: HTMLCanvasElement,
): Promise<ImagePage> {
  const size = await pages.size(page)
  const longer = Math.max(size.width, size.height)
  const scale = Math.min(isPdf ? DPI / POINTS_PER_INCH : 1, MAX_SIDE_PX / longer)
  await pages.draw(page, canvas, { scale, turns: 0 })
  stampCanvas(canvas, sentence)
  return {
    jpeg: await jpegOf(canvas),
    widthPx: canvas.width,
    heightPx: canvas.height,
    widthPt: size.width,
    heightPt: size.height,
  }
}

async function jpegOf(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY)
  })
  if (blob === null) throw new VaultError('file-not-shown', 'the page is too large to be written')
  return new Uint8Array(await blob.arrayBuffer())
}
