import { CHANGE_AT_ONCE, REGISTER_PASSWORD, UPDATE_LEDGER } from './closing.ts'
import { ORDER_PATH_STEPS, TRANSFER_STEPS } from './entity-paths.ts'
import { TRANSFER_MATERIALS, TRANSFER_NOTES } from './entity-transfer.ts'
import type { Guide } from './guide.ts'
import { ORDER_CLOCKS } from './order-steps.ts'
import { PRE_FLIGHT } from './pre-flight.ts'
import { FIND_PASSWORD, HUAWEI_CLOUD, PRACTICE, TENCENT_CLOUD } from './sources.ts'
import { NO_PORTAL_ENTRY } from './warning.ts'

export const e: Guide = {
  id: 'e',
  code: 'E',
  kind: 'special-case',
  title: { zh: '主体变更、注销、过户', en: 'Entity changed, dissolved or transferred' },
  summary: {
    zh: '原主体注销、合并，或备案转让给别人。先办完过户或变更，再谈密码。5–10个工作日，早做准备，优先人工渠道。',
    en: 'The entity was dissolved or merged, or the filing was sold. Finish the transfer before dealing with the password. 5–10 working days: prepare early and prefer a person to a form.',
  },
  isRetiredByMessages: true,
  duration: { unit: 'working-days', from: 5, to: 10 },
  preconditions: [
    {
      id: 'entity-changed',
      text: { zh: '主体确实变了', en: 'The entity has changed' },
      fact: 'entity-changed',
    },
    {
      id: 'both-sides',
      text: {
        zh: '原主体和新主体都找得到能盖章签字的人',
        en: 'Both sides can still seal and sign',
      },
    },
  ],
  steps: [
    ...PRE_FLIGHT,
    {
      id: 'code-changed',
      title: { zh: '信用代码变了吗？', en: 'Did the credit code change?' },
      text: {
        zh: '比对新旧营业执照上的统一社会信用代码。没变，只是名称、地址或负责人变了，是变更备案，改名的附更名函；变了，就是另一个主体。',
        en: 'Compare the credit codes on both licences. If it is the same and only name, address or person changed, that is a change of filing, with a letter on the new name; if not, it is another entity.',
      },
      values: ['credit-code', 'entity-name'],
      question: {
        text: { zh: '信用代码变了吗？', en: 'Did the credit code change?' },
        answers: [
          {
            id: 'same',
            text: { zh: '没变：办变更备案', en: 'No: change the filing' },
            to: { guide: 'm' },
          },
          { id: 'changed', text: { zh: '变了：过户、迁移或注销重备', en: 'Yes: another entity' } },
        ],
      },
      sources: [HUAWEI_CLOUD, TENCENT_CLOUD],
    },
    {
      id: 'ask-offices',
      title: { zh: '问清本省允许哪条路', en: 'Ask which way the province allows' },
      text: {
        zh: '打电话问原接入商和管局：过户、迁移、注销重备，哪条能办，要不要公证书。记入沟通记录。下面有各省的已知情况。',
        en: 'Call the original provider and the bureau: transfer, migration, or cancel and file anew, and is a notarial certificate wanted? Log it. What is known of provinces stands below.',
      },
      asks: ['person', 'channel'],
      sources: [FIND_PASSWORD, HUAWEI_CLOUD],
    },
    {
      id: 'choose-path',
      title: { zh: '选定办法', en: 'Settle on the way' },
      text: {
        zh: '多数省不允许直接把A主体的备案改成B主体。来源文章的办法是在原接入商过户；能迁移的走迁移，不断网；都不行才注销重备，会换号、要停站。',
        en: 'Most provinces refuse to turn A’s filing into B’s. The article’s way is a transfer at the original provider; where a migration is allowed it has no outage; only if neither works cancel and file anew, with a new number and an outage.',
      },
      question: {
        text: { zh: '走哪条？', en: 'Which way?' },
        answers: [
          { id: 'transfer', text: { zh: '主体过户', en: 'Transfer of the entity' } },
          {
            id: 'migrate',
            text: { zh: '互联网信息服务迁移', en: 'Migration of the service' },
            to: { step: 'check-migration' },
          },
          {
            id: 'refile',
            text: { zh: '注销后重新备案', en: 'Cancel and file anew' },
            to: { step: 'cancel-old' },
          },
        ],
      },
      sources: [FIND_PASSWORD, HUAWEI_CLOUD, TENCENT_CLOUD],
    },
    ...TRANSFER_STEPS,
    ...ORDER_PATH_STEPS,
    {
      id: 'services-left',
      title: { zh: '旧主体名下还有服务吗？', en: 'Has the old entity any service left?' },
      text: {
        zh: '服务全部移走的旧主体是空壳，会被清理，要主动注销主体。',
        en: 'An entity whose services have all gone is a shell and will be cleaned up: cancel it yourself.',
      },
      question: {
        text: { zh: '还有吗？', en: 'Is there one?' },
        answers: [
          { id: 'some', text: { zh: '还有，旧主体保留', en: 'Yes, the old entity stays' } },
          {
            id: 'none',
            text: { zh: '没有了，要注销主体', en: 'No, the entity is to be cancelled' },
          },
        ],
      },
      sources: [HUAWEI_CLOUD],
    },
    {
      id: 'cancel-subject',
      title: { zh: '注销旧主体', en: 'Cancel the old entity' },
      text: {
        zh: '提交注销主体，由旧主体的主体负责人收码核验。他的手机用不了，改走书面：执照、身份证、盖章的《注销声明函》。',
        en: 'Submit the cancelling; the old entity’s responsible person gets the code. With a dead phone go by paper: licence, ID and the stamped 注销声明函.',
      },
      onlyIf: { step: 'services-left', answers: ['none'] },
      startsClocks: ['cancel-review'],
      asks: ['person', 'reference'],
      sources: [HUAWEI_CLOUD, TENCENT_CLOUD],
    },
    {
      id: 'recover',
      title: { zh: '用新主体的信息找回，登记结果', en: 'Recover with the new entity’s data' },
      text: {
        zh: '用新主体的信息按A1或A2找回密码，或请新接入商办（C）。门户没有入口的，以短信核验为准，登记为“联系方式已变更”或“账号已找回”。',
        en: 'With the new entity’s data recover by A1 or A2, or through the new provider (C). Where the portal has no entry the SMS check is what counts: record contacts changed, or account regained.',
      },
      values: [
        'entity-name',
        'credit-code',
        'subject-filing-number',
        'domain',
        'responsible-phone',
      ],
      isOutcome: true,
      asks: ['person', 'channel', 'evidence'],
      failures: [
        { when: { zh: '要按A1逐步办', en: 'Go through A1 step by step' }, to: { guide: 'a1' } },
        { when: { zh: '要按A2逐步办', en: 'Go through A2 step by step' }, to: { guide: 'a2' } },
        {
          when: { zh: '要请新接入商逐步办', en: 'Go through C with the new provider' },
          to: { guide: 'c' },
        },
        NO_PORTAL_ENTRY,
      ],
      sources: [FIND_PASSWORD],
    },
    CHANGE_AT_ONCE,
    REGISTER_PASSWORD,
    {
      id: 'hand-over',
      title: { zh: '改联系人，签交接单', en: 'Re-point contacts, sign the handover sheet' },
      text: {
        zh: '备案、接入商、注册商、公安联网备案的联系人都改成新主体的；生成交接单，三方签字。原主体知道的密码全部改掉。',
        en: 'Point the contacts of filing, provider, registrar and police filing to the new entity; make the handover sheet and have it signed by all three. Change every password the old entity knew.',
      },
      letter: 'handover-sheet',
      asks: ['person', 'evidence'],
      sources: [PRACTICE],
    },
    {
      id: 'subject-cancelled',
      title: { zh: '旧主体已注销', en: 'The old entity is cancelled' },
      text: {
        zh: '公共查询查不到旧主体了，截图存证，台账里标为已注销。',
        en: 'The public query no longer shows it: keep a screenshot and mark it as cancelled in the ledger.',
      },
      link: 'miit-filing',
      onlyIf: { step: 'services-left', answers: ['none'] },
      stopsClocks: ['cancel-review'],
      asks: ['evidence'],
      sources: [TENCENT_CLOUD],
    },
    UPDATE_LEDGER,
  ],
  materials: TRANSFER_MATERIALS,
  clocks: [
    {
      id: 'transfer',
      title: { zh: '主体过户审核', en: 'Review of the transfer' },
      unit: 'working-days',
      from: 5,
      to: 10,
      party: 'them',
      isOverridable: true,
      onOverdue: {
        zh: '催接入商，问卡在哪一家；推诿走T4。',
        en: 'Ask the provider where it is stuck; if they put you off take T4.',
      },
      sources: [FIND_PASSWORD],
    },
    {
      id: 'cancel-review',
      title: { zh: '注销审核', en: 'Review of the cancelling' },
      unit: 'working-days',
      from: 1,
      to: 20,
      party: 'them',
      isOverridable: true,
      onOverdue: {
        zh: '通常1–5个工作日，最长20个；请接入商查询。',
        en: 'Usually 1–5 working days, 20 at most; have the provider ask.',
      },
      sources: [TENCENT_CLOUD],
    },
    {
      id: 'real-name-wait',
      title: {
        zh: '等域名实名信息到管局',
        en: 'Waiting for the domain’s real name to reach the bureau',
      },
      unit: 'working-days',
      from: 3,
      to: 5,
      party: 'us',
      isOverridable: true,
      onOverdue: { zh: '可以提交备案了。', en: 'The filing can be submitted now.' },
      sources: [HUAWEI_CLOUD],
    },
    ...ORDER_CLOCKS,
  ],
  outcomes: ['reset-by-user', 'sent', 'account-regained', 'contact-changed'],
  failures: [
    NO_PORTAL_ENTRY,
    {
      when: { zh: '原接入商推诿', en: 'The original provider puts you off' },
      to: { guide: 't4' },
      sources: [FIND_PASSWORD],
    },
  ],
  notes: TRANSFER_NOTES,
}
