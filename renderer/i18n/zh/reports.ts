import type { ReportKind } from '../../../shared/reports/report.ts'

/** Words of 报告; what stands in a report itself is in shared/reports. */
export const zhReports = {
  choose: '报告种类',
  kind: {
    ledger: '备案台账',
    compliance: '轮换与核查合规',
    risks: '未了风险',
    custodians: '保管人',
    drills: '备份与演练',
  } satisfies Record<ReportKind, string> as Record<ReportKind, string>,
  about: {
    ledger: '选定栏目的备案清单，密码只显示“有”，不显示内容',
    compliance: '3 至 6 个月轮换、每季度核查做到了多少，差在哪里',
    risks: '逾期、空壳、唯一保管人、失效渠道、未了的交接',
    custodians: '谁能打开什么，期间内查看、导出了多少',
    drills: '恢复包、备份、副保管人各试过没有',
  } satisfies Record<ReportKind, string> as Record<ReportKind, string>,
  period: '期间',
  periods: {
    quarter: '本季度',
    'last-quarter': '上季度',
    year: '今年',
    'last-year': '去年',
    custom: '自定日期',
  },
  from: '从',
  to: '到',
  language: '报告语言',
  languages: { 'zh-CN': '中文', en: 'English' },
  columns: '栏目',
  columnsHint: '至少选一栏',
  print: '打印',
  savePdf: '保存 PDF',
  saveXlsx: '保存表格',
  saved: (fileName: string) => `已保存“${fileName}”，并记入审计。`,
  printed: '已送打印，并记入审计。',
  making: '正在整理报告…',
  writing: {
    pdf: (rows: number) => `正在把 ${rows.toLocaleString('zh-CN')} 行排成 PDF…`,
    xlsx: (rows: number) => `正在把 ${rows.toLocaleString('zh-CN')} 行写成表格…`,
    print: (rows: number) => `正在排 ${rows.toLocaleString('zh-CN')} 行，送去打印…`,
  },
  cancelled: '已取消，没有写出文件，也没有打印。',
  preview: '报告预览',
}
export type ReportsText = typeof zhReports
