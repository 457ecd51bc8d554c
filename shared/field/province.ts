/** One of the 31 provinces with what the filing systems call it. */
export type Province = {
  /** First character of its ICP numbers. */
  icpPrefix: string
  /** First character of its public-security filing numbers; differs for 蜀/川, 黔/贵, 陇/甘. */
  policePrefix: string
  /** First two digits of GB/T 2260 codes. */
  code: string
  name: string
  /** The communications bureau in charge. */
  bureau: string
}

const municipalities = ['北京市', '天津市', '上海市', '重庆市']

function province(icpPrefix: string, policePrefix: string, code: string, name: string): Province {
  const full = AUTONOMOUS[name] ?? name
  return { icpPrefix, policePrefix, code, name, bureau: `${full}通信管理局` }
}

const AUTONOMOUS: Readonly<Record<string, string>> = {
  内蒙古: '内蒙古自治区',
  广西: '广西壮族自治区',
  西藏: '西藏自治区',
  宁夏: '宁夏回族自治区',
  新疆: '新疆维吾尔自治区',
}

/** In the order of their codes. Bureau hosts and phone numbers are records a person edits, not constants. */
export const PROVINCES: readonly Province[] = [
  province('京', '京', '11', '北京市'),
  province('津', '津', '12', '天津市'),
  province('冀', '冀', '13', '河北省'),
  province('晋', '晋', '14', '山西省'),
  province('蒙', '蒙', '15', '内蒙古'),
  province('辽', '辽', '21', '辽宁省'),
  province('吉', '吉', '22', '吉林省'),
  province('黑', '黑', '23', '黑龙江省'),
  province('沪', '沪', '31', '上海市'),
  province('苏', '苏', '32', '江苏省'),
  province('浙', '浙', '33', '浙江省'),
  province('皖', '皖', '34', '安徽省'),
  province('闽', '闽', '35', '福建省'),
  province('赣', '赣', '36', '江西省'),
  province('鲁', '鲁', '37', '山东省'),
  province('豫', '豫', '41', '河南省'),
  province('鄂', '鄂', '42', '湖北省'),
  province('湘', '湘', '43', '湖南省'),
  province('粤', '粤', '44', '广东省'),
  province('桂', '桂', '45', '广西'),
  province('琼', '琼', '46', '海南省'),
  province('渝', '渝', '50', '重庆市'),
  province('蜀', '川', '51', '四川省'),
  province('黔', '贵', '52', '贵州省'),
  province('滇', '滇', '53', '云南省'),
  province('藏', '藏', '54', '西藏'),
  province('陕', '陕', '61', '陕西省'),
  province('陇', '甘', '62', '甘肃省'),
  province('青', '青', '63', '青海省'),
  province('宁', '宁', '64', '宁夏'),
  province('新', '新', '65', '新疆'),
]

/** Characters that people write although no ICP number starts with them, and the right one. */
export const UNOFFICIAL_ICP_PREFIXES: Readonly<Record<string, string>> = {
  川: '蜀',
  贵: '黔',
  云: '滇',
  甘: '陇',
}

const byIcp = new Map(PROVINCES.map((one) => [one.icpPrefix, one]))
const byPolice = new Map(PROVINCES.map((one) => [one.policePrefix, one]))
const byCode = new Map(PROVINCES.map((one) => [one.code, one]))

/** By the first character of an ICP number, unofficial ones included. */
export function provinceOfIcp(prefix: string): Province | undefined {
  return byIcp.get(UNOFFICIAL_ICP_PREFIXES[prefix] ?? prefix)
}

/** By the first character of a public-security filing number. */
export function provinceOfPolice(prefix: string): Province | undefined {
  return byPolice.get(prefix)
}

/** By the first two digits of a GB/T 2260 code. */
export function provinceOfCode(code: string): Province | undefined {
  return byCode.get(code.slice(0, 2))
}

/** The province whose name or bureau stands in `text`, such as an address or 广东省通信管理局. */
export function provinceIn(text: string): Province | undefined {
  return PROVINCES.find((one) => text.includes(shortName(one)))
}

function shortName(one: Province): string {
  return municipalities.includes(one.name) ? one.name.slice(0, 2) : one.name.replace(/省$/, '')
}
