import { useEffect, useRef, useState } from 'react'
import type { Pages } from './pages.ts'

/** How large a page is shown: in the whole view, as wide as it, or by so many CSS pixels of its unit. */
export type Zoom = 'page' | 'width' | number

type Props = {
  pages: Pages
  page: number
  zoom: Zoom
  turns: number
  /** What the picture is, for who cannot see it. */
  label: string
  /** Told of the scale that a fit came to. */
  onScale(scale: number): void
  onProblem(error: unknown): void
  /** Draws over the page, such as a stamp. Must stay the same function while it draws the same. */
  over?: (canvas: HTMLCanvasElement) => void
}

/** Room around a page, in CSS pixels. */
const MARGIN = 24

/** Shows one page. Each drawing gets a canvas of its own, so that a slow one never paints over a newer. */
export function PageStage(props: Props) {
  const { pages, page, zoom, turns, label, onScale, onProblem, over } = props
  const stage = useRef<HTMLDivElement>(null)
  const view = useViewSize(stage)

  useEffect(() => {
    const element = stage.current
    if (element === null || view.width === 0) return
    let isStale = false
    const canvas = document.createElement('canvas')
    const draw = async () => {
      const size = await pages.size(page)
      const scale = typeof zoom === 'number' ? zoom : fitScale(size, view, turns, zoom)
      const ratio = window.devicePixelRatio
      if (isStale) return
      await pages.draw(page, canvas, { scale: scale * ratio, turns })
      if (isStale) return
      over?.(canvas)
      const isSideways = turns % 2 === 1
      const [width, height] = isSideways ? [size.height, size.width] : [size.width, size.height]
      canvas.style.width = `${width * scale}px`
      canvas.style.height = `${height * scale}px`
      canvas.setAttribute('role', 'img')
      canvas.setAttribute('aria-label', label)
      canvas.dataset['page'] = `${page}`
      for (const old of element.querySelectorAll('canvas')) old.width = 0
      element.replaceChildren(canvas)
      onScale(scale)
    }
    draw().catch((error: unknown) => {
      if (!isStale) onProblem(error)
    })
    return () => {
      isStale = true
    }
  }, [pages, page, zoom, turns, label, view, onScale, onProblem, over])

  // A canvas without width holds no pixels: they do not wait for the collector.
  useEffect(() => {
    const element = stage.current
    return () => {
      for (const canvas of element?.querySelectorAll('canvas') ?? []) canvas.width = 0
    }
  }, [])

  return <div ref={stage} className="page-stage" />
}

function fitScale(
  size: { width: number; height: number },
  view: { width: number; height: number },
  turns: number,
  fit: 'page' | 'width',
): number {
  const isSideways = turns % 2 === 1
  const [width, height] = isSideways ? [size.height, size.width] : [size.width, size.height]
  const byWidth = (view.width - 2 * MARGIN) / width
  return fit === 'width' ? byWidth : Math.min(byWidth, (view.height - 2 * MARGIN) / height)
}

function useViewSize(element: { current: HTMLElement | null }) {
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const observed = element.current
    if (observed === null) return
    const observer = new ResizeObserver(() => {
      setSize({ width: observed.clientWidth, height: observed.clientHeight })
    })
    observer.observe(observed)
    return () => observer.disconnect()
  }, [element])
  return size
}
