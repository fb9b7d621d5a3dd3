import type { Config } from 'tailwindcss'

/** A colour from app/tokens.css, so that dark and high-contrast themes change it in one place. */
const token = (name: string) => `rgb(var(--${name}) / <alpha-value>)`

export default {
  content: ['./app/**/*.{ts,tsx}'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      paper: token('paper'),
      ground: token('ground'),
      line: token('line'),
      edge: token('edge'),
      ink: token('ink'),
      quiet: token('quiet'),
      brand: token('brand'),
      'brand-tint': token('brand-tint'),
      'on-brand': token('on-brand'),
      bar: token('bar'),
      'on-bar': token('on-bar'),
      focus: token('focus'),
      mark: token('mark'),
      embedded: token('embedded'),
      'on-track': token('on-track'),
      'at-risk': token('at-risk'),
      'off-track': token('off-track'),
      'not-started': token('not-started'),
    },
    fontFamily: {
      sans: ['"Atkinson Hyperlegible"', 'Verdana', 'Arial', 'sans-serif'],
    },
    fontSize: {
      14: ['0.875rem', '1.4'],
      16: ['1rem', '1.5'],
      18: ['1.125rem', '1.5'],
      21: ['1.3125rem', '1.4'],
      27: ['1.6875rem', '1.25'],
      36: ['2.25rem', '1.15'],
    },
    fontWeight: { normal: '400', bold: '700' },
    borderRadius: { none: '0', DEFAULT: '4px', full: '9999px' },
    screens: { sm: '480px', md: '768px', lg: '1024px', xl: '1280px', print: { raw: 'print' } },
    extend: {
      maxWidth: { measure: '66ch', page: '1180px' },
      transitionDuration: { DEFAULT: '120ms' },
    },
  },
  corePlugins: { boxShadow: false, boxShadowColor: false },
  plugins: [],
} satisfies Config
