import type { Handlers } from '../handlers.ts'
import type { SessionControl } from '../session.ts'
import { statusOf } from '../status.ts'

export function appHandlers(
  session: SessionControl,
): Pick<Handlers, 'app.status' | 'preferences.save'> {
  return {
    'app.status': () => statusOf(session),
    'preferences.save': async (preferences) => {
      await session.host('preferences.save', preferences)
      session.hostState.preferences = preferences
      session.emit({ event: 'preferences-changed', preferences })
      return preferences
    },
  }
}
