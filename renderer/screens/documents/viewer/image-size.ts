/** Width and height in pixels, as the file itself says. */
export type ImageSize = { width: number; height: number }

/**
 * Reads how large a picture is without decoding it: a file of some kilobytes can unfold to gigabytes.
 *
 * @returns undefined when the file does not say, which a whole one always does.
 */
export function imageSize(bytes: Uint8Array, mediaType: string): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    switch (mediaType) {
      case 'image/png':
        return { width: view.getUint32(16), height: view.getUint32(20) }
      case 'image/gif':
        return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
      case 'image/webp':
        return webpSize(view)
      case 'image/jpeg':
        return jpegSize(view)
      default:
        return undefined
    }
  } catch (error) {
    // It ends before it says so.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The frame header is behind segments of any length: thumbnails, colour profiles, camera data. */
function jpegSize(view: DataView): ImageSize | undefined {
  let at = 2
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    const hasLength = marker !== 0xff && marker !== 0x01 && !(marker >= 0xd0 && marker <= 0xd8)
    at += marker === 0xff ? 1 : hasLength ? 2 + view.getUint16(at + 2) : 2
  }
  return undefined
}

/** RFC 9649, section 2: three kinds of first chunk, each with its own place for the size. */
function webpSize(view: DataView): ImageSize | undefined {
  const chunk = view.getUint32(12)
  if (chunk === 0x56503858) {
    return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) }
  }
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(21, true)
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) }
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}
