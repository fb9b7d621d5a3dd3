import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { DayLookedAt, keptOn } from './day-looked-at'
import { NothingChangesThere } from '../went-wrong'
import { OnlyToday } from './only-today'

const page = (
  <>
    <a href="/actions/14">A14</a>
    <form method="get" action="/actions">
      <input name="q" />
    </form>
    <form method="post" action="/actions">
      <button>Save</button>
    </form>
    <OnlyToday>
      <a href="/admin/people">People</a>
    </OnlyToday>
  </>
)
const hidden = '<input type="hidden" name="on" value="2026-05-21"/>'

describe('a page of a past day', () => {
  const shown = renderToStaticMarkup(
    <DayLookedAt.Provider value="2026-05-21">{page}</DayLookedAt.Provider>,
  )

  test('leads to that day’s pages, by its links and by the forms that ask', () => {
    expect(shown).toContain('<a href="/actions/14?on=2026-05-21">A14</a>')
    expect(shown).toContain(
      `<form method="get" action="/actions"><input name="q"/>${hidden}</form>`,
    )
  })

  test('leaves out what has no meaning there, and adds nothing to a form that changes', () => {
    expect(shown).not.toContain('/admin/people')
    expect(shown).toContain('<form method="post" action="/actions"><button>Save</button></form>')
  })
})

test('The way back to today does not keep the day, not even to a page that could be seen as at it.', () => {
  const told = { because: 'Nothing changes on a past day.', address: '/actions/14?on=2026-05-21' }
  const shown = renderToStaticMarkup(
    <DayLookedAt.Provider value="2026-05-21">
      <NothingChangesThere {...told} />
    </DayLookedAt.Provider>,
  )
  expect(shown).toContain('href="/actions/14"')
  expect(shown).not.toContain('on=2026-05-21')
})

test('A page of today is as it was written.', () => {
  const shown = renderToStaticMarkup(page)
  expect(shown).toContain('<a href="/actions/14">A14</a>')
  expect(shown).toContain('<a href="/admin/people">People</a>')
  expect(shown).not.toContain('name="on"')
})

test.each([
  ['/actions?sort=brag#top', '/actions?sort=brag&on=2026-05-21#top'],
  ['/inspections/3/findings', '/inspections/3/findings?on=2026-05-21'],
  ['/visits/boards/2', '/visits/boards/2?on=2026-05-21'],
  // a way to another day, or to what tells of today only
  ['/readiness?on=2025-01-31', '/readiness?on=2025-01-31'],
  ['/actions/14/edit', '/actions/14/edit'],
  ['/evidence/2/files/1', '/evidence/2/files/1'],
  ['https://reports.ofsted.gov.uk/', 'https://reports.ofsted.gov.uk/'],
])('a link to %s leads to %s', (address, kept) => {
  expect(keptOn(address, '2026-05-21')).toBe(kept)
})
