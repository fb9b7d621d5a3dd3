import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIdentifiers, isNhsNumber, isUpn } from './identifiers'

// Every number here is made up: made from random digits, with the check digit added.

const kindsIn = (text: string, ...caseNumbers: string[]) =>
  findIdentifiers(text, { caseNumbers }).map((hit) => hit.kind)
const found = (text: string) =>
  findIdentifiers(text).map((hit) => [hit.kind, text.slice(hit.start, hit.end)])

describe('an NHS number', () => {
  test('is one in eleven of all numbers of ten digits, which is why a hit is a question', () => {
    // Of each nine digits one or none has a check digit: 10 in 11 of 1 in 10.
    let valid = 0
    for (let at = 0; at < 100_000; at += 1) {
      if (isNhsNumber(String((at * 7_919_777_773) % 10_000_000_000).padStart(10, '0'))) valid += 1
    }
    expect(valid / 100_000).toBeCloseTo(1 / 11, 2)
  })

  test.each(['9434765919', '4010232137', '9999999468'])('is %s', (digits) => {
    expect(isNhsNumber(digits)).toBe(true)
  })

  test.each([
    ['a wrong check digit', '9434765918'],
    ['a check digit of ten', '4001357950'],
    ['nine digits', '943476591'],
    ['eleven digits', '94347659190'],
    ['letters', '94347659I9'],
    ['space in it', '943 476 5919'],
    ['nothing', ''],
  ])('is not one with %s', (_what, digits) => {
    expect(isNhsNumber(digits)).toBe(false)
  })

  test('is not one digit ten times, though all ten of those pass the sum', () => {
    for (let digit = 0; digit < 10; digit += 1) {
      expect(isNhsNumber(String(digit).repeat(10))).toBe(false)
    }
  })

  test.each([
    ['as it is', 'seen 9434765919 today', '9434765919'],
    ['3-3-4 with spaces', 'NHS no. 943 476 5919.', '943 476 5919'],
    ['with hyphens', '943-476-5919', '943-476-5919'],
    ['with dashes', '943–476–5919', '943–476–5919'],
    ['with full stops', '943.476.5919', '943.476.5919'],
    ['with underscores in a file name', 'audit_943_476_5919_v2.docx', '943_476_5919'],
    ['in a file name', 'IMG-9434765919.jpg', '9434765919'],
    ['with no-break spaces', '943\u00a0476\u00a05919', '943\u00a0476\u00a05919'],
    ['with characters that have no width', '943\u200b476\u200b5919', '943\u200b476\u200b5919'],
    ['broken over a line', 'number 943 476\n5919 was', '943 476\n5919'],
    ['half spaced', '943476 5919', '943476 5919'],
    ['between commas of a table', '12,9434765919,2024', '9434765919'],
    ['behind another number', '12 943 476 5919', '943 476 5919'],
    ['glued to its name', 'NHS9434765919', '9434765919'],
    ['broken over a line with an indent', '943 476\r\n      5919', '943 476\r\n      5919'],
    ['with narrow no-break spaces', '943\u202f476\u202f5919', '943\u202f476\u202f5919'],
    ['grouped otherwise behind its name', 'NHS number: 94 34 76 59 19', '94 34 76 59 19'],
  ])('is found %s', (_how, text, written) => {
    expect(found(text)).toEqual([['nhs-number', written]])
  })

  test.each([
    ['a mobile number', 'ring 07700 900123'],
    ['a mobile number in one', 'ring 07700900123'],
    ['a mobile number with its country', '+44 7700 900123'],
    ['a number abroad that would pass the check', 'ring +1 943 476 5919'],
    ['a national number that would pass the check', 'ring +44 (0)943 476 5919'],
    ['a freephone number', '0800 943 4765'],
    ['an office number', 'Tel: 0113 496 0000'],
    ['a date', '28/11/2025 and 2025-11-28'],
    ['two years', '2023/24 2024/25'],
    ['a photo’s moment', 'IMG_20251128_101112345.jpg'],
    ['the URN of a report', '50301680 and 2637539'],
    ['a number with one digit too many', '94347659190'],
    ['a wrong check digit', '943 476 5918'],
    ['a repeated digit', '999 999 9999'],
    ['an invoice that would pass the check', 'Invoice no. 9434765919'],
    ['an order that would pass the check', 'purchase order number: 9434765919'],
    ['a book that would pass the check', 'ISBN 9434765919'],
    ['a row of figures', '12 34 56 78 90'],
    ['a sum of money', '£9,434,765,919'],
  ])('is not found in %s', (_what, text) => {
    expect(found(text)).toEqual([])
  })

  const nhsNumber = fc
    .stringMatching(/^\d{9}$/)
    .map((nine) => [...'0123456789'].map((last) => nine + last).find(isNhsNumber))
    .filter((digits) => digits !== undefined)
  const separator = fc.constantFrom('', ' ', '  ', '-', ' - ', '\u00a0', '–', '_', '.', '\n')

  test('is always found when valid, however it is spaced', () => {
    fc.assert(
      fc.property(nhsNumber, separator, separator, (digits, one, two) => {
        const written = digits.slice(0, 3) + one + digits.slice(3, 6) + two + digits.slice(6)
        expect(found(`Child ${written}, aged`)).toEqual([['nhs-number', written]])
        expect(kindsIn(`${written}.pdf`)).toEqual(['nhs-number'])
      }),
      { numRuns: 500 },
    )
  })

  test('is never shown whole', () => {
    fc.assert(
      fc.property(nhsNumber, (digits) => {
        const [hit] = findIdentifiers(digits)
        expect(hit!.masked).toBe(`••••••••${digits.slice(8)}`)
      }),
    )
  })
})

