import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Shell } from './shell.ts'
import type { ShellWords } from './words.ts'

/** Keeps the application's menu in the chosen language. */
export function setupMenu(shell: Shell): void {
  shell.preferences.follow(() => setMenu(shell.words(), () => shell.lockForPerson()))
}

/** The lock entry only shows the shortcut; the window itself listens for it. */
function setMenu(words: ShellWords, lock: () => void): void {
  const isMac = process.platform === 'darwin'
  const appMenu: MenuItemConstructorOptions = {
    label: words.appName,
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit', label: words.menuQuit },
    ],
  }
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [appMenu] : []),
    {
      label: words.menuFile,
      submenu: [
        {
          label: words.menuLock,
          accelerator: 'CommandOrControl+L',
          registerAccelerator: false,
          click: lock,
        },
        { type: 'separator' },
        { role: 'quit', label: words.menuQuit },
      ],
    },
    {
      label: words.menuEdit,
      submenu: [
        { role: 'undo', label: words.menuUndo },
        { role: 'redo', label: words.menuRedo },
        { type: 'separator' },
        { role: 'cut', label: words.menuCut },
        { role: 'copy', label: words.menuCopy },
        { role: 'paste', label: words.menuPaste },
        { role: 'selectAll', label: words.menuSelectAll },
      ],
    },
    {
      label: words.menuView,
      submenu: [
        { role: 'zoomIn', label: words.menuZoomIn },
        { role: 'zoomOut', label: words.menuZoomOut },
        { role: 'resetZoom', label: words.menuZoomReset },
        { type: 'separator' },
        { role: 'togglefullscreen', label: words.menuFullScreen },
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
