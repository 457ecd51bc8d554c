import { Button } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../../shared/calendar-day.ts'
import type { SlotLine } from '../../../shared/views.ts'
import { Section, Setting } from '../../components/Setting.tsx'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { CalibrateDialog, ChangePassphraseDialog } from './PassphraseDialogs.tsx'

const MIB = 1024 * 1024

/** What belongs to the vault itself: passphrase, ways to open it, recovery kit, check words. */
export function VaultSections() {
  const { settings } = useText()
  const hasKit = useApp((state) => state.status?.session?.hasRecoveryKit ?? false)
  const showForm = useApp((state) => state.showForm)
  const canWrite = useCanWrite()
  // Their own passphrase an auditor changes too.
  const isNormal = useApp((state) => state.status?.session?.mode === 'normal')
  const [dialog, setDialog] = useState<'change' | 'calibrate'>()
  const close = () => setDialog(undefined)

  return (
    <>
      <Section title={settings.passphrase}>
        <Setting label={settings.change} hint={settings.changeHint}>
          <Button disabled={!isNormal} onClick={() => setDialog('change')}>
            {settings.change}
          </Button>
        </Setting>
        <Setting label={settings.calibrate} hint={settings.calibrateHint}>
          <Button disabled={!isNormal} onClick={() => setDialog('calibrate')}>
            {settings.calibrateStart}
          </Button>
        </Setting>
        <Setting
          label={settings.kit}
          hint={
            hasKit ? settings.kitHas : <span className="setting-danger">{settings.kitNone}</span>
          }
        >
          <Button
            type={hasKit ? 'default' : 'primary'}
            disabled={!canWrite}
            onClick={() => showForm({ form: 'kit' })}
          >
            {hasKit ? settings.kitRemake : settings.kitMake}
          </Button>
        </Setting>
      </Section>
      <Slots />
      <CheckWords />
      {dialog === 'change' && <ChangePassphraseDialog onClose={close} />}
      {dialog === 'calibrate' && <CalibrateDialog onClose={close} />}
    </>
  )
}

function Slots() {
  const { settings } = useText()
  const { value: slots, problem, reload } = useAnswer('vault.slots')
  const status = useApp((state) => state.status)
  const [seen, setSeen] = useState(status)
  // A new passphrase or kit changes the status but no record.
  if (seen !== status) {
    setSeen(status)
    reload()
  }
  return (
    <Section title={settings.ways} note={settings.waysHint}>
      {problem && <Problem error={problem} />}
      {slots?.map((slot) => (
        <SlotSetting key={slot.id} slot={slot} onRemoved={reload} />
      ))}
    </Section>
  )
}

function SlotSetting({ slot, onRemoved }: { slot: SlotLine; onRemoved(): void }) {
  const { settings } = useText()
  const { kind, label, createdAt, expiresAt, kdf } = slot
  const cost = kdf && settings.slotCost(kdf.memLimitBytes / MIB, kdf.opsLimit)
  return (
    <Setting
      label={settings.slotKind[kind]}
      {...(label !== '' && label !== settings.slotKind[kind] && { hint: label })}
    >
      <span className="setting-until">
        <span className="setting-facts">
          <span>{settings.slotMade(dayOf(createdAt))}</span>
          {cost && <span>{cost}</span>}
          {expiresAt !== undefined && <span>{settings.slotUntil(dayOf(expiresAt))}</span>}
        </span>
        {kind === 'os-keychain' && <RemoveKeychain slot={slot} onRemoved={onRemoved} />}
      </span>
    </Setting>
  )
}

/** A keychain's way in can be taken out here too: the machine it is for may be lost. */
function RemoveKeychain({ slot, onRemoved }: { slot: SlotLine; onRemoved(): void }) {
  const { dueList } = useText()
  const call = useApp((state) => state.call)
  const refreshStatus = useApp((state) => state.refreshStatus)
  const canWrite = useCanWrite()
  const tell = useTell()
  const remove = async () => {
    try {
      await call('dueList.remove', { slotId: slot.id })
      tell.said(dueList.removed(slot.label))
    } catch (error) {
      tell.failed(error)
    }
    onRemoved()
    await refreshStatus()
  }
  return (
    <Button disabled={!canWrite} onClick={() => void remove()}>
      {dueList.remove}
    </Button>
  )
}

function CheckWords() {
  const { settings } = useText()
  const [isShown, setShown] = useState(false)
  return (
    <Section title={settings.words}>
      <Setting label={settings.wordsNow} hint={settings.wordsHint}>
        {!isShown && <Button onClick={() => setShown(true)}>{settings.wordsShow}</Button>}
      </Setting>
      {isShown && <Words />}
    </Section>
  )
}

function Words() {
  const { settings } = useText()
  const { value, problem } = useAnswer('vault.checkWords')
  return (
    <div className="check-words">
      {problem && <Problem error={problem} />}
      {value && (
        <>
          <ol>
            {value.words.map((word, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice; the list never changes its order
              <li key={place}>{word}</li>
            ))}
          </ol>
          <span className="faint">{settings.revision(value.revision)}</span>
        </>
      )}
    </div>
  )
}