describe('a UPN', () => {
  test('is one with the right check letter, in either case', () => {
    expect(isUpn('B801200005001')).toBe(true)
    expect(isUpn('b801200005001')).toBe(true)
    expect(isUpn('P207000016049')).toBe(true)
  })

  test.each([
    ['a wrong check letter', 'A801200005001'],
    ['the supplier’s well-known wrong example', 'Q207000016049'],
    ['a letter that is never used', 'I801200005001'],
    ['no local authority', 'A000000000000'],
    ['twelve characters', 'B80120000500'],
    ['a letter in the middle', 'B8012X0005001'],
    ['nothing', ''],
  ])('is not one with %s', (_what, characters) => {
    expect(isUpn(characters)).toBe(false)
  })

  const letters = [...'ABCDEFGHJKLMNPQRTUVWXYZ']
  const upn = fc
    .tuple(
      fc.stringMatching(/^[1-9]\d{10}$/),
      fc.oneof(fc.constantFrom(...'0123456789'), fc.constantFrom(...letters)),
    )
    .map(([middle, last]) => letters.map((letter) => letter + middle + last).find(isUpn)!)

  test('is always found when valid, permanent or temporary', () => {
    fc.assert(
      fc.property(upn, fc.constantFrom('', ' ', '-'), (number, one) => {
        const written = [
          number.slice(0, 1),
          number.slice(1, 4),
          number.slice(4, 8),
          number.slice(8),
        ].join(one)
        expect(found(`pupil ${written} of`)).toEqual([['upn', written]])
        expect(kindsIn(`report_${written.toLowerCase()}.pdf`)).toEqual(['upn'])
      }),
      { numRuns: 500 },
    )
  })

  test.each([
    ['glued to its name', 'UPNB801200005001', 'B801200005001'],
    ['behind its name', 'UPN:B801200005001', 'B801200005001'],
    ['in a file name', 'PEP-B801200005001-final.docx', 'B801200005001'],
    ['broken over a line', 'B801 2000\n05001', 'B801 2000\n05001'],
    ['grouped otherwise behind its name', 'UPN: B8 0120 0005 001', 'B8 0120 0005 001'],
    ['temporary, with its last letter', 'UPN M80120000500A', 'M80120000500A'],
  ])('is found %s', (_how, text, written) => {
    expect(found(text)).toEqual([['upn', written]])
  })

  test.each([
    ['a wrong check letter', 'A801200005001'],
    ['a longer code', 'B8012000050012'],
    ['a code with letters before', 'XB801200005001'],
  ])('is not found in %s', (_what, text) => {
    expect(found(text)).toEqual([])
  })

  test('shows only its last two characters', () => {
    expect(findIdentifiers('B 801 2000 05001')[0]!.masked).toBe('• ••• •••• •••01')
  })
})

