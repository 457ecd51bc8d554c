import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { useText } from '../../i18n/text.ts'

/** 备份: folder, backups, restoring, drills. */
export function BackupsScreen() {
  const { frame } = useText()
  return <ScreenHeader title={frame.screens.backups} />
}
