import { concat, isEqual, toHex } from './bytes.ts'
import type { Checklist } from './checklist.ts'
import type { AttachmentRow, ChunkRow, HeadRow } from './container.ts'
import { hash } from './keys.ts'
import { openSealedJson, unpad } from './sealed.ts'
import { createStreamReader, STREAM_OVERHEAD_BYTES, STREAM_TAGS } from './secretstream.ts'

const CHUNK_BYTES = 65_536
const LAST_BUCKET_BYTES = 4096

export type Manifest = {
  ownerId: string
  name: string
  mediaType: string
  sizeBytes: number
  chunkCount: number
  key: Uint8Array
  header: Uint8Array
  digest: Uint8Array
  createdAt: number
}

export type OpenedAttachment = {
  id: string
  revision: number
  manifest: Manifest | undefined
  content: Uint8Array | undefined
}

/** Opens every manifest and every content; what does not open is `undefined` and a failed check. */
export function openAttachments(
  checklist: Checklist,
  manifestKey: Uint8Array,
  vaultId: Uint8Array,
  rows: readonly AttachmentRow[],
  chunks: readonly ChunkRow[],
  head: HeadRow,
): OpenedAttachment[] {
  const chunksOf = Map.groupBy(chunks, (chunk) => toHex(chunk.attachment_id))
  const opened = rows.map((row) => {
    const id = toHex(row.id)
    const { generation, revision } = row
    checklist.note(
      `attachment ${id}: numbers`,
      generation === head.generation && revision <= head.revision,
    )
    const manifest = checklist.attempt(`attachment ${id}: manifest`, () =>
      parseManifest(
        openSealedJson(
          manifestKey,
          { vaultId, table: 'attachment', part: 1, row: row.id, generation, revision },
          row.manifest,
        ),
      ),
    )
    const own = chunksOf.get(id) ?? []
    chunksOf.delete(id)
    const content =
      manifest && checklist.attempt(`attachment ${id}: content`, () => openContent(manifest, own))
    return { id, revision, manifest, content }
  })
  checklist.note('every chunk has its attachment', chunksOf.size === 0)
  return opened
}

/** @throws Error when a chunk is missing, foreign, out of order or altered. */
function openContent(manifest: Manifest, rows: readonly ChunkRow[]): Uint8Array {
  if (rows.length !== manifest.chunkCount) throw new Error('number of chunks')
  if (rows.some((row, index) => row.position !== index)) throw new Error('positions')
  if (!isEqual(hash(...rows.map((row) => row.chunk)), manifest.digest)) throw new Error('digest')
  const openChunk = createStreamReader(manifest.key, manifest.header)
  const messages = rows.map((row, index) => {
    const isLast = index === rows.length - 1
    const { tag, message } = openChunk(row.chunk)
    if (tag !== (isLast ? STREAM_TAGS.final : STREAM_TAGS.message)) throw new Error('stream tag')
    if (isLast) return unpad(message, LAST_BUCKET_BYTES)
    if (row.chunk.length !== CHUNK_BYTES + STREAM_OVERHEAD_BYTES) throw new Error('chunk size')
    return message
  })
  const content = concat(...messages)
  if (content.length !== manifest.sizeBytes) throw new Error('size')
  return content
}

function parseManifest(json: Record<string, unknown>): Manifest {
  const text = (name: string): string => {
    const value = json[name]
    if (typeof value !== 'string') throw new Error(`manifest: ${name}`)
    return value
  }
  const count = (name: string): number => {
    const value = json[name]
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
      throw new Error(`manifest: ${name}`)
    }
    return value
  }
  const bytes = (name: string, sizeBytes: number): Uint8Array => {
    const value = Uint8Array.from(Buffer.from(text(name), 'base64'))
    if (value.length !== sizeBytes) throw new Error(`manifest: ${name}`)
    return value
  }
  return {
    ownerId: text('ownerId'),
    name: text('name'),
    mediaType: text('mediaType'),
    sizeBytes: count('sizeBytes'),
    chunkCount: count('chunkCount'),
    key: bytes('key', 32),
    header: bytes('header', 24),
    digest: bytes('digest', 32),
    createdAt: count('createdAt'),
  }
}
