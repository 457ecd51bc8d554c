import { type RefCallback, useCallback, useState } from 'react'
import { columnPercents } from '../../../../shared/reports/column-widths.ts'
import type { Report, ReportTable } from '../../../../shared/reports/report.ts'
import { useText } from '../../../i18n/text.ts'

/** CSS pixels; in a pane that is narrower the page is drawn smaller, as a whole. */
const LANDSCAPE_WIDTH = 980
const PORTRAIT_WIDTH = 700

/** The report as it will stand on paper, as near as a window shows it. */
export function ReportPreview({ report }: { report: Report }) {
  const { reports } = useText()
  const [paneWidth, setPaneWidth] = useState(0)
  const watchPane: RefCallback<HTMLElement> = useCallback(
    (pane) => (pane === null ? undefined : watchWidth(pane, setPaneWidth)),
    [],
  )
  const leastWidth = report.isLandscape ? LANDSCAPE_WIDTH : PORTRAIT_WIDTH
  const zoom = paneWidth === 0 ? 1 : Math.min(1, paneWidth / leastWidth)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long report is read by scrolling, by keyboard as well
    <section className="report-scroller" aria-label={reports.preview} tabIndex={0} ref={watchPane}>
      <article
        style={{ zoom, minWidth: leastWidth }}
        className={report.isLandscape ? 'report-paper report-landscape' : 'report-paper'}
        lang={report.language}
      >
        <h2 className="report-title">{report.title}</h2>
        <dl className="report-meta">
          {report.meta.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {report.figures.length > 0 && (
          <ul className="report-figures">
            {report.figures.map(({ label, value, tone }) => (
              <li key={label} className={tone === undefined ? undefined : `report-${tone}`}>
                <b>{value}</b>
                <span>{label}</span>
              </li>
            ))}
          </ul>
        )}
        {report.tables.map((table) => (
          <PreviewTable key={table.caption} table={table} isLandscape={report.isLandscape} />
        ))}
        <footer className="report-notes">
          {report.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          <p>{report.foot}</p>
        </footer>
      </article>
    </section>
  )
}

/** Tells how wide the inside of an element is, until it is let go. */
function watchWidth(element: Element, tell: (width: number) => void): () => void {
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined) tell(Math.floor(entry.contentRect.width))
  })
  observer.observe(element)
  return () => observer.disconnect()
}

function PreviewTable({ table, isLandscape }: { table: ReportTable; isLandscape: boolean }) {
  const widths = columnPercents(table.columns, isLandscape)
  return (
    <>
      <h3>
        {table.caption} {table.rowCount > 0 && <span className="faint">{table.rowCount}</span>}
      </h3>
      {table.rows.length === 0 ? (
        <p className="faint">{table.none}</p>
      ) : (
        <table aria-label={table.caption}>
          <colgroup>
            {table.columns.map(({ label }, at) => (
              <col key={label} width={`${widths[at]?.toFixed(1)}%`} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {table.columns.map(({ label }) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a report never move, and two may be alike
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={table.columns[column]?.label}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {table.note !== undefined && <p className="faint">{table.note}</p>}
    </>
  )
}
