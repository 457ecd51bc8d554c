import { randomBytes } from 'node:crypto'
import { VaultError } from '../../shared/errors.ts'
import { idBytes, isEqual, parseJson, toHex, utf8 } from './bytes.ts'
import { createContentSealer, type SealedContent, type SealedStream } from './content-sealer.ts'
import { hash } from './hash.ts'
import { type AttachmentRow, digestAttachments } from './head.ts'
import { unpad } from './padding.ts'
import { type GenerationKeys, secretKeysOf } from './root-keys.ts'
import { open, type Place, seal } from './seal.ts'
import { sodium } from './sodium.ts'
import { alteredWhileOpen, type Draft } from './transaction.ts'
import type { VaultCore } from './vault-core.ts'

const OVERHEAD_BYTES = 17

/** What is told of an attachment when it is written. */
export type AttachmentFacts = { ownerId: string; name: string; mediaType: string }

/** An attachment without its content. */
export type AttachmentInfo = AttachmentFacts & { id: string; sizeBytes: number; createdAt: number }

/** What a change of records brings with it: contents sealed beforehand, and ids of contents that go. */
export type AttachmentChanges = {
  added: readonly { facts: AttachmentFacts; content: SealedContent }[]
  removedIds: readonly string[]
}

type Manifest = AttachmentFacts & SealedStream & { createdAt: number }

type Generation = { generation: number; keys: GenerationKeys }

/** Seals a content chunk by chunk while it comes in. It never stands whole in memory. */
export async function addAttachment(
  core: VaultCore,
  draft: Draft,
  facts: AttachmentFacts,
  source: AsyncIterable<Uint8Array>,
): Promise<AttachmentInfo> {
  requireKnownAttachments(core)
  const id = new Uint8Array(randomBytes(16))
  const sealer = createContentSealer((chunk, position) => {
    // The source took its time: the vault may have been locked while we waited.
    if (!core.db.open) throw new VaultError('vault-locked', 'the vault was closed meanwhile')
    core.queries.addChunk.run(id, position, chunk)
  })
  for await (const piece of source) sealer.push(piece)
  const manifest = { ...facts, ...sealer.finish(), createdAt: core.context.now() }
  // The upload took its time: what else is in the file by now must still be what we know.
  requireKnownAttachments(core, id)
  putManifest(core, draft, id, manifest)
  draft.state.attachmentDigest = digestStored(core)
  return infoOf(id, manifest)
}

/** Puts contents that were sealed before, and takes others away, as part of a change of records. */
export function changeAttachments(
  core: VaultCore,
  draft: Draft,
  { added, removedIds }: AttachmentChanges,
): void {
  if (added.length === 0 && removedIds.length === 0) return
  requireKnownAttachments(core)
  for (const { facts, content } of added) {
    const id = idBytes(content.id)
    for (const [position, chunk] of content.chunks.entries()) {
      core.queries.addChunk.run(id, position, chunk)
    }
    const manifest = { ...facts, ...content.stream, createdAt: core.context.now() }
    putManifest(core, draft, id, manifest)
  }
  for (const id of removedIds) removeRows(core, draft, id)
  draft.state.attachmentDigest = digestStored(core)
}

/**
 * What is told of the attachments; of all unless `ids` says which. Nothing to who may see the ledger only:
 * even their names are sealed under the secret root.
 */
export function listAttachments(core: VaultCore, ids?: ReadonlySet<string>): AttachmentInfo[] {
  requireKnownAttachments(core)
  if (core.state.keys.secrets === undefined) return []
  const rows = core.queries.attachments.all()
  const wanted = ids === undefined ? rows : rows.filter((row) => ids.has(toHex(row.id)))
  return wanted.map((row) => infoOf(row.id, openManifest(core, row)))
}

/**
 * Takes contents over from another copy of the vault, as they are sealed there: each keeps its id and its own
 * key, and is checked whole first. One that is here already is left alone.
 *
 * @throws VaultError `record-not-found`, `vault-damaged`
 */
