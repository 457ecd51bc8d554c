import { type ThemeConfig, theme } from 'antd'
import type { ThemeName } from './apply-theme.ts'
import { DARK, LIGHT, MONO_FAMILY, SIZES } from './tokens.ts'

/** antd in our colours, radius and density. */
export function antdTheme(name: ThemeName): ThemeConfig {
  const palette = name === 'dark' ? DARK : LIGHT
  return {
    algorithm: name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: palette.accent,
      colorPrimaryHover: palette.accentHover,
      colorLink: palette.accent,
      colorInfo: palette.accent,
      colorError: palette.danger,
      colorWarning: palette.due,
      colorSuccess: palette.good,
      // What antd works out of dark amber and red for a ground is mud.
      colorInfoBg: palette.accentSoft,
      colorErrorBg: palette.dangerSoft,
      colorWarningBg: palette.dueSoft,
      colorSuccessBg: palette.goodSoft,
      colorInfoBorder: palette.border,
      colorErrorBorder: palette.border,
      colorWarningBorder: palette.border,
      colorSuccessBorder: palette.border,
      colorText: palette.text,
      colorTextSecondary: palette.textSoft,
      colorTextTertiary: palette.textFaint,
      colorTextPlaceholder: palette.textFaint,
      colorTextLightSolid: palette.onAccent,
      colorBgBase: palette.surface,
      colorBgContainer: palette.raised,
      colorBgElevated: palette.raised,
      colorBgLayout: palette.ground,
      colorBorder: palette.borderStrong,
      colorBorderSecondary: palette.border,
      colorBgMask: palette.shade,
      controlItemBgHover: palette.hover,
      controlItemBgActive: palette.selected,
      // By language: see tokens.ts.
      fontFamily: 'var(--font-family)',
      fontFamilyCode: MONO_FAMILY,
      fontSize: SIZES.fontSize,
      fontSizeSM: SIZES.fontSizeSmall,
      borderRadius: SIZES.radius,
      borderRadiusSM: SIZES.radiusSmall,
      borderRadiusLG: SIZES.radiusLarge,
      controlHeight: SIZES.controlHeight,
      controlHeightSM: 24,
      controlHeightLG: 36,
      boxShadowSecondary: palette.shadow,
      wireframe: false,
      // Nothing slides or fades: it is calmer, and a spinner whose work ends while it fades in stays for ever.
      motion: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Modal: { titleFontSize: SIZES.fontSizeLarge },
      Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px' },
      Tooltip: { colorBgSpotlight: name === 'dark' ? palette.borderStrong : palette.text },
      Tabs: { horizontalMargin: '0 0 8px' },
      // Where the pointer is must not look more chosen than what is chosen.
      Segmented: {
        trackBg: palette.sunken,
        itemColor: palette.textSoft,
        itemHoverBg: palette.hover,
        itemActiveBg: palette.hover,
        itemSelectedBg: name === 'dark' ? palette.borderStrong : palette.raised,
      },
      Select: { optionSelectedBg: palette.selected, optionActiveBg: palette.hover },
    },
  }
}
