import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { useText } from '../../i18n/text.ts'

export function RemindersScreen() {
  const { frame } = useText()
  return <ScreenHeader title={frame.screens.reminders} />
}
