import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { approve } from '../../../electron/custodians/second-person.ts'
import { closeDatabase } from '../../../electron/vault/database.ts'
import { openVaultFile } from '../../../electron/vault/open.ts'
import { Vault } from '../../../electron/vault/vault.ts'
import type { SheetCheck, SheetView } from '../../../shared/handover-view.ts'
import { CHEAP, JOINER_PASSPHRASE, makeSplitKit } from '../../support/custody.ts'
import { putPassphrase } from '../../support/forged-slot.ts'
import { byPassphrase, bytesOf, memoryAnchors, openVault, PASSPHRASE } from '../../support/vault.ts'
import { LEAVER, lineOf, type Opened, openAs, openHandovers } from './handover-session.ts'

vi.setConfig({ testTimeout: 60_000 })

const STRONG = 'Qz7!mWp2#kLs'

function refusedWith(code: string) {
  return expect.objectContaining({ name: 'VaultError', code })
}

/** A vault with two passwords and a planned handover of its second custodian. */
async function withHandover(manner: 'planned' | 'sudden' = 'planned') {
  const test = await openHandovers()
  const stayer = test.now()
  const ids = ['商城后台', '域名账号'].map((label) => stayer.credential(label))
  const id = await stayer.start({ custodianId: test.leaverId }, { manner, leavesOn: '2026-11-22' })
  return { test, stayer, ids, id }
}

