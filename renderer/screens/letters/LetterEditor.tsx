import { ArrowLeftOutlined, MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown, type MenuProps } from 'antd'
import { useMemo, useState } from 'react'
import type { LetterView } from '../../../shared/letters/filled-letter.ts'
import { openRecord } from '../../frame/open-record.ts'
import { useAnswer } from '../../hooks/use-answer.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { Problem } from '../../start/Problem.tsx'
import { useApp, useAppStore } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { LetterFields } from './LetterFields.tsx'
import { LetterNotices } from './LetterNotices.tsx'
import { LetterOutput } from './LetterOutput.tsx'
import { LetterPaper } from './LetterPaper.tsx'
import { LetterStateTag } from './LetterStateTag.tsx'
import {
  type LetterChange,
  LetterProvider,
  type OpenLetter,
  useOpenLetter,
} from './letter-context.ts'
import { MissingList } from './MissingList.tsx'
import { SignDialog } from './SignDialog.tsx'
import { SignedPanel } from './SignedPanel.tsx'
import { useLetterActs } from './use-letter-acts.ts'
import { useTrashLetters } from './use-trash-letters.ts'

/** One letter: the paper at the left, what it still wants and its options at the right. */
export function LetterEditor({ id }: { id: string }) {
  const { value: view, problem } = useAnswer('letters.read', { id })
  const { frame } = useText()
  if (problem !== undefined) {
    return (
      <div className="letter-problem">
        <BackButton />
        <Problem error={problem} />
      </div>
    )
  }
  if (view === undefined) return <p className="faint letter-problem">{frame.loading}</p>
  return <LoadedEditor view={view} />
}

function LoadedEditor({ view }: { view: LetterView }) {
  const { letters } = useText()
  const call = useApp((state) => state.call)
  const tell = useTell()
  const canWrite = useCanWrite()
  const [isSigning, setSigning] = useState(false)
  const { id } = view.record
  const canEdit = canWrite && view.state === 'draft'

  const open = useMemo((): OpenLetter => {
    const change = async (fields: LetterChange) => {
      try {
        await call('letters.save', { id, ...fields })
      } catch (error) {
        tell.failed(error)
      }
    }
    return { view, canEdit, change, type: (values) => change({ values }) }
  }, [call, tell, id, view, canEdit])

  return (
    <LetterProvider value={open}>
      <header className="letter-head">
        <BackButton />
        <h1 className="ellipsis" title={view.record.data.title}>
          {view.record.data.title}
        </h1>
        <LetterStateTag state={view.state} />
        <div className="screen-actions">
          <LetterOutput id={id} hasIds={view.sealedCount > 0} />
          {canEdit && (
            <Button onClick={() => setSigning(true)} type="default">
              {letters.sign}
            </Button>
          )}
          <MoreActs view={view} />
        </div>
      </header>
      {view.caseTitle !== undefined && <CaseLine title={view.caseTitle} />}
      <div className="letter-body">
        <LetterPaper />
        <aside className="letter-side" aria-label={letters.side}>
          <LetterNotices />
          {view.state === 'draft' ? <MissingList /> : <SignedPanel />}
          <LetterFields />
        </aside>
      </div>
      {isSigning && <SignDialog view={view} onClose={() => setSigning(false)} />}
    </LetterProvider>
  )
}

/** Back to the recovery that the letter was written for. */
function CaseLine({ title }: { title: string }) {
  const { letters } = useText()
  const store = useAppStore()
  const { view } = useOpenLetter()
  const id = view.record.data.caseId
  if (id === undefined) return null
  return (
    <p className="letter-case">
      <button
        type="button"
        className="button-link"
        onClick={() => openRecord(store.getState(), { id, kind: 'case' })}
      >
        {letters.toCase(title)}
      </button>
    </p>
  )
}

function BackButton() {
  const { letters } = useText()
  const go = useApp((state) => state.go)
  return (
    <Button
      type="text"
      icon={<ArrowLeftOutlined aria-hidden />}
      aria-label={letters.back}
      title={letters.back}
      onClick={() => go('letters')}
    />
  )
}

function MoreActs({ view }: { view: LetterView }) {
  const { letters } = useText()
  const call = useApp((state) => state.call)
  const go = useApp((state) => state.go)
  const acts = useLetterActs()
  const trash = useTrashLetters()
  const canWrite = useCanWrite()
  const tell = useTell()
  const { id } = view.record
  if (!canWrite) return null

  const copy = async () => {
    try {
      const { id: copyId, undoToken } = await call('letters.copy', { id })
      tell.undoable(letters.copied, undoToken)
      acts.open(copyId)
    } catch (error) {
      tell.failed(error)
    }
  }
  const items: MenuProps['items'] = [
    { key: 'copy', label: letters.copyAsNew, onClick: () => void copy() },
    {
      key: 'trash',
      label: letters.trash,
      onClick: () => void trash([id]).then((isDone) => isDone && go('letters')),
    },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" icon={<MoreOutlined aria-hidden />} aria-label={letters.more} />
    </Dropdown>
  )
}
