import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { AskedSection } from './asked-cards'
import type { Asked } from './asked'

const request: Asked = {
  key: 'request-7',
  kind: 'evidence',
  what: 'Supervision notes of October',
  said: undefined,
  action: { id: 14, title: 'Test the hand-over protocol', hasDate: true },
  dueOn: '2027-01-15',
  why: 'Joy Okafor asked you on 20 November.',
  button: { to: '/evidence/new?action=14&request=7', name: 'Add evidence' },
  otherwise: { to: '/evidence/requests/7', name: 'I cannot bring it' },
}
const shown = (later: Asked[]) =>
  renderToStaticMarkup(
    <AskedSection asked={{ now: [], later, done: [], month: 'November' }} today="2026-11-20" />,
  )

test('what is asked for a later day can be answered, or refused, at once', () => {
  const later = shown([request])
  expect(later).toContain('href="/evidence/new?action=14&amp;request=7"')
  expect(later).toContain('href="/evidence/requests/7"')
  expect(later).toContain('I cannot bring it')
})

test('but a deputy does not say for another that they cannot', () => {
  const later = shown([{ ...request, forName: 'Amara Osei' }])
  expect(later).toContain('for Amara Osei')
  expect(later).not.toContain('I cannot bring it')
})
