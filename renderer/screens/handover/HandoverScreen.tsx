import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { useText } from '../../i18n/text.ts'

/** 交接: who leaves, and what that leaves behind. */
export function HandoverScreen() {
  const { frame } = useText()
  return <ScreenHeader title={frame.screens.handover} />
}
