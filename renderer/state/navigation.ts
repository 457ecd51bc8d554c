import type { StateCreator } from 'zustand'
import type { LetterPreset } from '../../shared/letters/preset.ts'
import type { FormKind } from '../../shared/records/record.ts'

/** The screens of the left navigation, in its order, and those reached in other ways. */
export const SCREENS = [
  'overview',
  'ledger',
  'credentials',
  'contacts',
  'reminders',
  'recovery',
  'documents',
  'handover',
  'audit',
  'settings',
] as const
export type ScreenName =
  | (typeof SCREENS)[number]
  | 'trash'
  | 'evidence'
  | 'letters'
  | 'checks'
  | 'backups'
  | 'merge'

/** What a screen is asked to show when it is opened from elsewhere. Names and ids only. */
export type ScreenTarget = {
  /** Record to choose and scroll to. */
  recordId?: string
  /** Filter to start with, such as a credential state. */
  filter?: string
  /** Tab to start with. */
  tab?: string
}

/** A form over the screen: a new record, or a known one. */
export type OpenForm =
  | { form: 'filing' }
  | { form: 'record'; kind: FormKind; id?: string; preset?: Readonly<Record<string, unknown>> }
  | { form: 'register'; credentialId: string; isGenerating?: boolean }
  | { form: 'import' }
  | { form: 'kit' }
  /** Looks at a file of a paper, or gives it out. */
  | { form: 'view-file'; documentId: string; attachmentId: string }
  | { form: 'export-file'; documentId: string; attachmentId: string }
  | { form: 'letter'; preset: LetterPreset }

export type NavigationSlice = {
  screen: ScreenName
  target: ScreenTarget
  /** Row of 台账 whose drawer is open. */
  drawerRowId: string | undefined
  openForm: OpenForm | undefined
  isPaletteOpen: boolean
  /** Forms that hold something not saved. */
  unsavedCount: number
  go(screen: ScreenName, target?: ScreenTarget): void
  openDrawer(rowId: string): void
  closeDrawer(): void
  showForm(form: OpenForm): void
  closeForm(): void
  setPaletteOpen(isOpen: boolean): void
  /** A form began to hold something not saved (1), or holds it no more (-1). */
  countUnsaved(step: 1 | -1): void
}

/** Where in the app the person is. 总览 comes first: what is due today must not wait to be looked for. */
export const createNavigationSlice = (): StateCreator<NavigationSlice> => (set) => ({
  screen: 'overview',
  target: {},
  drawerRowId: undefined,
  openForm: undefined,
  isPaletteOpen: false,
  unsavedCount: 0,
  go: (screen, target = {}) => set({ screen, target, drawerRowId: undefined }),
  // The drawer lies beside 台账, wherever it was asked for.
  openDrawer: (drawerRowId) => set({ screen: 'ledger', target: {}, drawerRowId }),
  closeDrawer: () => set({ drawerRowId: undefined }),
  showForm: (openForm) => set({ openForm }),
  closeForm: () => set({ openForm: undefined }),
  setPaletteOpen: (isPaletteOpen) => set({ isPaletteOpen }),
  countUnsaved: (step) => set(({ unsavedCount }) => ({ unsavedCount: unsavedCount + step })),
})
