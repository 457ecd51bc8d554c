import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { CaseView } from '../../../../shared/case-view.ts'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { useText } from '../../../i18n/text.ts'
import { useLetterActs } from '../../letters/use-letter-acts.ts'
import { presetOf } from './letter-preset.ts'
import { Panel } from './Panel.tsx'

/** Letters of the case, and tasks that came of it. */
export function LettersPanel({ view }: { view: CaseView }) {
  const { recovery, letters: letterText } = useText()
  const text = recovery.letters
  const letters = useLetterActs()
  const canWrite = useCanWrite() && view.line.isOpen
  return (
    <Panel
      title={text.title}
      acts={
        canWrite && (
          <Button
            size="small"
            type="text"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => letters.write(presetOf(view))}
          >
            {letterText.write}
          </Button>
        )
      }
    >
      {view.letters.length === 0 && <p className="faint">{text.none}</p>}
      <ul className="people">
        {view.letters.map(({ id, title, signedOn }) => (
          <li key={id}>
            <button type="button" className="button-link" onClick={() => letters.open(id)}>
              {title}
            </button>
            <span className="faint">
              {signedOn === undefined ? text.unsigned : text.signed(signedOn)}
            </span>
          </li>
        ))}
      </ul>
      {view.tasks.length > 0 && (
        <>
          <h3>{text.tasks}</h3>
          <ul className="people">
            {view.tasks.map(({ id, title, dueOn, doneOn, person }) => (
              <li key={id}>
                {title}
                <span className="faint">
                  {[doneOn === undefined ? dueOn : text.done(doneOn), person]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}
