import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Vault } from '../../../electron/vault/vault.ts'
import type { MergeChoice } from '../../../shared/contract/merge.ts'
import type { RecordOverview } from '../../../shared/records/record.ts'
import {
  COPY_NAME,
  changedApart,
  credential,
  entity,
  put,
  told,
  WITH_PASSPHRASE,
} from '../../support/merge-session.ts'
import { bytesOf, entry, openVault, randomId, testContext } from '../../support/vault.ts'

const write =
  (...changes: Parameters<Vault['write']>[0]) =>
  (vault: Vault) => {
    for (const change of changes) vault.write([change], [entry()])
  }
const nothing = () => {}
const open = { fileName: COPY_NAME, secret: WITH_PASSPHRASE }

type Apart = Awaited<ReturnType<typeof changedApart>>

async function opened(apart: Apart) {
  const overview = await apart.unlocked.call['merge.open'](open)
  if (overview === undefined) throw new Error('the copy was not opened')
  return overview
}

const names = ({ unlocked }: Apart) =>
  [...unlocked.session.open().ledger.kinds.entity]
    .map(({ data, trashedAt }) => (trashedAt === undefined ? data.name : `(${data.name})`))
    .sort()

describe('a copy beside the vault', () => {
  it('is found and told apart by both trails, without any passphrase', async () => {
    const apart = await changedApart([], write(entity('这里')), write(entity('那里')))
    expect(await apart.unlocked.call['merge.copies'](undefined)).toMatchObject([
      { fileName: COPY_NAME, isConflictCopy: true, standing: 'forked' },
    ])
  })

  it('that holds nothing new is older, and no backup or vault of others is one', async () => {
    const apart = await changedApart([], nothing, nothing)
    const folder = dirname(apart.path)
    const { vault } = apart.unlocked
    await vault.backUp({ folder, nameOf: () => '备案-20261122-1000-r3.beian' })
    await vault.backUp({ folder, nameOf: () => '旧.beian' })
    vault.write([], [entry()])
    const copies = await apart.unlocked.call['merge.copies'](undefined)
    expect(copies.map(({ fileName, standing }) => [fileName, standing])).toEqual([
      // The unlock of the other copy is an entry that this one does not have.
      [COPY_NAME, 'forked'],
      ['旧.beian', 'older'],
    ])
  })
})

