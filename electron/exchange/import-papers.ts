import { VaultError } from '../../shared/errors.ts'
import type { ForeignTarget } from '../../shared/exchange.ts'
import type { Document } from '../../shared/records/document.ts'
import { keptName } from '../documents/file-type.ts'
import type { WorkingSet } from '../spreadsheet/working-set.ts'
import { createHeldSealer } from '../vault/content-sealer.ts'
import type { AttachmentChanges } from '../vault/vault.ts'
import type { ForeignFile } from './foreign-entry.ts'
import { MAX_PAPERS, MAX_PAPERS_BYTES } from './limits.ts'
import { paperTypeOf } from './paper-type.ts'

type Paper = { file: ForeignFile; target: ForeignTarget }
type Added = AttachmentChanges['added'][number]

/** Files of entries on their way to be papers: all are counted before the first is sealed. */
export type PaperWork = {
  /** @throws VaultError `import-papers-too-large` */
  add(file: ForeignFile, target: ForeignTarget): void
  /** Seals what was added and makes its records; others run between two papers. */
  seal(requireWanted: () => void): Promise<Added[]>
}

export function createPaperWork(set: WorkingSet, now: number): PaperWork {
  const papers: Paper[] = []
  let bytes = 0
  return {
    add(file, target) {
      bytes += file.bytes.length
      papers.push({ file, target })
      if (bytes <= MAX_PAPERS_BYTES && papers.length <= MAX_PAPERS) return
      throw new VaultError('import-papers-too-large', 'more papers than one import may bring', {
        facts: { megabytes: MAX_PAPERS_BYTES / 1024 / 1024, papers: MAX_PAPERS },
      })
    },
    async seal(requireWanted) {
      const added: Added[] = []
      for (const paper of papers) {
        added.push(sealPaper(set, paper, now))
        await new Promise((resolve) => setImmediate(resolve))
        requireWanted()
      }
      return added
    },
  }
}

function sealPaper(set: WorkingSet, { file, target }: Paper, now: number): Added {
  const { name, bytes } = file
  const mediaType = paperTypeOf(file)
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
  const { entityId, serviceId } = target
  if (entityId !== undefined) document.entityId = entityId
  if (serviceId !== undefined) document.serviceId = serviceId
  const ownerId = set.create('document', document)
  return { facts: { ownerId, name: shownName, mediaType }, content }
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
