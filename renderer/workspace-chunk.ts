/** The rest of the interface: antd, 台账 and every other screen. */
export function loadWorkspace() {
  return import('./workspace/Workspace.tsx')
}
