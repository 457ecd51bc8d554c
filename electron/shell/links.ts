import { type BrowserWindow, dialog, shell } from 'electron'
import type { HostCalls } from '../../shared/host-contract.ts'
import type { ShellWords } from './words.ts'

type LinkId = HostCalls['link.open']['input']['link']

/** Every address the app can open outside. Nobody can name another one. */
const LINKS: Readonly<Record<LinkId, string>> = {
  'miit-filing': 'https://beian.miit.gov.cn/',
  'police-filing': 'https://beian.mps.gov.cn/',
}

/** Shows the address, and opens it in the system's browser if the person wants it. */
export async function openLink(
  link: LinkId,
  window: BrowserWindow,
  words: ShellWords,
): Promise<boolean> {
  if (!Object.hasOwn(LINKS, link)) return false
  const url = LINKS[link]
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.linkQuestion,
    detail: url,
    buttons: [words.linkOpen, words.cancel],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  if (response !== 0) return false
  await shell.openExternal(url)
  return true
}
