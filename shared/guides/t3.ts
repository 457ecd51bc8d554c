import { REGISTER_PASSWORD } from './closing.ts'
import type { Guide } from './guide.ts'
import { FIND_PASSWORD, PASSWORD_GUIDE, PRACTICE, TENCENT_CLOUD } from './sources.ts'
import { NO_PORTAL_ENTRY, TWO_LAYERS } from './warning.ts'

export const t3: Guide = {
  id: 't3',
  code: 'T3',
  kind: 'trouble',
  title: { zh: '重置后仍无法登录', en: 'Login still fails after the reset' },
  summary: {
    zh: '多半是浏览器缓存，或密码格式不合要求。清缓存、查四类字符，再看是不是用错了那一层密码。',
    en: 'Mostly a cache, or a password against the rules. Clear the cache, check the four classes, then see whether it is the password of the wrong layer.',
  },
  isRetiredByMessages: true,
  preconditions: [],
  steps: [
    {
      id: 'clear-cache',
      title: { zh: '清缓存，重新打开', en: 'Clear the cache, open anew' },
      text: {
        zh: '关掉旧标签页，清除该网站的缓存，或换浏览器、无痕窗口，从 https://beian.miit.gov.cn 重新进。',
        en: 'Close old tabs, clear the site’s cache or use another browser or a private window, and enter anew from https://beian.miit.gov.cn.',
      },
      link: 'miit-filing',
      sources: [FIND_PASSWORD],
    },
    {
      id: 'check-format',
      title: { zh: '查密码格式', en: 'Check the password’s form' },
      text: {
        zh: '8–20位，大写、小写、数字、特殊字符四类都有。看有没有全角字符、大小写打反、前后多了空格；在保管匣里复制，不要从聊天记录粘贴。',
        en: '8–20 characters, with upper case, lower case, digit and special character. Look for full-width characters, swapped case, spaces at the ends; copy it from the vault, not from a chat.',
      },
      sources: [FIND_PASSWORD, PASSWORD_GUIDE],
    },
    {
      id: 'check-layer',
      title: { zh: '是不是用错了一层', en: 'Is it the right layer?' },
      text: {
        zh: '接入商备案系统的密码和管局的备案密码是两个。看清登录的是哪个平台，取对应的那条凭据。',
        en: 'The provider’s filing system and the bureau have a password each. See which platform it is and take its credential.',
      },
      question: {
        text: { zh: '现在呢？', en: 'And now?' },
        answers: [
          { id: 'solved', text: { zh: '能登录了', en: 'Login works' } },
          {
            id: 'by-provider',
            text: { zh: '丢的是接入商那一层', en: 'It is the provider’s layer' },
            to: { guide: 'c' },
          },
          {
            id: 'again-self',
            text: { zh: '还是不行，重新自助找回一次', en: 'Still not: self-service once more' },
            to: { guide: 'a1' },
          },
          {
            id: 'by-bureau',
            text: { zh: '被锁，或要管局处理', en: 'Locked, or the bureau has to act' },
            to: { guide: 'b' },
          },
          {
            id: 'which-platform',
            text: { zh: '分不清是哪个平台', en: 'The platform is not clear' },
            to: { guide: 't5' },
          },
        ],
      },
      sources: [PRACTICE, TENCENT_CLOUD],
    },
    {
      ...REGISTER_PASSWORD,
      text: {
        zh: '登记真正能登录的那个值，标明哪个平台、哪一层，旧值留在历史里。',
        en: 'Register the value that opened, with platform and layer; the old one stays in the history.',
      },
      onlyIf: { step: 'check-layer', answers: ['solved'] },
    },
  ],
  materials: [],
  clocks: [],
  outcomes: [],
  failures: [NO_PORTAL_ENTRY],
  notes: [
    TWO_LAYERS,
    {
      id: 'stop-guessing',
      tone: 'warning',
      text: {
        zh: '提示“校验超过次数”（旧代码22）就停手，次日再试。',
        en: 'After “too many checks” (old code 22) stop, and try another day.',
      },
      sources: [TENCENT_CLOUD, PRACTICE],
    },
    {
      id: 'format-changed',
      tone: 'note',
      text: {
        zh: '系统升级会改密码格式，长期没用的旧密码可能因此失效。',
        en: 'An upgrade may change the rules, so that a long unused password no longer opens.',
      },
      sources: [FIND_PASSWORD],
    },
  ],
}
