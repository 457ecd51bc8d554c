import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { useEffect, useMemo, useState } from 'react'
import { CSP_NONCE } from '../csp-patch.ts'
import { CustodyNotices } from '../frame/CustodyNotices.tsx'
import { Navigation } from '../frame/Navigation.tsx'
import { Notices } from '../frame/Notices.tsx'
import { Palette } from '../frame/Palette.tsx'
import { SecondPersonDialog } from '../frame/SecondPersonDialog.tsx'
import { Toasts } from '../frame/Toasts.tsx'
import { TopBar } from '../frame/TopBar.tsx'
import { useShortcuts } from '../frame/use-shortcuts.ts'
import { useText } from '../i18n/text.ts'
import { useApp, useClient } from '../state/app-context.ts'
import { antdTheme } from '../theme/antd-theme.ts'
import { onSystemTheme, themeOf } from '../theme/apply-theme.ts'
import { Forms } from './Forms.tsx'
import { ScreenArea } from './ScreenArea.tsx'
import { useTell } from './use-tell.ts'
import './workspace.css'

/** Everything behind the lock: navigation, search everywhere, screens and forms. */
export function Workspace() {
  const language = useApp((state) => state.preferences.language)
  const theme = useThemeName()
  const themeConfig = useMemo(() => antdTheme(theme), [theme])
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en')

  return (
    <ConfigProvider
      csp={CSP}
      locale={language === 'zh-CN' ? zhCN : enUS}
      theme={themeConfig}
      button={BUTTON}
      componentSize="middle"
    >
      <AntApp className="workspace">
        <Frame />
      </AntApp>
    </ConfigProvider>
  )
}

// Kept apart so that they stay the same objects: antd compares them by identity.
const CSP = { nonce: CSP_NONCE }
const BUTTON = { autoInsertSpace: false }

function Frame() {
  const loadLedger = useApp((state) => state.loadLedger)
  const client = useClient()
  const { frame } = useText()
  const tell = useTell()
  useShortcuts()

  useEffect(() => {
    loadLedger().catch(tell.failed)
  }, [loadLedger, tell])

  useEffect(
    () =>
      client.listen((event) => {
        if (event.event === 'clipboard-cleared') tell.said(frame.clipboardCleared)
      }),
    [client, frame, tell],
  )

  return (
    <>
      <Navigation />
      <div className="workspace-body">
        <TopBar />
        <Notices />
        <ScreenArea />
      </div>
      <Palette />
      <Forms />
      <SecondPersonDialog />
      <CustodyNotices />
      <Toasts />
    </>
  )
}

function useThemeName() {
  const choice = useApp((state) => state.preferences.theme)
  const [, setTurn] = useState(0)
  useEffect(() => onSystemTheme(() => setTurn((turn) => turn + 1)), [])
  return themeOf(choice)
}
