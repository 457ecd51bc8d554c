import { Button } from 'antd'
import { Fragment } from 'react'
import { factLines } from '../../../shared/letters/fact-lines.ts'
import type {
  FilledBlock,
  FilledFacts,
  FilledSignatures,
} from '../../../shared/letters/filled-letter.ts'
import { useText } from '../../i18n/text.ts'
import { useOpenLetter } from './letter-context.ts'
import { PaperTable } from './PaperTable.tsx'
import { PaperText } from './PaperText.tsx'
import { Pieces } from './Pieces.tsx'
import { RemoveBlock } from './RemoveBlock.tsx'

/** The letter as it will stand on the paper, every blank and paragraph open to change. */
export function LetterPaper() {
  const { letters } = useText()
  const { view } = useOpenLetter()
  const { letter } = view
  return (
    <section className="paper-area" aria-label={letters.paper}>
      <article className={`paper paper-${letter.layout}`} lang="zh-CN">
        <h2 className="paper-title">{letter.title}</h2>
        {letter.blocks.map((block) =>
          block.isRemoved === true ? (
            <RemovedBlock key={block.key} block={block} />
          ) : (
            <PaperBlock key={block.key} block={block} />
          ),
        )}
      </article>
    </section>
  )
}

function PaperBlock({ block }: { block: FilledBlock }) {
  switch (block.type) {
    case 'facts':
      return <PaperFacts block={block} />
    case 'table':
      return <PaperTable block={block} />
    case 'signatures':
      return <PaperSignatures block={block} />
    default:
      return <PaperText block={block} />
  }
}

function PaperFacts({ block }: { block: FilledFacts }) {
  return (
    <div className="paper-block">
      <table className="paper-table paper-facts">
        <caption>{block.caption}</caption>
        <tbody>
          {factLines(block.rows).map((line) => (
            <tr key={line.map(({ label }) => label).join()}>
              {line.map(({ label, pieces }) => (
                <Fragment key={label}>
                  <th scope="row">{label}</th>
                  <td colSpan={line.length === 1 ? 3 : 1}>
                    <Pieces pieces={pieces} isNamed />
                  </td>
                </Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <span className="paper-acts">
        <RemoveBlock block={block} name={block.caption} />
      </span>
    </div>
  )
}

function PaperSignatures({ block }: { block: FilledSignatures }) {
  const { letters } = useText()
  return (
    <div className="paper-signatures">
      {block.boxes.map(({ label, marks, lines }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no other name than their place
        <div key={index} className="paper-box">
          <p>
            <Pieces pieces={label} />
          </p>
          {marks.includes('seal') && <p className="paper-seal">{letters.seal}</p>}
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
            <p key={at}>
              <Pieces pieces={line} />
            </p>
          ))}
        </div>
      ))}
    </div>
  )
}

function RemovedBlock({ block }: { block: FilledBlock }) {
  const { letters } = useText()
  const { canEdit, type } = useOpenLetter()
  if (!canEdit) return null
  return (
    <div className="paper-removed">
      <span className="ellipsis">{letters.removed(nameOf(block))}</span>
      <Button size="small" type="link" onClick={() => void type({ [`block.${block.key}`]: null })}>
        {letters.putBack}
      </Button>
    </div>
  )
}

function nameOf(block: FilledBlock): string {
  if (block.type === 'facts') return block.caption
  if (block.type === 'table') return block.caption ?? block.columns[0]?.label ?? ''
  if (block.type === 'annexes') return '附件'
  return block.key
}
