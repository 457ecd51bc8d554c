import { type DragEvent, useEffect, useState } from 'react'
import { dayOf } from '../../../shared/calendar-day.ts'
import { useText } from '../../i18n/text.ts'

/** What an element needs to be a place where files can be dropped. */
export type DropPlace = {
  isOver: boolean
  props: {
    onDragOver(event: DragEvent): void
    onDragLeave(event: DragEvent): void
    onDrop(event: DragEvent): void
  }
}

/** Hears files that are dropped on an element, and pictures that are pasted while it is there. */
export function useDroppedFiles(
  isActive: boolean,
  onFiles: (files: readonly File[]) => void,
): DropPlace {
  const { documents } = useText()
  const [isOver, setOver] = useState(false)

  useEffect(() => {
    if (!isActive) return
    const onPaste = (event: ClipboardEvent) => {
      const { files: pasted, types = [] } = event.clipboardData ?? {}
      const files = [...(pasted ?? [])]
      // Text copied from a document brings a picture of itself along: in a field it is the text that is meant.
      const isText = types.includes('text/plain') && isTextField(event.target)
      if (files.length === 0 || isText) return
      event.preventDefault()
      const now = Date.now()
      const time = new Date(now).toTimeString().slice(0, 8).replaceAll(':', '-')
      // The clipboard calls every picture `image.png`.
      const name = documents.pastedName(dayOf(now), time)
      onFiles(
        files.map((file) =>
          file.name === 'image.png' ? new File([file], name, { type: file.type }) : file,
        ),
      )
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [isActive, onFiles, documents])

  return {
    isOver: isOver && isActive,
    props: {
      onDragOver: (event) => {
        if (!isActive || !event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        event.stopPropagation()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      },
      onDragLeave: (event) => {
        const next = event.relatedTarget
        if (!(next instanceof Node && event.currentTarget.contains(next))) setOver(false)
      },
      onDrop: (event) => {
        setOver(false)
        const files = [...event.dataTransfer.files]
        if (!isActive || files.length === 0) return
        event.preventDefault()
        event.stopPropagation()
        onFiles(files)
      },
    },
  }
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
