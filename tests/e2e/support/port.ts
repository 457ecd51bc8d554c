import type { Page } from '@playwright/test'
import type { CallReply } from '../../../shared/contract.ts'

type WithPort = { beianPort?: MessagePort | undefined }

/**
 * Loads the page anew and gets hold of the port it is handed, as a script that broke into the page
 * would: then calls can be made that no button makes.
 */
export async function takePort(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    window.addEventListener('message', (event) => {
      if (event.data === 'beian-port') (window as WithPort).beianPort = event.ports[0]
    })
  })
  await page.reload()
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
}

/** Makes one call over the port and gives its reply. */
export function callOver(page: Page, name: string, input?: unknown): Promise<CallReply> {
  return page.evaluate(
    ([callName, callInput]) =>
      new Promise<CallReply>((resolve) => {
        const port = (window as WithPort).beianPort
        if (port === undefined) throw new Error('no port was taken')
        const call = 1_000_000 + Math.floor(Math.random() * 1_000_000)
        port.addEventListener('message', ({ data }) => {
          if (data.call === call) resolve(data)
        })
        port.postMessage({ call, name: callName, input: callInput })
      }),
    [name, input] as const,
  )
}