export function* copyAttachments(
  core: VaultCore,
  draft: Draft,
  from: VaultCore,
  ids: readonly string[],
): Generator<void, void> {
  if (ids.length === 0) return
  requireKnownAttachments(core)
  requireKnownAttachments(from)
  for (const id of ids.map(idBytes)) {
    if (core.queries.attachment.get(id) !== undefined) continue
    const row = from.queries.attachment.get(id)
    if (row === undefined) throw notFound()
    const { chunkHashes } = checkRow(from, row)
    for (const [position, known] of chunkHashes.entries()) {
      const chunk = readChunk(from, id, position)
      if (!isEqual(hash(chunk), known)) throw altered()
      core.queries.addChunk.run(id, position, chunk)
    }
    putManifest(core, draft, id, openManifest(from, row))
    yield
  }
  draft.state.attachmentDigest = digestStored(core)
}

/** @throws VaultError `record-not-found` */
export function deleteAttachment(core: VaultCore, draft: Draft, id: string): void {
  requireKnownAttachments(core)
  removeRows(core, draft, id)
  draft.state.attachmentDigest = digestStored(core)
}

/** The ids of all contents. Opens no manifest: five thousand are a matter of milliseconds. */
export function attachmentIds(core: VaultCore): string[] {
  return core.queries.attachments.all().map((row) => toHex(row.id))
}

/** A content that was checked: what it is, and the hash of each of its chunks. */
export type CheckedContent = { info: AttachmentInfo; chunkHashes: readonly Uint8Array[] }

/**
 * Checks that the whole content is there, unaltered, before any of it is given out.
 *
 * @throws VaultError `record-not-found`, or `vault-damaged` with fact `table` = `attachment`
 */
export function checkAttachment(core: VaultCore, id: string): CheckedContent {
  requireKnownAttachments(core)
  const row = core.queries.attachment.get(idBytes(id))
  if (row === undefined) throw notFound()
  return checkRow(core, row)
}

/**
 * Checks every content, one after the other.
 *
 * @throws VaultError `vault-damaged`
 */
export function* checkAllAttachments(core: VaultCore): Generator<AttachmentInfo, void> {
  requireKnownAttachments(core)
  for (const row of core.queries.attachments.all()) yield checkRow(core, row).info
}

function checkRow(core: VaultCore, row: AttachmentRow): CheckedContent {
  const manifest = openManifest(core, row)
  const digest = sodium.crypto_generichash_init(null, 32)
  const chunkHashes: Uint8Array[] = []
  for (let position = 0; position < manifest.chunkCount; position++) {
    const chunk = readChunk(core, row.id, position)
    sodium.crypto_generichash_update(digest, chunk)
    chunkHashes.push(hash(chunk))
  }
  const isWhole =
    isEqual(sodium.crypto_generichash_final(digest, 32), fromBase64(manifest.digest)) &&
    core.queries.chunk.get(row.id, manifest.chunkCount) === undefined
  if (!isWhole) throw altered()
  return { info: infoOf(row.id, manifest), chunkHashes }
}

/**
 * The content, chunk by chunk. Each is still the one that was checked: who knows the key of an attachment
 * from an earlier generation could make others.
 */
export function* readContent(
  core: VaultCore,
  { info, chunkHashes }: CheckedContent,
): Generator<Uint8Array, void> {
  const row = core.queries.attachment.get(idBytes(info.id))
  if (row === undefined) throw notFound()
  const manifest = openManifest(core, row)
  const key = fromBase64(manifest.key)
  const header = fromBase64(manifest.header)
  const stream = sodium.crypto_secretstream_xchacha20poly1305_init_pull(header, key)
  sodium.memzero(key)
  for (let position = 0; position < manifest.chunkCount; position++) {
    const chunk = readChunk(core, row.id, position)
    const known = chunkHashes[position]
    if (known === undefined || !isEqual(hash(chunk), known)) throw altered()
    const pulled = sodium.crypto_secretstream_xchacha20poly1305_pull(stream, chunk, null)
    const isLast = position === manifest.chunkCount - 1
    const expected = isLast
      ? sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
      : sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
    if (pulled === false || pulled.tag !== expected) throw altered()
    yield isLast ? unpad(pulled.message) : pulled.message
  }
}

