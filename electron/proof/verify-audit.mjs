#!/usr/bin/env node
// 备案匣 · Beian Vault: checks an exported audit trail without the app.
//
//   node verify-audit.mjs 审计记录.jsonl [--fingerprint 十个字] [--earlier 以前的导出.jsonl] [--en]
//
// Needs Node 20 or newer and nothing else. Exits 0 when the trail is whole, 1 when it is not, 2 when it was called
// wrongly. What each line of the file holds, and what a whole trail proves and what it does not: docs/audit-export.md.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const CHECKPOINT = 'audit.checkpoint'
const APPROVAL = 'approval.given'
/** What stands in an approval besides what was approved. */
const APPROVAL_FACTS = ['act', 'approved', 'approver', 'proof']
/** A statement is written down as soon as it is signed: nobody can use one again later. */
const MAX_REVISIONS_BETWEEN = 20
const MAX_BETWEEN_MS = 10 * 60_000
const NO_CHAIN = '00'.repeat(32)
const SHOWN_PROBLEMS = 20

/**
 * Reads an exported trail and lists everything that is wrong with it.
 *
 * @param {Uint8Array} bytes - The file.
 * @returns {{ problems: Problem[], facts: Facts | undefined }} No problems: the trail is whole.
 *
 * @typedef {{ line: number, code: string, facts?: Record<string, string | number> }} Problem
 * @typedef {{ header: any, entries: Map<number, string>, firstAt?: number, lastAt?: number, last?: number,
 *   checkpoints: { sequence: number, at: number, custodianId: string }[], end: any, fingerprint: string[] }} Facts
 */
export function verifyTrail(bytes) {
  /** @type {Problem[]} */
  const problems = []
  const lines = linesOf(bytes)
  const parsed = lines.map(({ text }, index) => parseLine(text, index + 1, problems))
  const header = parsed[0]
  if (header?.type !== 'header' || header.format !== 'beian-audit-trail' || header.version !== 1) {
    return { problems: [{ line: 1, code: 'not-a-trail' }], facts: undefined }
  }
  const vaultId = Buffer.from(String(header.vaultId), 'hex')
  const chainKey = Buffer.from(String(header.chainKey), 'hex')
  const { members, rosters, fingerprint } = readCertificates(header, vaultId, problems)
  /** @type {Facts} */
  const facts = { header, entries: new Map(), checkpoints: [], end: undefined, fingerprint }

  let chain = NO_CHAIN
  let expected = 1
  for (const [index, line] of parsed.entries()) {
    const number = index + 1
    if (index === 0 || line === undefined) continue
    if (facts.end !== undefined) {
      problems.push({ line: number, code: 'after-end' })
      break
    }
    if (line.type === 'end') {
      facts.end = line
      checkEnd(line, number)
      continue
    }
    if (line.type !== 'entry' || !isEntry(line)) {
      problems.push({ line: number, code: 'not-an-entry' })
      continue
    }
    checkEntry(line, number)
  }
  if (facts.end === undefined)
    problems.push({ line: lines.length, code: 'cut', facts: { sequence: expected - 1 } })
  return { problems, facts }

  function checkEntry(line, number) {
    const { sequence } = line
    const isNext = sequence === expected
    if (sequence < expected)
      problems.push({ line: number, code: 'order', facts: { sequence, expected } })
    if (sequence > expected) {
      problems.push({ line: number, code: 'missing', facts: { from: expected, to: sequence - 1 } })
    }
    if (isNext && chainOf(chainKey, chain, line) !== line.chain) {
      problems.push({ line: number, code: 'rewritten', facts: { sequence } })
    }
    if (isNext && line.entry.action === CHECKPOINT) {
      const before = facts.checkpoints.at(-1)?.sequence ?? 0
      const signer = checkpointSigner(line, chain)
      if (signer !== undefined) {
        facts.checkpoints.push({ sequence, at: line.entry.at, custodianId: signer.custodianId })
      } else problems.push({ line: number, code: 'checkpoint', facts: { sequence, before } })
    }
    if (isNext && line.entry.action === APPROVAL && !isApproved(vaultId, rosters, line)) {
      problems.push({ line: number, code: 'approval', facts: { sequence } })
    }
    facts.entries.set(sequence, line.chain)
    facts.firstAt ??= line.entry.at
    facts.lastAt = line.entry.at
    if (sequence >= expected) {
      expected = sequence + 1
      chain = line.chain
      facts.last = sequence
    }
  }

  /** A checkpoint signs the entry before it, with a key that a certificate gives to the slot it names. */
  function checkpointSigner({ sequence, entry }, previous) {
    const signed = entry.facts ?? {}
    if (signed.sequence !== sequence - 1 || signed.chain !== previous) return undefined
    const message = Buffer.concat([
      Buffer.from('beian-audit-checkpoint'),
      vaultId,
      u64(sequence - 1),
      Buffer.from(previous, 'hex'),
    ])
    return signerOf(members, signed.slotId, message, signed.signature)
  }

  /** The last line signs the whole file before it, names and titles included. */
  function checkEnd(line, number) {
    if (line.entries !== expected - 1) {
      problems.push({
        line: number,
        code: 'count',
        facts: { said: line.entries, found: expected - 1 },
      })
    }
    if (line.chain !== chain) problems.push({ line: number, code: 'end-chain' })
    const before = bytes.subarray(0, lines[number - 1].start)
    const message = Buffer.concat([
      Buffer.from('beian-audit-export'),
      vaultId,
      u64(Number(line.entries)),
      Buffer.from(String(line.chain), 'hex'),
      createHash('blake2b512').update(before).digest(),
    ])
    if (signerOf(members, line.slotId, message, line.signature) === undefined) {
      problems.push({ line: number, code: 'end-signature' })
    }
  }
}

