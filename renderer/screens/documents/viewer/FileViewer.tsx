import {
  CloseOutlined,
  ColumnWidthOutlined,
  ExportOutlined,
  FullscreenOutlined,
  LeftOutlined,
  RightOutlined,
  RotateRightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons'
import { Button, Spin } from 'antd'
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { VaultError } from '../../../../shared/errors.ts'
import { useText } from '../../../i18n/text.ts'
import { Problem, problemOf } from '../../../start/Problem.tsx'
import { useApp } from '../../../state/app-context.ts'
import { PageStage, type Zoom } from './PageStage.tsx'
import { usePages } from './use-pages.ts'

const ZOOM_STEP = 1.25
const MIN_SCALE = 0.05
const MAX_SCALE = 8

type Props = { documentId: string; attachmentId: string; onClose(): void }

/** Looks at a file of a paper inside the app: nothing of it is written anywhere. */
export function FileViewer({ documentId, attachmentId, onClose }: Props) {
  const { documents } = useText()
  const words = documents.viewer
  const showForm = useApp((state) => state.showForm)
  const { name, pages, problem } = usePages(documentId, attachmentId)
  const [drawProblem, setDrawProblem] = useState<VaultError>()
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState<Zoom>('page')
  const [scale, setScale] = useState(1)
  const [turns, setTurns] = useState(0)
  const dialog = useRef<HTMLDialogElement>(null)
  const count = pages?.count ?? 1
  const shownProblem = problem ?? drawProblem

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  const turnTo = (next: number) => setPage(Math.max(1, Math.min(next, count)))
  const zoomBy = (factor: number) =>
    setZoom(Math.max(MIN_SCALE, Math.min(scale * factor, MAX_SCALE)))
  const rotate = () => setTurns((before) => (before + 1) % 4)
  const onProblem = useCallback((error: unknown) => setDrawProblem(problemOf(error)), [])

  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const acts: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => turnTo(page - 1),
      PageUp: () => turnTo(page - 1),
      ArrowRight: () => turnTo(page + 1),
      PageDown: () => turnTo(page + 1),
      Home: () => turnTo(1),
      End: () => turnTo(count),
      '+': () => zoomBy(ZOOM_STEP),
      '=': () => zoomBy(ZOOM_STEP),
      '-': () => zoomBy(1 / ZOOM_STEP),
      '0': () => setZoom('page'),
      r: rotate,
    }
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (act === undefined) return
    event.preventDefault()
    act()
  }

  return (
    <dialog
      ref={dialog}
      className="viewer"
      aria-label={words.label(name)}
      onClose={onClose}
      onKeyDown={onKey}
    >
      <header className="viewer-bar">
        <strong className="ellipsis" title={name}>
          {name}
        </strong>
        <span className="viewer-tools">
          {count > 1 && (
            <>
              <Tool word={words.previous} onClick={() => turnTo(page - 1)} disabled={page === 1}>
                <LeftOutlined aria-hidden />
              </Tool>
              <span role="status">{words.page(page, count)}</span>
              <Tool word={words.next} onClick={() => turnTo(page + 1)} disabled={page === count}>
                <RightOutlined aria-hidden />
              </Tool>
            </>
          )}
          <Tool word={words.zoomOut} onClick={() => zoomBy(1 / ZOOM_STEP)}>
            <ZoomOutOutlined aria-hidden />
          </Tool>
          <Tool word={words.zoomIn} onClick={() => zoomBy(ZOOM_STEP)}>
            <ZoomInOutlined aria-hidden />
          </Tool>
          <Tool word={words.fitPage} onClick={() => setZoom('page')}>
            <FullscreenOutlined aria-hidden />
          </Tool>
          <Tool word={words.fitWidth} onClick={() => setZoom('width')}>
            <ColumnWidthOutlined aria-hidden />
          </Tool>
          <Tool word={words.rotate} onClick={rotate}>
            <RotateRightOutlined aria-hidden />
          </Tool>
        </span>
        <span className="viewer-acts">
          <Button
            icon={<ExportOutlined aria-hidden />}
            onClick={() => showForm({ form: 'export-file', documentId, attachmentId })}
          >
            {words.export}
          </Button>
          <Tool word={words.close} onClick={onClose}>
            <CloseOutlined aria-hidden />
          </Tool>
        </span>
      </header>
      {pages?.hasScripts === true && <p className="viewer-note">{words.hasScripts}</p>}
      {shownProblem !== undefined && (
        <div className="viewer-problem">
          <Problem error={shownProblem} />
        </div>
      )}
      {shownProblem === undefined && pages === undefined && (
        <div className="viewer-problem" role="status">
          <Spin delay={200} /> {words.opening}
        </div>
      )}
      {shownProblem === undefined && pages !== undefined && (
        <PageStage
          pages={pages}
          page={page}
          zoom={zoom}
          turns={turns}
          label={count > 1 ? `${name} ${words.page(page, count)}` : name}
          onScale={setScale}
          onProblem={onProblem}
        />
      )}
      <footer className="viewer-foot">
        <span>{words.keys}</span>
        <span>{words.audited}</span>
      </footer>
    </dialog>
  )
}

type ToolProps = { word: string; onClick(): void; disabled?: boolean; children: ReactNode }

function Tool({ word, onClick, disabled = false, children }: ToolProps) {
  return (
    <Button
      type="text"
      icon={children}
      aria-label={word}
      title={word}
      onClick={onClick}
      disabled={disabled}
    />
  )
}
