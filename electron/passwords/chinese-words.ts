/** One word each, told apart by blanks. */
function words(text: string): string[] {
  return text.trim().split(/\s+/)
}

/** Whole passwords. */
const COMMON_PASSWORDS = words(`
  123456 123456789 111111 123123 5201314 woaini1314 woaini520 woaini521 woaini123 woaini 888888
  666666 a123456 a123456789 1314520 520520 5211314 7758521 7758258 1314521 000000 88888888
  66666666 11111111 00000000 12345678 1234567 1234567890 123321 112233 123qwe qwe123 1q2w3e4r
  1qaz2wsx qazwsx qwerty asdasd asdfgh zxcvbn zxc123 asd123 q123456 w123456 z123456 aa123456
  abc123456 abc123 a12345678 a1234567 qq123456 qq123123 woaini1 woaiwojia woaizhongguo aini1314
  aini520 iloveyou 1234qwer qwer1234 admin123 admin888 admin123456 root123 test123 password1
  passw0rd p@ssw0rd pass1234 p@ssword qwe123456 147258369 147258 258369 159357 159753 789456
  789456123 123654 321321 321654987 456789 987654321 9876543210 5201314a a5201314 z5201314
  woshishui wodemima mima123 mima123456 beian123 beian2024 beian2025 beian2026 icp123456 icp2024
  icp2025 aliyun123 tengxun123 huawei123 huawei@123 aliyun@123 admin@123 admin@123456 root@123
  abc@123 abcd1234 abcd@1234 abc123! qwe123! qwer1234! test@123 pass@123 passw0rd! p@ssw0rd1
  p@ssw0rd123 p@ssw0rd! zaq12wsx !qaz2wsx 1qaz@wsx 1qaz!qaz !qaz@wsx qwert12345 qwerty123 1qazxsw2
  zxcvbnm123 asdf1234 asdfghjkl 2008beijing 20080808 19491001 nihao123 nihao 1a2b3c 1a2b3c4d
  a1b2c3 a1b2c3d4 wang123 wang1234 li123456 zhang123 liu123456 chen123456 zhangwei123 wangwei123
  xiaoming123 china123 china2008 woaimama woaibaba jiayou123 fendou123 dragon123 tiancai haha123
  love1314 love520 lovelove1314 baobei520 baobei1314 laogong520 laopo1314 88886666 66668888 168168
  518518 158158 16888 188888 987987 654321 7654321 963852 963852741 741852963 852963 1472583690
  0123456789 asdf123 qaz123 qaz123456 wsx123 zzz123 aaa111 aaa123 aaaaaa aaaaaaaa a111111 a000000
  a888888 a666666 a123123 a321321 s123456 l123456 x123456 y123456 j123456 c123456 wq123456
  zx123456 qwertyuiop woailaopo
`)

/** Walks over the keyboard and numbers that sound like words: 520 我爱你, 1314 一生一世. */
const HABITS = words(`
  qaz wsx edc rfv tgb yhn ujm qazwsxedc 1qaz 2wsx 3edc 4rfv zaq1 xsw2 cde3 !qaz @wsx #edc 1q2w
  3e4r 5t6y qweasd qweasdzxc asdzxc 789456123 147 258 369 159 357 147258 258369 741852963 520 521
  1314 5201314 1314520 168 518 888 666 999 168888 16888 886 748 7758521 918 8888 6666 9999 1111
  0000 5211314 1314521 5203344 3344 9420
`)

/** Words, surnames, names and places in pinyin. */
const PINYIN_WORDS = words(`
  woaini wo ai ni nihao zhongguo beijing shanghai guangzhou shenzhen hangzhou chengdu wuhan
  nanjing tianjin chongqing xian suzhou mima yonghu guanliyuan denglu zhanghao gongsi wangzhan
  beian beianmima tongxin wangluo keji jishu xinxi kaifa ceshi yunwei caiwu renshi zhanghu huiyuan
  woaizhongguo zhonghua renmin gongheguo xiexie zaijian pengyou laogong laopo baobei mama baba
  gege jiejie didi meimei erzi nver wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu
  gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng fu
  shen zeng peng lv su lu jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang
  shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan
  qian yin yi chang qiao lai gong wen wangwei liwei zhangwei liuwei wangfang lina zhangli wangli
  lijun zhangjun liuyang wangjing zhangjing lijing wangqiang zhangmin liming xiaoming xiaohong
  xiaoli xiaolong weiwei lili yangyang jingjing pingping lele tingting fangfang yuanyuan doudou
  xixi haha hehe heihei huanhuan mengmeng lingling dandan feifei er san si qi ba jiu yiersan
  yisheng yishi aini aiwo xiangni xihuan kuaile xingfu meili jiankang pingan facai gongxi xinnian
  chunjie guoqing shuaige meinv tianxia wudi tiantian xiangshang jiayou chenggong shengli yongyuan
  weilai mengxiang ziyou heping laoban jingli zongjingli buzhang mishu kuaiji chuna zhuanyuan
  fuzeren lianxiren dianhua shouji youxiang dizhi aliyun tengxun tengxunyun huawei huaweiyun baidu
  baiduyun wanwang xinwang jingan wangyi taobao weixin qq zhifubao nanhai donghai changcheng
  changjiang huanghe taishan huashan xihu gugong tiananmen
`)

/**
 * Chinese habits that the common dictionaries lack, most used first in each list: zxcvbn takes the
 * place in the list for the number of guesses. Written down from general knowledge of passwords and
 * of pinyin; nobody's list is copied.
 */
export const CHINESE_DICTIONARIES: Readonly<Record<string, string[]>> = {
  'chinese-passwords': COMMON_PASSWORDS,
  'chinese-habits': HABITS,
  'chinese-pinyin': PINYIN_WORDS,
}