/**
 * Whether `later` goes on from where `earlier` ended: an older export that is kept elsewhere shows what was cut off
 * or written anew since, even by somebody who can sign.
 *
 * @param {Facts} earlier @param {Facts} later @returns {Problem[]}
 */
export function compareTrails(earlier, later) {
  if (earlier.header.vaultId !== later.header.vaultId) return [{ line: 1, code: 'another-vault' }]
  for (const [sequence, chain] of earlier.entries) {
    const now = later.entries.get(sequence)
    if (now === undefined) return [{ line: sequence + 1, code: 'shorter', facts: { sequence } }]
    if (now !== chain) return [{ line: sequence + 1, code: 'other-history', facts: { sequence } }]
  }
  return []
}

/** Lines without their line feed, and where each begins. */
function linesOf(bytes) {
  const lines = []
  for (let start = 0; start < bytes.length; ) {
    let end = bytes.indexOf(0x0a, start)
    if (end === -1) end = bytes.length
    lines.push({
      start,
      text: Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8'),
    })
    start = end + 1
  }
  return lines
}

/** A line that is not exactly as JSON.stringify writes it could be read in two ways. */
function parseLine(text, line, problems) {
  try {
    const value = JSON.parse(text)
    if (JSON.stringify(value) !== text) problems.push({ line, code: 'not-canonical' })
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    problems.push({ line, code: 'not-json' })
    return undefined
  }
}

function isEntry({ sequence, revision, changes, entry, chain }) {
  return (
    Number.isSafeInteger(sequence) &&
    Number.isSafeInteger(revision) &&
    Array.isArray(changes) &&
    typeof entry === 'object' &&
    entry !== null &&
    /^[0-9a-f]{64}$/.test(chain)
  )
}

/** docs/format.md, section 8: keyed BLAKE2b-256 over the chain before, the sequence and what was done. */
function chainOf(key, previous, { sequence, revision, changes, entry }) {
  const parts = [Buffer.from(previous, 'hex'), u64(sequence), u64(revision), u32(changes.length)]
  for (const change of changes) parts.push(Buffer.from(change.id, 'hex'), u64(change.revision))
  parts.push(Buffer.from(JSON.stringify(entry)))
  return Buffer.from(blake2b(Buffer.concat(parts), 32, key)).toString('hex')
}

