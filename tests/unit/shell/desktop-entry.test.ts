import { expect, it } from 'vitest'
import { desktopEntry } from '../../../electron/shell/desktop-entry.ts'

it('starts the app hidden, in the form desktops read', () => {
  expect(desktopEntry('备案匣', ['/opt/beian-vault/beian-vault', '--hidden'])).toBe(`[Desktop Entry]
Type=Application
Name=备案匣
Exec="/opt/beian-vault/beian-vault" "--hidden"
Terminal=false
NoDisplay=true
X-GNOME-Autostart-enabled=true
`)
})

it('takes every character of a path as it is', () => {
  const entry = desktopEntry('备案匣', ['/home/林 晓/a"b$c`d\\e%f'])
  expect(entry).toContain('Exec="/home/林 晓/a\\\\"b\\\\$c\\\\`d\\\\\\\\e%%f"')
})

it('stays on its line', () => {
  expect(() => desktopEntry('备案匣', ['/opt/a\nX-Evil=1'])).toThrow(RangeError)
})
