import {
  AnnotationMode,
  getDocument,
  type PDFDocumentProxy,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import PdfWorkerThread from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'
import { notShown, type Pages } from './pages.ts'
import { PdfData } from './pdf-data.ts'

/** More pages than any paper of a filing has; a hostile file may claim millions. */
const MAX_PAGES = 2000
/** A page is drawn with at most so many pixels, about A4 at 600 dpi. */
const MAX_PIXELS = 36_000_000

/**
 * Opens a PDF with pdf.js: in a worker of its own that ends with the file, without scripts, forms, network or
 * WebAssembly.
 *
 * @throws VaultError `file-not-shown` for a broken file or one with a password.
 */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<Pages> {
  const thread = new PdfWorkerThread()
  const worker = PDFWorker.create({ port: thread })
  const task = getDocument({
    // Handed over to the worker: this side keeps no copy.
    data: bytes,
    worker,
    BinaryDataFactory: PdfData,
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'fonts/',
    wasmUrl: `${location.origin}/pdf/`,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: true,
    enableXfa: false,
    disableWorkerRendering: true,
    stopAtErrors: false,
    maxImageSize: 4 * MAX_PIXELS,
    verbosity: VerbosityLevel.ERRORS,
  })
  const close = () => {
    void task.destroy().finally(() => {
      worker.destroy()
      thread.terminate()
    })
  }
  try {
    const pdf = await task.promise
    if (pdf.numPages > MAX_PAGES) throw notShown()
    return pagesOf(pdf, await pdf.hasJSActions(), close)
  } catch (cause) {
    close()
    throw notShown(cause)
  }
}

function pagesOf(pdf: PDFDocumentProxy, carriesScripts: boolean, close: () => void): Pages {
  return {
    count: pdf.numPages,
    hasScripts: carriesScripts,
    async size(number) {
      const page = await pdf.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      return { width, height }
    },
    async draw(number, canvas, { scale, turns }) {
      const page = await pdf.getPage(number)
      const rotation = (page.rotate + turns * 90) % 360
      const whole = page.getViewport({ scale, rotation })
      const excess = Math.sqrt((whole.width * whole.height) / MAX_PIXELS)
      const viewport = excess > 1 ? page.getViewport({ scale: scale / excess, rotation }) : whole
      canvas.width = Math.max(1, Math.floor(viewport.width))
      canvas.height = Math.max(1, Math.floor(viewport.height))
      // Seals and signatures are annotations: drawn, but nothing of them can be pressed.
      await page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE }).promise
    },
    close,
  }
}
