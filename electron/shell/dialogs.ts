import path from 'node:path'
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron'
import { FILE_TYPES } from '../../shared/file-types.ts'
import type { HostAnswers } from './vault-process.ts'
import type { ShellWords } from './words.ts'

type DialogAnswers = Pick<
  HostAnswers,
  | 'dialog.openVault'
  | 'dialog.saveVault'
  | 'dialog.openSpreadsheet'
  | 'dialog.openForeign'
  | 'dialog.openFiles'
  | 'dialog.openKeyFile'
  | 'dialog.openSheet'
  | 'dialog.chooseFolder'
  | 'dialog.saveFile'
>

/** The system's file dialogs. Paths come only from here: the window can name none. */
export function dialogAnswers(window: () => BrowserWindow, words: () => ShellWords): DialogAnswers {
  const openSeveral = async (
    title: string,
    filters: FileFilter[],
    choice: 'multiSelections'[] = ['multiSelections'],
  ) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
      title,
      filters,
      properties: ['openFile', 'dontAddToRecent', ...choice],
    })
    return canceled ? undefined : filePaths
  }

  const open = async (title: string, filters: FileFilter[]) =>
    (await openSeveral(title, filters, []))?.[0]

  const save = async (title: string, suggestedName: string, filters: FileFilter[]) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      title,
      // Base name only: a suggestion cannot steer into another folder.
      defaultPath: path.join(app.getPath('documents'), path.basename(suggestedName)),
      filters,
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
    })
    return canceled || filePath === '' ? undefined : filePath
  }

  const vaultFilter = () => ({ name: words().vaultFile, extensions: ['beian'] })
  /** Sealed archives are opened like vaults, but never made so. */
  const openFilter = () => ({ name: words().vaultFile, extensions: ['beian', 'beian-archive'] })
  return {
    'dialog.openVault': () => open(words().openVault, [openFilter()]),
    'dialog.saveVault': async ({ suggestedName }) => {
      const file = await save(words().createVault, suggestedName, [vaultFilter()])
      return file === undefined || path.extname(file) !== '' ? file : `${file}.beian`
    },
    'dialog.openSpreadsheet': () =>
      open(words().openSpreadsheet, [
        { name: words().spreadsheet, extensions: ['xlsx', 'csv', 'tsv', 'txt'] },
        { name: words().allFiles, extensions: ['*'] },
      ]),
    'dialog.openForeign': ({ what }) =>
      what === 'key-file'
        ? open(words().openForeignKey, [{ name: words().allFiles, extensions: ['*'] }])
        : open(words().openForeign, [
            { name: words().foreignFile, extensions: ['kdbx', 'json', '1pux', 'csv'] },
            { name: words().allFiles, extensions: ['*'] },
          ]),
    'dialog.openFiles': () =>
      openSeveral(words().openFiles, [
        {
          name: words().paperFiles,
          extensions: FILE_TYPES.flatMap((type) => [...type.extensions]),
        },
      ]),
    'dialog.openKeyFile': () =>
      open(words().openJoinRequest, [{ name: words().joinRequest, extensions: ['beian-key'] }]),
    'dialog.openSheet': () =>
      open(words().openSheet, [{ name: words().sheet, extensions: ['json'] }]),
    'dialog.chooseFolder': async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: words().backupFolder,
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      })
      return canceled ? undefined : filePaths[0]
    },
    'dialog.saveFile': ({ suggestedName, extension }) =>
      save(words().saveFile, suggestedName, [
        { name: extension.toUpperCase(), extensions: [extension] },
      ]),
  }
}
