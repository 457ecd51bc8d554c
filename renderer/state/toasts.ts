import type { StateCreator } from 'zustand'

/** A short word at the bottom of the window. Names and numbers, never a secret. */
export type Toast = {
  id: number
  tone: 'said' | 'failed'
  /** One line; what does not fit is cut off on screen and told whole to who points at it or listens. */
  text: string
  /** What was kept and what to do next, below it. */
  more?: string
  /** Set: 撤销 is offered. */
  undoToken?: number
}

export type ToastsSlice = {
  toasts: readonly Toast[]
  showToast(toast: Omit<Toast, 'id'>): void
  closeToast(id: number): void
}

/** More than this would hide the screen; the oldest goes first. */
const MAX_TOASTS = 3

export const createToastsSlice = (): StateCreator<ToastsSlice> => (set) => {
  let lastId = 0
  return {
    toasts: [],
    showToast: (toast) => {
      lastId += 1
      const shown = { ...toast, id: lastId }
      set(({ toasts }) => ({ toasts: [...toasts, shown].slice(-MAX_TOASTS) }))
    },
    closeToast: (id) =>
      set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
  }
}