describe('a National Insurance number', () => {
  test.each([
    ['AB 12 34 56 C', 'AB 12 34 56 C'],
    ['ab123456c', 'ab123456c'],
    ['NI: JG103759', 'JG103759'],
    ['National Insurance number JG 10 37 59', 'JG 10 37 59'],
  ])('is found in %s', (text, written) => {
    expect(found(text)).toEqual([['national-insurance-number', written]])
  })

  test.each([
    ['a prefix that is never given', 'GB 12 34 56 C'],
    ['the example with Q', 'QQ 12 34 56 C'],
    ['a last letter beyond D', 'AB 12 34 56 E'],
    ['a reference without the last letter or its name', 'AB123456'],
    ['part of a longer code', 'XAB123456C'],
  ])('is not found in %s', (_what, text) => {
    expect(found(text)).toEqual([])
  })
})

describe('a date of birth', () => {
  test.each([
    ['DOB 12/03/2014', '12/03/2014'],
    ['dob: 12.3.14', '12.3.14'],
    ['D.O.B. 12-03-2014', '12-03-2014'],
    ['DOB 12 03 2014', '12 03 2014'],
    ['dob_12-03-2014.pdf', '12-03-2014'],
    ['dob12032014', '12032014'],
    ['DOB=2014-03-12', '2014-03-12'],
    ['date of birth is 12 March 2014', '12 March 2014'],
    ['Date of birth:\n12th March, 2014', '12th March, 2014'],
    ['born on 12 Mar 14', '12 Mar 14'],
    ['she was born on the 12th of March 2014', '12th of March 2014'],
    ['born March 12, 2014', 'March 12, 2014'],
    ['birthday 12/03/2014', '12/03/2014'],
    ['Sam (b. 12/03/2014)', '12/03/2014'],
    ['12/03/2014 (DOB)', '12/03/2014'],
    ['PersonBirthDate: 2014-03-12', '2014-03-12'],
    ['date_of_birth 12/03/2014', '12/03/2014'],
    ['ChildDOB 12/03/2014', '12/03/2014'],
  ])('is found in %j', (text, written) => {
    expect(found(text)).toEqual([['date-of-birth', written]])
  })

  test('is found for each child in a list', () => {
    expect(found('DOBs 12/03/2014, 14/05/2016 and 1 June 2019').map(([, date]) => date)).toEqual([
      '12/03/2014',
      '14/05/2016',
      '1 June 2019',
    ])
  })

  test('is found all the way down the column of a table, and the other dates are left', () => {
    const table = [
      'Team,Date of birth,Seen on',
      'North,12/03/2014,01/10/2025',
      'South,14/05/2016,02/10/2025',
      'East,01/06/2019,03/10/2025',
      '',
      'Next audit,01/12/2025',
    ].join('\n')
    expect(found(table).map(([, date]) => date)).toEqual(['12/03/2014', '14/05/2016', '01/06/2019'])
    expect(found(table.replaceAll(',', '\t'))).toHaveLength(3)
    expect(found('Seen on;DOB\n01/10/2025;12/03/2014').map(([, date]) => date)).toEqual([
      '12/03/2014',
    ])
  })

  test.each([
    ['a date in the next sentence', 'DOB is asked for. We met on 12/03/2025'],
    ['a date in the sentence before', 'built on 12/03/1914; DOB is asked for'],
    ['a date without the word', 'visited on 12/03/2014'],
    ['the word without a date', 'the dob was not recorded on the form'],
    ['a date far from the word', `dob missing. ${'The plan was read again. '.repeat(3)}12/03/2014`],
    ['an unborn child’s due date', 'unborn baby, due 12/03/2026'],
    ['a place', 'in Eastbourne on 12/03/2025'],
    ['a cost that is borne', 'borne by the board on 12/03/2025'],
    ['a day that does not exist', 'DOB 45/45/2014'],
    ['a time', 'born at 10.30'],
  ])('is not found in %s', (_what, text) => {
    expect(found(text)).toEqual([])
  })

  test('shows none of its digits', () => {
    expect(findIdentifiers('DOB 12/03/2014')[0]!.masked).toBe('••/••/••••')
    expect(findIdentifiers('born 12 March 2014')[0]!.masked).toBe('•• ••••• ••••')
  })
})

