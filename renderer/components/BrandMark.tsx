/** The app's mark, as in its icon without the gradients: a box (匣) that holds a filing under a seal. */
export function BrandMark({ size }: { size: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="64 64 896 896"
      aria-hidden="true"
      className="brand-mark"
    >
      <rect x="64" y="64" width="896" height="896" rx="200" className="brand-mark-ground" />
      <path
        d="M288 452V284c0-22 18-40 40-40h150c13 0 25 6 33 17l35 47h150c22 0 40 18 40 40v104z"
        className="brand-mark-filing"
      />
      <path
        d="M256 540h512v176c0 35-29 64-64 64H320c-35 0-64-29-64-64z"
        className="brand-mark-box"
      />
      <rect x="224" y="440" width="576" height="116" rx="36" className="brand-mark-box" />
      <rect x="436" y="496" width="152" height="152" rx="34" className="brand-mark-seal" />
      <path
        d="M512 536a26 26 0 0 1 13 48.5l7 31.5h-40l7-31.5a26 26 0 0 1 13-48.5z"
        className="brand-mark-box"
      />
    </svg>
  )
}
