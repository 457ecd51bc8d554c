import { useMemo } from 'react'
import { qrDrawing } from '../../shared/qr-code.ts'
import './qr-code.css'

/** CSS pixels of a module: a whole number, for modules of uneven width are hard to read. */
const MODULE_PX = 3

/** A QR code, dark on white in every theme: readers want it so. */
export function QrCode({ label, text }: { label: string; text: string }) {
  const { size, path } = useMemo(() => qrDrawing(text, 'low'), [text])
  return (
    <svg
      className="qr-code"
      width={size * MODULE_PX}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
