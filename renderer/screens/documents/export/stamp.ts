/** Tilt of the lines: across the page's own lines, so that neither hides the other. */
const TILT = -Math.PI / 6
/** Height of the letters as a share of the page's shorter side. */
const LETTER_SHARE = 1 / 30
const MIN_LETTER_PX = 11
/** A line is never longer than so much of the shorter side, so that each stands whole somewhere. */
const LINE_SHARE = 0.9
/** Distances between lines and between repetitions in a line, in letter heights. */
const LINE_GAP = 4.5
const WORD_GAP = 3

/**
 * Covers a page with a sentence, tilted and repeated without end: whatever part is cut out of it still says what
 * the copy was for. It is painted into the picture, light on dark and dark on light, not laid over it.
 */
export function stampCanvas(canvas: HTMLCanvasElement, sentence: string): void {
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('the canvas gives no context')
  const { width, height } = canvas
  const shorter = Math.min(width, height)
  const letter = letterHeight(context, sentence, shorter)
  context.save()
  context.setTransform(1, 0, 0, 1, width / 2, height / 2)
  context.rotate(TILT)
  context.font = fontOf(letter)
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = Math.max(1, letter / 9)
  context.strokeStyle = 'rgb(255 255 255 / 0.35)'
  context.fillStyle = 'rgb(190 30 30 / 0.34)'

  const step = context.measureText(sentence).width + letter * WORD_GAP
  const lineStep = letter * LINE_GAP
  const reach = Math.hypot(width, height) / 2
  const lines = Math.ceil(reach / lineStep)
  for (let line = -lines; line <= lines; line += 1) {
    // Every other line is moved by half: no upright strip stays free.
    const start = -reach - step + (line % 2 === 0 ? 0 : step / 2)
    for (let x = start; x < reach; x += step) {
      context.strokeText(sentence, x, line * lineStep)
      context.fillText(sentence, x, line * lineStep)
    }
  }
  context.restore()
}

function letterHeight(
  context: CanvasRenderingContext2D,
  sentence: string,
  shorter: number,
): number {
  const wanted = Math.max(MIN_LETTER_PX, shorter * LETTER_SHARE)
  context.font = fontOf(wanted)
  const room = shorter * LINE_SHARE
  const { width } = context.measureText(sentence)
  return width <= room ? wanted : Math.max(MIN_LETTER_PX, (wanted * room) / width)
}

function fontOf(heightPx: number): string {
  return `600 ${heightPx}px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`
}
