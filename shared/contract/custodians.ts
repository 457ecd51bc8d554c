import { z } from 'zod'
import type {
  CustodiansView,
  CustodyNotice,
  JoinLook,
  JoinRequestView,
  OwnJoinRequest,
} from '../custodians.ts'
import { TWO_PERSON_ACTS } from '../records/company-rule.ts'
import { CUSTODIAN_ROLES } from '../records/custodian.ts'
import { CalendarDayField, Line, RecordId, Text } from '../records/fields.ts'
import type { VaultStatus } from '../views.ts'
import { call, none } from './call.ts'

const passphrase = z.string().min(1).max(1024)
const requestId = z.string().regex(/^[0-9a-f]{32}$/)
const facts = { post: Line.optional(), staffNumber: Line.optional(), notes: Text.optional() }

/** How long an invitation may wait, in days. */
const MAX_JOIN_DAYS = 30

/** 保管人, joining, the company rule, kits in parts. */
export const CUSTODIAN_CALLS = {
  'custodians.list': call(none)<CustodiansView>(),
  /** Facts about a person. Who may open what is decided by their ways in: an auditor stays one. */
  'custodians.save': call(
    z.strictObject({
      custodianId: RecordId,
      name: Line,
      role: z.enum(CUSTODIAN_ROLES),
      joinedOn: CalendarDayField,
      ...facts,
    }),
  )<{ undoToken: number }>(),
  /** Reads the key file of who wants to join; undefined: cancelled. */
  'custodians.chooseRequest': call(none)<JoinRequestView | undefined>(),
  /** The same from what a QR code says. */
  'custodians.readRequest': call(z.strictObject({ code: z.string().max(4000) }))<JoinRequestView>(),
  /** Lets who made the request that was read last join, once its words were compared. */
  'custodians.invite': call(
    z.strictObject({
      areWordsSame: z.literal(true),
      role: z.enum(CUSTODIAN_ROLES),
      days: z.int().min(1).max(MAX_JOIN_DAYS),
      ...facts,
    }),
  )<{ expiresAt: number; vaultWords: string[] }>(),
  /** Takes an invitation back that was not used, or has expired. */
  'custodians.withdraw': call(z.strictObject({ slotId: RecordId }))<void>(),
  'custodians.setRule': call(
    z.strictObject({ twoPersonActs: z.array(z.enum(TWO_PERSON_ACTS)).max(3) }),
  )<void>(),
  /** What happened to the ways in since this person was told last. */
  'custodians.notices': call(none)<CustodyNotice[]>(),
  'custodians.acknowledge': call(z.strictObject({ sequence: z.int().min(1) }))<void>(),
  /** The six words that who was let in by this slot compares before opening the vault. */
  'custodians.vaultWords': call(z.strictObject({ slotId: RecordId }))<{ words: string[] }>(),

  /** The second person's passphrase, for what a call was refused with (`second-person-needed`). */
  'approvals.give': call(z.strictObject({ request: requestId, passphrase }))<{ name: string }>(),

  // — on the machine of who joins —
  'join.begin': call(z.strictObject({ name: Line, passphrase }))<OwnJoinRequest>(),
  'join.list': call(none)<OwnJoinRequest[]>(),
  'join.saveKeyFile': call(z.strictObject({ id: requestId }))<{ fileName: string } | undefined>(),
  'join.discard': call(z.strictObject({ id: requestId }))<void>(),
  /** What the chosen vault says of itself to who joins, before it is opened: the words are compared first. */
  'join.look': call(z.strictObject({ id: requestId, passphrase }))<JoinLook>(),

  // — after a kit opened the vault: a passphrase before anything else —
  /** A kit of the company's belongs to nobody: who opened with its parts becomes the custodian of that name. */
  'kit.setPassphrase': call(z.strictObject({ passphrase, name: Line.optional() }))<VaultStatus>(),

  // — a kit in parts —
  'kit.prepareSplit': call(
    z.strictObject({
      shares: z.union([z.literal(2), z.literal(3)]),
      holders: z.array(Line).min(2).max(3),
    }),
  )<{
    shares: { holder: string; groups: string[]; askedGroups: [number, number] }[]
    checkWords: string[]
    revision: number
    vaultId: string
  }>(),
  'kit.printShare': call(z.strictObject({ index: z.int().min(0).max(2) }))<boolean>(),
  /** Two groups of each part, retyped. */
  'kit.confirmSplit': call(
    z.strictObject({
      shares: z
        .array(z.tuple([z.string().max(20), z.string().max(20)]))
        .min(2)
        .max(3),
    }),
  )<void>(),
} as const
