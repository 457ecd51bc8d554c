import {
  type Certificate,
  issueCertificate,
  type Member,
} from '../../electron/vault/certificate.ts'
import { hash } from '../../electron/vault/hash.ts'
import { signingKeyOf } from '../../electron/vault/signature.ts'

export const VAULT_ID = new Uint8Array(16).fill(0xaa)

/** A slot by small numbers: its id, whose it is, which keys it has, and its kind (1, a passphrase). */
export type Sketch = { slot: number; of: number; key: number; kind?: number }

/** Who is named next, and which slot signs. */
export type Step = { by: number; members: readonly Sketch[]; hasNewRoots?: boolean }

/** Certificates in a row, each signed by the key that the one before gives to the slot. */
export function makeChain(steps: readonly Step[]): Certificate[] {
  const chain: Certificate[] = []
  for (const [index, { by, members, hasNewRoots = false }] of steps.entries()) {
    const previous = chain.at(-1)
    const signer = (steps[index - 1]?.members ?? members).find(({ slot }) => slot === by)
    if (signer === undefined) throw new Error(`nobody has slot ${by}`)
    const generation = (previous?.generation ?? 1) + (hasNewRoots ? 1 : 0)
    const draft = {
      vaultId: VAULT_ID,
      previous,
      generation,
      ledgerCommitment: new Uint8Array(32).fill(generation),
      secretCommitment: new Uint8Array(32).fill(generation + 100),
      signerSlotId: idOf(by),
      members: members.map(memberOf),
    }
    chain.push(issueCertificate(draft, seedOf(signer.key)))
  }
  return chain
}

function memberOf({ slot, of, key, kind = 1 }: Sketch): Member {
  return {
    slotId: idOf(slot),
    kind,
    custodianId: idOf(of),
    signingKey: signingKeyOf(seedOf(key)),
    publicKeyDigest: hash(seedOf(key)),
  }
}

const idOf = (number: number): Uint8Array => new Uint8Array(16).fill(number)
const seedOf = (number: number): Uint8Array => new Uint8Array(32).fill(number)

const A: Sketch = { slot: 1, of: 1, key: 1 }
const B: Sketch = { slot: 2, of: 2, key: 22 }
const KIT: Sketch = { slot: 5, of: 50, key: 5, kind: 2 }
const NEXT_KIT: Sketch = { slot: 6, of: 60, key: 6, kind: 2 }

/** A founds the vault, B is let in and comes in. */
const FOUNDED: readonly Step[] = [
  { by: 1, members: [A] },
  { by: 1, members: [A, { ...B, key: 2, kind: 4 }] },
  { by: 2, members: [A, B] },
]

/** What A and B may do with the members. */
export const HONEST: readonly [string, readonly Step[]][] = [
  ['the first opening of who was let in', []],
  ['a changed passphrase', [{ by: 1, members: [{ ...A, key: 11 }, B] }]],
  [
    'a kit of one’s own that then sets a passphrase',
    [
      { by: 2, members: [A, B, { slot: 3, of: 2, key: 3, kind: 2 }] },
      { by: 3, members: [A, { ...B, key: 12 }, { slot: 3, of: 2, key: 3, kind: 2 }] },
    ],
  ],
  ['a keychain of one’s own', [{ by: 2, members: [A, B, { slot: 4, of: 2, key: 4, kind: 3 }] }]],
  [
    'a split kit made anew, which lets a new person in',
    [
      { by: 1, members: [A, B, KIT] },
      { by: 2, members: [A, B, NEXT_KIT] },
      { by: 6, members: [A, B, NEXT_KIT, { slot: 7, of: 7, key: 7 }] },
    ],
  ],
  ['new keys for fewer', [{ by: 1, hasNewRoots: true, members: [A] }]],
]

/** What B, or A, must not do with them. */
export const FORGED: readonly [string, readonly Step[]][] = [
  ['a second slot under another’s id', [{ by: 2, members: [A, B, { slot: 3, of: 1, key: 3 }] }]],
  ['a kit under another’s id', [{ by: 2, members: [A, B, { slot: 3, of: 1, key: 3, kind: 2 }] }]],
  [
    'somebody who was removed and is named again',
    [
      { by: 2, members: [B] },
      { by: 2, members: [{ ...A, key: 3 }, B] },
    ],
  ],
  [
    'somebody who was removed, with their very keys',
    [
      { by: 2, members: [B] },
      { by: 2, members: [A, B] },
    ],
  ],
  ['another’s slot with other keys', [{ by: 2, members: [{ ...A, key: 3 }, B] }]],
  ['another’s slot as another kind', [{ by: 2, members: [{ ...A, kind: 2 }, B] }]],
  ['own slot handed to another’s id', [{ by: 2, members: [A, { ...B, of: 1 }] }]],
  [
    'new keys for one more under another’s id',
    [{ by: 2, hasNewRoots: true, members: [A, B, { slot: 3, of: 1, key: 3 }] }],
  ],
  [
    'one new id for two slots',
    [{ by: 2, members: [A, B, { slot: 3, of: 3, key: 3, kind: 4 }, { slot: 4, of: 3, key: 4 }] }],
  ],
  [
    'somebody let in under the id of who lets them in',
    [
      { by: 2, members: [A, B, { slot: 3, of: 3, key: 3 }] },
      { by: 3, members: [A, B, { slot: 3, of: 3, key: 3 }, { slot: 4, of: 3, key: 4, kind: 4 }] },
    ],
  ],
  [
    'a split kit made anew under the id of the one before',
    [
      { by: 1, members: [A, B, KIT] },
      { by: 2, members: [A, B, { ...NEXT_KIT, of: KIT.of }] },
    ],
  ],
]

/** The certificates of one of these stories, from the founding on. */
export function chainOfStory(story: readonly Step[]): Certificate[] {
  return makeChain([...FOUNDED, ...story])
}
