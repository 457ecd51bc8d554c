// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of electron-builder look like that.

/**
 * What goes into a package, for electron-builder 26. Patterns are matched below the checkout;
 * `${arch}` is electron-builder's own placeholder.
 */

/** The fuses of design.md section 7, in electron-builder's names. */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
}

const SQLITE = 'node_modules/better-sqlite3'
/** Compiled on this machine for the fallback Electron; never in a real package. */
const NO_REBUILT = `!${SQLITE}/build{,/**}`

/**
 * All that is packed, whole for each system: with exclusions alone electron-builder would start
 * from the whole checkout.
 */
const FILES = [
  'package.json',
  'LICENSE',
  'out/electron/*.cjs',
  'out/electron/verify-audit.mjs',
  'out/renderer/**',
  '!**/*.map',
  `!${SQLITE}/{deps,src,binding.gyp,README.md}{,/**}`,
  '!node_modules/node-addon-api{,/**}',
]

/** @param {string} binary The one prebuilt binary, as a glob, that stays. */
function onlyPrebuilt(binary) {
  return [...FILES, NO_REBUILT, `!${SQLITE}/prebuilds/!(${binary})`]
}

/** @type {import('electron-builder').Configuration} */
export const RELEASE = {
  appId: 'app.beian-vault',
  productName: '备案匣',
  executableName: 'beian-vault',
  // ASCII: some archive tools and download pages still mangle anything else.
  artifactName: 'beian-vault-${version}-${os}-${arch}.${ext}',
  copyright: 'MIT licence',
  directories: { output: 'dist', buildResources: 'build/icons' },
  asar: true,
  // A shared library is loaded by the system, which cannot look into an archive.
  asarUnpack: ['**/*.node'],
  electronLanguages: ['zh-CN', 'zh_CN', 'en-US', 'en'],
  // better-sqlite3 brings Node-API binaries: there is nothing to rebuild.
  npmRebuild: false,
  publish: null,
  electronFuses: FUSES,
  linux: {
    target: ['AppImage', 'deb', 'tar.gz'],
    files: onlyPrebuilt('linux-${arch}.node'),
    icon: 'png',
    category: 'Office',
    synopsis: '备案主体、备案密码与轮换提醒的加密台账',
    maintainer: 'Beian Vault contributors <beian-vault@example.com>',
  },
  win: {
    target: ['nsis', 'portable'],
    files: onlyPrebuilt('win32-${arch}.node'),
    icon: 'icon.ico',
  },
  nsis: {
    artifactName: 'beian-vault-${version}-setup-${arch}.${ext}',
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
  },
  portable: { artifactName: 'beian-vault-${version}-portable-${arch}.${ext}' },
  mac: {
    target: [{ target: 'dmg', arch: 'universal' }],
    // Both halves of a universal app hold both binaries; the rule below says that this is meant.
    files: onlyPrebuilt('darwin-*.node'),
    x64ArchFiles: `**/${SQLITE}/prebuilds/darwin-*.node`,
    mergeASARs: true,
    icon: 'icon.icns',
    category: 'public.app-category.productivity',
    hardenedRuntime: true,
  },
}

/**
 * A package around the fallback Electron, to test packaging itself: another name everywhere, so
 * that nobody takes it for the app, and the binding that was compiled for that Electron.
 *
 * @type {import('electron-builder').Configuration}
 */
export const TESTING = {
  ...RELEASE,
  appId: 'app.beian-vault.test',
  productName: '备案匣 测试运行时',
  executableName: 'beian-vault-test',
  artifactName: 'beian-vault-test-${version}-${os}-${arch}.${ext}',
  linux: {
    ...RELEASE.linux,
    files: [
      ...FILES,
      `!${SQLITE}/prebuilds{,/**}`,
      `!${SQLITE}/build/!(Release)`,
      `!${SQLITE}/build/Release/!(better_sqlite3.node)`,
    ],
  },
}
