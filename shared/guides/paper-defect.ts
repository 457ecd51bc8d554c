import type { Branch } from './guide.ts'

/** A bureau sends papers back: mended in the step `prepare-papers`, and handed in again. */
export const PAPER_DEFECT: Branch = {
  when: { zh: '材料有缺陷被退', en: 'Papers sent back for a defect' },
  to: { step: 'prepare-papers' },
}
