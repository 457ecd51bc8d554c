import type { Handlers } from '../handlers.ts'
import type { Session } from '../session.ts'

/** What reaches the world outside the app, by id only. */
export function shellHandlers(session: Session): Pick<Handlers, 'shell.openLink'> {
  return {
    'shell.openLink': ({ link }) => session.host('link.open', { link }),
  }
}
