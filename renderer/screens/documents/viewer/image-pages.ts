import { imageSize } from './image-size.ts'
import { notShown, type Pages } from './pages.ts'

/** A scan of A3 at 600 dpi has 70 million; decoded, each takes four bytes. */
const MAX_PIXELS = 150_000_000

/** @throws VaultError `file-not-shown` for a broken picture or one too large to unfold. */
export async function openImage(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<Pages> {
  const told = imageSize(bytes, mediaType)
  if (told === undefined || told.width * told.height > MAX_PIXELS) throw notShown()
  // Neither a temporary file nor an address: the picture goes from memory to the canvas.
  const bitmap = await createImageBitmap(new Blob([bytes], { type: mediaType })).catch(
    (cause: unknown) => {
      throw notShown(cause)
    },
  )
  bytes.fill(0)
  const { width, height } = bitmap
  return {
    count: 1,
    hasScripts: false,
    size: () => Promise.resolve({ width, height }),
    draw(_page, canvas, { scale, turns }) {
      const isSideways = turns % 2 === 1
      const drawn = { width: Math.round(width * scale), height: Math.round(height * scale) }
      canvas.width = isSideways ? drawn.height : drawn.width
      canvas.height = isSideways ? drawn.width : drawn.height
      const context = canvas.getContext('2d')
      if (context === null) return Promise.reject(notShown())
      context.fillStyle = '#ffffff'
      context.fillRect(0, 0, canvas.width, canvas.height)
      context.imageSmoothingQuality = 'high'
      context.translate(canvas.width / 2, canvas.height / 2)
      context.rotate((turns * Math.PI) / 2)
      context.drawImage(bitmap, -drawn.width / 2, -drawn.height / 2, drawn.width, drawn.height)
      return Promise.resolve()
    },
    close: () => bitmap.close(),
  }
}