/** Seals the manifests again. The contents keep their own keys: docs/format.md, section 7, says why. */
export function resealManifests(
  core: VaultCore,
  draft: Draft,
  from: Generation,
  to: Generation,
): void {
  requireKnownAttachments(core)
  for (const row of core.queries.attachments.all()) {
    const plaintext = open(
      secretKeysOf(from.keys).manifest,
      manifestPlace(core.vaultId, row.id, from.generation, row.revision),
      row.manifest,
    )
    const place = manifestPlace(core.vaultId, row.id, to.generation, row.revision)
    const manifest = seal(secretKeysOf(to.keys).manifest, place, plaintext)
    core.queries.putAttachment.run({ ...row, generation: to.generation, manifest })
  }
  draft.state.attachmentDigest = digestStored(core)
}

/**
 * @param added - an attachment of ours that is being written, and not yet known.
 * @throws VaultError `vault-damaged` if the attachments are not the ones we know.
 */
function requireKnownAttachments(core: VaultCore, added?: Uint8Array): void {
  const chunks = core.queries.chunkSizes.all()
  const others =
    added === undefined ? chunks : chunks.filter((chunk) => !isEqual(chunk.attachmentId, added))
  const digest = digestAttachments(core.queries.attachments.all(), others)
  if (!isEqual(digest, core.state.attachmentDigest)) throw alteredWhileOpen()
}

function digestStored(core: VaultCore): Uint8Array {
  return digestAttachments(core.queries.attachments.all(), core.queries.chunkSizes.all())
}

function openManifest(core: VaultCore, row: AttachmentRow): Manifest {
  const { generation, keys } = core.state
  const place = manifestPlace(core.vaultId, row.id, generation, row.revision)
  // Authenticated with a key only custodians have: its shape is ours.
  return parseJson(open(secretKeysOf(keys).manifest, place, row.manifest)) as Manifest
}

function putManifest(core: VaultCore, draft: Draft, id: Uint8Array, manifest: Manifest): void {
  const { generation, keys, revision } = draft.state
  const place = manifestPlace(core.vaultId, id, generation, revision)
  const sealed = seal(secretKeysOf(keys).manifest, place, utf8(JSON.stringify(manifest)))
  core.queries.putAttachment.run({ id, generation, revision, manifest: sealed })
  draft.changes.push({ id, revision })
}

/** @throws VaultError `record-not-found` */
function removeRows(core: VaultCore, draft: Draft, id: string): void {
  const bytes = idBytes(id)
  if (core.queries.attachment.get(bytes) === undefined) throw notFound()
  core.queries.deleteChunks.run(bytes)
  core.queries.deleteAttachment.run(bytes)
  draft.changes.push({ id: bytes, revision: 0 })
}

function readChunk(core: VaultCore, id: Uint8Array, position: number): Uint8Array {
  const row = core.queries.chunk.get(id, position)
  // Shorter than its tag and its overhead it is no chunk, and libsodium would say so in its own words.
  if (row === undefined || row.chunk.length < OVERHEAD_BYTES) throw altered()
  return row.chunk
}

function infoOf(id: Uint8Array, manifest: Manifest): AttachmentInfo {
  const { ownerId, name, mediaType, sizeBytes, createdAt } = manifest
  return { id: toHex(id), ownerId, name, mediaType, sizeBytes, createdAt }
}

function manifestPlace(
  vaultId: Uint8Array,
  id: Uint8Array,
  generation: number,
  revision: number,
): Place {
  return { vaultId, table: 'attachment', part: 1, row: id, generation, revision }
}

function notFound(): VaultError {
  return new VaultError('record-not-found', 'there is no such attachment')
}

function altered(): VaultError {
  return new VaultError('vault-damaged', 'an attachment was altered', {
    facts: { table: 'attachment' },
  })
}

function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}