describe('a handover', () => {
  it('leads from the sheet over the removal and the passwords to its end', async () => {
    const { stayer, ids, id } = await withHandover()
    const step = () => stayer.view(id).step
    expect(step()).toBe('sign')
    stayer.call['handover.drawUp']({ id })
    await stayer.call['handover.sign']({ id })
    expect(step()).toBe('sign')
    await stayer.call['handover.sign']({ id, passphrase: JOINER_PASSPHRASE })
    expect(step()).toBe('day')
    expect(() => stayer.call['handover.close']({ id })).toThrow(refusedWith('handover-not-done'))
    await stayer.call['handover.remove']({ id })
    expect(step()).toBe('rotate')
    for (const one of ids) stayer.register(one, STRONG + one.slice(0, 4))
    expect(step()).toBe('close')
    expect(stayer.lines(id).some(({ isEarly }) => isEarly === true)).toBe(false)
    stayer.call['handover.close']({ id })
    expect(stayer.view(id).record.data).toMatchObject({ closedBy: '林备案' })
    const told = stayer.actions().filter((action) => action.startsWith('handover.'))
    expect(told).toEqual([
      'handover.close',
      'handover.removed',
      'handover.sign',
      'handover.sign',
      'handover.draw-up',
      'handover.start',
    ])
  })

  it('removes every way in of who leaves: the new file is shut to them, an old copy is not', async () => {
    const { test, stayer, id } = await withHandover()
    const old = path.join(test.folder, '旧副本.beian')
    writeFileSync(old, readFileSync(test.file))
    const before = stayer.vault.generation
    await stayer.call['handover.remove']({ id })
    expect(stayer.vault.generation).toBe(before + 1)
    expect(stayer.view(id)).toMatchObject({ ways: [], remaining: ['林备案'] })
    stayer.vault.close()
    const byLeaver = byPassphrase(JOINER_PASSPHRASE)
    await expect(Vault.open(test.file, byLeaver, {}, test.context)).rejects.toThrow(
      refusedWith('wrong-passphrase'),
    )
    const readOnly = { readOnly: true }
    const copy = await openVault(old, test.context, readOnly, byPassphrase(JOINER_PASSPHRASE))
    expect(copy.custodianName).toBe(LEAVER)
  })

  it('notes the day on which the person left, at the contact and the custodian', async () => {
    const { test, stayer } = await withHandover()
    const contactId = stayer.put('contact', { name: '何联系', roles: [] })
    const id = await stayer.start({ contactId })
    await stayer.call['handover.remove']({ id })
    expect(stayer.ledger.records.get(contactId)?.data).toMatchObject({ leftOn: '2026-11-22' })
    expect(stayer.vault.slots().some(({ custodianId }) => custodianId === test.leaverId)).toBe(true)
  })

  it('finds what they hold once their contact is named, and then wants a new sheet', async () => {
    const { test, stayer, id } = await withHandover()
    const contactId = stayer.put('contact', { name: LEAVER, roles: [] })
    const nextId = stayer.put('contact', { name: '接手人', roles: [] })
    const phone = { kind: 'phone', value: '13900001234', holderId: contactId } as const
    const channelId = stayer.put('channel', phone)
    stayer.call['handover.drawUp']({ id })
    await stayer.call['handover.sign']({ id })
    expect(stayer.view(id).blockers.open).toBe(0)
    stayer.call['handover.change']({ id, notes: '备注不在交接单上' })
    expect(stayer.view(id)).toMatchObject({ hasSheet: true, signatures: [{ isRight: true }] })
    stayer.call['handover.change']({ id, leaverContactId: contactId })
    expect(stayer.view(id)).toMatchObject({ hasSheet: false, signatures: [] })
    stayer.edit<'channel'>(channelId, { holderId: nextId })
    expect(lineOf(stayer.lines(id), '13900001234')).toMatchObject({ state: 'closed' })
    expect(() =>
      stayer.call['handover.change']({ id, successor: { custodianId: test.leaverId } }),
    ).toThrow(refusedWith('invalid-value'))
  })

  it('asks for a second person where the company rule wants two', async () => {
    const { stayer, id } = await withHandover()
    stayer.put('company-rule', { twoPersonActs: ['remove-custodian'] })
    const before = stayer.vault.generation
    await expect(stayer.call['handover.remove']({ id })).rejects.toThrow(
      refusedWith('second-person-needed'),
    )
    expect(stayer.vault.generation).toBe(before)
    const [request = ''] = [...stayer.session.open().approvals.keys()]
    await approve(stayer.session, request, new TextEncoder().encode(JOINER_PASSPHRASE))
    await stayer.call['handover.remove']({ id })
    expect(stayer.vault.generation).toBe(before + 1)
  })

  it('is finished by a second call where the first was cut off after the new keys', async () => {
    const { test, stayer, id } = await withHandover()
    await stayer.vault.rekey({
      keepSlots: ({ custodianId }) => custodianId !== test.leaverId,
      reason: 'cut off',
    })
    const { generation } = stayer.vault
    expect(stayer.view(id)).toMatchObject({ step: 'sign', ways: [] })
    await stayer.call['handover.remove']({ id })
    expect(stayer.vault.generation).toBe(generation)
    expect(stayer.view(id).record.data).toMatchObject({ generation })
  })

  it('is not done by who leaves', async () => {
    const { test, id } = await withHandover()
    const leaver = await test.byLeaver()
    expect(leaver.view(id).isSelf).toBe(true)
    await expect(leaver.call['handover.remove']({ id })).rejects.toThrow(
      refusedWith('handover-own-way'),
    )
  })

  it('leaves everything as it was when the removal is stopped', async () => {
    const { stayer, id } = await withHandover()
    const before = stayer.vault.generation
    const removal = stayer.call['handover.remove']({ id })
    stayer.call['handover.cancelRemoval'](undefined)
    await expect(removal).rejects.toThrow(refusedWith('cancelled'))
    expect(stayer.vault.generation).toBe(before)
    expect(stayer.view(id)).toMatchObject({ step: 'sign' })
    expect(stayer.view(id).ways).toHaveLength(1)
  })

  it('cannot be closed while a line is open; with reasons it can, and stays red until it is done', async () => {
    const { stayer, ids, id } = await withHandover()
    const [first = '', second = ''] = ids
    await stayer.call['handover.remove']({ id })
    stayer.register(first, STRONG)
    expect(() => stayer.call['handover.close']({ id })).toThrow(refusedWith('handover-not-done'))
    const { key } = lineOf(stayer.lines(id), '域名账号')
    stayer.call['handover.waive']({ id, keys: [key], reason: '平台停机，下周再改' })
    stayer.call['handover.close']({ id })
    const red = () => reminders(stayer).filter(({ kind }) => kind === 'handover-incomplete')
    expect(red()).toMatchObject([{ urgency: 'danger', recordId: id }])
    const [line] = red()
    expect(() =>
      stayer.call['reminders.snooze']({
        id: line?.id ?? '',
        untilOn: '2026-12-01',
        reason: '等等',
      }),
    ).toThrow(refusedWith('record-not-found'))
    stayer.register(second, STRONG)
    expect(red()).toEqual([])
  })

  it('can be taken up again, and a waiver be taken back', async () => {
    const { stayer, id } = await withHandover()
    await stayer.call['handover.remove']({ id })
    const keys = stayer.lines(id).map(({ key }) => key)
    stayer.call['handover.waive']({ id, keys, reason: '系统下线' })
    stayer.call['handover.close']({ id })
    expect(() => stayer.call['handover.waive']({ id, keys })).toThrow(refusedWith('invalid-value'))
    stayer.call['handover.reopen']({ id, reason: '系统又上线了' })
    const { undoToken } = stayer.call['handover.waive']({ id, keys }) as { undoToken: number }
    expect(stayer.view(id).passwords).toEqual({ open: 2, closed: 0, waived: 0 })
    stayer.call['records.undo']({ undoToken })
    expect(stayer.view(id).passwords.waived).toBe(2)
  })

  it('is one a person, is not of oneself to oneself, and can be discarded before the day', async () => {
    const { test, stayer, id } = await withHandover()
    const custodianId = test.leaverId
    await expect(stayer.start({ custodianId })).rejects.toThrow(refusedWith('handover-open'))
    const own = { custodianId: stayer.vault.custodianId }
    await expect(stayer.start(own)).rejects.toThrow(refusedWith('invalid-value'))
    stayer.call['handover.discard']({ id })
    const again = await stayer.start({ custodianId })
    expect(stayer.view(again).record.data.number).toBe('2026-002')
    await stayer.call['handover.remove']({ id: again })
    expect(() => stayer.call['handover.discard']({ id: again })).toThrow(refusedWith('refused'))
  })

  it('marks the passwords of open lines to be changed at once', async () => {
    const { stayer, ids, id } = await withHandover()
    const marked = await stayer.call['handover.markPasswords']({ id })
    expect(marked.count).toBe(2)
    const red = reminders(stayer).filter(({ kind }) => kind === 'must-change')
    expect(red.map(({ recordId }) => recordId).sort()).toEqual([...ids].sort())
    stayer.call['records.undo']({ undoToken: marked.undoToken ?? -1 })
    expect(reminders(stayer).some(({ kind }) => kind === 'must-change')).toBe(false)
  })
})

