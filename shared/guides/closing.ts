import type { Step } from './guide.ts'
import { FIND_PASSWORD, PASSWORD_GUIDE, RECOVERY_STEPS } from './sources.ts'

/** Nobody keeps a password that somebody else has seen. */
export const CHANGE_RECEIVED: Step = {
  id: 'change-at-once',
  title: { zh: '立即修改密码', en: 'Change the password at once' },
  text: {
    zh: '用收到的密码登录，当场改掉。新密码8–20位，同时有大写字母、小写字母、数字和特殊字符，不含生日、手机号；用本软件生成，不要自己编。',
    en: 'Log in with the password you received and change it there and then. 8–20 characters with upper case, lower case, digits and special characters, without birthday or phone; let the generator make it.',
  },
  caution: {
    zh: '发送的密码有时限，过期要从头再来。',
    en: 'A password that was sent ends after a while; then start again.',
  },
  failures: [
    {
      when: { zh: '登录不了，或不接受新密码', en: 'Login fails, or the new password is refused' },
      to: { guide: 't3' },
      sources: [FIND_PASSWORD],
    },
  ],
  sources: [FIND_PASSWORD, PASSWORD_GUIDE, RECOVERY_STEPS],
}

/** Taken after `sent` and `temporary` only. */
export const CHANGE_AT_ONCE: Step = { ...CHANGE_RECEIVED, onlyIfOutcome: ['sent', 'temporary'] }

/** Only this closes what `sent` and `temporary` left open. */
export const REGISTER_PASSWORD: Step = {
  id: 'register-password',
  title: { zh: '登记新密码', en: 'Register the new password' },
  text: {
    zh: '再用新密码登录一次，确认能用。然后在保管匣登记：密码、改的日期、从哪里取得、谁改的、在哪个平台用。3个月后提醒轮换，最迟6个月。',
    en: 'Log in once more with the new password. Then register it: the value, the day, where it came from, who changed it and where it is typed. Rotation is due after three months, at the latest after six.',
  },
  isRegistration: true,
  asks: ['person'],
  sources: [FIND_PASSWORD, PASSWORD_GUIDE],
}

/** Last of every way. */
export const UPDATE_LEDGER: Step = {
  id: 'update-ledger',
  title: { zh: '更新台账，结案', en: 'Bring the ledger up to date and close' },
  text: {
    zh: '更新负责人、手机号、邮箱、接入商和备案日期；核实接收渠道；告诉第二联系人这一次改过密码；看《密码找回授权书》是否还有效；写下这次的教训。',
    en: 'Bring persons, phones, mailboxes, provider and filing day up to date; verify the channels; tell the second contact that the password was changed; look whether the standing authorisation is still valid; write down what was learnt.',
  },
  sources: [FIND_PASSWORD, RECOVERY_STEPS],
}
