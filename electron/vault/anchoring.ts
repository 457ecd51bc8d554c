import { type Anchor, anchorName, type FoundAnchor, findAnchor, sealAnchor } from './anchor.ts'
import { openAuditRow } from './audit-chain.ts'
import { concat, isEqual, toHex, utf8 } from './bytes.ts'
import type { Finding } from './finding.ts'
import { hash } from './hash.ts'
import type { VaultCore } from './vault-core.ts'

/** Compares the file with what this machine saw last. */
export function examineAnchors(core: VaultCore, headMac: Uint8Array): Finding[] {
  const isAnnounced = takeAnnounced(core, headMac)
  const own = findKind(core, false)
  const keychains = findKind(core, true)
  const { machineKey } = core.context.anchors
  if (own.state === 'absent' && keychains.state === 'absent') return [{ code: 'anchor-missing' }]
  const findings = [own, keychains].flatMap((found) => judge(core, headMac, found))
  if (findings.length > 0 && findings.every(isOfRestore) && isAnnounced) return []
  // The values of an anchor that cannot be verified agree; without a sound one beside it that says little.
  if (findings.length === 0 && keychains.state === 'unverifiable' && own.state === 'absent') {
    return [{ code: 'anchor-unverifiable', facts: { anchorRevision: keychains.anchor.revision } }]
  }
  if (findings.length === 0 && keychains.state === 'absent' && machineKey !== undefined) {
    return [{ code: 'anchor-upgraded' }]
  }
  return findings.filter(
    (finding, index) => findings.findIndex((other) => other.code === finding.code) === index,
  )
}

/**
 * Names what a person is asked about: these findings on this very state of the file. What they accept
 * is accepted for nothing else.
 */
export function rollbackToken(findings: readonly Finding[], headMac: Uint8Array): string {
  return toHex(hash(concat(utf8(JSON.stringify(findings)), headMac)))
}

/** Remembers outside the file what the file now is. Where that fails it is told, and tried with the next change. */
export function writeAnchors(core: VaultCore, headMac: Uint8Array): void {
  const { constants, context } = core
  const { anchors } = context
  const anchor = anchorOf(core, headMac)
  const write = (machineKey: Uint8Array | undefined) => {
    const name = anchorName(core.vaultIdHex, machineKey !== undefined)
    anchors.write(name, sealAnchor(constants.anchorKey, machineKey, anchor))
  }
  const wasBehind = core.isAnchorBehind
  try {
    write(undefined)
    if (anchors.machineKey !== undefined) write(anchors.machineKey)
    core.isAnchorBehind = false
  } catch {
    // The change is durable; an anchor that lags behind only sees less.
    core.isAnchorBehind = true
  }
  if (core.isAnchorBehind !== wasBehind) context.findingsChanged?.()
}

/**
 * Tells this machine which state a restore is about to put in the vault's place. Should it be cut off right
 * after that, the file is known for what it is.
 */
export function announceRestore(core: VaultCore, headMac: Uint8Array): void {
  const { constants, context } = core
  const { machineKey } = context.anchors
  const sealed = sealAnchor(constants.anchorKey, machineKey, anchorOf(core, headMac))
  writeQuietly(core, sealed)
}

/** The restore is over: the file counts as any other again. */
export function forgetRestore(core: VaultCore): void {
  writeQuietly(core, new Uint8Array(0))
}

/**
 * Whether this very state was announced. It is so once, and only at the first unlock after: left behind by a
 * restore that was cut off, it would let whoever writes the folder put that state in place much later, unasked.
 */
function takeAnnounced(core: VaultCore, headMac: Uint8Array): boolean {
  const { anchors } = core.context
  const found = findAnchor(anchors, core.vaultId, restoreName(core), {
    anchorKey: core.constants.anchorKey,
    isKeychains: anchors.machineKey !== undefined,
    machineKey: anchors.machineKey,
  })
  if (found.state !== 'sound') return false
  forgetRestore(core)
  return isEqual(found.anchor.headMac, headMac)
}

/** An older file, or one of another line, is what a restore leaves. */
function isOfRestore({ code }: Finding): boolean {
  return code === 'older-than-anchor' || code === 'forked-from-anchor'
}

function writeQuietly(core: VaultCore, bytes: Uint8Array): void {
  try {
    core.context.anchors.write(restoreName(core), bytes)
  } catch {
    // Without it a restore that is cut off is asked about at the next unlock, which only sees more.
  }
}

function restoreName({ vaultIdHex }: VaultCore): string {
  return `${vaultIdHex}.restoring`
}

function anchorOf({ vaultId, state }: VaultCore, headMac: Uint8Array): Anchor {
  return {
    vaultId,
    revision: state.revision,
    generation: state.generation,
    headMac,
    auditSequence: state.audit.count,
    auditChain: state.audit.chain,
    certificateSequence: state.certificate.sequence,
    certificateDigest: hash(state.certificate.bytes),
  }
}

/** The last certificate that this machine saw of the vault, as an anchor vouches for it. */
export function anchoredCertificate(
  core: VaultCore,
): { sequence: number; digest: Uint8Array } | undefined {
  for (const isKeychains of [true, false]) {
    const found = findKind(core, isKeychains)
    if (found.state !== 'sound') continue
    const { certificateSequence: sequence, certificateDigest: digest } = found.anchor
    return { sequence, digest }
  }
  return undefined
}

function findKind(core: VaultCore, isKeychains: boolean): FoundAnchor {
  const { anchors } = core.context
  return findAnchor(anchors, core.vaultId, anchorName(core.vaultIdHex, isKeychains), {
    anchorKey: core.constants.anchorKey,
    isKeychains,
    machineKey: anchors.machineKey,
  })
}

function judge(core: VaultCore, headMac: Uint8Array, found: FoundAnchor): Finding[] {
  if (!('anchor' in found)) return found.state === 'altered' ? [{ code: 'anchor-altered' }] : []
  const { anchor } = found
  const { revision } = core.state
  const facts = { revision, anchorRevision: anchor.revision }
  const certificate = core.queries.certificates.all()[anchor.certificateSequence - 1]
  const isOlder = revision < anchor.revision
  // A copy from before a change of keys lacks the certificate. Who has another in its place, or has gone
  // on without it, went another way from there: no backup looks like that.
  const isForeign =
    certificate === undefined
      ? !isOlder
      : !isEqual(hash(certificate.body), anchor.certificateDigest)
  if (isForeign) return [{ code: 'certificate-not-anchored', facts }]
  if (isOlder) return [{ code: 'older-than-anchor', facts }]
  const isFork =
    (revision === anchor.revision && !isEqual(headMac, anchor.headMac)) ||
    !hasAuditEntry(core, anchor)
  return isFork ? [{ code: 'forked-from-anchor', facts }] : []
}

/** Whether the trail still has the entry that the anchor remembers. */
function hasAuditEntry(core: VaultCore, anchor: Anchor): boolean {
  if (anchor.auditSequence === 0) return true
  if (anchor.auditSequence > core.state.audit.count) return false
  const [row] = core.queries.auditUpwards.all(anchor.auditSequence, 1)
  if (row === undefined) return false
  try {
    const keys = { vaultId: core.vaultId, audit: core.state.keys.audit }
    return isEqual(openAuditRow(keys, row).chain, anchor.auditChain)
  } catch {
    return false
  }
}
