import type { Config } from 'tailwindcss'
import plugin from 'tailwindcss/plugin'
import type { CSSRuleObject } from 'tailwindcss/types/config'

/** A colour from app/tokens.css, so that dark and high-contrast themes change it in one place. */
const token = (name: string) => `rgb(var(--${name}) / <alpha-value>)`

/**
 * Where a screen is too narrow for a table, it becomes cards with the same words in the same order; on a
 * tablet those of many words stand two abreast.
 */
const cardsBelow = (name: string, width: number, twoAbreastFrom?: number): CSSRuleObject => {
  const within = (parts: string) =>
    parts
      .split(',')
      .map((part) => `.${name} ${part.trim()}`.trimEnd())
      .join(', ')
  return {
    [`@media screen and (max-width: ${width - 1}px)`]: {
      [within('thead')]: {
        position: 'absolute',
        width: '1px',
        height: '1px',
        overflow: 'hidden',
        clipPath: 'inset(50%)',
      },
      [within(', tbody, tr, td, th')]: { display: 'block', width: 'auto', textAlign: 'left' },
      [within('tr')]: {
        border: '1px solid rgb(var(--line))',
        borderRadius: '4px',
        padding: '0.75rem',
        marginBottom: '0.75rem',
      },
      [within('td, tbody th')]: { border: '0', padding: '0.25rem 0' },
      [within('td[data-label]')]: {
        display: 'grid',
        gridTemplateColumns: 'minmax(6.5rem, 34%) 1fr',
        gap: '0.75rem',
      },
      [within('td[data-label]::before')]: {
        content: 'attr(data-label)',
        color: 'rgb(var(--quiet))',
      },
      [within('td[data-empty]')]: { display: 'none' },
    },
    ...(twoAbreastFrom && {
      [`@media screen and (min-width: ${twoAbreastFrom}px) and (max-width: ${width - 1}px)`]: {
        [within('tbody tr')]: {
          display: 'grid',
          gridTemplateColumns: '1fr 1fr',
          columnGap: '1.5rem',
        },
        [within('tbody th')]: { gridColumn: '1 / -1' },
      },
    }),
  }
}

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
      special: token('special'),
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
  plugins: [
    plugin(({ addComponents }) =>
      addComponents([cardsBelow('table-cards', 768), cardsBelow('table-cards-sooner', 1024, 600)]),
    ),
  ],
} satisfies Config
