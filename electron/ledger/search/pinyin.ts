import { pinyin } from 'pinyin-pro'

/**
 * Second readings that matter in names: 重庆 and 重工, 银行 and 行知, 成都, 大厦, 单县 … The first
 * reading is pinyin-pro's. A character that has further readings only in rare words is not here:
 * they would find what nobody meant.
 */
const OTHER_READINGS: Readonly<Record<string, readonly string[]>> = {
  行: ['xing', 'hang'],
  重: ['zhong', 'chong'],
  长: ['chang', 'zhang'],
  乐: ['le', 'yue'],
  朝: ['chao', 'zhao'],
  都: ['du', 'dou'],
  调: ['tiao', 'diao'],
  会: ['hui', 'kuai'],
  单: ['dan', 'shan'],
  曾: ['zeng', 'ceng'],
  盛: ['sheng', 'cheng'],
  省: ['sheng', 'xing'],
  传: ['chuan', 'zhuan'],
  藏: ['cang', 'zang'],
  还: ['huan', 'hai'],
  厦: ['xia', 'sha'],
  仇: ['chou', 'qiu'],
  区: ['qu', 'ou'],
  查: ['cha', 'zha'],
  尉: ['wei', 'yu'],
  盖: ['gai', 'ge'],
  翟: ['zhai', 'di'],
  朴: ['pu', 'piao'],
  薄: ['bo', 'bao'],
  缪: ['miao', 'mou'],
  解: ['jie', 'xie'],
  参: ['can', 'shen'],
  差: ['cha', 'chai'],
  弹: ['dan', 'tan'],
  度: ['du', 'duo'],
  卡: ['ka', 'qia'],
  说: ['shuo', 'shui'],
  提: ['ti', 'di'],
  约: ['yue', 'yao'],
  折: ['zhe', 'she'],
  种: ['zhong', 'chong'],
  率: ['lv', 'shuai'],
  落: ['luo', 'la'],
  六: ['liu', 'lu'],
  冯: ['feng', 'ping'],
  秘: ['mi', 'bi'],
  覃: ['qin', 'tan'],
  角: ['jiao', 'jue'],
  血: ['xue', 'xie'],
  熟: ['shu', 'shou'],
  露: ['lu', 'lou'],
  剥: ['bo', 'bao'],
  番: ['fan', 'pan'],
  蚌: ['bang', 'beng'],
  涡: ['wo', 'guo'],
  浚: ['jun', 'xun'],
  莘: ['xin', 'shen'],
  蔚: ['wei', 'yu'],
  荥: ['xing', 'ying'],
  什: ['shi', 'shen'],
  否: ['fou', 'pi'],
  奇: ['qi', 'ji'],
  校: ['xiao', 'jiao'],
  脉: ['mai', 'mo'],
  模: ['mo', 'mu'],
  宿: ['su', 'xiu'],
  吓: ['xia', 'he'],
  柏: ['bai', 'bo'],
  伽: ['jia', 'qie', 'ga'],
  颉: ['xie', 'jie'],
  炅: ['jiong', 'gui'],
}

const HAN = /\p{Script=Han}/u
const known = new Map<string, readonly string[]>()

/** Whether a character is read in pinyin. */
export function isHan(character: string): boolean {
  return HAN.test(character)
}

/**
 * The readings of one Chinese character without tones, likeliest first; `ü` is `v`, and `u` as well,
 * since both are typed. Empty for anything else.
 */
export function readingsOf(character: string): readonly string[] {
  const remembered = known.get(character)
  if (remembered !== undefined) return remembered
  const readings = HAN.test(character) ? lookUp(character) : []
  known.set(character, readings)
  return readings
}

function lookUp(character: string): readonly string[] {
  const curated = OTHER_READINGS[character]
  const first = pinyin(character, { toneType: 'none', type: 'array', v: true })[0] ?? ''
  const readings = curated ?? (/^[a-z]+$/.test(first) ? [first] : [])
  return readings.flatMap((reading) =>
    /^[nl]v/.test(reading) ? [reading, reading.replace('v', 'u')] : [reading],
  )
}
