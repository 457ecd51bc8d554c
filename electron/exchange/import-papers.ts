import type { ForeignTarget } from '../../shared/exchange.ts'
import { extensionOf } from '../../shared/file-types.ts'
import type { Document } from '../../shared/records/document.ts'
import { createFileSniffer, keptName } from '../documents/file-type.ts'
import type { WorkingSet } from '../spreadsheet/working-set.ts'
import { createHeldSealer } from '../vault/content-sealer.ts'
import type { AttachmentChanges } from '../vault/vault.ts'
import type { ForeignFile } from './foreign-entry.ts'

/** Files of entries on their way to be papers: sealed at once, written with the records. */
export type PaperWork = {
  add(file: ForeignFile, target: ForeignTarget): void
  added: AttachmentChanges['added'][number][]
}

export function createPaperWork(set: WorkingSet, now: number): PaperWork {
  const added: PaperWork['added'] = []
  return {
    added,
    add({ name, bytes }, { entityId, serviceId }) {
      const sniffer = createFileSniffer()
      sniffer.take(bytes)
      const mediaType = sniffer.mediaType(extensionOf(name))
      if (mediaType === undefined) throw new Error('not a paper')
      const sealer = createHeldSealer()
      sealer.push(bytes)
      const content = sealer.finish()
      const shownName = keptName(plainName(name), mediaType)
      const document: Document = {
        kind: 'other',
        title: shownName,
        sealState: 'not-needed',
        files: [
          {
            attachmentId: content.id,
            name: shownName,
            mediaType,
            sizeBytes: bytes.length,
            addedAt: now,
          },
        ],
      }
      if (entityId !== undefined) document.entityId = entityId
      if (serviceId !== undefined) document.serviceId = serviceId
      const ownerId = set.create('document', document)
      added.push({ facts: { ownerId, name: shownName, mediaType }, content })
    },
  }
}

/** Without folders and characters that disguise an extension. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return (
    last
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
      .trim()
      .slice(-190) || '附件'
  )
}
