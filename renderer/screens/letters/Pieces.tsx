import type { Piece } from '../../../shared/letters/filled-letter.ts'
import { BlankChip } from './BlankChip.tsx'

/** Stretches of text with their blanks. */
export function Pieces({ pieces, isNamed }: { pieces: readonly Piece[]; isNamed?: boolean }) {
  return pieces.map((piece, index) =>
    piece.blank === undefined ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other name than its place
      <span key={index}>{piece.text}</span>
    ) : (
      <BlankChip
        // A blank may stand in a text twice.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        key={`${piece.blank.name}-${index}`}
        piece={piece}
        {...(isNamed !== undefined && { isNamed })}
      />
    ),
  )
}
