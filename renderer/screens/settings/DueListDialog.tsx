import { Segmented } from 'antd'
import { useState } from 'react'
import {
  DEFAULT_DUE_LIST_TERM,
  DUE_LIST_TERMS,
  type DueListTerm,
} from '../../../shared/due-list.ts'
import { useWork } from '../../hooks/use-work.ts'
import { useText } from '../../i18n/text.ts'
import { PassphraseInput } from '../../start/PassphraseInput.tsx'
import { Problem } from '../../start/Problem.tsx'
import { useApp } from '../../state/app-context.ts'
import { WorkDialog } from './WorkDialog.tsx'

/** Says what the new way in opens and what not, and asks for how long and for the passphrase. */
export function DueListDialog(props: { onClose(): void; onDone(expiresAt: number): void }) {
  const { dueList } = useText()
  const call = useApp((state) => state.call)
  const [days, setDays] = useState<DueListTerm>(DEFAULT_DUE_LIST_TERM)
  const [passphrase, setPassphrase] = useState('')
  const { isWorking, problem, run } = useWork()

  const switchOn = async () => {
    if (isWorking || passphrase === '') return
    const isDone = await run(async () => {
      const { kept } = await call('dueList.switchOn', { passphrase, days })
      if (kept !== undefined) props.onDone(kept.expiresAt)
      return kept !== undefined
    })
    if (!isDone) setPassphrase('')
  }

  return (
    <WorkDialog
      title={dueList.dialogTitle}
      okText={isWorking ? dueList.switching : dueList.switchOn}
      isWorking={isWorking}
      canSubmit={passphrase !== ''}
      onSubmit={() => void switchOn()}
      onClose={props.onClose}
    >
      <p>{dueList.opens}</p>
      <p>{dueList.secrets}</p>
      <p className="soft">{dueList.how}</p>
      <p className="soft">{dueList.shared}</p>
      {problem && <Problem error={problem} />}
      <div className="start-field">
        <span id="due-list-term">{dueList.term}</span>
        <Segmented<DueListTerm>
          aria-labelledby="due-list-term"
          value={days}
          onChange={setDays}
          disabled={isWorking}
          options={DUE_LIST_TERMS.map((count) => ({ value: count, label: dueList.days(count) }))}
        />
      </div>
      <PassphraseInput
        id="due-list-passphrase"
        label={dueList.passphrase}
        value={passphrase}
        onChange={setPassphrase}
        disabled={isWorking}
      />
    </WorkDialog>
  )
}
