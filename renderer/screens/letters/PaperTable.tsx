import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { FilledTable } from '../../../shared/letters/filled-letter.ts'
import { useText } from '../../i18n/text.ts'
import { useOpenLetter } from './letter-context.ts'
import { Pieces } from './Pieces.tsx'
import { RemoveBlock } from './RemoveBlock.tsx'

/** A table of the ledger's lines; each cell can be typed over, lines be left out and added. */
export function PaperTable({ block }: { block: FilledTable }) {
  const { letters } = useText()
  const { view, canEdit, type } = useOpenLetter()
  const { columns, rows, table } = block
  const extraKey = `extra.${table}`
  const extraCount = rows.filter(({ isExtra }) => isExtra).length
  const name = block.caption ?? columns[0]?.label ?? ''

  const removeRow = ({ key, isExtra }: FilledTable['rows'][number]) => {
    if (!isExtra) return type({ [`hide.${key}`]: '1' })
    // Only the last of the added lines goes: the others keep what was typed into them.
    const cells = columns.map((column) => [`cell.${key}.${column.key}`, null] as const)
    return type({ ...Object.fromEntries(cells), [extraKey]: `${extraCount - 1}` })
  }
  const showHidden = () => {
    const hidden = Object.keys(view.record.data.values).filter((key) => key.startsWith('hide.'))
    return type(Object.fromEntries(hidden.map((key) => [key, null])))
  }
  const lastExtra = rows.findLast(({ isExtra }) => isExtra)

  return (
    <div className="paper-block">
      <table className={canEdit ? 'paper-table paper-table-open' : 'paper-table'}>
        {block.caption !== undefined && <caption>{block.caption}</caption>}
        <thead>
          <tr>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
            {canEdit && <td className="paper-row-act" />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, index) => (
                <td key={columns[index]?.key}>
                  <Pieces pieces={cell} isNamed />
                </td>
              ))}
              {canEdit && (
                <td className="paper-row-act">
                  {(!row.isExtra || row === lastExtra) && (
                    <Button
                      size="small"
                      type="text"
                      className="paper-act"
                      icon={<CloseOutlined aria-hidden />}
                      aria-label={row.isExtra ? letters.removeRow : letters.hideRow}
                      title={row.isExtra ? letters.removeRow : letters.hideRow}
                      onClick={() => void removeRow(row)}
                    />
                  )}
                </td>
              )}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td className="faint" colSpan={columns.length + (canEdit ? 1 : 0)}>
                {block.whenEmpty === 'none' ? letters.emptyTableNone : letters.emptyTable}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <span className="paper-acts">
        <RemoveBlock block={block} name={name} />
      </span>
      {canEdit && (
        <div className="paper-table-acts">
          <Button
            size="small"
            type="text"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => void type({ [extraKey]: `${extraCount + 1}` })}
          >
            {letters.addRow}
          </Button>
          {block.hiddenCount > 0 && (
            <Button size="small" type="text" onClick={() => void showHidden()}>
              {letters.showHidden(block.hiddenCount)}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