/**
 * Who may sign: certificates, each signed by a slot that the one before names; the first by itself.
 */
function readCertificates(header, vaultId, problems) {
  const members = []
  const rosters = []
  let before
  const named = new Set()
  const list = Array.isArray(header.certificates) ? header.certificates : []
  if (list.length === 0) problems.push({ line: 1, code: 'certificate', facts: { number: 1 } })
  for (const [index, text] of list.entries()) {
    const certificate = readCertificate(Buffer.from(String(text), 'base64'), vaultId)
    if (certificate === undefined || !follows(before, certificate, named)) {
      problems.push({ line: 1, code: 'certificate', facts: { number: index + 1 } })
      break
    }
    members.push(...certificate.members)
    rosters.push(certificate.members)
    for (const { custodianId } of certificate.members) named.add(custodianId)
    before = certificate
  }
  const fingerprint = fingerprintOf(vaultId, Buffer.from(String(list[0]), 'base64'))
  return { members, rosters, fingerprint }
}

/** docs/format.md, section 5. */
function readCertificate(bytes, vaultId) {
  const count = bytes.length < 168 ? 0 : bytes.readUInt16BE(146)
  if (count < 1 || bytes.length !== 148 + count * 97 + 64) return undefined
  if (
    bytes.toString('latin1', 0, 8) !== 'BEIANCRT' ||
    bytes.readUInt16BE(8) !== 1 ||
    !bytes.subarray(10, 26).equals(vaultId)
  )
    return undefined
  const members = Array.from({ length: count }, (_, index) => {
    const at = 148 + index * 97
    return {
      slotId: bytes.toString('hex', at, at + 16),
      kind: bytes[at + 16],
      custodianId: bytes.toString('hex', at + 17, at + 33),
      signingKey: bytes.subarray(at + 33, at + 65),
      keys: bytes.toString('hex', at + 33, at + 97),
    }
  })
  // Strictly ascending: nobody is named twice.
  if (members.some(({ slotId }, index) => index > 0 && slotId <= members[index - 1].slotId)) {
    return undefined
  }
  return {
    bytes,
    members,
    sequence: bytes.readUInt32BE(26),
    generation: bytes.readUInt32BE(30),
    previous: bytes.subarray(34, 66),
    roots: bytes.subarray(66, 130),
    signerSlotId: bytes.toString('hex', 130, 146),
  }
}

/** docs/format.md, section 5: who may sign what; `named` are the custodian ids of all before. */
function follows(before, next, named) {
  const body = next.bytes.subarray(0, -64)
  const signature = next.bytes.toString('hex', next.bytes.length - 64)
  const signers = before === undefined ? next.members : before.members
  const signer = signerOf(signers, next.signerSlotId, body, signature)
  if (signer === undefined) return false
  if (before === undefined) return next.sequence === 1 && next.previous.every((byte) => byte === 0)
  if (next.sequence !== before.sequence + 1) return false
  if (!next.previous.equals(blake2b(before.bytes, 32))) return false
  const isRosterChange = next.generation === before.generation && next.roots.equals(before.roots)
  if (!isRosterChange && next.generation !== before.generation + 1) return false
  if (!namesNobodyElse(before, next, signer, named)) return false
  return (
    DECIDING_KINDS.includes(signer.kind) || (isRosterChange && isOwnRenewal(before, next, signer))
  )
}

/** Passphrase and recovery kit. */
const DECIDING_KINDS = [1, 2]
/** Who joins has an id of their own, never the signer's. */
const JOIN_KINDS = [4, 6]
/** What anybody else may sign: new keys of their own slot, and the kind it is to become. */
const RENEWED_KINDS = { 4: 1, 5: 5, 6: 5 }

