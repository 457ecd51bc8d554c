import { a1 } from './a1.ts'
import { a2 } from './a2.ts'
import { b } from './b.ts'
import { c } from './c.ts'
import { d } from './d.ts'
import { e } from './e.ts'
import { f } from './f.ts'
import { g } from './g.ts'
import type { Guide } from './guide.ts'
import { m } from './m.ts'
import { quarterly } from './quarterly.ts'
import { t0 } from './t0.ts'
import { t1 } from './t1.ts'
import { t2 } from './t2.ts'
import { t3 } from './t3.ts'
import { t4 } from './t4.ts'
import { t5 } from './t5.ts'
import { t6 } from './t6.ts'

/** Every guide, in the order they are listed in. A new one is a file beside this and a line here. */
export const GUIDES: readonly Guide[] = [
  a1,
  a2,
  b,
  c,
  d,
  m,
  e,
  f,
  g,
  t0,
  t1,
  t2,
  t3,
  t4,
  t5,
  t6,
  quarterly,
]

const BY_ID: ReadonlyMap<string, Guide> = new Map(GUIDES.map((guide) => [guide.id, guide]))

/** Absent for a guide of a later version, which a stored case may name. */
export const guideOf = (id: string): Guide | undefined => BY_ID.get(id)
