import { ascii, uint } from './bytes.ts'
import type { HeadRow } from './container.ts'
import { hash } from './keys.ts'

const CHECK_WORDS = 8

/** The list of section 11. */
export const WORDS = [
  '天地山河日月星云风雨雪花草木石水火土金银铜铁林海江湖泉春夏秋冬西',
  '南北上左右前后里外大小多少高长短远快慢新老红黄蓝绿白黑紫青牛马羊',
  '鸡狗猪猫龙蛇鸟虫象熊鹿鹰鸭蝶人口手足耳头身父姐妹生客王臣兵农工书',
  '笔纸墨琴棋歌舞文词句门窗墙房楼桥车船灯桌椅柜碗盘锅刀针线布鞋袜伞',
  '包钟表米面饭菜肉蛋奶糖盐茶酒桃苹瓜豆麦松柳四八年分秒早明冷热干宽',
  '窄软空好爱乐哭说听看读走跑跳飞站开关出来去落给拿找教用修扫切吃戴',
  '拍推拉扛光色味酸电量寸吨张根双群队班题家城港沙滩波浪潮雷暖锁钥鼓',
  '剑塔台井坡岭穷谋弱粗昂棒崩参仓测层柴缠吹错当德丁丢恩佛更怪滚含航',
].join('')

/** The eight check words of this state of the vault (section 11). */
export function checkWords(vaultId: Uint8Array, head: HeadRow): string[] {
  const digest = hash(ascii('beian-check-words'), vaultId, uint(head.revision, 8), head.mac)
  return Array.from(digest.subarray(0, CHECK_WORDS), (index) => WORDS.charAt(index))
}

const ROUNDS = 16_384

/** Six words for something that two people compare (section 4.3). */
export function sixWords(domain: string, bytes: Uint8Array): string[] {
  let digest = bytes
  for (let round = 0; round < ROUNDS; round++) digest = hash(ascii(domain), digest)
  return Array.from(digest.subarray(0, 6), (index) => WORDS.charAt(index))
}