function isOwnRenewal(before, next, signer) {
  if (RENEWED_KINDS[signer.kind] === undefined) return false
  if (next.members.length !== before.members.length) return false
  return before.members.every((old, index) => {
    const now = next.members[index]
    if (now.slotId !== old.slotId || now.custodianId !== old.custodianId) return false
    if (old === signer) return now.kind === RENEWED_KINDS[signer.kind]
    return now.kind === old.kind && now.keys === old.keys
  })
}

/** What is new or changed is the signer's own, or of somebody whom no certificate named yet. */
function namesNobodyElse(before, next, signer, named) {
  const newcomers = new Set()
  return next.members.every((now) => {
    const old = before.members.find(({ slotId }) => slotId === now.slotId)
    const { custodianId } = now
    if (old?.custodianId === custodianId && old.kind === now.kind && old.keys === now.keys) {
      return true
    }
    if (!named.has(custodianId) && !newcomers.has(custodianId)) {
      newcomers.add(custodianId)
      return true
    }
    return custodianId === signer.custodianId && !JOIN_KINDS.includes(now.kind)
  })
}

/** The member that signed, by the key that a certificate gives to the slot. */
function signerOf(members, slotId, message, signature) {
  if (!/^[0-9a-f]{128}$/.test(String(signature))) return undefined
  const bytes = Buffer.from(signature, 'hex')
  return members.find(
    (member) => member.slotId === slotId && isSignature(member.signingKey, message, bytes),
  )
}

/**
 * Whether a second person signed what an approval says: this act, asked by this person, at this moment; by the key that
 * the certificate of that number gives to their slot. `rosters`: the members of each certificate.
 */
function isApproved(vaultId, rosters, { revision, entry }) {
  const { facts = {}, at, custodianId, recordId } = entry
  const { statement: text, signature: given } = facts.proof ?? {}
  const statement = statementIn(text)
  const roster = rosters[given?.certificateSequence - 1]
  const member = roster?.find(({ slotId }) => slotId === given.slotId)
  if (statement === undefined || member === undefined) return false
  const revisionsBetween = revision - statement.revision
  const isTheSame =
    statement.vaultId === vaultId.toString('hex') &&
    statement.act === facts.act &&
    statement.action === facts.approved &&
    statement.askedBy === custodianId &&
    (recordId === undefined || recordId === statement.recordId) &&
    revisionsBetween > 0 &&
    revisionsBetween <= MAX_REVISIONS_BETWEEN &&
    Math.abs(at - statement.at) <= MAX_BETWEEN_MS &&
    Object.keys(facts).every(
      (key) => APPROVAL_FACTS.includes(key) || facts[key] === statement.facts?.[key],
    )
  const isBySecond = member.custodianId === given.custodianId && given.custodianId !== custodianId
  if (!isTheSame || !isBySecond || !DECIDING_KINDS.includes(member.kind)) return false
  const message = Buffer.concat([
    Buffer.from('beian-statement'),
    vaultId,
    u32(given.certificateSequence),
    Buffer.from(member.slotId, 'hex'),
    Buffer.from(member.custodianId, 'hex'),
    blake2b(Buffer.from(text), 32),
  ])
  return signerOf([member], member.slotId, message, given.signature) !== undefined
}

function statementIn(text) {
  try {
    const statement = JSON.parse(text)
    return statement.statement === 'beian-approval-1' ? statement : undefined
  } catch {
    return undefined
  }
}

/** Ed25519, by Node itself. */
function isSignature(publicKey, message, signature) {
  try {
    const x = Buffer.from(publicKey).toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, message, key, signature)
  } catch {
    return false
  }
}

function u64(value) {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(Number.isSafeInteger(value) && value >= 0 ? value : 0))
  return bytes
}

function u32(value) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

// — BLAKE2b, RFC 7693. Node has it only without a key and only with 64 bytes. —

