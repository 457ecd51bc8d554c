/** The rest of the interface: antd, 台账 and every other screen. */
export function loadWorkspace() {
  return import('./workspace/Workspace.tsx')
}

/**
 * Starts loading it. Called at the first key of the passphrase, not earlier: the unlock screen must be there at
 * once, and a locked app must stay small. A failure shows when the workspace is really needed.
 */
export function preloadWorkspace(): void {
  loadWorkspace().catch(() => {})
}
