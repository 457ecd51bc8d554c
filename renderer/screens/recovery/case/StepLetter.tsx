import { FileTextOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { CaseView } from '../../../../shared/case-view.ts'
import type { LetterKind } from '../../../../shared/records/letter.ts'
import { useCanWrite } from '../../../hooks/use-can-write.ts'
import { useText } from '../../../i18n/text.ts'
import { useLetterActs } from '../../letters/use-letter-acts.ts'
import { presetOf } from './letter-preset.ts'

type Props = { kind: LetterKind; view: CaseView }

/** The letter a step needs: written for this case already, or to be written. */
export function StepLetter({ kind, view }: Props) {
  const { recovery, letters: letterText } = useText()
  const letters = useLetterActs()
  const canWrite = useCanWrite()
  const written = view.letters.filter((one) => one.kind === kind)
  const name = letterText.kind[kind]
  return (
    <div className="portal-link">
      {written.map(({ id, title, signedOn }) => (
        <Button key={id} icon={<FileTextOutlined aria-hidden />} onClick={() => letters.open(id)}>
          {title}
          {signedOn !== undefined && ` · ${recovery.letters.signed(signedOn)}`}
        </Button>
      ))}
      {canWrite && (
        <Button
          icon={<FileTextOutlined aria-hidden />}
          onClick={() => letters.write({ kind, ...presetOf(view) })}
        >
          {recovery.letters.write(name)}
        </Button>
      )}
    </div>
  )
}
