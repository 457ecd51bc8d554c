/**
 * The one place that says how the app looks. Both the plain first screen (custom properties, `--` + kebab name)
 * and antd's theme (antd-theme.ts) are made from here.
 *
 * Ink blue leads, greys are warm, red is only for danger, amber only for what is due, green only for what is in order.
 */

/** Colours of one theme. The dark ones are chosen for a dark room, not inverted. */
export type Palette = {
  /** Behind everything. */
  ground: string
  /** Navigation, table heads: one step below the surface. */
  sunken: string
  /** Tables, panels. */
  surface: string
  /** Menus, dialogs, drawer: one step above. */
  raised: string
  hover: string
  selected: string
  border: string
  borderStrong: string
  text: string
  textSoft: string
  /** Least contrast that still reads (4.5 : 1). */
  textFaint: string
  accent: string
  accentHover: string
  accentSoft: string
  onAccent: string
  danger: string
  dangerSoft: string
  due: string
  dueSoft: string
  good: string
  goodSoft: string
  focus: string
  shade: string
  shadow: string
}

export const LIGHT: Palette = {
  ground: '#f6f4f0',
  sunken: '#efece6',
  surface: '#fdfcfa',
  raised: '#ffffff',
  hover: '#f3f0ea',
  selected: '#e6ebf4',
  border: '#e3ded5',
  borderStrong: '#cdc6ba',
  text: '#24211d',
  textSoft: '#5f594f',
  textFaint: '#6d655a',
  accent: '#27457f',
  accentHover: '#34579b',
  accentSoft: '#e4eaf5',
  onAccent: '#ffffff',
  danger: '#b3271e',
  dangerSoft: '#fae9e6',
  due: '#8c5600',
  dueSoft: '#faeed6',
  good: '#2f6b46',
  goodSoft: '#e4f0e8',
  focus: '#5a7fc4',
  shade: 'rgb(36 33 29 / 32%)',
  shadow: '0 1px 2px rgb(36 33 29 / 6%), 0 8px 28px rgb(36 33 29 / 14%)',
}

export const DARK: Palette = {
  ground: '#171614',
  sunken: '#131210',
  surface: '#1d1b19',
  raised: '#262421',
  hover: '#292623',
  selected: '#26304a',
  border: '#34302b',
  borderStrong: '#4a453e',
  text: '#ece7df',
  textSoft: '#b3aba0',
  textFaint: '#a0988b',
  accent: '#92b0ea',
  accentHover: '#adc4f2',
  accentSoft: '#232d45',
  onAccent: '#101a2e',
  danger: '#f08b7e',
  dangerSoft: '#3c211d',
  due: '#e3b25a',
  dueSoft: '#372b14',
  good: '#86c29c',
  goodSoft: '#1d3024',
  focus: '#7f9fe0',
  shade: 'rgb(0 0 0 / 52%)',
  shadow: '0 1px 2px rgb(0 0 0 / 40%), 0 10px 32px rgb(0 0 0 / 50%)',
}

/** Lengths in CSS pixels, shared by both themes. */
export const SIZES = {
  radius: 7,
  radiusSmall: 5,
  radiusLarge: 11,
  fontSize: 13,
  fontSizeSmall: 12,
  fontSizeLarge: 15,
  controlHeight: 30,
  /** A line of 台账 and of every other list. */
  rowHeight: 36,
  navWidth: 196,
  drawerWidth: 560,
} as const

const LATIN_FONTS = "'SF Pro Text', 'Segoe UI', Inter"
const CHINESE_FONTS =
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"
const FONT_FAMILY = `${LATIN_FONTS}, ${CHINESE_FONTS}`
/** Chinese fonts draw apostrophes and quotes as wide as a character: in English they come last on every system. */
const ENGLISH_FONT_FAMILY = `${LATIN_FONTS}, Cantarell, Ubuntu, 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', ${CHINESE_FONTS}`
/** Passwords and numbers that must be told apart letter by letter. */
export const MONO_FAMILY =
  "'SF Mono', 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace"

/** `textSoft` → `--text-soft`. */
export function cssNameOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

function block(selector: string, values: Readonly<Record<string, string>>): string {
  const lines = Object.entries(values).map(([name, value]) => `${cssNameOf(name)}:${value}`)
  return `${selector}{${lines.join(';')}}`
}

/** The tokens as custom properties; `data-theme` on the root element chooses between light and dark. */
export function tokenSheetText(): string {
  const sizes = Object.fromEntries(
    Object.entries(SIZES).map(([name, pixels]) => [name, `${pixels}px`]),
  )
  return [
    block(':root', { ...sizes, fontFamily: FONT_FAMILY, monoFamily: MONO_FAMILY }),
    block(':root:lang(en)', { fontFamily: ENGLISH_FONT_FAMILY }),
    block(':root', LIGHT),
    block(":root[data-theme='dark']", DARK),
  ].join('\n')
}
