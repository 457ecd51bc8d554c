/** Largest picture that is looked at. */
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024
/** Larger pictures are made smaller first: a code needs no more. */
const MAX_SIDE_PX = 2400
/** A picture that takes longer holds no code that is worth it. */
const TIME_LIMIT_MS = 4000

/** What the QR code in a picture says; undefined where none is found, or it is no picture. */
export async function readQr(picture: Blob): Promise<string | undefined> {
  const [image, { decodeQR }] = await Promise.all([pixelsOf(picture), import('qr/decode.js')])
  if (image === undefined) return undefined
  try {
    return decodeQR(image, { effort: 8, timeLimit: TIME_LIMIT_MS })
  } catch {
    return undefined
  }
}

async function pixelsOf(picture: Blob): Promise<ImageData | undefined> {
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(picture)
  } catch {
    return undefined
  }
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(bitmap.width, bitmap.height))
  const width = Math.max(1, Math.round(bitmap.width * scale))
  const height = Math.max(1, Math.round(bitmap.height * scale))
  const drawing = new OffscreenCanvas(width, height).getContext('2d')
  drawing?.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  return drawing?.getImageData(0, 0, width, height)
}
