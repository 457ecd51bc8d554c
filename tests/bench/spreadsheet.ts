import { writeXlsxSheets } from '../../electron/spreadsheet/xlsx-writer.ts'

const HEADERS = [
  '主办单位名称',
  '网站名称',
  '网站备案号',
  '网站域名',
  '备案密码',
  '接入商',
  '网站负责人',
  '手机号码',
  '备案时间',
  '备注',
]
const ROWS_PER_ENTITY = 4

/** An invented ledger as an agency keeps it: four filings an entity, all columns filled. */
export function spreadsheetOf(rowCount: number): Promise<Uint8Array> {
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const entity = Math.floor(index / ROWS_PER_ENTITY)
    const serial = String(entity + 100_001)
    const nth = (index % ROWS_PER_ENTITY) + 1
    return [
      `虚构商贸第${serial}号有限公司`,
      `虚构网站 ${serial}-${nth}`,
      `京ICP备19${serial}号-${nth}`,
      `s${nth}.e${serial}.example.com`,
      `Bench#${serial}x${nth}`,
      entity % 2 === 0 ? '云枢计算' : '南湾数据中心',
      `经办${serial}`,
      `154${String(10_000_000 + entity)}`,
      `2019-0${(index % 9) + 1}-15`,
      '',
    ]
  })
  return writeXlsxSheets([{ name: '台账', headers: HEADERS, rows, widths: HEADERS.map(() => 18) }])
}
