import type { Guide } from './guide.ts'
import { FIND_PASSWORD, PASSWORD_GUIDE, TENCENT_CLOUD, VOLCENGINE } from './sources.ts'
import { NO_PORTAL_ENTRY } from './warning.ts'

export const t1: Guide = {
  id: 't1',
  code: 'T1',
  kind: 'trouble',
  title: { zh: '收不到验证码', en: 'No code arrives' },
  summary: {
    zh: '登记的手机或邮箱停用、填错，或短信被拦。先排查手机，再改联系方式；改不了走人工。',
    en: 'The filed phone or mailbox is dead or wrong, or the message is filtered. Look at the phone first, then amend the contacts; failing that, go through people.',
  },
  isRetiredByMessages: false,
  preconditions: [],
  steps: [
    {
      id: 'check-phone',
      title: { zh: '排查手机', en: 'Look at the phone' },
      text: {
        zh: '看欠费、信号、短信箱满；在拦截和黑名单里放行12381；把卡换到另一部手机再试。双卡的确认是登记的那张。',
        en: 'Arrears, signal, a full inbox; let 12381 pass the filters and black lists; put the SIM into another handset. With two SIMs make sure it is the filed one.',
      },
      values: ['responsible-phone', 'service-responsible-phone'],
      asks: ['person'],
      sources: [VOLCENGINE, TENCENT_CLOUD],
    },
    {
      id: 'check-mailbox',
      title: { zh: '查邮箱', en: 'Look at the mailbox' },
      text: {
        zh: '发到邮箱的，看垃圾箱，把发件人加入白名单，看邮箱是否满。',
        en: 'For a code by mail look among the spam, white-list the sender, see whether the box is full.',
      },
      values: ['responsible-email'],
      isOptional: true,
      sources: [PASSWORD_GUIDE],
    },
    {
      id: 'resend',
      title: { zh: '点“短信重发”', en: 'Have it sent again' },
      text: {
        zh: '在页面点重发，等几分钟。短信核验的，系统第二天中午会自动再发一次，但不要超过24小时。',
        en: 'Use the page’s re-send and wait some minutes. For the SMS check the system sends once more next noon; mind the 24 hours.',
      },
      link: 'miit-filing',
      question: {
        text: { zh: '收到了吗？', en: 'Did it come?' },
        answers: [
          { id: 'arrived', text: { zh: '收到了', en: 'Yes' }, to: { end: 'solved' } },
          { id: 'not-yet', text: { zh: '还是没有', en: 'Still not' } },
        ],
      },
      sources: [VOLCENGINE, TENCENT_CLOUD],
    },
    {
      id: 'check-segment',
      title: { zh: '看号段', en: 'Look at the number’s segment' },
      text: {
        zh: '虚拟运营商号段和部分新号段收不到工信部短信（2018年名单：166、198、199、147）。是这种号码，换一个号做变更。',
        en: 'Virtual and some new segments get no messages from MIIT (list of 2018: 166, 198, 199, 147). With such a number, change the filing to another.',
      },
      sources: [TENCENT_CLOUD],
    },
    {
      id: 'decide',
      title: { zh: '定下一步', en: 'Decide how to go on' },
      text: {
        zh: '登记的手机或邮箱停用、填错了，通过接入商更新联系方式；接入商办不了，走人工找回。',
        en: 'With a dead or wrong phone or mailbox have the provider update the contacts; if it cannot, recover by hand.',
      },
      question: {
        text: { zh: '情况是哪一种？', en: 'Which is it?' },
        answers: [
          {
            id: 'change-contacts',
            text: {
              zh: '号码停用或填错，接入商账号能用',
              en: 'Dead or wrong number, account works',
            },
            to: { guide: 'm' },
          },
          {
            id: 'mailbox-only',
            text: {
              zh: '手机不行，登记的邮箱能用',
              en: 'The phone fails, the filed mailbox works',
            },
            to: { guide: 'a2' },
          },
          {
            id: 'by-provider',
            text: {
              zh: '账号要先找回，或要接入商人工办',
              en: 'Account lost, or the provider has to act',
            },
            to: { guide: 'c' },
          },
          {
            id: 'by-bureau',
            text: { zh: '接入商也办不了', en: 'No provider can help' },
            to: { guide: 'b' },
          },
          {
            id: 'solved',
            text: { zh: '已经收到了', en: 'It came after all' },
            to: { end: 'solved' },
          },
        ],
      },
      sources: [FIND_PASSWORD],
    },
  ],
  materials: [],
  clocks: [],
  outcomes: [],
  failures: [NO_PORTAL_ENTRY],
  notes: [
    {
      id: 'emergency-gets-none',
      tone: 'note',
      text: {
        zh: '应急联系人和应急电话收不到核验短信，别等错了人。',
        en: 'The emergency contact and phone never get the message: do not wait for the wrong person.',
      },
      sources: [VOLCENGINE],
    },
  ],
}
