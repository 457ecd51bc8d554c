import { type IcpNumber, parseIcpNumber } from '../../shared/field/icp-number.ts'
import type { Service } from '../../shared/records/service.ts'
import { splitList } from './cell-text.ts'
import { statusInsteadOfNumber } from './field-words.ts'
import { maybe } from './maybe.ts'
import type { MappedCell, RowCells } from './row-cells.ts'
import { simplify } from './traditional.ts'

export type RowNumbers = { subject?: string; service?: string; status?: Service['status'] }

/**
 * The filing numbers of one row. A service's number tells its subject's; what stands in place of a
 * number (备案中, 已注销) tells the status.
 */
export function readNumbers(cells: RowCells): RowNumbers {
  const entityCell = cells.first('entity.filingNumber')
  const serviceCell = cells.first('service.filingNumber')
  const ofEntity = numberIn(cells, entityCell)
  const ofService = numberIn(cells, serviceCell)
  const instead = serviceCell === undefined ? undefined : statusInsteadOfNumber(serviceCell.text)
  const status = ofService === undefined ? instead : undefined
  const withSerial = [ofService, ofEntity].find((number) => number?.serial !== undefined)
  const subject = ofEntity?.subject ?? ofService?.subject ?? entityCell?.text
  // What does not parse stays as typed: the validator says what is wrong with it.
  const unparsed = ofService === undefined && status === undefined ? serviceCell?.text : undefined
  return {
    ...maybe('subject', subject),
    ...maybe('service', withSerial?.text ?? unparsed),
    ...maybe('status', status),
  }
}

function numberIn(cells: RowCells, cell: MappedCell | undefined): IcpNumber | undefined {
  if (cell === undefined) return undefined
  const text = simplify(cell.text)
  const whole = parseIcpNumber(text)
  if (whole !== undefined) return whole
  const found = splitList(text)
    .map(parseIcpNumber)
    .filter((one) => one !== undefined)
  if (found.length > 1) {
    cells.find('import-several-numbers', 'warning', cell, { count: found.length })
  }
  return found[0]
}
