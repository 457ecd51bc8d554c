import { describe, expect, it } from 'vitest'
import {
  cssNameOf,
  DARK,
  LIGHT,
  type Palette,
  tokenSheetText,
} from '../../../renderer/theme/tokens.ts'

/** WCAG 2 contrast of two colours `#rrggbb`. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const READ_ON: readonly [keyof Palette, keyof Palette][] = [
  ['text', 'ground'],
  ['textSoft', 'surface'],
  ['textFaint', 'surface'],
  ['textFaint', 'ground'],
  ['textFaint', 'sunken'],
  ['textFaint', 'hover'],
  ['accent', 'surface'],
  ['accent', 'selected'],
  ['onAccent', 'accent'],
  ['danger', 'surface'],
  ['danger', 'dangerSoft'],
  ['due', 'surface'],
  ['due', 'dueSoft'],
  ['good', 'surface'],
]

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as const)('the %s theme', (_, palette) => {
  it.each(READ_ON)('reads %s on %s with a contrast of 4.5 at least', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5)
  })
})

describe('the tokens as custom properties', () => {
  it('are named in kebab case', () => {
    expect(cssNameOf('textSoft')).toBe('--text-soft')
  })

  it('hold both themes and the sizes', () => {
    const sheet = tokenSheetText()
    expect(sheet).toContain(`--ground:${LIGHT.ground}`)
    expect(sheet).toContain(`:root[data-theme='dark']{--ground:${DARK.ground}`)
    expect(sheet).toContain('--row-height:36px')
  })
})