describe('two copies that were changed apart', () => {
  it('are compared by what each did since they went apart', async () => {
    const ids = Array.from({ length: 6 }, () => randomId())
    const [both, onlyThere, onlyHere, goneThere, goneHere, fought] = ids
    const common = ['两边改', '那边改', '这边改', '那边删', '这边删', '那边删这边改'].map(
      (name, index) => entity(name, ids[index]),
    )
    const apart = await changedApart(
      common,
      write(
        entity('两边改', both, { shortName: '这' }),
        entity('这边改', onlyHere, { shortName: '这' }),
        { type: 'delete', id: goneHere ?? '' },
        entity('那边删这边改', fought, { shortName: '这' }),
        entity('这边新'),
      ),
      write(
        entity('两边改', both, { shortName: '那' }),
        entity('那边改', onlyThere, { shortName: '那' }),
        { type: 'delete', id: goneThere ?? '' },
        { type: 'delete', id: fought ?? '' },
        entity('那边新'),
      ),
    )
    const overview = await opened(apart)
    expect(told(overview.lines).sort()).toEqual(
      [
        '两边改 conflict changed changed both-changed',
        '这边改 ours changed nothing',
        '这边新 ours made nothing',
        '这边删 ours removed nothing',
        '那边删 theirs nothing removed',
        '那边删这边改 conflict changed removed changed-removed',
        '那边改 theirs nothing changed',
        '那边新 theirs nothing made',
      ].sort(),
    )
    expect(overview.isOlderGeneration).toBe(false)
    expect(overview.forkRevision).toBeLessThan(overview.here.revision)

    const refused = apart.unlocked.call['merge.commit']({ choices: [] })
    await expect(refused).rejects.toMatchObject({ code: 'merge-undecided' })
    const choices: MergeChoice[] = [
      { id: both ?? '', side: 'there' },
      { id: fought ?? '', side: 'here' },
    ]
    const result = await apart.unlocked.call['merge.commit']({ choices })
    expect(result).toMatchObject({ takenCount: 3, trashedCount: 1, keptCount: 4, neededCount: 0 })
    expect(names(apart)).toEqual(
      ['(那边删)', '两边改', '那边改', '那边新', '这边改', '这边新', '那边删这边改'].sort(),
    )
    expect(apart.unlocked.actions().slice(0, 2)).toContain('vault.merged')
  })

  it('leave a backup of before, and tell the trail what was taken from where', async () => {
    const apart = await changedApart([], nothing, write(entity('那里')))
    const overview = await opened(apart)
    const result = await apart.unlocked.call['merge.commit']({ choices: [] })
    const before = await openVault(result.backupName, testContext(), { readOnly: true })
    expect([...before.records()].map(({ overview: { kind } }) => kind)).not.toContain('entity')
    const { vault } = apart.unlocked.session.open()
    const merged = vault.audit({ limit: 9 }).find(({ action }) => action === 'vault.merged')
    expect(merged?.facts).toMatchObject({
      fileName: COPY_NAME,
      copyRevision: overview.there.revision,
      copyCheckWords: overview.there.checkWords.join(' '),
      copyHead: expect.stringMatching(/^[0-9a-f]{64}$/),
      takenCount: 1,
    })
    expect(merged?.revision).toBe(result.revision)
    vault.verifyAudit()
  })

  it('ask nobody twice about what was decided, and take over what came since', async () => {
    const [id, other] = [randomId(), randomId()]
    const apart = await changedApart(
      [entity('共同', id), entity('别的', other)],
      write(entity('这', id)),
      write(entity('那', id)),
    )
    await opened(apart)
    await apart.unlocked.call['merge.commit']({ choices: [{ id, side: 'here' }] })
    expect((await opened(apart)).lines).toEqual([])
    await apart.unlocked.call['merge.end'](undefined)

    const again = await openVault(apart.copy, testContext())
    write(entity('别的了', other), entity('又那', id))(again)
    again.close()
    expect(told((await opened(apart)).lines)).toEqual([
      '这 conflict changed changed both-changed',
      '别的 theirs nothing changed',
    ])
  })

  it('are at peace once one has taken the other over, seen from either side', async () => {
    const id = randomId()
    const apart = await changedApart(
      [entity('共同', id)],
      write(entity('这', id), entity('这里新')),
      write(entity('那', id)),
    )
    await opened(apart)
    await apart.unlocked.call['merge.commit']({ choices: [{ id, side: 'there' }] })
    apart.unlocked.session.close()

    const copy = await openVault(apart.copy, testContext())
    const { startSession } = await import('../../support/backup-session.ts')
    const seen = startSession(copy, apart.context, apart)
    const overview = await seen.call['merge.open']({
      fileName: basename(apart.path),
      secret: WITH_PASSPHRASE,
    })
    expect(told(overview?.lines ?? [])).toEqual(['这里新 theirs nothing made'])
  })
})