describe('a postcode', () => {
  test.each(['LS1 4AP', 'M1 1AE', 'EC1A 1BB', 'W1A 0AX', 'DN55 1PT', 'CR26XH', 'ls1 4ap'])(
    'is found as %s',
    (text) => {
      expect(found(`lives at ${text}.`)).toEqual([['postcode', text]])
    },
  )

  test.each([
    ['Ofsted’s own office', 'Store Street, Manchester M1 2WD'],
    ['The National Archives, as every report prints it', 'Kew, London TW9 4DU'],
    ['an area that is none', 'QX1 4AP'],
    ['a place in a list', 'see e1 2nd paragraph'],
    ['a section of the Act', 's47 1st visit'],
    ['part of a longer code', 'XLS1 4APX'],
    ['a letter that is never in the second half', 'LS1 4CP'],
  ])('is not found in %s', (_what, text) => {
    expect(found(text)).toEqual([])
  })

  test('of the council’s own office is left', () => {
    expect(findIdentifiers('LS1 4AP', { officePostcodes: ['ls14ap'] })).toEqual([])
  })
})

describe('a case number of the council', () => {
  test('is found by the council’s patterns, in either case', () => {
    expect(kindsIn('see LCS-123456 and lcs-654321', 'LCS-######')).toEqual([
      'case-number',
      'case-number',
    ])
    expect(kindsIn('see LCS-123456 and P7654321', 'LCS-######', 'P#######')).toHaveLength(2)
    expect(findIdentifiers('LCS-123456', { caseNumbers: ['LCS-######'] })[0]!.masked).toBe(
      '•••-••••56',
    )
  })

  test('is not found without a pattern, nor inside a longer number', () => {
    expect(kindsIn('see LCS-123456')).toEqual([])
    expect(kindsIn('LCS-1234567', 'LCS-######')).toEqual([])
  })

  test('with a pattern that was never allowed is an error of ours', () => {
    expect(() => findIdentifiers('text', { caseNumbers: ['##'] })).toThrow(SyntaxError)
  })
})

describe('the hits of a text', () => {
  test('come in order, without overlap, with their places', () => {
    const text = 'DOB 12/03/2014, NHS 943 476 5919, UPN B801200005001, LS1 4AP'
    expect(findIdentifiers(text)).toEqual([
      { kind: 'date-of-birth', start: 4, end: 14, masked: '••/••/••••' },
      { kind: 'nhs-number', start: 20, end: 32, masked: '••• ••• ••19' },
      { kind: 'upn', start: 38, end: 51, masked: '•••••••••••01' },
      { kind: 'postcode', start: 53, end: 60, masked: '••• •AP' },
    ])
  })

  test('are none in plain words about practice', () => {
    expect(
      findIdentifiers(
        'In 2025, 84% of 312 assessments were done within 45 working days (section 47: 91%). ' +
          'Audit round 3 of 12 read 24 records; see report 50301680 of 28/11/2025, page 1234567890.',
      ),
    ).toEqual([])
  })

  test('never overlap, whatever the text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Fdob /.-]{0,80}$/), (text) => {
        const hits = findIdentifiers(text)
        hits.forEach((hit, i) => {
          expect(hit.end).toBeGreaterThan(hit.start)
          if (i > 0) expect(hit.start).toBeGreaterThanOrEqual(hits[i - 1]!.end)
        })
      }),
    )
  })

  // No clock here: reading that grew with the square of the text would take minutes, and the runner's own
  // limit for a test ends that.
  test('are found to the end of a text of 200,000 letters, whatever it is made of', () => {
    // Pieces that begin what is looked for, or stand within it: repeated, they are the slowest texts.
    const piece = fc.constantFrom(
      ...[
        'NHS ',
        'UPN ',
        'DOB ',
        'born ',
        'NI ',
        'B',
        '1',
        '12/03/2014',
        'may ',
        'LS1',
        '(',
        '+44',
      ],
      ...[' ', '\n', '\t', ',', '-', '.', '\u200b', '\r\n   ', '943', '476 ', 'DOB,', 'of '],
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const part = pieces.join('')
        const text = part.repeat(Math.ceil(200_000 / part.length))
        const last = findIdentifiers(`${text} . NHS 943 476 5919`).at(-1)
        expect(last?.end).toBe(text.length + ' . NHS 943 476 5919'.length)
      }),
      { numRuns: 60 },
    )
  })

  test('are found in a long upload without delay', () => {
    const upload = 'North,9434765919,B801200005001,LS1 4AP\n'.repeat(5000)
    expect(findIdentifiers(upload)).toHaveLength(15_000)
    expect(findIdentifiers('NHS ' + '1   '.repeat(50_000))).toEqual([])
  })
})
