/** The app's mark: an open box, as in 匣, around a keyhole. */
export function BrandMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" className="brand-mark">
      <rect x="1" y="1" width="46" height="46" rx="11" className="brand-mark-ground" />
      <path
        d="M36 13H15.5a3.5 3.5 0 0 0-3.5 3.5v15a3.5 3.5 0 0 0 3.5 3.5H36"
        className="brand-mark-line"
      />
      <circle cx="25.5" cy="21.6" r="4" className="brand-mark-fill" />
      <path d="M24 24.5h3l1.7 6.6h-6.4z" className="brand-mark-fill" />
      <path d="M36 19.5v9" className="brand-mark-line brand-mark-lid" />
    </svg>
  )
}
