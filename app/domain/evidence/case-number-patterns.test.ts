import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canUseAsPattern, exampleOf, searchFor } from './case-number-patterns'

const finds = (pattern: string, text: string) =>
  [...text.matchAll(new RegExp(searchFor(pattern), 'gi'))].map(([written]) => written)

describe('a pattern of case numbers', () => {
  test.each([
    ['LCS######', 'see LCS123456, lcs654321', ['LCS123456', 'lcs654321']],
    ['LCS-?######', 'LCS-123456 LCS123456', ['LCS-123456', 'LCS123456']],
    ['######?#?', '12345 123456 1234567 12345678', ['123456', '1234567'].concat('12345')],
    ['@@####/##', 'AB1234/26 and A1234/26', ['AB1234/26']],
    ['P.####_#', 'P.1234_5, P-1234_5', ['P.1234_5']],
    ['CLA ## ###', 'CLA 12 345', ['CLA 12 345']],
  ])('%s finds what is written so', (pattern, text, written) => {
    expect(finds(pattern, text).sort()).toEqual([...written].sort())
  })

  test.each([
    ['LCS######', 'XLCS123456'],
    ['LCS######', 'LCS1234567'],
    ['LCS######', 'LCS 123456'],
    ['P.####_#', 'PX1234_5'],
    ['@@####', 'É1234 A1234'],
  ])('%s finds nothing in %s', (pattern, text) => {
    expect(finds(pattern, text)).toEqual([])
  })

  test.each(['LCS-?######', '#######?#?', '@@#####', 'P######', 'CLA ##/###'])(
    'may be %s',
    (pattern) => {
      expect(canUseAsPattern(pattern)).toEqual({ allowed: true })
    },
  )

  const wrongSign = expect.stringMatching(/^Use # for a digit/) as string
  test.each([
    ['  ', 'Enter a pattern.'],
    ['#'.repeat(31), 'A pattern is at most 30 signs long.'],
    ['LCS\\d{6}', wrongSign],
    ['(#+)+####', wrongSign],
    ['?#####', wrongSign],
    ['#####??', wrongSign],
    ['ŁCS#####', wrongSign],
    ['#####?#?#?#?#?#?#?', 'At most 6 signs of a pattern may be missing.'],
    ['-#####', 'A pattern begins and ends with a letter, a digit, # or @.'],
    ['##### ', 'A pattern begins and ends with a letter, a digit, # or @.'],
    ['####', expect.stringMatching(/^A pattern needs at least 5 letters or digits/) as string],
    ['###?#?#?#?#?', expect.stringMatching(/^A pattern needs at least 5/) as string],
    ['@@@@@@', expect.stringMatching(/^A pattern needs at least 3 digits/) as string],
  ])('but not %j', (pattern, because) => {
    expect(canUseAsPattern(pattern)).toEqual({ allowed: false, because })
  })

  test('that is refused is not searched for', () => {
    expect(() => searchFor('.*')).toThrow(SyntaxError)
  })

  test('finds its own example, whatever it is', () => {
    const sign = fc.constantFrom('#', '@', 'L', '7', '-', '/', '.', '_', ' ', '#?', '@?', '-?')
    fc.assert(
      fc.property(fc.array(sign, { minLength: 5, maxLength: 14 }), (signs) => {
        const pattern = signs.join('')
        fc.pre(canUseAsPattern(pattern).allowed)
        expect(finds(pattern, `see ${exampleOf(pattern)}, and`)).toEqual([exampleOf(pattern)])
      }),
    )
  })

  test('reads a long text of nothing but its signs a bounded number of times', () => {
    // A run is counted, so nothing in it can be read in two ways.
    expect(searchFor('######?#?-?#?')).toBe(
      '(?<![A-Za-z0-9])[0-9]{5,7}-{0,1}[0-9]{0,1}(?![A-Za-z0-9])',
    )
  })
})
