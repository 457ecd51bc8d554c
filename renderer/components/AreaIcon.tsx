/** The areas whose icons are our own; the others have theirs from antd. */
export type AreaIconName = 'recovery' | 'documents' | 'handover' | 'checks'

/** A line icon as large and as heavy as antd's outlined ones; takes the colour of the text beside it. */
export function AreaIcon({ name }: { name: AreaIconName }) {
  return (
    <svg
      width="1em"
      height="1em"
      viewBox="0 0 14 14"
      aria-hidden="true"
      className="anticon area-icon"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}

const PATHS: Readonly<Record<AreaIconName, string>> = {
  // A keyhole, and the way back to it.
  recovery:
    'M2.300 4.100A5.400 5.400 0 1 1 1.600 7.300M2 1.300V4.300H5M7 5.300A1.250 1.250 0 0 1 7.600 7.650V9.400H6.400V7.650A1.250 1.250 0 0 1 7 5.300Z',
  // A folder with a sheet in it.
  documents:
    'M1.200 11.200V4.400A1 1 0 0 1 2.200 3.400H4.900L6.200 5H11.800A1 1 0 0 1 12.800 6V11.200A1 1 0 0 1 11.800 12.200H2.200A1 1 0 0 1 1.200 11.200ZM4.500 1.600H10.600V3.300M4 9.600H8',
  // Somebody, and what goes on to somebody else.
  handover:
    'M5 1.400A2.100 2.100 0 1 1 5 5.600A2.100 2.100 0 0 1 5 1.400ZM1 12.300C1.200 9.500 2.700 7.800 5 7.800C6.100 7.800 7 8.200 7.700 8.900M7.600 11.200H12.900M10.900 9.200L12.900 11.200L10.900 13.200',
  // A clipboard with a tick.
  checks:
    'M4.600 2.200H2.900A.800 .800 0 0 0 2.100 3V12A.800 .800 0 0 0 2.900 12.800H11.100A.800 .800 0 0 0 11.900 12V3A.800 .800 0 0 0 11.100 2.200H9.400M4.600 1.200H9.400V3.400H4.600ZM4.500 8L6.300 9.800L9.600 6.100',
}