// prettier-ignore
const SIGMA = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
]
/** Twelve rounds; the words of a message by the place of their low half. */
const ROUNDS = Array.from({ length: 12 }, (_, round) => SIGMA[round % 10].map((word) => word * 2))
/** Low and high halves of the eight initial values. */
const IV = [
  0xf3bcc908, 0x6a09e667, 0x84caa73b, 0xbb67ae85, 0xfe94f82b, 0x3c6ef372, 0x5f1d36f1, 0xa54ff53a,
  0xade682d1, 0x510e527f, 0x2b3e6c1f, 0x9b05688c, 0xfb41bd6b, 0x1f83d9ab, 0x137e2179, 0x5be0cd19,
]
const v = new Uint32Array(32)
const m = new Uint32Array(32)

/**
 * @param {Uint8Array} input @param {number} length - 1 to 64 bytes. @param {Uint8Array} key - none, or up to 64 bytes.
 * @returns {Buffer}
 */
export function blake2b(input, length, key = new Uint8Array(0)) {
  const h = Uint32Array.from(IV)
  h[0] ^= 0x01010000 ^ (key.length << 8) ^ length
  const block = new Uint8Array(128)
  let done = 0
  if (key.length > 0) {
    block.set(key)
    done = 128
    compress(h, block, 0, done, input.length === 0)
  }
  let at = 0
  for (; at + 128 < input.length; at += 128) {
    done += 128
    compress(h, input, at, done, false)
  }
  if (input.length > 0 || key.length === 0) {
    block.fill(0).set(input.subarray(at))
    compress(h, block, 0, done + input.length - at, true)
  }
  return Buffer.from(Buffer.from(h.buffer).subarray(0, length))
}

function compress(h, bytes, at, count, isLast) {
  for (let i = 0; i < 16; i++) {
    v[i] = h[i]
    v[i + 16] = IV[i]
  }
  v[24] ^= count
  v[25] ^= Math.floor(count / 0x1_0000_0000)
  if (isLast) {
    v[28] = ~v[28]
    v[29] = ~v[29]
  }
  for (let i = 0; i < 32; i++) {
    const from = at + i * 4
    m[i] = bytes[from] | (bytes[from + 1] << 8) | (bytes[from + 2] << 16) | (bytes[from + 3] << 24)
  }
  for (const s of ROUNDS) {
    mix(0, 8, 16, 24, s[0], s[1])
    mix(2, 10, 18, 26, s[2], s[3])
    mix(4, 12, 20, 28, s[4], s[5])
    mix(6, 14, 22, 30, s[6], s[7])
    mix(0, 10, 20, 30, s[8], s[9])
    mix(2, 12, 22, 24, s[10], s[11])
    mix(4, 14, 16, 26, s[12], s[13])
    mix(6, 8, 18, 28, s[14], s[15])
  }
  for (let i = 0; i < 16; i++) h[i] ^= v[i] ^ v[i + 16]
}

/** The mixing function G on 64-bit words that are kept as low and high halves. */
function mix(a, b, c, d, x, y) {
  add(a, b, m[x], m[x + 1])
  turn(d, a, 32)
  add(c, d, 0, 0)
  turn(b, c, 24)
  add(a, b, m[y], m[y + 1])
  turn(d, a, 16)
  add(c, d, 0, 0)
  turn(b, c, 63)
}

function add(to, from, low, high) {
  const sum = v[to] + v[from] + low
  v[to + 1] = v[to + 1] + v[from + 1] + high + Math.floor(sum / 0x1_0000_0000)
  v[to] = sum
}

/** `to` = (`to` xor `from`), turned right by 16, 24, 32 or 63 bits. */
function turn(to, from, bits) {
  const low = v[to] ^ v[from]
  const high = v[to + 1] ^ v[from + 1]
  if (bits === 32) {
    v[to] = high
    v[to + 1] = low
  } else if (bits === 63) {
    v[to] = (low << 1) | (high >>> 31)
    v[to + 1] = (high << 1) | (low >>> 31)
  } else {
    v[to] = (low >>> bits) | (high << (32 - bits))
    v[to + 1] = (high >>> bits) | (low << (32 - bits))
  }
}

