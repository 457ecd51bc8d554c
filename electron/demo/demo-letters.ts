import { termEnd } from '../../shared/letters/letter-rules.ts'
import type { RecordChange } from '../vault/vault.ts'
import { idOf } from './demo-cases.ts'
import type { Add, Clock, Firms } from './demo-draft.ts'

/** A standing authorisation about to end, one whose person has left, and two drafts. */
export function addLetters(
  add: Add,
  { days, months }: Clock,
  firms: Firms,
  made: readonly RecordChange[],
): void {
  const xinghe = idOf(made, 'entity', '星河云科技（北京）有限公司')
  const jinli = idOf(made, 'entity', '成都锦里文化传播有限公司')
  const yunfan = idOf(made, 'entity', '云帆商贸（深圳）有限公司')
  const signedOn = days(-346)
  add('letter', {
    kind: 'standing-authorization',
    title: '星河云 密码找回授权书',
    entityId: xinghe,
    serviceIds: [idOf(made, 'service', '星河云官网'), idOf(made, 'service', '星河云盘')],
    providerId: firms.cloud,
    contactIds: [idOf(made, 'contact', '林备安')],
    values: { storagePlace: '财务部 2 号保险柜' },
    writtenOn: signedOn,
    validFromOn: signedOn,
    validUntilOn: termEnd(signedOn, 12),
    signedOn,
  })
  add('letter', {
    kind: 'standing-authorization',
    title: '锦里文化 密码找回授权书',
    entityId: jinli,
    serviceIds: [idOf(made, 'service', '锦里文化网')],
    providerId: firms.cloud,
    contactIds: [idOf(made, 'contact', '吴前任')],
    values: { storagePlace: '行政部档案柜' },
    writtenOn: months(-4),
    validFromOn: months(-4),
    validUntilOn: termEnd(months(-4), 12),
    signedOn: months(-4),
  })
  add('letter', {
    kind: 'special-statement',
    title: '云帆商贸 特殊情况说明',
    entityId: yunfan,
    serviceIds: [idOf(made, 'service', '云帆商城'), idOf(made, 'service', '云帆论坛')],
    contactIds: [idOf(made, 'contact', '黄一帆')],
    values: { originalProvider: '岭南虚构网络服务有限公司（已停业）' },
    writtenOn: days(-34),
  })
  add('letter', {
    kind: 'handover-sheet',
    title: '锦里文化 备案管理交接单',
    entityId: jinli,
    serviceIds: [idOf(made, 'service', '锦里文化网'), idOf(made, 'service', '锦里导览')],
    contactIds: [idOf(made, 'contact', '吴前任'), idOf(made, 'contact', '周锦')],
    values: { 'choice.receiver': idOf(made, 'contact', '周锦'), handoverReason: '离职' },
    writtenOn: days(-1),
  })
}
