import {
  EXPORT_COLUMNS,
  KIND_WORDS,
  NATURE_WORDS,
  SECRET_COLUMNS,
  STATUS_WORDS,
} from './ledger-table.ts'
import type { SheetToWrite } from './xlsx-writer.ts'

/** What each column of the template is for, with an invented example. */
const NOTES: Readonly<Record<string, readonly [explanation: string, example: string]>> = {
  主体名称: [
    '备案主体（公司、单位或个人）的全称。同一主体的多行写同一个名称。',
    '星河示例科技有限公司',
  ],
  单位性质: ['可从下拉列表选；空着时按信用代码判断。', '企业'],
  统一社会信用代码: ['18 位。本表格的单元格已设为文本，不会丢失末尾数字。', '91350100M000100Y43'],
  主体备案号: ['不带“-1”的备案号；空着时从网站备案号得出。', '京ICP备12345678号'],
  地址: ['营业执照上的住所。', '北京市海淀区示例路 1 号'],
  网站名称: ['网站、APP、小程序或快应用的名称。', '星河示例官网'],
  类型: ['网站、APP、小程序、快应用；空着时按备案号末尾的字母判断。', '网站'],
  网站备案号: [
    '带“-1”的服务备案号；APP 如 -2A，小程序如 -3X，快应用如 -4K。',
    '京ICP备12345678号-1',
  ],
  备案日期: ['2019-03-05、2019/3/5、2019年3月5日都可以。', '2019-03-05'],
  状态: ['正常、待备案、限制接入、已注销、待核实。', '正常'],
  首页网址: ['首页地址。', 'https://www.example.com'],
  前置审批: ['有前置审批时填写文号。', ''],
  公安备案号: ['14 位数字的公安联网备案号。', '京公网安备11010802012345号'],
  域名: ['多个域名用顿号、逗号、空格或换行分开。', 'example.com、example.net'],
  域名到期时间: ['多个域名到期日不同时，按同样的顺序写多个日期。', '2027-05-01'],
  域名所有者: ['域名实名的所有者。', '星河示例科技有限公司'],
  域名注册商: ['在哪里注册的域名。', '示例域名'],
  接入商: ['为网站提供接入并提交备案的服务商。', '示例云'],
  主体负责人: ['姓名。', '张三'],
  主体负责人手机: ['接收主体变更、注销短信的手机。', '13800138000'],
  网站负责人: ['姓名。', '李四'],
  网站负责人手机: ['接收服务变更短信的手机。', '13900139000'],
  网站负责人邮箱: ['', 'lisi@example.com'],
  应急联系人: ['姓名。', '王五'],
  应急电话: ['', '13700137000'],
  备注: ['任何要记下来的话。', ''],
  备案密码: ['备案本身的密码（管局侧）。原样保存，不修改。', ''],
  密码修改日期: ['最近一次设置备案密码的日期；不知道就空着，会提醒补上。', '2026-08-31'],
  登录账号: ['接入商控制台的登录账号。', 'xinghe-example'],
  平台密码: ['上面账号的密码。与备案密码不是一回事。', ''],
  网站负责人证件号码: ['身份证号等。单独加密保存，查看时留痕。', ''],
}

/** A blank table whose headers the import knows, and a second sheet that explains them. */
export function templateSheets(): SheetToWrite[] {
  const columns = EXPORT_COLUMNS.flatMap((column) => [
    column,
    ...SECRET_COLUMNS.filter((one) => one.after === column.header),
  ])
  const headers = columns.map((column) => column.header)
  const choices = [
    { header: '单位性质', values: Object.values(NATURE_WORDS) },
    { header: '类型', values: Object.values(KIND_WORDS) },
    { header: '状态', values: Object.values(STATUS_WORDS) },
  ].map(({ header, values }) => ({ column: headers.indexOf(header), values }))
  return [
    {
      name: '备案台账',
      headers,
      rows: [],
      preparedRows: 1000,
      widths: columns.map((column) => column.width),
      choices,
    },
    {
      name: '填写说明',
      headers: ['这一列', '怎么填', '例子（虚构）'],
      rows: [
        ...headers.map((header) => [header, ...(NOTES[header] ?? ['', ''])]),
        ['', '每行一个网站或应用，只有主体的也可以单独一行；用不到的列可以空着或删掉。', ''],
        ['', '填好后在备案匣里点“导入台账”。这份表格里有明文密码，导入后请删除。', ''],
      ],
      widths: [22, 70, 36],
      isNotes: true,
    },
  ]
}
