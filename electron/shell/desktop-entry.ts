/**
 * The text of a desktop entry that starts a command.
 *
 * @param command - the executable and its words, taken as they are.
 * @throws RangeError for a line break, which would begin another key.
 * @see Desktop Entry Specification 1.5, "The Exec key": two layers of escaping, one of the value, one of each word.
 */
export function desktopEntry(name: string, command: readonly string[]): string {
  if (command.some((word) => /[\n\r]/.test(word))) throw new RangeError('a command is one line')
  const exec = command.map(quoted).join(' ').replaceAll('\\', '\\\\')
  return `[Desktop Entry]
Type=Application
Name=${name}
Exec=${exec}
Terminal=false
NoDisplay=true
X-GNOME-Autostart-enabled=true
`
}

/** A word in double quotes; `%` would begin a field code. */
function quoted(word: string): string {
  return `"${word.replaceAll(/["`$\\]/g, (character) => `\\${character}`).replaceAll('%', '%%')}"`
}
