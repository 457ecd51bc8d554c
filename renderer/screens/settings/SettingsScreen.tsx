import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { Section, Setting } from '../../components/Setting.tsx'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { BackupSetting } from '../backups/BackupSetting.tsx'
import { ExportSection } from '../exchange/ExportSection.tsx'
import { DueListSection } from './DueListSection.tsx'
import { PreferenceSections } from './PreferenceSections.tsx'
import { VaultSections } from './VaultSections.tsx'
import './settings.css'

/** 设置: this machine, this vault, this app. */
export function SettingsScreen() {
  const { frame } = useText()
  return (
    <>
      <ScreenHeader title={frame.screens.settings} />
      <div className="screen-scroll">
        <div className="settings">
          <PreferenceSections />
          <DueListSection />
          <VaultSections />
          <BackupSetting />
          <ExportSection />
          <About />
        </div>
      </div>
    </>
  )
}

function About() {
  const { settings, start } = useText()
  const app = useApp((state) => state.status?.app)
  const vault = useApp((state) => state.status?.vault)
  const format = useApp((state) => state.status?.session?.format)
  return (
    <Section title={settings.about} {...(app?.isTestRuntime && { note: settings.testRuntime })}>
      <Setting label={settings.version}>
        {start.appName} {app?.version}
      </Setting>
      {vault && (
        <Setting label={settings.file}>
          <span className="setting-path" title={`${vault.folder} / ${vault.fileName}`}>
            {vault.fileName}
            <span className="faint ellipsis">{vault.folder}</span>
          </span>
        </Setting>
      )}
      {format !== undefined && (
        <Setting label={settings.format}>{settings.formatValue(format)}</Setting>
      )}
      <Setting label={settings.network}>{settings.networkValue}</Setting>
      <Setting label={settings.licence}>{settings.licenceValue}</Setting>
    </Section>
  )
}
