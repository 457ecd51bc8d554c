import { VaultError } from '../../../../shared/errors.ts'

/** A file that is open to be looked at: one page or many, drawn on demand. */
export type Pages = {
  count: number
  /** A PDF that carries scripts. They are never run. */
  hasScripts: boolean
  /** The page's own size, unturned: pixels of a picture, points of a PDF. `page` counts from 1. */
  size(page: number): Promise<{ width: number; height: number }>
  /** Draws a page on a canvas, which it makes as large as needed. */
  draw(page: number, canvas: HTMLCanvasElement, look: Look): Promise<void>
  /** Lets go of everything it holds. */
  close(): void
}

/** `scale` of the page's own size; `turns` by 90° clockwise. */
export type Look = { scale: number; turns: number }

/** The error of a file that cannot be opened or drawn. */
export function notShown(cause?: unknown): VaultError {
  return new VaultError('file-not-shown', 'the file cannot be shown', { cause })
}
