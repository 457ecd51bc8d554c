import { useEffect } from 'react'

/** First screens whose being usable is worth telling. */
export type FirstScreen = 'unlock' | 'overview' | 'ledger'

/**
 * Says on the root element, as `data-ready`, that a first screen is usable: the smoke picture, the
 * tests and the bench wait for it. It is painted with the next frame.
 */
export function useReady(screen: FirstScreen, isUsable: boolean): void {
  useEffect(() => {
    if (isUsable) document.documentElement.dataset['ready'] = screen
  }, [screen, isUsable])
}
