import { randomBytes } from 'node:crypto'
import { factLines } from '../../shared/letters/fact-lines.ts'
import type {
  FilledBlock,
  FilledFacts,
  FilledLetter,
  Piece,
} from '../../shared/letters/filled-letter.ts'
import {
  annexNumber,
  drawnBlocks,
  FACT_SHARES,
  isEmptyBlank,
  isLeadIn,
  isLongRow,
  MARK_WORDS,
  NOTHING,
  pieceText,
} from './letter-marks.ts'
import { LETTER_STYLE, paperStyle } from './letter-style.ts'

/**
 * The letter as a page, A4: no script, nothing from outside.
 *
 * @param target - `pdf`: margins and page numbers come from whoever prints. `paper`: from the page itself.
 */
export function renderLetterPage(letter: FilledLetter, target: 'pdf' | 'paper'): string {
  const nonce = randomBytes(16).toString('base64')
  const style = target === 'paper' ? `${LETTER_STYLE}${paperStyle(letter.layout)}` : LETTER_STYLE
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<title>${escapeHtml(letter.title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body class="${letter.layout}">
<h1>${escapeHtml(letter.title)}</h1>
${drawnBlocks(letter).map(blockHtml).join('\n')}
</body>
</html>`
}

function blockHtml(block: FilledBlock): string {
  switch (block.type) {
    case 'heading':
      return `<h2>${escapeHtml(block.number ?? '')}${piecesHtml(block.pieces)}</h2>`
    case 'addressee':
      return `<p class="addressee">${piecesHtml(block.pieces)}</p>`
    case 'paragraph':
    case 'clause':
      return paragraphs(block.pieces, escapeHtml(block.number ?? ''))
    case 'note':
      return `<p class="note">${piecesHtml(block.pieces)}</p>`
    case 'facts':
      return factsHtml(block)
    case 'table':
      return tableHtml(block)
    case 'annexes': {
      const items = block.items.map(
        (item, index) =>
          `<li><span>${annexNumber(index, block.items.length)}</span><span>${piecesHtml(item)}</span></li>`,
      )
      return `<section class="annexes"><p>附件：</p><ol>${items.join('')}</ol></section>`
    }
    case 'signatures':
      return `<section class="signatures">${block.boxes.map(boxHtml).join('')}</section>`
  }
}

/** A text of several lines is as many paragraphs. */
function paragraphs(pieces: readonly Piece[], number: string): string {
  const open = isLeadIn(pieces) ? '<p class="lead-in">' : '<p>'
  return piecesHtml(pieces)
    .split('\n')
    .map((line, index) => `${open}${index === 0 ? number : ''}${line}</p>`)
    .join('')
}

function factsHtml({ caption, rows }: FilledFacts): string {
  const lines = factLines(rows).map((line) => {
    const span = line.length === 1 ? ' colspan="3"' : ''
    const cells = line.map(
      ({ label, pieces }) =>
        `<th scope="row">${escapeHtml(label)}</th><td${span}>${piecesHtml(pieces, true)}</td>`,
    )
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table class="facts"><caption>${escapeHtml(caption)}</caption><colgroup>${FACT_SHARES.map((share) => `<col class="w${share}">`).join('')}</colgroup><tbody>${lines.join('')}</tbody></table>`
}

function tableHtml(block: Extract<FilledBlock, { type: 'table' }>): string {
  const sum = block.columns.reduce((total, { share }) => total + share, 0)
  const columns = block.columns.map(
    ({ share }) => `<col class="w${Math.round((share / sum) * 100)}">`,
  )
  const heads = block.columns.map(({ label }) => `<th scope="col">${escapeHtml(label)}</th>`)
  const rows = block.rows.map((row) => {
    const cells = row.cells.map((cell) => `<td>${cellHtml(cell)}</td>`)
    return `<tr${isLongRow(row) ? ' class="long"' : ''}>${cells.join('')}</tr>`
  })
  const none = `<tr><td class="none" colspan="${block.columns.length}">${NOTHING}</td></tr>`
  const caption =
    block.caption === undefined ? '' : `<caption>${escapeHtml(block.caption)}</caption>`
  return `<table class="list">${caption}<colgroup>${columns.join('')}</colgroup><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('') || none}</tbody></table>`
}

/** Names in a list, such as domains, are broken only where a line cannot hold one. */
function cellHtml(pieces: readonly Piece[]): string {
  const html = piecesHtml(pieces, true)
  const names = html.split('、')
  if (names.length === 1) return html
  const last = names.length - 1
  return names
    .map((name, index) => `<span class="name">${name}${index < last ? '、' : ''}</span>`)
    .join('')
}

function boxHtml({
  label,
  marks,
  lines,
}: Extract<FilledBlock, { type: 'signatures' }>['boxes'][number]): string {
  const places = marks.map(
    (mark) => `<p class="mark mark-${mark}">${escapeHtml(MARK_WORDS[mark])}</p>`,
  )
  const ends = lines.map((line) => `<p class="line">${piecesHtml(line)}</p>`)
  return `<div class="box"><p class="box-label">${piecesHtml(label)}</p>${places.join('')}${ends.join('')}</div>`
}

function piecesHtml(pieces: readonly Piece[], isNamed = false): string {
  return pieces
    .map((piece) => {
      const text = escapeHtml(pieceText(piece, isNamed))
      return isEmptyBlank(piece) && text !== '' ? `<span class="blank">${text}</span>` : text
    })
    .join('')
}

/** Text as it stands in a page. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
