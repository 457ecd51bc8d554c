import { beforeEach, describe, expect, it } from 'vitest'
import { piecesOf } from '../../../electron/letters/missing.ts'
import { blankOf } from '../../../shared/letters/blanks.ts'
import { LETTER_KINDS, type LetterKind } from '../../../shared/records/letter.ts'
import { NOW } from '../../support/ledger-session.ts'
import { type LettersTest, openLetters, wordsOf } from './letters-session.ts'

let test: LettersTest

beforeEach(async () => {
  test = await openLetters()
})

const XINGHE = '星河云科技（北京）有限公司'

async function write(kind: LetterKind, entity = XINGHE, more: Record<string, unknown> = {}) {
  const { id } = await test.letters['letters.create']({
    kind,
    entityId: test.idOf('entity', entity),
    ...more,
  })
  return id
}

async function wordsAfter(id: string, values: Record<string, string | null>) {
  await test.letters['letters.save']({ id, values })
  return wordsOf(test.read(id).letter)
}

describe('a letter', () => {
  it.each(LETTER_KINDS)('of kind %s names the entity and invents nothing', async (kind) => {
    const view = test.read(await write(kind))
    const words = wordsOf(view.letter)
    expect(words).toContain(XINGHE)
    expect(words).not.toMatch(/undefined|null|NaN|\{/)
    // Every empty blank of the paper is told of, itself or by the person or firm that is not chosen.
    const told = new Set(view.missing.flatMap(({ name, role }) => [name, ...(role ? [role] : [])]))
    if (view.missing.some(({ isProvider }) => isProvider)) told.add('provider')
    if (told.has('legal.name')) told.add('legal')
    const empty = view.letter.blocks
      .flatMap(piecesOf)
      .flatMap(({ blank }) => (blank?.state === 'missing' ? blank.name : []))
    const untold = empty.filter((name) => !told.has(name) && !told.has(blankOf(name)?.source ?? ''))
    expect(untold).toEqual([])
  })

  it('takes its particulars from the ledger', async () => {
    const id = await write('authorization', XINGHE, {
      providerId: test.idOf('provider', '云枢计算'),
      contactId: test.idOf('contact', '林备安'),
    })
    const words = wordsOf(test.read(id).letter)
    expect(words).toContain('致：云枢计算')
    expect(words).toContain('统一社会信用代码：91110108MA00XY00XD')
    expect(words).toContain('法定代表人（负责人）：沈星河')
    expect(words).toContain('姓名：林备安')
    expect(words).toContain('星河云官网 | 京ICP备19001358号-1 | xinghe.example、星河云.example')
    expect(words).toContain('自2026年11月22日起至2027年2月21日止')
    expect(words).toContain('因[原因]，我单位现委托')
  })

  it('names the bureau by the number’s prefix', async () => {
    expect(
      wordsOf(test.read(await write('statement', '成都锦里文化传播有限公司')).letter),
    ).toContain('四川省通信管理局：')
  })

  it('says of a former responsible person who and when, as the ledger knows', async () => {
    const words = wordsOf(test.read(await write('statement', '成都锦里文化传播有限公司')).letter)
    expect(words).toContain('原负责人吴前任已于2026年11月13日离任')
  })

  it('leads to where a missing thing is filled in', async () => {
    const view = test.read(await write('standing-authorization', '成都锦里文化传播有限公司'))
    const byName = new Map(view.missing.map((one) => [one.name, one]))
    expect(byName.get('agent.name')).toMatchObject({ role: 'agent' })
    expect(byName.get('legal.name')?.form).toEqual({
      kind: 'contact',
      preset: {
        roles: ['legal-representative'],
        entityId: test.idOf('entity', '成都锦里文化传播有限公司'),
      },
    })
    // Without a person there is no ID to ask for.
    expect(byName.has('legal.idNumber')).toBe(false)
    expect(byName.get('storagePlace')?.form).toBeUndefined()
  })

  it('shows a service without a number as a blank, and leads to it', async () => {
    const entityId = test.idOf('entity', XINGHE)
    const serviceId = test.put('service', {
      entityId,
      kind: 'website',
      name: '未取号的站',
      status: 'pending',
      providerIds: [],
    })
    const view = test.read(await write('statement', XINGHE, { serviceIds: [serviceId] }))
    expect(wordsOf(view.letter)).toContain('未取号的站 | [服务备案号] | ')
    expect(view.missing).toContainEqual({
      name: `cell.${serviceId}.number`,
      label: { zh: '服务备案号（未取号的站）', en: 'Service filing number (未取号的站)' },
      isLong: false,
      form: { kind: 'service', id: serviceId },
    })
  })

  it('holds thirty domains and long names', async () => {
    const entityId = test.put('entity', { name: '某'.repeat(60), nature: 'enterprise' })
    const serviceId = test.put('service', {
      entityId,
      kind: 'website',
      name: '名'.repeat(80),
      filingNumber: '浙ICP备2020123456号-1',
      status: 'active',
      providerIds: [],
    })
    for (let index = 1; index <= 30; index += 1) {
      test.put('domain', { serviceId, name: `site-${index}.example.com` })
    }
    const { id } = await test.letters['letters.create']({ kind: 'authorization', entityId })
    const words = wordsOf(test.read(id).letter)
    for (const index of [1, 15, 30]) expect(words).toContain(`site-${index}.example.com`)
  })
})

describe('who signs', () => {
  it('is a person for a person’s own filing, without a seal or a credit code', async () => {
    const entityId = test.put('entity', { name: '欧阳示例', nature: 'person', province: '浙' })
    test.put(
      'contact',
      { name: '欧阳示例', roles: ['entity-responsible'], entityId, idKind: 'resident-id' },
      { idNumber: '330100198001010000' },
    )
    const { id } = await test.letters['letters.create']({ kind: 'statement', entityId })
    const view = test.read(id)
    const words = wordsOf(view.letter)
    expect(view.signer).toBe('person')
    expect(words).toContain('本人（欧阳示例，居民身份证号码[本人证件号码]）')
    expect(words).toContain('本人身份证件正反面复印件，本人签字')
    expect(words).not.toMatch(/公章|统一社会信用代码|seal/)
  })

  it('is the owner of a shop without a trade name, by signature and fingerprint', async () => {
    const entityId = test.put('entity', { name: '司马个体', nature: 'individual-business' })
    test.put('contact', { name: '司马个体', roles: ['legal-representative'], entityId })
    const { id } = await test.letters['letters.create']({ kind: 'authorization', entityId })
    expect(test.read(id).signer).toBe('unnamed-shop')
    expect(wordsOf(test.read(id).letter)).toContain('signature,fingerprint')
    // With a trade name it may have a seal: the person says so.
    expect(await wordsAfter(id, { 'choice.signer': 'unit' })).toContain('seal,legal-signature')
  })
})

describe('editing', () => {
  it('puts what is typed in place of the ledger’s, and takes it back', async () => {
    const id = await write('authorization')
    expect(await wordsAfter(id, { 'entity.address': '北京市海淀区另一条路' })).toContain(
      '住所：北京市海淀区另一条路',
    )
    expect(await wordsAfter(id, { 'entity.address': null })).toContain(
      '住所：北京市海淀区虚构路 1 号',
    )
  })

  it('keeps an edited paragraph, its blanks still filled, until the template is restored', async () => {
    const id = await write('authorization')
    const edited = await wordsAfter(id, { 'block.term': '至{letter.validUntil}止，办结即止。' })
    expect(edited).toContain('至2027年2月21日止，办结即止。')
    await test.letters['letters.save']({ id, validUntilOn: '2026-12-31' })
    expect(wordsOf(test.read(id).letter)).toContain('至2026年12月31日止，办结即止。')
    expect(await wordsAfter(id, { 'block.term': null })).toContain('期限届满、事项办结')
  })

  it('counts anew when a clause is left out', async () => {
    const id = await write('authorization')
    const words = await wordsAfter(id, { 'block.scope-sign': '' })
    expect(words).toContain('（二）领取办理结果')
    expect(words).not.toContain('在申请文书上以受托人身份签字')
  })

  it('types over cells, leaves lines out and adds some', async () => {
    const id = await write('handover-sheet', '成都锦里文化传播有限公司')
    const serviceId = test.idOf('service', '锦里导览')
    const words = await wordsAfter(id, {
      [`cell.${serviceId}.status`]: '已提交管局',
      [`hide.${test.idOf('service', '锦里文化网')}`]: '1',
      'extra.handover-matters': '1',
      'cell.handover-matters-1.title': '向接入商补交材料',
    })
    expect(words).toContain('四川管局 | 已提交管局')
    expect(words).not.toContain('锦里文化网 |')
    expect(words).toContain('向接入商补交材料')
  })

  it('turns to the variant that is chosen', async () => {
    const id = await write('complaint')
    expect(test.read(id).letter.title).toBe('电信用户申诉书')
    await test.letters['letters.save']({ id, values: { 'choice.variant': 'to-provider' } })
    expect(test.read(id).letter.title).toBe('投诉书')
  })
})

describe('the handover sheet', () => {
  it('lists what is handed over and never a secret', async () => {
    const giver = test.idOf('contact', '吴前任')
    const id = await write('handover-sheet', '成都锦里文化传播有限公司', { contactId: giver })
    const words = wordsOf(test.read(id).letter)
    expect(words).toContain('锦里文化 备案密码')
    expect(words).toContain('公章使用权')
    expect(words).toContain('锦里文化网 | 服务负责人 | 吴前任')
    expect(words).toContain('锦里文化 密码找回授权书 | 吴前任')
    expect(words).toContain('□是 □否')
    expect(words).not.toMatch(/Jw6@|Wn5=|sc4471/)
  })
})

describe('a letter of a case', () => {
  it('takes services, firm, timeline and references from it', async () => {
    const entityId = test.idOf('entity', XINGHE)
    const caseId = test.put('case', {
      number: '2026-090',
      title: '接入商推诿',
      entityId,
      serviceIds: [test.idOf('service', '星河云盘')],
      credentialIds: [],
      providerId: test.idOf('provider', '云枢计算'),
      guideId: 't4',
      guideChanges: [],
      reopenedCount: 0,
      registrations: [],
      answers: {},
      openedOn: '2026-10-20',
      steps: [],
      materials: [],
      log: [
        {
          id: 'b'.repeat(32),
          on: '2026-11-02',
          withWhom: '云枢计算 客服二组',
          channel: '工单',
          reference: 'TK-2002',
          said: '答复不予办理，未说明理由。',
          documentIds: [],
        },
        {
          id: 'a'.repeat(32),
          on: '2026-10-21',
          time: '10:30',
          withWhom: '云枢计算 客服',
          channel: '电话',
          reference: 'TK-2001',
          said: '要求补交材料。',
          documentIds: [],
        },
      ],
      clocks: [],
    })
    const first = await write('complaint', XINGHE, { caseId })
    const words = wordsOf(test.read(first).letter)
    expect(words).toContain('名称：云枢计算')
    expect(words).toContain('星河云盘 | 京ICP备19001358号-2A')
    expect(words).not.toContain('星河云官网 |')
    expect(words.indexOf('2026年10月21日 10:30')).toBeGreaterThan(0)
    expect(words.indexOf('要求补交材料')).toBeLessThan(words.indexOf('答复不予办理'))
    expect(words).toContain('工单号或业务编号：TK-2002、TK-2001。')

    // The day of the complaint to the provider is known once that letter is signed.
    await test.letters['letters.save']({ id: first, values: { 'choice.variant': 'to-provider' } })
    await test.letters['letters.sign']({ id: first, signedOn: '2026-11-03', revokeIds: [] })
    const appeal = wordsOf(test.read(await write('complaint', XINGHE, { caseId })).letter)
    expect(appeal).toContain('我单位已于2026年11月3日向被申诉人投诉')
  })

  it('warns of an appeal before the provider has had its fifteen days', async () => {
    const id = await write('complaint')
    const notices = async (acceptedOn: string) => {
      await test.letters['letters.save']({ id, values: { acceptedOn } })
      return test.read(id).notices.map(({ code }) => code)
    }
    expect(await notices('2026年11月8日')).toContain('appeal-early')
    expect(await notices('2026年11月7日')).not.toContain('appeal-early')
    expect(await notices('上个月')).not.toContain('appeal-early')
  })
})

it('writes the demo’s letters without a fault, on whatever day', () => {
  test.clock.now = NOW + 200 * 86_400_000
  for (const { id } of test.letters['letters.list'](undefined) as { id: string }[]) {
    expect(wordsOf(test.read(id).letter)).not.toMatch(/undefined|NaN/)
  }
})