describe('a password that both copies changed', () => {
  const id = randomId()
  const value = (name: string) => `${name}-Ex@mple-2026`
  const both = () =>
    changedApart(
      [credential(value('old'), id)],
      write({
        ...credential(value('here'), id, { changedOn: '2026-11-20' }),
        secret: { value: value('here'), history: [past(value('old'), 1)] },
      }),
      write({
        ...credential(value('there'), id, { changedOn: '2026-11-21', account: 'lin' }),
        secret: { value: value('there'), history: [past(value('old'), 2)], privateNotes: '问答' },
      }),
    )
  const past = (text: string, replacedAt: number) => ({
    value: text,
    replacedAt,
    origin: 'generated',
  })

  it('is told as different, never shown unasked, and its sight is in the trail', async () => {
    const apart = await both()
    const overview = await opened(apart)
    const details = await apart.unlocked.call['merge.details']({ id })
    expect(details.fields.map(({ name }) => name)).toEqual([
      'secret.value',
      'secret.privateNotes',
      'account',
    ])
    const said = JSON.stringify([overview, details])
    for (const name of ['old', 'here', 'there']) expect(said).not.toContain(value(name))
    expect(said).not.toContain('问答')
    const { call, session } = apart.unlocked
    expect(await call['merge.reveal']({ id, side: 'there' })).toEqual({
      value: value('there'),
      privateNotes: '问答',
    })
    expect(await call['merge.reveal']({ id, side: 'here' })).toEqual({ value: value('here') })
    expect(session.open().vault.audit({ limit: 2 })).toMatchObject([
      { action: 'credential.reveal', recordId: id },
      { action: 'credential.reveal', recordId: id, facts: { copyRevision: expect.any(Number) } },
    ])
  })

  it.each(['here', 'there'] as const)(
    'keeps the one not chosen in its history: %s',
    async (side) => {
      const apart = await both()
      await opened(apart)
      await apart.unlocked.call['merge.commit']({ choices: [{ id, side }] })
      const { vault, ledger } = apart.unlocked.session.open()
      const secret = vault.peekSecret(id) as {
        value: string
        history: { value: string; setOn?: string }[]
      }
      expect(secret.value).toBe(value(side))
      const lost = side === 'here' ? 'there' : 'here'
      expect(secret.history.map((one) => one.value)).toEqual([
        value(lost),
        value('old'),
        value('old'),
      ])
      const setOn = { here: '2026-11-20', there: '2026-11-21' }
      expect(secret.history[0]?.setOn).toBe(setOn[lost])
      const [record] = ledger.kinds.credential
      expect(record?.data.changedOn).toBe(setOn[side])
    },
  )

  it('is put together field by field, what is told of the password going with it', async () => {
    const apart = await both()
    await opened(apart)
    const fields = { 'secret.privateNotes': 'there', account: 'there' } as const
    await apart.unlocked.call['merge.commit']({ choices: [{ id, side: 'here', fields }] })
    const { vault, ledger } = apart.unlocked.session.open()
    expect(vault.peekSecret(id)).toMatchObject({ value: value('here'), privateNotes: '问答' })
    const [record] = ledger.kinds.credential
    expect(record?.data).toMatchObject({ account: 'lin', changedOn: '2026-11-20' })
  })
})

describe('what records name', () => {
  it('is not put into the trash while the other copy needs it', async () => {
    const id = randomId()
    const service = put('service', {
      entityId: id,
      kind: 'website',
      name: '新网站',
      status: 'active',
      providerIds: [],
    })
    const apart = await changedApart(
      [entity('主体', id)],
      write(service),
      write({ type: 'delete', id }),
    )
    const overview = await opened(apart)
    expect(told(overview.lines)).toContain('主体 conflict nothing removed still-needed')
    const result = await apart.unlocked.call['merge.commit']({ choices: [{ id, side: 'there' }] })
    expect(result.neededCount).toBe(1)
    expect(names(apart)).toEqual(['主体'])
  })

  it('comes back when the other copy went on using it', async () => {
    const id = randomId()
    const service = put('service', {
      entityId: id,
      kind: 'website',
      name: '新网站',
      status: 'active',
      providerIds: [],
    })
    const apart = await changedApart(
      [entity('主体', id)],
      write({ type: 'delete', id }),
      write(service),
    )
    expect(told((await opened(apart)).lines)).toEqual([
      '主体 conflict removed nothing still-needed',
      '新网站 theirs nothing made',
    ])
    await apart.unlocked.call['merge.commit']({ choices: [{ id, side: 'here' }] })
    expect(names(apart)).toEqual(['主体'])
  })
})

