import type { AuditLine } from './views.ts'

/** A page of the trail, newest first. */
export type AuditPage = {
  lines: AuditLine[]
  /** How many entries fit the filter. */
  total: number
  /** How many entries there are at all. */
  entries: number
}

/** Somebody who stands in the trail. */
export type AuditPerson = { custodianId: string; name: string; entries: number }

/** What a check of the whole trail came to. */
export type AuditCheck =
  | {
      isIntact: true
      entries: number
      /** The words by which an exported trail is known to be of this vault. */
      fingerprint: readonly string[]
      /** Entries up to here are signed; absent: no checkpoint yet. */
      lastCheckpoint?: { sequence: number; at: number; custodianName: string }
    }
  | {
      isIntact: false
      /** Where it breaks, if that can be said. */
      brokenAt?: number
    }