describe('a sudden leave', () => {
  it('begins with the removal and asks nothing of who is gone', async () => {
    const { stayer, ids, id } = await withHandover('sudden')
    expect(stayer.view(id).step).toBe('day')
    expect(reminders(stayer).find(({ kind }) => kind === 'handover-due')).toMatchObject({
      urgency: 'danger',
    })
    await stayer.call['handover.remove']({ id })
    for (const one of ids) stayer.register(one, STRONG + one.slice(0, 4))
    expect(stayer.view(id).step).toBe('sign')
    expect(stayer.view(id).signers.map(({ part }) => part)).toEqual(['successor'])
    stayer.call['handover.drawUp']({ id })
    await stayer.call['handover.sign']({ id })
    expect(stayer.view(id).step).toBe('close')
    const { letter } = stayer.call['handover.sheet']({ id }) as SheetView
    expect(JSON.stringify(letter)).not.toContain('移交人声明')
  })

  it('is not one’s own', async () => {
    const { test, stayer } = await withHandover()
    const own = { custodianId: stayer.vault.custodianId }
    const successor = { custodianId: test.leaverId }
    await expect(stayer.start(own, { manner: 'sudden', successor })).rejects.toThrow(
      refusedWith('invalid-value'),
    )
    expect(await stayer.start(own, { successor })).toMatch(/^[0-9a-f]{32}$/)
  })

  it('is done by who opens the vault with a kit of their own', async () => {
    const { test, stayer, id } = await withHandover('sudden')
    const { code } = stayer.vault.prepareRecoveryKit()
    const groups = code.split('-')
    stayer.vault.confirmRecoveryKit([0, 1].map((index) => ({ index, text: groups[index] ?? '' })))
    stayer.vault.close()
    const byKit = await openVault(test.file, test.context, {}, { kind: 'recovery-kit', code })
    const opened = openAs(byKit, test.clock, test.folder)
    await opened.call['handover.remove']({ id })
    expect(opened.view(id).ways).toEqual([])
  })

  it('is done by who came in with the kit in parts that the leaver made, and the kit goes too', async () => {
    const { test, id } = await withHandover('sudden')
    const codes = makeSplitKit((await test.byLeaver()).vault, ['法定代表人', '财务'])
    test.now().vault.close()
    const unlock = { kind: 'recovery-shares', codes } as const
    const byKit = await openVault(test.file, test.context, {}, unlock)
    await byKit.addOwnPassphrase(bytesOf('a new passphrase 71'), CHEAP, '张三')
    const opened = openAs(byKit, test.clock, test.folder)
    await opened.call['handover.remove']({ id })
    expect(opened.view(id).ways).toEqual([])
    byKit.close()
    await expect(openVault(test.file, test.context, {}, unlock)).rejects.toMatchObject({
      code: 'wrong-recovery-kit',
    })
  })
})