describe('files of papers', () => {
  it('come along, and both sides can be kept', async () => {
    const id = randomId()
    const paper = (files: readonly { attachmentId: string }[]) =>
      put(
        'document',
        {
          kind: 'business-licence',
          title: '营业执照',
          sealState: 'not-needed',
          files: files.map(({ attachmentId }) => ({
            attachmentId,
            name: '执照.pdf',
            mediaType: 'application/pdf',
            sizeBytes: 200_000,
            addedAt: 1,
          })),
        },
        { id },
      )
    const add = (text: string) => async (vault: Vault) => {
      const content = bytesOf(text.repeat(100_000))
      const facts = { ownerId: id, name: '执照.pdf', mediaType: 'application/pdf' }
      const info = await vault.writeAttachment(facts, chunksOf(content), [entry()])
      vault.write([paper([{ attachmentId: info.id }])], [entry()])
    }
    const apart = await changedApart([paper([])], add('ab'), add('cd'))
    await opened(apart)
    const { fields } = await apart.unlocked.call['merge.details']({ id })
    expect(fields).toMatchObject([{ name: 'files', canBoth: true }])
    const choices: MergeChoice[] = [{ id, side: 'here', fields: { files: 'both' } }]
    await apart.unlocked.call['merge.commit']({ choices })
    const { vault, ledger } = apart.unlocked.session.open()
    const [record] = ledger.kinds.document
    const files = record?.data.files ?? []
    expect(files).toHaveLength(2)
    const texts = await Promise.all(files.map(({ attachmentId }) => textOf(vault, attachmentId)))
    expect(texts).toEqual(['ab'.repeat(100_000), 'cd'.repeat(100_000)])
  })
})

describe('a copy of older keys', () => {
  it('is opened by its own passphrase, and nothing of it is taken unasked', async () => {
    const apart = await changedApart(
      [],
      async (vault) => {
        await vault.rekey({ keepSlots: () => true, reason: '离任' })
      },
      write(entity('那里')),
    )
    expect(await apart.unlocked.call['merge.copies'](undefined)).toMatchObject([
      { standing: 'unknown' },
    ])
    const overview = await opened(apart)
    expect(overview.isOlderGeneration).toBe(true)
    expect(told(overview.lines)).toEqual(['那里 conflict nothing made older-keys'])
    const [line] = overview.lines
    const choices: MergeChoice[] = [{ id: line?.recordId ?? '', side: 'there' }]
    await apart.unlocked.call['merge.commit']({ choices })
    expect(names(apart)).toEqual(['那里'])
  })

  it('brings no drills and no backups along, and of its trail only who saw what', async () => {
    const id = randomId()
    const apart = await changedApart(
      [credential('Ex@mple-1', id)],
      async (vault) => {
        await vault.rekey({ keepSlots: () => true, reason: '离任' })
      },
      (vault) => {
        const drill = { kind: 'kit-retyped', on: '2026-11-20', person: '林备案', isPassed: true }
        vault.write([put('drill', drill)], [entry()])
        const acts = ['exchange.export-archive', 'credential.register', 'credential.reveal']
        vault.appendAudit(acts.map((action) => entry(action, id)))
      },
    )
    await opened(apart)
    await apart.unlocked.call['merge.commit']({ choices: [] })
    const { vault, ledger } = apart.unlocked.session.open()
    expect(ledger.kinds.drill.size).toBe(0)
    const carried = vault
      .audit({ limit: 50 })
      .filter(({ action, facts }) => action !== 'vault.merged' && facts?.['copyRevision'])
    expect(carried.map(({ action }) => action)).toEqual(['credential.reveal'])
  })

  it('does not take over one of newer keys: that one is to be opened', async () => {
    const apart = await changedApart([], nothing, async (vault) => {
      await vault.rekey({ keepSlots: () => true, reason: '离任' })
    })
    await expect(opened(apart)).rejects.toMatchObject({ code: 'copy-has-newer-keys' })
  })
})

describe('the trail of the other copy', () => {
  it('goes on in ours: who saw a password there is known, once', async () => {
    const id = randomId()
    const apart = await changedApart([credential('Ex@mple-1', id)], nothing, (vault) => {
      vault.readSecret(id, entry('credential.reveal', id))
    })
    await opened(apart)
    await apart.unlocked.call['merge.commit']({ choices: [] })
    const seen = () =>
      apart.unlocked.session
        .open()
        .vault.audit({ limit: 50 })
        .filter(({ action }) => action === 'credential.reveal')
    expect(seen()).toMatchObject([{ recordId: id, facts: { copyRevision: expect.any(Number) } }])
    await opened(apart)
    await apart.unlocked.call['merge.commit']({ choices: [] })
    expect(seen()).toHaveLength(1)
  })
})

