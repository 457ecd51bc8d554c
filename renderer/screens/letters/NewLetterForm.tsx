import type { LetterPreset } from '../../../shared/letters/preset.ts'

type Props = { preset: LetterPreset; onClose(): void }

/** Asks what a new letter is about. */
export function NewLetterForm(_props: Props) {
  return null
}