// — The ten words of a vault, to be compared with those the company has on paper. —

const WORDS =
  '天地山河日月星云风雨雪花草木石水火土金银铜铁林海江湖泉春夏秋冬西' +
  '南北上左右前后里外大小多少高长短远快慢新老红黄蓝绿白黑紫青牛马羊' +
  '鸡狗猪猫龙蛇鸟虫象熊鹿鹰鸭蝶人口手足耳头身父姐妹生客王臣兵农工书' +
  '笔纸墨琴棋歌舞文词句门窗墙房楼桥车船灯桌椅柜碗盘锅刀针线布鞋袜伞' +
  '包钟表米面饭菜肉蛋奶糖盐茶酒桃苹瓜豆麦松柳四八年分秒早明冷热干宽' +
  '窄软空好爱乐哭说听看读走跑跳飞站开关出来去落给拿找教用修扫切吃戴' +
  '拍推拉扛光色味酸电量寸吨张根双群队班题家城港沙滩波浪潮雷暖锁钥鼓' +
  '剑塔台井坡岭穷谋弱粗昂棒崩参仓测层柴缠吹错当德丁丢恩佛更怪滚含航'

function fingerprintOf(vaultId, firstCertificate) {
  const parts = [Buffer.from('beian-trail-fingerprint'), vaultId, blake2b(firstCertificate, 32)]
  return Array.from(blake2b(Buffer.concat(parts), 32).subarray(0, 10), (byte) => WORDS.charAt(byte))
}

// — What is said to a person. —

