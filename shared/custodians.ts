import type { CalendarDay } from './calendar-day.ts'
import type { CustodianRole } from './records/custodian.ts'

/** What may ask for two persons, as in the company rule's record. */
export type TwoPersonActName = 'export' | 'print-secrets' | 'remove-custodian'

/** One way into the vault, in the list of 保管人. */
export type WayIn = {
  slotId: string
  kind: 'passphrase' | 'recovery-kit' | 'os-keychain' | 'next-custodian'
  /** Unix ms. */
  createdAt: number
  /** Unix ms; until then somebody may join, or a keychain opens. */
  expiresAt?: number
  isExpired: boolean
  /** A kit in parts: how many of them open, and who holds each. */
  split?: { threshold: number; holders: string[] }
}

/** 保管人: what is known of a person, and how they can open the vault. */
export type CustodianLine = {
  custodianId: string
  name: string
  role: CustodianRole
  post?: string
  staffNumber?: string
  notes?: string
  joinedOn?: CalendarDay
  leftOn?: CalendarDay
  isSelf: boolean
  ways: WayIn[]
  /** Whether the person can open the vault now: not who is still invited, and not who has left. */
  canOpen: boolean
  /** Last unlock that the trail tells of, Unix ms; absent: none lately. */
  lastUnlockAt?: number
}

export type CustodiansView = {
  custodians: CustodianLine[]
  /** What belongs to nobody: a kit in parts. */
  companyWays: WayIn[]
  /** Whether nobody but one person can open everything. */
  isAlone: boolean
  rule: TwoPersonActName[]
  /** Names of those who can approve what this person does. */
  approvers: string[]
}

/** A request to join, as it was read from a key file or a QR code: nothing of it is believed before the words are compared. */
export type JoinRequestView = {
  name: string
  /** Unix ms, as the other machine says. */
  createdAt: number
  words: string[]
}

/** A request that was made on this machine and waits for its vault. */
export type OwnJoinRequest = {
  id: string
  name: string
  /** Unix ms. */
  createdAt: number
  words: string[]
  /** What the QR code says. */
  code: string
}

/** What a vault says to who joins it; only true if its words are those that the custodian sees. */
export type JoinLook = {
  words: string[]
  /** Names this very vault; opens it after the words were compared. */
  confirmed: string
  custodianName: string
  isAuditor: boolean
  /** Unix ms. */
  expiresAt: number
}

/** Something about the ways into the vault that the others must hear of at their next unlock. */
export type CustodyNotice = {
  sequence: number
  /** Unix ms. */
  at: number
  action: string
  custodianName: string
  facts?: Readonly<Record<string, string | number>>
}
