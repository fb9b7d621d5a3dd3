import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { WhatItShows } from './evidence-detail.page'
import type { EvidenceDetailView, EvidenceFileView } from './evidence-detail.query.server'

const held: EvidenceFileView = {
  ...{ id: 3, name: 'audit.txt', mediaType: 'text/plain', bytes: 2000 },
  ...{ isHeld: true, takenOut: [], statement: null, virusCheck: 'clean' },
}
const view: EvidenceDetailView = {
  ...{ id: 7, title: 'Hand-overs', kind: null, shows: 'Hand-overs are signed', linkUrl: null },
  ...{ periodFrom: null, periodTo: null, freshUntil: null, isFresh: true, restricted: false },
  ...{ addedBy: 'Ann Lee', addedOn: '2026-11-20', isMine: false, standing: 'awaiting-review' },
  ...{ missing: [], files: [], destroyed: [], versions: [], actions: [], recommendations: [] },
  ...{
    reviews: [],
    answers: null,
    judgingHandedTo: undefined,
    review: undefined,
    offers: { edit: undefined, link: undefined, follow: undefined },
  },
  ...{ notAnIdentifier: undefined, deletion: undefined, isHeld: false, kept: undefined },
  ...{ wasMerged: false, today: '2026-11-20' },
}
const shown = (isMine: boolean, virusCheck: EvidenceFileView['virusCheck']) =>
  renderToStaticMarkup(<WhatItShows view={{ ...view, isMine, files: [{ ...held, virusCheck }] }} />)

test('a file held for what looks like an identifier is its sender’s alone', () => {
  expect(shown(false, 'clean')).toContain('only Ann Lee sees it until it is certain')
  expect(shown(true, 'clean')).toContain('Held: only you see it.')
})

test('one held for a virus is said to be nobody’s, its sender’s neither', () => {
  for (const isMine of [true, false]) {
    expect(shown(isMine, 'infected')).toContain('nobody can open it')
    expect(shown(isMine, 'infected')).not.toMatch(/only (?:you|Ann Lee) sees? it/)
  }
})
