import type { Piece } from './filled-letter.ts'

/**
 * A text to be edited: what is filled stands as it reads, an empty blank as its name in 【】.
 * ID numbers are never part of it.
 */
export function toEditText(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, blank }) => (text === '' && blank !== undefined ? `【${blank.label}】` : text))
    .join('')
}

/**
 * What is kept of an edited text. Wherever a blank's filling still stands, in the order it stood before, the
 * blank is kept instead: an agent who is replaced later is replaced in edited paragraphs too.
 */
export function fromEditText(edited: string, pieces: readonly Piece[]): string {
  // A brace typed by hand is no blank.
  let rest = edited.replaceAll('{', '｛').replaceAll('}', '｝')
  let kept = ''
  for (const { text, blank } of pieces) {
    if (blank === undefined) continue
    const mark = text === '' ? `【${blank.label}】` : text
    const at = rest.indexOf(mark)
    // One character stands in too many places to be told from the text around it.
    if (at === -1 || mark.length < 2) continue
    kept += `${rest.slice(0, at)}{${blank.name}}`
    rest = rest.slice(at + mark.length)
  }
  return kept + rest
}
