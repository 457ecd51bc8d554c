import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback } from 'react'
import type { DocumentFile } from '../../../shared/records/document.ts'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { useCanWrite } from '../../hooks/use-can-write.ts'
import { useText } from '../../i18n/text.ts'
import { useApp } from '../../state/app-context.ts'
import { PaperTabs } from '../letters/PaperTabs.tsx'
import { PaperList } from './PaperList.tsx'
import { useDroppedFiles } from './use-dropped-files.ts'
import { useFileIntake } from './use-file-intake.ts'
import { useNewPaper } from './use-new-paper.ts'
import './documents.css'

/** 资料: papers, their scans, and until when they hold. Files dropped anywhere on it begin a new paper. */
export function DocumentsScreen() {
  const { documents, frame } = useText()
  const target = useApp((state) => state.target)
  const isFormOpen = useApp((state) => state.openForm !== undefined)
  const canWrite = useCanWrite()
  const showNew = useNewPaper()
  const begin = useCallback((files: DocumentFile[]) => showNew(files), [showNew])
  const intake = useFileIntake(begin)
  const isTaking = canWrite && !isFormOpen && intake.reading === undefined
  const place = useDroppedFiles(isTaking, intake.take)

  return (
    <div
      className={place.isOver ? 'papers-screen papers-screen-over' : 'papers-screen'}
      {...place.props}
    >
      <ScreenHeader title={frame.screens.documents}>
        <PaperTabs />
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          disabled={!canWrite}
          loading={intake.reading !== undefined && { delay: 200 }}
          onClick={() => showNew([])}
        >
          {documents.create}
        </Button>
      </ScreenHeader>
      <PaperList
        key={target.recordId ?? ''}
        startId={target.recordId}
        startFilter={target.filter}
      />
    </div>
  )
}
