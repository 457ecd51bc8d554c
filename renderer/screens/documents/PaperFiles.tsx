import { CloseOutlined, ExportOutlined, EyeOutlined, FileOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback } from 'react'
import type { PaperView } from '../../../shared/document-views.ts'
import { viewOf } from '../../../shared/file-types.ts'
import type { DocumentFile } from '../../../shared/records/document.ts'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { useTell } from '../../workspace/use-tell.ts'
import { FileZone } from './FileZone.tsx'
import { useFileIntake } from './use-file-intake.ts'

/** The files of a paper: looked at, given out, added and taken away, each with 撤销. */
export function PaperFiles({ paper }: { paper: PaperView }) {
  const { documents } = useText()
  const showForm = useApp((state) => state.showForm)
  const isFormOpen = useApp((state) => state.openForm !== undefined)
  const canWrite = useCanWrite()
  const save = useSaveFiles(paper)
  const { files } = paper.data
  const intake = useFileIntake(
    useCallback(
      (taken: DocumentFile[]) => save([...files, ...taken], documents.added(taken.length)),
      [save, files, documents],
    ),
  )

  return (
    <section className="paper-files" aria-label={documents.files}>
      {files.length === 0 && <p className="faint">{documents.noFiles}</p>}
      <ul>
        {files.map((file) => {
          const { attachmentId, name, side } = file
          const isViewable = viewOf(file.mediaType) !== undefined
          const target = { documentId: paper.id, attachmentId }
          return (
            <li key={attachmentId}>
              <FileOutlined aria-hidden />
              <span className="paper-file-name">
                <span className="ellipsis" title={name}>
                  {name}
                </span>
                <span className="faint">
                  {side !== undefined && `${documents.side[side]} · `}
                  {documents.size(file.sizeBytes)}
                </span>
              </span>
              {isViewable && (
                <Button
                  size="small"
                  icon={<EyeOutlined aria-hidden />}
                  aria-label={documents.viewFile(name)}
                  title={documents.view}
                  onClick={() => showForm({ form: 'view-file', ...target })}
                />
              )}
              <Button
                size="small"
                icon={<ExportOutlined aria-hidden />}
                aria-label={documents.exportFile(name)}
                title={isViewable ? documents.export : documents.notViewable}
                onClick={() => showForm({ form: 'export-file', ...target })}
              />
              {canWrite && (
                <Button
                  size="small"
                  type="text"
                  icon={<CloseOutlined aria-hidden />}
                  aria-label={documents.removeFile(name)}
                  onClick={() =>
                    save(
                      files.filter((one) => one.attachmentId !== attachmentId),
                      documents.removed,
                    )
                  }
                />
              )}
            </li>
          )
        })}
      </ul>
      {canWrite && <FileZone intake={intake} isActive={!isFormOpen} />}
    </section>
  )
}

/** Saves the paper with other files, everything else as it is. */
function useSaveFiles({ id, revision, data }: PaperView) {
  const call = useApp((state) => state.call)
  const tell = useTell()
  return useCallback(
    (files: DocumentFile[], done: string) => {
      call('records.save', {
        kind: 'document',
        id,
        expectedRevision: revision,
        data: { ...data, files },
      }).then(({ undoToken }) => tell.undoable(done, undoToken), tell.failed)
    },
    [call, tell, id, revision, data],
  )
}
