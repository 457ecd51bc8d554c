import type { Finding } from './guide.ts'

/* How long a finding of the quarterly check may wait. */

export const AT_ONCE: Finding['within'] = { unit: 'calendar-days', count: 0 }
export const NEXT_WORKING_DAY: Finding['within'] = { unit: 'working-days', count: 1 }
/** What providers allow for mending data that they found wrong; a notice's own date goes before it. */
export const RECTIFICATION: Finding['within'] = { unit: 'working-days', count: 10 }
