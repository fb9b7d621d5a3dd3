import { expect, test } from 'vitest'
import { cleanFileName } from './file-name'

const pdf = ['pdf'] as const

test.each([
  [
    'stays as it is where nothing is wrong',
    'Audit of hand-overs, May.pdf',
    'Audit of hand-overs, May.pdf',
  ],
  ['loses its folders', '../../etc/passwd.pdf', 'passwd.pdf'],
  ['loses folders as Windows writes them', 'C:\\Users\\amara\\audit.pdf', 'audit.pdf'],
  ['loses controls and line ends', 'a\r\nb\u0000c.pdf', 'abc.pdf'],
  ['loses marks that turn the writing', 'audit\u202efdp.exe.pdf', 'auditfdp.exe.pdf'],
  ['keeps emoji, joined ones too', '👩🏽‍👧 what Ava said 🙂.pdf', '👩🏽‍👧 what Ava said 🙂.pdf'],
  ['gets the ending of its content', 'audit', 'audit.pdf'],
  ['keeps another ending before it, so that all see it', 'audit.exe', 'audit.exe.pdf'],
  ['keeps its ending in capitals', 'AUDIT.PDF', 'AUDIT.PDF'],
  ['is not hidden', '.htaccess', 'htaccess.pdf'],
  ['of dots only is a file', '..', 'File.pdf'],
  ['of nothing but an ending is a file', '.pdf', 'pdf.pdf'],
  ['with half a sign loses the half', 'a\ud83d.pdf', 'a.pdf'],
  ['of spaces only is a file', '   ', 'File.pdf'],
])('a name %s', (_what, given, cleaned) => {
  expect(cleanFileName(given, pdf)).toBe(cleaned)
})

test('a name of 300 signs is cut to 200 and keeps its ending and whole signs', () => {
  expect(cleanFileName(`${'a'.repeat(300)}.pdf`, pdf)).toBe(`${'a'.repeat(196)}.pdf`)
  const families = cleanFileName(`${'👨‍👩‍👧‍👦'.repeat(60)}.pdf`, pdf)
  expect(families.length).toBeLessThanOrEqual(200)
  expect(families).toBe(`${'👨‍👩‍👧‍👦'.repeat(17)}.pdf`)
})
