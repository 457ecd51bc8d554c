import { Fragment } from 'react'
import { factLines } from '../../../shared/letters/fact-lines.ts'
import type { FilledBlock, FilledLetter, Piece } from '../../../shared/letters/filled-letter.ts'
import { useText } from '../../i18n/text.ts'
import '../letters/letters.css'

/** So many lines of a table are drawn on the screen; the paper has all. */
const SHOWN_ROWS = 40

/** A sheet as it stands on the paper, for reading. */
export function SheetPaper({ letter }: { letter: FilledLetter }) {
  const { handover } = useText()
  return (
    <section className="paper-area handover-paper" aria-label={handover.sign.preview}>
      <article className={`paper paper-${letter.layout}`} lang="zh-CN">
        <h2 className="paper-title">{letter.title}</h2>
        {letter.blocks.map((block) => (
          <Block key={block.key} block={block} />
        ))}
      </article>
    </section>
  )
}

function Block({ block }: { block: FilledBlock }) {
  const { handover } = useText()
  switch (block.type) {
    case 'facts':
      return (
        <table className="paper-table paper-facts">
          <caption>{block.caption}</caption>
          <tbody>
            {factLines(block.rows).map((line) => (
              <tr key={line.map(({ label }) => label).join()}>
                {line.map(({ label, pieces }) => (
                  <Fragment key={label}>
                    <th scope="row">{label}</th>
                    <td colSpan={line.length === 1 ? 3 : 1}>{textOf(pieces)}</td>
                  </Fragment>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'table': {
      const rest = block.rows.length - SHOWN_ROWS
      return (
        <table className="paper-table">
          <thead>
            <tr>
              {block.columns.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.slice(0, SHOWN_ROWS).map((row) => (
              <tr key={row.key}>
                {row.cells.map((cell, index) => (
                  <td key={block.columns[index]?.key}>{textOf(cell)}</td>
                ))}
              </tr>
            ))}
            {(rest > 0 || block.rows.length === 0) && (
              <tr>
                <td colSpan={block.columns.length}>{rest > 0 ? handover.sign.rest(rest) : '无'}</td>
              </tr>
            )}
          </tbody>
        </table>
      )
    }
    case 'signatures':
      return (
        <div className="paper-signatures">
          {block.boxes.map(({ label, lines }) => (
            <div key={textOf(label)} className="paper-box">
              <p>{textOf(label)}</p>
              {lines.map((line) => (
                <p key={textOf(line)}>{textOf(line)}</p>
              ))}
            </div>
          ))}
        </div>
      )
    case 'annexes':
      return null
    default:
      return (
        <div className={`paper-${block.type}`}>
          <p>
            {block.number}
            {textOf(block.pieces)}
          </p>
        </div>
      )
  }
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}
