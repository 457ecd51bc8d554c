import { Segmented, Select, Switch } from 'antd'
import type { Preferences } from '../../../shared/preferences.ts'
import { Section, Setting } from '../../components/Setting.tsx'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'

const IDLE_MINUTES: readonly Preferences['idleLockMinutes'][] = [1, 2, 5, 10, 15, 30]
const CLIPBOARD_SECONDS: readonly Preferences['clipboardClearSeconds'][] = [10, 20, 30, 60]

/** Settings of this machine: shown at once, saved outside the vault. */
export function PreferenceSections() {
  const { settings } = useText()
  const preferences = useApp((state) => state.preferences)
  const changePreferences = useApp((state) => state.changePreferences)
  const tell = useTell()
  const change = (part: Partial<Preferences>) => {
    changePreferences(part).catch(tell.failed)
  }

  return (
    <>
      <Section title={settings.look}>
        <Setting label={settings.language}>
          <Segmented<Preferences['language']>
            aria-label={settings.language}
            value={preferences.language}
            onChange={(language) => change({ language })}
            options={optionsOf(settings.languages)}
          />
        </Setting>
        <Setting label={settings.theme}>
          <Segmented<Preferences['theme']>
            aria-label={settings.theme}
            value={preferences.theme}
            onChange={(theme) => change({ theme })}
            options={optionsOf(settings.themes)}
          />
        </Setting>
      </Section>
      <Section title={settings.safety} note={settings.machineNote}>
        <Setting id="idle-lock" label={settings.idleLock} hint={settings.idleLockHint}>
          <Select<Preferences['idleLockMinutes']>
            id="idle-lock"
            className="setting-select"
            value={preferences.idleLockMinutes}
            onChange={(idleLockMinutes) => change({ idleLockMinutes })}
            options={IDLE_MINUTES.map((count) => ({
              value: count,
              label: settings.minutes(count),
            }))}
          />
        </Setting>
        <Setting id="clipboard-clear" label={settings.clipboard} hint={settings.clipboardHint}>
          <Select<Preferences['clipboardClearSeconds']>
            id="clipboard-clear"
            className="setting-select"
            value={preferences.clipboardClearSeconds}
            onChange={(clipboardClearSeconds) => change({ clipboardClearSeconds })}
            options={CLIPBOARD_SECONDS.map((count) => ({
              value: count,
              label: settings.seconds(count),
            }))}
          />
        </Setting>
        <Setting id="protection" label={settings.protection} hint={settings.protectionHint}>
          <Switch
            id="protection"
            checked={preferences.isContentProtected}
            onChange={(isContentProtected) => change({ isContentProtected })}
          />
        </Setting>
        <Setting id="notification" label={settings.notification} hint={settings.notificationHint}>
          <Switch
            id="notification"
            checked={preferences.isNotificationOn}
            onChange={(isNotificationOn) => change({ isNotificationOn })}
          />
        </Setting>
      </Section>
    </>
  )
}

function optionsOf<K extends string>(words: Readonly<Record<K, string>>) {
  // `as`: Object.entries forgets the key's type; the dictionaries are literals with exactly these keys.
  return (Object.entries(words) as [K, string][]).map(([value, label]) => ({ value, label }))
}
