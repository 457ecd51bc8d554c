export const DRAWING_NAMES = [
  'ledger',
  'search',
  'key',
  'people',
  'calendar',
  'trash',
  'paper',
  'recovery',
  'documents',
  'checks',
  'handover',
] as const
export type DrawingName = (typeof DRAWING_NAMES)[number]

/** Small line drawings of our own for empty places; coloured by the theme. */
export function Drawing({ name }: { name: DrawingName }) {
  return (
    <svg width="132" height="96" viewBox="0 0 132 96" aria-hidden="true" className="drawing">
      <ellipse cx="66" cy="84" rx="48" ry="6" className="drawing-shade" />
      {SHAPES[name]}
    </svg>
  )
}

const SHAPES: Readonly<Record<DrawingName, React.ReactNode>> = {
  ledger: (
    <>
      <path
        d="M34 26h58a6 6 0 0 1 6 6v42a6 6 0 0 1-6 6H34a6 6 0 0 1-6-6V32a6 6 0 0 1 6-6Z"
        className="drawing-body"
      />
      <path d="M28 40h70M50 26v54" className="drawing-line" />
      <path d="M58 50h28M58 60h20M58 70h24M36 50h8M36 60h8M36 70h8" className="drawing-soft" />
      <circle cx="98" cy="28" r="10" className="drawing-badge" />
      <path d="M93 28h10M98 23v10" className="drawing-accent" />
    </>
  ),
  search: (
    <>
      <path d="M30 30h56M30 44h34M30 58h26M30 72h38" className="drawing-soft" />
      <circle cx="80" cy="54" r="17" className="drawing-body" />
      <path d="m92.500 66.500 13 13" className="drawing-accent" />
      <path d="M74 54a6 6 0 0 1 6-6" className="drawing-line" />
    </>
  ),
  key: (
    <>
      <rect x="30" y="30" width="72" height="48" rx="8" className="drawing-body" />
      <circle cx="52" cy="54" r="9" className="drawing-accent" />
      <path d="M61 54h29M82 54v8M90 54v6" className="drawing-accent" />
      <path d="M44 30v-6a8 8 0 0 1 8-8h28a8 8 0 0 1 8 8v6" className="drawing-line" />
    </>
  ),
  people: (
    <>
      <circle cx="52" cy="38" r="12" className="drawing-body" />
      <path d="M30 78c2-16 12-22 22-22s20 6 22 22Z" className="drawing-body" />
      <circle cx="84" cy="42" r="9" className="drawing-accent" />
      <path d="M80 58c12-2 20 6 22 20H82" className="drawing-accent" />
    </>
  ),
  calendar: (
    <>
      <rect x="32" y="24" width="68" height="56" rx="7" className="drawing-body" />
      <path d="M32 40h68M48 18v12M84 18v12" className="drawing-line" />
      <path d="M44 52h8M62 52h8M80 52h8M44 66h8" className="drawing-soft" />
      <path d="m62 67 6 6 13-14" className="drawing-accent" />
    </>
  ),
  trash: (
    <>
      <path d="M44 36h44l-4 44H48Z" className="drawing-body" />
      <path d="M38 36h56M56 36v-8h20v8" className="drawing-line" />
      <path d="M58 48l1 22M74 48l-1 22" className="drawing-soft" />
    </>
  ),
  paper: (
    <>
      <path
        d="M42 16h34l16 16v46a4 4 0 0 1-4 4H42a4 4 0 0 1-4-4V20a4 4 0 0 1 4-4Z"
        className="drawing-body"
      />
      <path d="M76 16v16h16" className="drawing-line" />
      <path d="M48 44h32M48 54h32M48 64h20" className="drawing-soft" />
    </>
  ),
  recovery: (
    <>
      <rect x="48" y="44" width="36" height="30" rx="6" className="drawing-body" />
      <path d="M56 44v-7a10 10 0 0 1 20 0v7" className="drawing-line" />
      <path
        d="M66 55a3.500 3.500 0 0 1 1.700 6.600V66h-3.400v-4.400A3.500 3.500 0 0 1 66 55Z"
        className="drawing-line"
      />
      <path d="M32 32a38 38 0 1 1-4 18" className="drawing-accent" />
      <path d="M31 18v15h15" className="drawing-accent" />
    </>
  ),
  documents: (
    <>
      <path d="M44 40V16h36l10 10v14" className="drawing-body" />
      <path d="M80 16v10h10M52 26h18M52 34h26" className="drawing-soft" />
      <path
        d="M28 74V38a5 5 0 0 1 5-5h20l7 8h39a5 5 0 0 1 5 5v28a6 6 0 0 1-6 6H34a6 6 0 0 1-6-6Z"
        className="drawing-body"
      />
      <circle cx="86" cy="62" r="10" className="drawing-badge" />
      <path d="M81 62h10M86 57v10" className="drawing-accent" />
      <path d="M38 56h22M38 66h14" className="drawing-soft" />
    </>
  ),
  checks: (
    <>
      <rect x="34" y="18" width="64" height="62" rx="6" className="drawing-body" />
      <rect x="54" y="12" width="24" height="11" rx="3" className="drawing-body" />
      <path d="M66 32v40M44 52h44" className="drawing-soft" />
      <path d="m47 41 4 4 7-8M74 41l4 4 7-8M47 63l4 4 7-8" className="drawing-line" />
      <circle cx="80" cy="63" r="7" className="drawing-accent" />
      <path d="M80 59v4h3" className="drawing-accent" />
    </>
  ),
  handover: (
    <>
      <circle cx="38" cy="40" r="10" className="drawing-body" />
      <path d="M20 78c1-14 8-21 18-21s17 7 18 21Z" className="drawing-body" />
      <circle cx="94" cy="40" r="10" className="drawing-body" />
      <path d="M76 78c1-14 8-21 18-21s17 7 18 21Z" className="drawing-body" />
      <circle cx="56" cy="22" r="6" className="drawing-accent" />
      <path d="M62 22h17M74 22v5" className="drawing-accent" />
      <path d="M54 46h22M70 40l6 6-6 6" className="drawing-line" />
    </>
  ),
}