describe('a password registered in the other copy', () => {
  const id = randomId()
  const registered = (name: string, at: number) => (vault: Vault) => {
    vault.write([credential(name, id)], [{ ...entry('credential.register', id), at }])
  }

  it.each([
    ['there', 'credential.register'],
    ['here', 'credential.register-in-copy'],
  ] as const)('is the last change of it only where it is taken: %s', async (side, action) => {
    const apart = await changedApart(
      [credential('Ex@mple-1', id)],
      registered('Ex@mple-here', 2),
      registered('Ex@mple-there', 1),
    )
    await opened(apart)
    await apart.unlocked.call['merge.commit']({ choices: [{ id, side }] })
    const told = apart.unlocked.session
      .open()
      .vault.audit({ limit: 50 })
      .filter(({ recordId }) => recordId === id)
    // Newest first: what was carried over, and our own before it.
    expect(told[0]?.facts).toMatchObject({ copyChanges: [id] })
    expect(told.map((one) => one.action)).toEqual([action, 'credential.register'])
  })
})

describe('a merge', () => {
  it('that is cancelled changes nothing', async () => {
    const changes = Array.from({ length: 3000 }, (_, index) => entity(`主体${index}`))
    const apart = await changedApart([], nothing, (vault) => void vault.write(changes, [entry()]))
    await opened(apart)
    const { session, call, events } = apart.unlocked
    const work = call['merge.commit']({ choices: [] })
    const isWriting = () =>
      events.some((event) => event.event === 'progress' && event.task === 'merge')
    const cancel = setInterval(() => isWriting() && void call['merge.cancel'](undefined), 1)
    await expect(work).rejects.toMatchObject({ code: 'cancelled' })
    clearInterval(cancel)
    expect(names(apart)).toEqual([])
    expect(session.open().vault.mode).toBe('normal')
  })

  it('refuses fields that do not go together', async () => {
    const id = randomId()
    const apart = await changedApart(
      [entity('主体', id)],
      write(entity('这', id)),
      write(put('entity', { name: '那' } as RecordOverview['data'], { id })),
    )
    await opened(apart)
    const merged = apart.unlocked.call['merge.commit']({ choices: [{ id, side: 'there' }] })
    await expect(merged).rejects.toMatchObject({ code: 'invalid-value' })
    expect(names(apart)).toEqual(['这'])
  })

  it('leaves a copy that holds nothing new, until that is changed again', async () => {
    const apart = await changedApart([], write(entity('这里')), write(entity('那里')))
    const standing = async () => {
      const [copy] = await apart.unlocked.call['merge.copies'](undefined)
      return copy?.standing
    }
    expect(await standing()).toBe('forked')
    await opened(apart)
    await apart.unlocked.call['merge.commit']({ choices: [] })
    expect(await standing()).toBe('older')
    apart.unlocked.vault.write([], [entry()])
    expect(await standing()).toBe('older')
    const copy = await openVault(join(dirname(apart.path), COPY_NAME), testContext())
    copy.write([], [entry()])
    copy.close()
    expect(await standing()).toBe('forked')
  })

  it('gives the other copy another name only when it is asked to', async () => {
    const apart = await changedApart([], nothing, write(entity('那里')))
    const { there } = await opened(apart)
    await apart.unlocked.call['merge.commit']({ choices: [] })
    expect(readdirSync(dirname(apart.path))).toContain(COPY_NAME)
    const { fileName } = await apart.unlocked.call['merge.renameCopy'](undefined)
    expect(fileName).toBe(COPY_NAME.replace('.beian', `-merged-r${there.revision}.beian`))
    expect(readdirSync(dirname(apart.path))).toContain(fileName)
    expect(await apart.unlocked.call['merge.copies'](undefined)).toEqual([])
    const renamed = join(dirname(apart.path), fileName)
    expect((await openVault(renamed, testContext())).mode).toBe('normal')
  })
})

async function* chunksOf(bytes: Uint8Array) {
  yield bytes
}

async function textOf(vault: Vault, id: string): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of vault.readAttachment(id, entry())) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}
