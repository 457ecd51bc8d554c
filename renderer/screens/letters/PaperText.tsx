import { EditOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { fromEditText, toEditText } from '../../../shared/letters/edit-text.ts'
import type { FilledAnnexes, FilledText, Piece } from '../../../shared/letters/filled-letter.ts'
import { useText } from '../../i18n/text.ts'
import { useOpenLetter } from './letter-context.ts'
import { Pieces } from './Pieces.tsx'
import { RemoveBlock } from './RemoveBlock.tsx'

/** Characters of a paragraph that name it to a reading aid. */
const NAME_CHARACTERS = 14

/** A paragraph, a heading or the list of annexes, with the way to write it anew. */
export function PaperText({ block }: { block: FilledText | FilledAnnexes }) {
  const { letters } = useText()
  const { canEdit } = useOpenLetter()
  const [isEditing, setEditing] = useState(false)
  const lines = block.type === 'annexes' ? block.items : [block.pieces]
  const text = lines.map(toEditText).join('\n')
  const name = text.slice(0, NAME_CHARACTERS)
  if (isEditing) {
    return <TextForm block={block} text={text} lines={lines} onClose={() => setEditing(false)} />
  }
  return (
    <div className={`paper-block paper-${block.type}`}>
      {block.type === 'annexes' ? (
        <Annexes items={block.items} />
      ) : (
        <p>
          {block.number}
          <Pieces pieces={block.pieces} />
        </p>
      )}
      {canEdit && (
        <span className="paper-acts">
          {block.isEdited && <span className="paper-edited">{letters.edited}</span>}
          <Button
            size="small"
            type="text"
            className="paper-act"
            icon={<EditOutlined aria-hidden />}
            aria-label={letters.editText(name)}
            onClick={() => setEditing(true)}
          />
          <RemoveBlock block={block} name={name} />
        </span>
      )}
    </div>
  )
}

function Annexes({ items }: { items: readonly Piece[][] }) {
  return (
    <>
      <p>附件：</p>
      <ol>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: annexes are known by their number
          <li key={index}>
            <Pieces pieces={item} />
          </li>
        ))}
      </ol>
    </>
  )
}

type FormProps = {
  block: FilledText | FilledAnnexes
  text: string
  lines: readonly (readonly Piece[])[]
  onClose(): void
}

function TextForm({ block, text, lines, onClose }: FormProps) {
  const { letters, common } = useText()
  const { type } = useOpenLetter()
  const [value, setValue] = useState(text)
  const key = `block.${block.key}`
  const hasBlanks = text.includes('【')

  const save = () => {
    onClose()
    if (value.trim() === text.trim()) return
    void type({ [key]: fromEditText(value.trim(), lines.flat()) })
  }
  return (
    <form
      className="paper-edit"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2, maxRows: 16 }}
        maxLength={3900}
        aria-label={letters.editText(text.slice(0, NAME_CHARACTERS))}
        value={value}
        onChange={({ target }) => setValue(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        }}
      />
      <div className="blank-form-acts">
        <span className="faint">
          {block.type === 'annexes' ? letters.annexHint : hasBlanks && letters.editTextHint}
        </span>
        {block.isEdited && (
          <Button
            size="small"
            onClick={() => {
              onClose()
              void type({ [key]: null })
            }}
          >
            {letters.restoreText}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {common.cancel}
        </Button>
        <Button size="small" type="primary" htmlType="submit">
          {common.save}
        </Button>
      </div>
    </form>
  )
}
