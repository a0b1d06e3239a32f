import { type CSSVariablesResolver, createTheme, type MantineThemeOverride } from '@mantine/core'

/**
 * Paper and ink: warm neutral surfaces, one accent. Mantine's shades are our tokens, so that its own
 * components speak the same colours as ours; the tokens themselves stand in tokens.css.
 */
export const theme: MantineThemeOverride = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 6, dark: 5 },
  black: '#211F1B',
  cursorType: 'pointer',
  respectReducedMotion: true,
  colors: {
    ink: ['#EEF0FD', '#DDE1FB', '#C5CCF6', '#A9B3FF', '#7C8AF5', '#5263E6', '#3A49C6', '#303DAB', '#28338F', '#1F2870'],
    gray: ['#FAF9F7', '#F4F2EE', '#F0EEE9', '#E8E5DF', '#D6D2CA', '#B3AEA4', '#949087', '#706B62', '#5C5850', '#211F1B'],
    dark: ['#EDEAE4', '#B5B0A6', '#979288', '#716C63', '#45423C', '#302E2A', '#252421', '#1C1B19', '#191816', '#141412'],
  },
  fontFamily: '"Inter Variable", "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "Noto Sans Mono", "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '24px', xl: '28px' },
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '14px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '13px', lineHeight: '18px' },
    },
  },
  components: {
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', c: 'var(--text-2)', size: 32 } },
    Radio: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, shadow: 'none', radius: 'md', position: 'bottom-end', offset: 6 } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, position: 'bottom', events: { hover: true, focus: true, touch: false } } },
    Modal: { defaultProps: { radius: 'xl', centered: true, overlayProps: { backgroundOpacity: 0.35 } } },
    Popover: { defaultProps: { shadow: 'none', radius: 'md' } },
  },
})

/** Mantine's own dimmed text, placeholder and field border are too pale on paper; these reach 4.5:1 and 3:1. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': 'var(--sheet)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-3)',
    '--mantine-color-placeholder': 'var(--text-3)',
    '--mantine-color-error': 'var(--red)',
    '--mantine-color-anchor': 'var(--ink-text)',
    '--mantine-color-default': 'var(--sheet)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-border': 'var(--line-2)',
  },
  dark: {
    '--mantine-color-body': 'var(--sheet)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-3)',
    '--mantine-color-placeholder': 'var(--text-3)',
    '--mantine-color-error': 'var(--red)',
    '--mantine-color-anchor': 'var(--ink-text)',
    '--mantine-color-default': 'var(--sheet)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-border': 'var(--line-2)',
  },
})
