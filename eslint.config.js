import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import tseslint from 'typescript-eslint'

/** Time is handed in: a rule or a command that looks at the clock cannot be told which day it is. */
const noClock = {
  'no-restricted-syntax': [
    'error',
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: 'Time is handed in: take `now` or `today` from the context.',
    },
    {
      selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
      message: 'Time is handed in: take `now` or `today` from the context.',
    },
  ],
}

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'build',
      '.data',
      'test-results',
      'playwright-report',
      'app/db/schema.ts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
      },
    },
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      // A missing item is a missing item: the index checks make us say so, and `!` where we know.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'off',
    },
  },
  {
    files: ['app/**/*.tsx'],
    ...jsxA11y.flatConfigs.strict,
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      // A table laid out as cards keeps the roles it would otherwise lose.
      'jsx-a11y/no-interactive-element-to-noninteractive-role': 'off',
      // Safari forgets that a list without bullets is one; the role is written out on purpose.
      'jsx-a11y/no-redundant-roles': 'off',
      // <main> takes focus from the skip link.
      'jsx-a11y/no-noninteractive-tabindex': [
        'error',
        { tags: ['main', 'div'], roles: ['alert', 'region'] },
      ],
    },
  },
  {
    files: ['app/{domain,db,storage,features,http,ui,jobs}/**/*.{ts,tsx}', 'app/paths.ts'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: noClock,
  },
)
