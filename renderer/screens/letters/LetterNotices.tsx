import { Button } from 'antd'
import { dayOf } from '../../../shared/calendar-day.ts'
import type { LetterNotice } from '../../../shared/letters/filled-letter.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { useOpenLetter } from './letter-context.ts'
import { useLetterActs } from './use-letter-acts.ts'

/** What should be known before the paper is sealed or carried away, with what helps. */
export function LetterNotices() {
  const { view } = useOpenLetter()
  // The list of blanks is right below and says it better.
  const notices = view.notices.filter(({ code }) => code !== 'blanks-missing')
  return notices.map((notice) => <Notice key={notice.code} notice={notice} />)
}

function Notice({ notice }: { notice: LetterNotice }) {
  const { letters } = useText()
  return (
    <div
      className={`letter-notice letter-notice-${notice.tone}`}
      role={notice.tone === 'danger' ? 'alert' : 'status'}
    >
      <p>{letters.notice[notice.code](notice.facts)}</p>
      <Help code={notice.code} />
    </div>
  )
}

function Help({ code }: { code: LetterNotice['code'] }) {
  const { letters } = useText()
  const { view, canEdit, change } = useOpenLetter()
  const call = useApp((state) => state.call)
  const acts = useLetterActs()
  const tell = useTell()
  const isSigned = view.record.data.signedOn !== undefined

  if (code === 'date-old' && canEdit) {
    return (
      <Button size="small" onClick={() => void change({ writtenOn: dayOf(Date.now()) })}>
        {letters.setToday}
      </Button>
    )
  }
  const isRenewable = RENEWED.includes(code) && isSigned
  if (!isRenewable) return null
  const renew = async () => {
    const { id, undoToken } = await call('letters.copy', { id: view.record.id })
    tell.undoable(letters.copied, undoToken)
    acts.open(id)
  }
  return (
    <Button size="small" onClick={() => void renew().catch(tell.failed)}>
      {letters.renew}
    </Button>
  )
}

/** What only a new paper settles. */
const RENEWED: readonly LetterNotice['code'][] = [
  'validity-over',
  'validity-ends-soon',
  'person-left',
  'date-old',
]
