import { Segmented } from 'antd'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'

/** From 资料 to 文书 and back: what was received, and what was written here. */
export function PaperTabs() {
  const { frame, letters } = useText()
  const screen = useApp((state) => state.screen)
  const go = useApp((state) => state.go)
  return (
    <Segmented<'documents' | 'letters'>
      aria-label={letters.tabs}
      value={screen === 'letters' ? 'letters' : 'documents'}
      options={(['documents', 'letters'] as const).map((value) => ({
        value,
        label: frame.screens[value],
      }))}
      onChange={(chosen) => go(chosen)}
    />
  )
}
