import { describe, expect, it } from 'vitest'
import { demoChanges } from '../../../electron/demo/demo.ts'
import { demoPapers } from '../../../electron/demo/demo-documents.ts'
import { createFileSniffer } from '../../../electron/documents/file-type.ts'
import { paperList } from '../../../electron/documents/paper-list.ts'
import { checkRecord } from '../../../electron/ledger/check.ts'
import { createStore } from '../../../electron/ledger/store.ts'
import { extensionOf } from '../../../shared/file-types.ts'
import { paperStanding } from '../../../shared/paper.ts'
import { NOW, openTestSession, TODAY } from '../../support/ledger-session.ts'

async function openDemo() {
  const test = await openTestSession(demoChanges(NOW))
  const { changes, attachments } = demoPapers(test.ledger, NOW)
  test.vault.write(changes, [], attachments)
  return { vault: test.vault, store: createStore(test.vault.records()) }
}

describe('the papers of the demo', () => {
  it('show every standing that wants a look', async () => {
    const { store } = await openDemo()
    const standings = paperList(store).map(({ data }) => paperStanding(data, TODAY))
    expect(new Set(standings)).toEqual(
      new Set(['fine', 'expiring', 'unsealed', 'expired', 'no-scan']),
    )
  })

  it('are what their extensions say', async () => {
    const { vault } = await openDemo()
    for (const { id, name, mediaType } of vault.attachments()) {
      const sniffer = createFileSniffer()
      const entry = { action: 'test', at: NOW, custodianId: vault.custodianId }
      for await (const chunk of vault.readAttachment(id, entry)) sniffer.take(chunk)
      expect(sniffer.mediaType(extensionOf(name))).toBe(mediaType)
    }
  })

  it('would pass every check of the form', async () => {
    const { store } = await openDemo()
    for (const { id, data } of paperList(store)) {
      const { findings } = checkRecord(store, 'document', data, { today: TODAY, id })
      expect(findings.filter(({ severity }) => severity === 'refused')).toEqual([])
    }
  })
})