const SAID = {
  zh: {
    title: '备案匣审计记录验证',
    whole: '✓ 记录完整：首尾相连，签名正确，没有发现删改。',
    broken: (count) => `✗ 记录不完整：发现 ${count} 处问题。`,
    more: (count) => `  ……另有 ${count} 处`,
    line: (line, text) => `  第 ${line} 行：${text}`,
    earlier: (text) => `  与以前的导出相比：${text}`,
    vault: '保险库编号',
    fingerprint: '指纹',
    exported: '导出',
    entries: '记录',
    checkpoints: '签名检查点',
    last: '最后检查点',
    exportedBy: (at, who, revision) => `${at}，${who}，第 ${revision} 版`,
    count: (count, from, to) => `${count} 条，${from} 至 ${to}`,
    signed: (count, people) => `${count} 个，由 ${people} 签名`,
    lastSigned: (sequence, at, who) => `第 ${sequence} 条，${at}，${who} 签名`,
    none: '无',
    nobody: (id) => `没有登记姓名的 ${id}`,
    proof: [
      '能证明：自建库起的每一条都在，次序未变、内容未改；各检查点之前的部分由当时的保管人签名，末尾由导出人签名。',
      '不能证明：记录以外发生的事；导出人是否从更新的文件中导出（请与以前的导出或报告上的核对词比较）。',
      '请与公司留存的保险库指纹核对上面十个字：相同，才是这家公司的保险库。',
    ],
    usage:
      '用法：node verify-audit.mjs 审计记录.jsonl [--fingerprint 十个字] [--earlier 以前的导出.jsonl] [--en]',
    unreadable: (file) => `读不了文件：${file}`,
    problem: {
      'not-a-trail': () => '不是备案匣导出的审计记录',
      'not-json': () => '不是完整的 JSON',
      'not-canonical': () => '写法被改动过',
      'not-an-entry': () => '不是一条审计记录',
      certificate: ({ number }) => `第 ${number} 份名册证书不正确`,
      missing: ({ from, to }) => (from === to ? `缺少第 ${from} 条` : `缺少第 ${from} 至 ${to} 条`),
      order: ({ sequence, expected }) =>
        `次序被打乱：此处应为第 ${expected} 条，却是第 ${sequence} 条`,
      rewritten: ({ sequence }) => `第 ${sequence} 条的内容或它前面的记录被改动`,
      checkpoint: ({ sequence, before }) =>
        `第 ${sequence} 条签名检查点不符：第 ${before + 1} 至 ${sequence} 条之间被改写`,
      approval: ({ sequence }) => `第 ${sequence} 条第二人同意的签名不符：请当作没有同意`,
      cut: ({ sequence }) => `文件在第 ${sequence} 条之后被截断，没有导出人的签名`,
      'after-end': () => '结尾之后还有内容',
      count: ({ said, found }) => `结尾说有 ${said} 条，实际到第 ${found} 条`,
      'end-chain': () => '结尾与最后一条记录不符',
      'end-signature': () => '导出人的签名不符：文件在导出之后被改动',
      fingerprint: () => '指纹不符：不是这个保险库的记录',
      'another-vault': () => '不是同一个保险库',
      shorter: ({ sequence }) => `以前有第 ${sequence} 条，现在没有了`,
      'other-history': ({ sequence }) => `第 ${sequence} 条与以前不同`,
    },
  },
  en: {
    title: 'Beian Vault: check of an audit trail',
    whole:
      '✓ The trail is whole: every entry follows the one before it, and the signatures are right.',
    broken: (count) => `✗ The trail is not whole: ${count} problem${count === 1 ? '' : 's'}.`,
    more: (count) => `  … and ${count} more`,
    line: (line, text) => `  line ${line}: ${text}`,
    earlier: (text) => `  compared with the earlier export: ${text}`,
    vault: 'Vault id',
    fingerprint: 'Fingerprint',
    exported: 'Exported',
    entries: 'Entries',
    checkpoints: 'Signed checkpoints',
    last: 'Last checkpoint',
    exportedBy: (at, who, revision) => `${at}, ${who}, revision ${revision}`,
    count: (count, from, to) => `${count}, ${from} to ${to}`,
    signed: (count, people) => `${count}, signed by ${people}`,
    lastSigned: (sequence, at, who) => `entry ${sequence}, ${at}, signed by ${who}`,
    none: 'none',
    nobody: (id) => `${id}, who is not named`,
    proof: [
      'This proves: every entry since the vault was made is here, in order and as it was written; what stands before each checkpoint was signed by the custodian of that time, the end by who exported it.',
      'This does not prove: what was never entered; that the export was made of the newest file (compare it with an earlier export, or with the check words on a report).',
      'Compare the ten words above with the fingerprint the company keeps on paper: only then is it that company’s vault.',
    ],
    usage:
      'usage: node verify-audit.mjs TRAIL.jsonl [--fingerprint WORDS] [--earlier EARLIER.jsonl] [--en]',
    unreadable: (file) => `cannot read ${file}`,
    problem: {
      'not-a-trail': () => 'this is not an audit trail of Beian Vault',
      'not-json': () => 'not a whole JSON value',
      'not-canonical': () => 'not as it was written',
      'not-an-entry': () => 'not an audit entry',
      certificate: ({ number }) => `certificate ${number} is not right`,
      missing: ({ from, to }) =>
        from === to ? `entry ${from} is missing` : `entries ${from} to ${to} are missing`,
      order: ({ sequence, expected }) =>
        `out of order: entry ${sequence} where ${expected} belongs`,
      rewritten: ({ sequence }) => `entry ${sequence} was rewritten, or what stands before it`,
      checkpoint: ({ sequence, before }) =>
        `checkpoint ${sequence} does not fit: something from entry ${before + 1} to ${sequence} was rewritten`,
      approval: ({ sequence }) =>
        `the signature of approval ${sequence} does not match: take it for none`,
      cut: ({ sequence }) =>
        `the file is cut after entry ${sequence}; the signature of who exported it is missing`,
      'after-end': () => 'something stands after the end',
      count: ({ said, found }) => `the end tells of ${said} entries, the last one here is ${found}`,
      'end-chain': () => 'the end does not fit the last entry',
      'end-signature': () =>
        'the signature of who exported it is wrong: the file was changed afterwards',
      fingerprint: () => 'another fingerprint: this is not the trail of that vault',
      'another-vault': () => 'not the same vault',
      shorter: ({ sequence }) => `entry ${sequence} was there and is not any more`,
      'other-history': ({ sequence }) => `entry ${sequence} is another than before`,
    },
  },
}