describe('the sheet', () => {
  /** A planned handover whose sheet both have signed. */
  async function signed() {
    const found = await withHandover()
    const { stayer, id } = found
    stayer.call['handover.drawUp']({ id })
    await stayer.call['handover.sign']({ id })
    await stayer.call['handover.sign']({ id, passphrase: JOINER_PASSPHRASE })
    return found
  }

  it('holds what is handed over and never a password', async () => {
    const { stayer, id } = await signed()
    const { letter, isDrawnUp } = stayer.call['handover.sheet']({ id }) as SheetView
    const words = JSON.stringify(letter)
    expect(isDrawnUp).toBe(true)
    for (const word of ['商城后台', '域名账号', LEAVER, '林备案', '合同到期', '审计记录校验值']) {
      expect(words).toContain(word)
    }
    expect(words).not.toContain('Old-')
  })

  it('is signed by both, and a signature of before does not fit a new one', async () => {
    const { stayer, id } = await signed()
    const signatures = () => stayer.view(id).signatures.map(({ part, isRight }) => [part, isRight])
    expect(signatures()).toEqual([
      ['successor', true],
      ['leaver', true],
    ])
    stayer.call['handover.drawUp']({ id })
    expect(signatures()).toEqual([])
  })

  it('is not signed with a wrong passphrase, nor twice by one person', async () => {
    const { stayer, id } = await signed()
    await expect(stayer.call['handover.sign']({ id, passphrase: 'wrong' })).rejects.toThrow(
      refusedWith('wrong-passphrase'),
    )
    await stayer.call['handover.sign']({ id })
    expect(stayer.view(id).signatures).toHaveLength(2)
  })

  it('proves itself as a file, still after the removal, until one byte of it is changed', async () => {
    const { test, stayer, id } = await signed()
    await stayer.call['handover.remove']({ id })
    const saved = await stayer.call['handover.saveFile']({ id, format: 'proof' })
    const file = path.join(test.folder, saved?.fileName ?? '')
    const text = readFileSync(file, 'utf8')
    expect(await check(stayer, file)).toMatchObject({
      isWhole: true,
      origin: 'own',
      leaverName: LEAVER,
      signatures: [
        { part: 'successor', isRight: true },
        { part: 'leaver', isRight: true },
      ],
    })
    const marks = [
      '商城',
      '"manner\\":\\"',
      '"signature": "',
      '"signingKey": "',
      '"custodianId": "',
      '"certificateSequence": ',
      '"certificates": [\n    "42454941',
    ]
    for (const mark of marks) {
      writeFileSync(file, withOther(text, mark))
      expect((await check(stayer, file))?.isWhole, mark).toBe(false)
    }
    const [first = ''] = /"42454941[0-9a-f]+"/.exec(text) ?? []
    const cut = text.replace(`${first},`, '')
    expect(cut).not.toBe(text)
    writeFileSync(file, cut)
    expect((await check(stayer, file))?.isWhole).toBe(false)
    writeFileSync(file, '{}')
    await expect(check(stayer, file)).rejects.toThrow(refusedWith('sheet-unreadable'))
  })

  /** A copy of the file that the leaver goes on with by themselves. */
  function copyForLeaver({ file, folder }: Awaited<ReturnType<typeof openHandovers>>): string {
    const copy = path.join(folder, '旧副本.beian')
    writeFileSync(copy, readFileSync(file))
    return copy
  }

  it('signed in a copy that went another way is told to be so', async () => {
    const { test, stayer, id } = await withHandover()
    stayer.call['handover.drawUp']({ id })
    const copy = copyForLeaver(test)
    const context = { ...test.context, anchors: memoryAnchors() }
    const vault = await openVault(copy, context, {}, byPassphrase(JOINER_PASSPHRASE))
    const leaver = openAs(vault, test.clock, test.folder)
    const checked = async () => {
      await leaver.call['handover.sign']({ id })
      const saved = await leaver.call['handover.saveFile']({ id, format: 'proof' })
      return check(stayer, path.join(test.folder, saved?.fileName ?? ''))
    }
    // Up to here the copy names whom the vault names.
    expect(await checked()).toMatchObject({ isWhole: true, origin: 'own' })
    leaver.call['handover.drawUp']({ id })
    const passphrase = bytesOf(JOINER_PASSPHRASE)
    await vault.changePassphrase(passphrase, passphrase, CHEAP)
    expect(await checked()).toMatchObject({ isWhole: true, origin: 'other-line' })
    const founder = bytesOf(PASSPHRASE)
    await stayer.vault.changePassphrase(founder, founder, CHEAP)
    leaver.call['handover.drawUp']({ id })
    expect(await checked()).toMatchObject({ isWhole: true, origin: 'other-line' })
  })

  it('is not signed as somebody else by who names them a second time in a copy', async () => {
    const { test, stayer } = await withHandover()
    const copy = copyForLeaver(test)
    const context = { ...test.context, anchors: memoryAnchors() }
    const { core } = await openVaultFile(copy, byPassphrase(JOINER_PASSPHRASE), {}, context)
    await putPassphrase(core, stayer.vault.custodianId, 'a second self')
    closeDatabase(core.db)
    const vault = await openVault(copy, context, {}, byPassphrase('a second self'))
    const content = JSON.stringify({
      type: 'beian-handover-sheet',
      vaultId: vault.vaultIdHex,
      number: '2026-001',
      leaver: { name: LEAVER, custodianId: test.leaverId },
      successor: { name: '林备案', custodianId: stayer.vault.custodianId },
    })
    const signature = { ...vault.sign(bytesOf(content)), signedAt: 1 }
    const file = path.join(test.folder, '伪造.json')
    const proof = {
      file: 'beian-handover-sheet',
      version: 1,
      vaultId: vault.vaultIdHex,
      content,
      signatures: [signature],
      certificates: vault
        .exportAudit()
        .certificates.map((bytes) => Buffer.from(bytes).toString('hex')),
    }
    writeFileSync(file, JSON.stringify(proof))
    expect(signature.custodianId).toBe(stayer.vault.custodianId)
    expect(await check(stayer, file)).toMatchObject({
      isWhole: false,
      origin: 'other-line',
      signatures: [{ part: 'successor', isRight: false }],
    })
  })

  it('of another vault is told to be so', async () => {
    const { test, stayer, id } = await signed()
    const saved = await stayer.call['handover.saveFile']({ id, format: 'proof' })
    const other = (await openHandovers()).now()
    const found = await check(other, path.join(test.folder, saved?.fileName ?? ''))
    expect(found).toMatchObject({ isWhole: true, origin: 'other-vault' })
    expect(found?.vaultMark).toMatch(/^([0-9a-f]{4} ){5}[0-9a-f]{4}$/)
  })

  it('is printed with boxes for ink, after the trail tells of it', async () => {
    const { test, stayer, id } = await signed()
    await stayer.call['handover.print']({ id })
    expect(stayer.files.pages[0]).toContain('签字')
    expect(stayer.actions()[0]).toBe('handover.print')
    const saved = await stayer.call['handover.saveFile']({ id, format: 'pdf' })
    expect(saved?.fileName).toBe(`备案交接单 2026-001 ${LEAVER}.pdf`)
    expect(readFileSync(path.join(test.folder, saved?.fileName ?? ''), 'utf8')).toContain(
      '商城后台',
    )
    expect(stayer.actions()[0]).toBe('handover.export')
  })
})

function reminders(opened: Opened) {
  return opened.call['reminders.list'](undefined) as {
    id: string
    kind: string
    urgency: string
    recordId: string
  }[]
}

function check(opened: Opened, file: string): Promise<SheetCheck | undefined> {
  opened.files.next = file
  return Promise.resolve(opened.call['handover.checkFile'](undefined))
}

/** The text with the character after `mark` another. */
function withOther(text: string, mark: string): string {
  const at = text.indexOf(mark) + mark.length
  if (at < mark.length) throw new Error(`there is no ${mark}`)
  return `${text.slice(0, at)}${text[at] === '1' ? '2' : '1'}${text.slice(at + 1)}`
}
