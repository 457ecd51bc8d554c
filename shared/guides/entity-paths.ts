import type { Step } from './guide.ts'
import { orderSteps } from './order-steps.ts'
import { FIND_PASSWORD, HUAWEI_CLOUD, TENCENT_CLOUD } from './sources.ts'

/* The three ways of E, chosen in its step `choose-path`. */

const BY_TRANSFER = { step: 'choose-path', answers: ['transfer'] } as const
const BY_ORDER = { step: 'choose-path', answers: ['migrate', 'refile'] } as const

/** 过户, as the article has it. */
export const TRANSFER_STEPS: readonly Step[] = [
  {
    id: 'transfer-papers',
    title: { zh: '签过户协议，办公证', en: 'Sign the agreement, have it notarised' },
    text: {
      zh: '生成《主体过户协议》，双方盖公章、法定代表人签字；到公证处办公证书；备齐双方营业执照复印件并盖章。',
      en: 'Write the transfer agreement, with both seals and both legal representatives’ signatures; have it notarised; prepare sealed copies of both licences.',
    },
    caution: {
      zh: '公证书按来源文章要求准备；部分管局不要求，先问接入商再花钱。',
      en: 'The notarial certificate is asked for by the article; some bureaus do not want it: ask the provider before paying.',
    },
    letter: 'transfer-agreement',
    onlyIf: BY_TRANSFER,
    asks: ['evidence'],
    sources: [FIND_PASSWORD],
  },
  {
    id: 'apply-transfer',
    title: { zh: '向原接入商申请主体过户', en: 'Apply at the original provider' },
    text: {
      zh: '向原接入商提交双方营业执照、过户协议、公证书，走人工渠道，记下单号。',
      en: 'Hand both licences, the agreement and the certificate to the original provider, through a person rather than a form; note the number.',
    },
    onlyIf: BY_TRANSFER,
    startsClocks: ['transfer'],
    asks: ['person', 'channel', 'reference', 'evidence'],
    failures: [
      {
        when: { zh: '原接入商推诿', en: 'The original provider puts you off' },
        to: { guide: 't4' },
        sources: [FIND_PASSWORD],
      },
      {
        when: {
          zh: '答复不办过户，改走迁移或注销重备',
          en: 'They do no transfers: migrate, or cancel and file anew',
        },
        to: { step: 'choose-path' },
        sources: [HUAWEI_CLOUD, TENCENT_CLOUD],
      },
    ],
    sources: [FIND_PASSWORD],
  },
  {
    id: 'transfer-approved',
    title: { zh: '过户审核通过', en: 'The transfer is approved' },
    text: {
      zh: '到公共查询核对主办单位已是新主体，截图存证。没有通过之前不要动密码。',
      en: 'See in the public query that the unit is the new one and keep a screenshot. Leave the password alone until then.',
    },
    link: 'miit-filing',
    values: ['entity-name', 'credit-code', 'subject-filing-number'],
    onlyIf: BY_TRANSFER,
    stopsClocks: ['transfer'],
    asks: ['evidence'],
    sources: [FIND_PASSWORD],
  },
]

/** 迁移 and 注销重备, as officials and vendors have it. */
export const ORDER_PATH_STEPS: readonly Step[] = [
  {
    id: 'check-migration',
    title: { zh: '核对迁移条件', en: 'Check what a migration asks' },
    text: {
      zh: '五条都满足才走迁移：本省支持；目标是单位，并有自己的接入商账号；域名所有者已先改成目标单位；双方没有进行中的订单；不是APP。不满足就改走注销重备。',
      en: 'All five must hold: the province allows it; the target is a unit with its own account; the domain’s owner is the target already; neither side has an open order; it is not an app. Otherwise cancel and file anew.',
    },
    onlyIf: { step: 'choose-path', answers: ['migrate'] },
    failures: [
      {
        when: { zh: '有一条不满足', en: 'One does not hold' },
        to: { step: 'choose-path' },
        sources: [HUAWEI_CLOUD],
      },
    ],
    sources: [HUAWEI_CLOUD],
  },
  {
    id: 'cancel-old',
    title: { zh: '注销旧备案', en: 'Cancel the old filing' },
    text: {
      zh: '先备份网站、通知用户停服时间，再在原接入商提交注销服务。负责人收短信核验。',
      en: 'Back the site up and tell users about the outage, then submit the cancelling at the original provider. Its responsible person passes the SMS check.',
    },
    caution: {
      zh: '注销不可恢复，号码不再给；从注销到新备案通过，网站要关闭。',
      en: 'It cannot be undone and the number never comes back; the site is closed until the new filing is approved.',
    },
    onlyIf: { step: 'choose-path', answers: ['refile'] },
    startsClocks: ['cancel-review'],
    asks: ['person', 'reference'],
    sources: [HUAWEI_CLOUD, TENCENT_CLOUD],
  },
  {
    id: 'move-domain',
    title: { zh: '域名过户、实名', en: 'Move the domain and its real name' },
    text: {
      zh: '把域名所有者改成新主体并完成实名认证，等3–5个工作日，至少3个，让管局拿到新的实名信息。注销重备的，注销通过后再做。',
      en: 'Change the domain’s owner to the new entity and pass the real-name check; wait 3–5 working days, three at least, until the bureau has the new data. When cancelling, do this after it is approved.',
    },
    values: ['domain', 'domain-owner', 'domain-expires-on'],
    onlyIf: BY_ORDER,
    stopsClocks: ['cancel-review'],
    startsClocks: ['real-name-wait'],
    asks: ['evidence'],
    sources: [HUAWEI_CLOUD],
  },
  {
    id: 'submit-order',
    title: { zh: '提交迁移或首次备案', en: 'Submit the migration or the first filing' },
    text: {
      zh: '用新主体自己的接入商账号提交。迁移保留服务、不中断；首次备案会得到新的备案号。',
      en: 'Submit from the new entity’s own account. A migration keeps the service without outage; a first filing gives a new number.',
    },
    values: ['entity-name', 'credit-code', 'domain', 'responsible-name', 'responsible-phone'],
    onlyIf: BY_ORDER,
    stopsClocks: ['real-name-wait'],
    startsClocks: ['provider-review'],
    asks: ['person', 'reference', 'evidence'],
    sources: [HUAWEI_CLOUD, TENCENT_CLOUD],
  },
  ...orderSteps(BY_ORDER),
]