function main(args) {
  const words = SAID[args.includes('--en') ? 'en' : 'zh']
  const option = (name) => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? '') : undefined)
  const wanted = option('--fingerprint')
  const earlierFile = option('--earlier')
  const values = new Set([wanted, earlierFile])
  const files = args.filter((one) => !one.startsWith('--') && !values.has(one))
  if (files.length !== 1) return say([words.usage], 2)
  const trail = read(files[0])
  if (trail === undefined) return say([words.unreadable(files[0])], 2)

  const { problems, facts } = verifyTrail(trail)
  if (facts !== undefined && wanted !== undefined && plain(wanted) !== facts.fingerprint.join('')) {
    problems.push({ line: 1, code: 'fingerprint' })
  }
  const compared = []
  if (facts !== undefined && earlierFile !== undefined) {
    const earlier = read(earlierFile)
    if (earlier === undefined) return say([words.unreadable(earlierFile)], 2)
    const before = verifyTrail(earlier)
    if (before.facts === undefined || before.problems.length > 0)
      compared.push({ line: 1, code: 'not-a-trail' })
    else compared.push(...compareTrails(before.facts, facts))
  }
  const found = problems.length + compared.length
  const text = ({ code, facts: values = {} }) => words.problem[code](values)
  return say(
    [
      words.title,
      ...(facts === undefined ? [] : summary(facts, words)),
      '',
      found === 0 ? words.whole : words.broken(found),
      ...problems.slice(0, SHOWN_PROBLEMS).map((one) => words.line(one.line, text(one))),
      ...(problems.length > SHOWN_PROBLEMS ? [words.more(problems.length - SHOWN_PROBLEMS)] : []),
      ...compared.map((one) => words.earlier(text(one))),
      ...(found === 0 ? ['', ...words.proof] : []),
    ],
    found === 0 ? 0 : 1,
  )
}

function summary({ header, fingerprint, checkpoints, firstAt, lastAt, entries }, words) {
  const nameOf = (custodianId) =>
    clean(header.people?.[custodianId] || words.nobody(String(custodianId).slice(0, 8)))
  const signers = [...new Set(checkpoints.map((one) => nameOf(one.custodianId)))]
  const last = checkpoints.at(-1)
  return [
    `${words.vault}: ${clean(header.vaultId)}`,
    `${words.fingerprint}: ${fingerprint.join(' ')}`,
    `${words.exported}: ${words.exportedBy(clock(header.exportedAt), nameOf(header.exportedBy), clean(header.revision))}`,
    `${words.entries}: ${words.count(entries.size, clock(firstAt), clock(lastAt))}`,
    `${words.checkpoints}: ${last === undefined ? words.none : words.signed(checkpoints.length, signers.join('、'))}`,
    ...(last === undefined
      ? []
      : [
          `${words.last}: ${words.lastSigned(last.sequence, clock(last.at), nameOf(last.custodianId))}`,
        ]),
  ]
}

function clock(at) {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return '—'
  return date.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })
}

/** A name from a hostile file must not steer a terminal. */
function clean(value) {
  return String(value)
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(0, 120)
}

function plain(words) {
  return words.replace(/\s+/g, '')
}

function read(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

function say(lines, exitCode) {
  process.stdout.write(`${lines.join('\n')}\n`)
  process.exitCode = exitCode
}

if (
  process.argv[1] !== undefined &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
) {
  main(process.argv.slice(2))
}
