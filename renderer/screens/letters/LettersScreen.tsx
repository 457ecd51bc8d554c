import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { useText } from '../../i18n/text.ts'

/** 文书: every letter, or the one that is open. */
export function LettersScreen() {
  const { frame } = useText()
  return <ScreenHeader title={frame.screens.letters} />
}
