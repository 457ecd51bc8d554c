import type { Step } from './guide.ts'
import { HUAWEI_CLOUD, TENCENT_CLOUD, VOLCENGINE } from './sources.ts'

/** Only where the step `open-account` found no access provider left. */
export const CANCEL_SHELL: Step = {
  id: 'cancel-and-refile',
  title: { zh: '空壳：注销后重新备案', en: 'Shell: cancel and file anew' },
  text: {
    zh: '没有接入商，改不了手机号。先在要用的接入商问清：能直接新增服务就新增，不能就注销后重新首次备案。手机失效导致注销也收不到码的，走书面：执照、法定代表人身份证、经办人身份证、盖章的《注销声明函》，提工单。',
    en: 'Without a provider the phone cannot be changed. Ask the provider you want to use whether a service can be added directly; if not, cancel and file for the first time again. Where a dead phone blocks the cancelling too, go by paper: licence, ID of the legal representative and of the applicant, stamped 注销声明函, by ticket.',
  },
  caution: {
    zh: '注销不可恢复，原备案号不会再给。',
    en: 'Cancelling cannot be undone; the number never comes back.',
  },
  onlyIf: { step: 'open-account', answers: ['no-provider'] },
  startsClocks: ['bureau-review'],
  asks: ['person', 'channel', 'reference'],
  failures: [
    {
      when: { zh: '2009年前的老备案', en: 'A filing from before 2009' },
      to: { guide: 'g' },
      sources: [HUAWEI_CLOUD],
    },
  ],
  sources: [VOLCENGINE, TENCENT_CLOUD],
}
