import { Button, Input, Popover } from 'antd'
import { useId, useState } from 'react'
import type { Piece } from '../../../shared/letters/filled-letter.ts'
import { useText } from '../../i18n/text.ts'
import { useOpenLetter } from './letter-context.ts'

type Props = {
  piece: Piece
  /** Its name stands beside it already, such as in a table. */
  isNamed?: boolean
}

/** What stands in a blank, or that nothing does; a press lets it be typed. */
export function BlankChip({ piece, isNamed }: Props) {
  const { letters } = useText()
  const { canEdit } = useOpenLetter()
  const [isOpen, setOpen] = useState(false)
  const { text, blank } = piece
  if (blank === undefined) return text
  const { label, state, name } = blank
  const isEmpty = text === ''
  const isPlain = state === 'hand' || (isNamed === true && state !== 'sealed')
  const words = isEmpty ? emptyWords(label, isPlain) : text
  const className = `blank blank-${lookOf(piece, canEdit)}`
  if (state === 'sealed') {
    return (
      <span className={className} title={letters.sealedBlank(label)}>
        {canEdit ? letters.sealedShort : emptyWords(label, true)}
      </span>
    )
  }
  if (!canEdit) return <span className={className}>{words}</span>
  if (blank.isSecret) {
    return (
      <span className={className} title={letters.secretBlank(label)}>
        {words}
      </span>
    )
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      destroyOnHidden
      content={<BlankForm piece={piece} onClose={() => setOpen(false)} />}
    >
      <button
        type="button"
        className={className}
        data-blank={name}
        aria-label={isEmpty ? letters.blank(label) : letters.editBlank(label, text)}
        title={state === 'typed' ? letters.typed : label}
      >
        {words}
      </button>
    </Popover>
  )
}

/** A paper that is signed lacks nothing any more: what was empty was filled in with a pen. */
function lookOf({ text, blank }: Piece, canEdit: boolean): string {
  if (text === '' && blank?.state === 'filled') return 'empty'
  return blank?.state === 'missing' && !canEdit ? 'hand' : (blank?.state ?? 'filled')
}

function emptyWords(label: string, isPlain: boolean): string {
  return isPlain ? '＿＿＿＿' : `＿＿（${label}）`
}

function BlankForm({ piece, onClose }: { piece: Piece; onClose(): void }) {
  const { letters, common } = useText()
  const { type } = useOpenLetter()
  const id = useId()
  const [value, setValue] = useState(piece.text)
  const { blank } = piece
  if (blank === undefined) return null
  const save = (next: string | null) => {
    onClose()
    void type({ [blank.name]: next })
  }
  return (
    <form
      className="blank-form"
      onSubmit={(event) => {
        event.preventDefault()
        save(value.trim() === '' ? null : value.trim())
      }}
    >
      <label htmlFor={id}>{blank.label}</label>
      <Input.TextArea
        id={id}
        autoFocus
        autoSize={{ minRows: 1, maxRows: 8 }}
        maxLength={4000}
        value={value}
        onChange={({ target }) => setValue(target.value)}
        onKeyDown={(event) => {
          // Several lines are typed with Shift.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          event.currentTarget.form?.requestSubmit()
        }}
      />
      <div className="blank-form-acts">
        {blank.state === 'typed' && (
          <Button size="small" onClick={() => save(null)}>
            {letters.fromLedger}
          </Button>
        )}
        <Button size="small" type="primary" htmlType="submit">
          {common.save}
        </Button>
      </div>
    </form>
  )
}
