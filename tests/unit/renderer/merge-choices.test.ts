import { describe, expect, it } from 'vitest'
import { enMerge } from '../../../renderer/i18n/en/merge.ts'
import { zhMerge } from '../../../renderer/i18n/zh/merge.ts'
import {
  countOutcomes,
  mergeRows,
  outcomeOf,
  shownRows,
  sideOfField,
  withField,
  withSide,
} from '../../../renderer/screens/merge/choices.ts'
import type { MergeLine } from '../../../shared/merge-view.ts'
import { isFormKind, RECORD_KINDS, RECORD_SCHEMAS } from '../../../shared/records/record.ts'

function line(recordId: string, more: Partial<MergeLine> = {}): MergeLine {
  return {
    recordId,
    kind: 'entity',
    title: `主体${recordId}`,
    standing: 'conflict',
    here: 'changed',
    there: 'changed',
    isTrashedHere: false,
    isTrashedThere: false,
    isSecretChanged: false,
    ...more,
  }
}

const conflict = line('1')
const theirs = line('2', { standing: 'theirs', here: 'nothing' })
const goneThere = line('3', { standing: 'theirs', here: 'nothing', there: 'removed' })
const ours = line('4', { standing: 'ours', there: 'nothing', kind: 'service' })
const lines = [conflict, theirs, goneThere, ours]

describe('what becomes of a difference', () => {
  it('is open where both changed it, and the only change elsewhere', () => {
    expect(mergeRows(lines, new Map()).map(outcomeOf)).toEqual(['open', 'there', 'trash', 'here'])
  })

  it('is what was chosen, as a whole or field by field', () => {
    let choices = withSide(new Map(), ['1', '2'], 'here')
    choices = withField(choices, ours, 'name', 'there')
    const rows = mergeRows(lines, choices)
    expect(rows.map(outcomeOf)).toEqual(['here', 'here', 'trash', 'mixed'])
    expect(countOutcomes(rows)).toMatchObject({ open: 0, here: 2, trash: 1, mixed: 1 })
    expect(rows.map((row) => sideOfField(row, 'name'))).toEqual(['here', 'here', 'there', 'there'])
  })

  it('is whole again once its last field was taken back', () => {
    let choices = withField(new Map(), conflict, 'name', 'there')
    expect(choices.get('1')).toEqual({ id: '1', side: 'here', fields: { name: 'there' } })
    choices = withField(choices, conflict, 'name', 'here')
    expect(choices.get('1')).toEqual({ id: '1', side: 'here' })
  })

  it('of no field is told before anything was chosen', () => {
    expect(sideOfField({ line: conflict, choice: undefined }, 'name')).toBeUndefined()
  })
})

describe('the list of differences', () => {
  it('is narrowed by text, standing and kind', () => {
    const rows = mergeRows(lines, new Map())
    const ids = (found: typeof rows) => found.map((row) => row.line.recordId)
    expect(ids(shownRows(rows, { text: '主体2' }))).toEqual(['2'])
    expect(ids(shownRows(rows, { text: '', standing: 'theirs' }))).toEqual(['2', '3'])
    expect(ids(shownRows(rows, { text: '', kind: 'service' }))).toEqual(['4'])
  })
})

describe('the words of fields', () => {
  it.each(RECORD_KINDS.filter(isFormKind))('name every field of a form of %s', (kind) => {
    for (const name of Object.keys(RECORD_SCHEMAS[kind].shape)) {
      if (INNER.has(name)) continue
      expect(zhMerge.fields[name], name).toMatch(/\p{Script=Han}/u)
      expect(enMerge.fields[name], name).toMatch(/^[A-Z]/)
    }
  })

  it('are the same in both languages', () => {
    expect(Object.keys(enMerge.fields)).toEqual(Object.keys(zhMerge.fields))
  })
})

/** Where a task came from: told by its title. */
const INNER = new Set(['guideId', 'caseId', 'checkId', 'itemId', 'findingId', 'isDanger'])
