import { describe, expect } from 'vitest'
import type { Db } from '~/db/db.server'
import { likelyRepeats } from '~/db/likely-repeats.server'
import { test } from '~/testing/db-test'
import { contextFor, makeInspection, makeRecommendation } from '~/testing/make'
import { decideRepeat } from './decide-repeat.command.server'
import { proposedRepeats, type Side } from './proposed-repeats.server'
import { saidBeforeView } from './said-before.query.server'

let towns = 0

/** A council that was told `before` in 2019 and `now` in 2026. */
async function toldTwice(db: Db, before: readonly string[], now: readonly string[], kind?: string) {
  towns += 1
  const council = `Town ${towns}`
  const first = await makeInspection(db, {
    council,
    inspectedFrom: '2019-03-04',
    inspectedTo: '2019-03-15',
  })
  const second = await makeInspection(db, { council, inspectedFrom: '2026-02-02' })
  const told = async (inspectionId: number, texts: readonly string[]) => {
    const ids = []
    for (const text of texts) {
      ids.push(await makeRecommendation(db, { inspectionId, text, ...(kind ? { kind } : {}) }))
    }
    return ids
  }
  return {
    council,
    first,
    second,
    earlier: await told(first, before),
    later: await told(second, now),
  }
}

// Every word is ours.
const again: [before: string, now: string][] = [
  [
    'The frequency of supervision, so that social workers can reflect on complicated families.',
    'How often social workers are supervised, and whether there is time to reflect.',
  ],
  [
    'The number of changes of social worker that children have to live with.',
    'The stability of the workforce, so that children keep the same social worker.',
  ],
  [
    'Turnover in the assessment teams, and the reliance on agency staff.',
    'Recruitment and retention of staff.',
  ],
  [
    'Too few foster homes: the sufficiency of placements near to where children grew up.',
    'The availability of suitable homes for children in care.',
  ],
  [
    'Letters to parents when the council thinks of going to court (Public Law Outline).',
    'Pre-proceedings work, in particular the letters that parents are sent.',
  ],
  [
    'What care leavers know about their entitlements.',
    'The clarity of entitlements for young people who leave care.',
  ],
  [
    'Return home interviews after children have been missing.',
    'The take-up of return interviews, and what is learned from them.',
  ],
  [
    'The timeliness of strategy meetings, and who is invited to them.',
    'Strategy discussions that include health and the police.',
  ],
  [
    'The response to children who live in private fostering arrangements.',
    'Assessing privately fostered children in time.',
  ],
  [
    'The response to homeless young people of 16 and 17.',
    'What is offered to 16- and 17-year-olds who present as homeless.',
  ],
  [
    'Managers’ oversight of drift in long cases.',
    'Management oversight, so that cases do not drift.',
  ],
  [
    'Caseloads of newly qualified social workers.',
    'Workloads that newly qualified social workers can manage.',
  ],
  [
    'The quality of life-story work for children in care.',
    'Life story books that children can understand.',
  ],
  [
    'The quality and timeliness of assessments of children’s needs.',
    'The quality of assessments of children.',
  ],
  [
    'Children’s plans, so that they say what must change, with timescales and contingencies.',
    'The quality of plans for children, with clear timescales and contingencies.',
  ],
  [
    'The number of care leavers without education, employment or training.',
    'Help for young people who are not in education, training or employment (NEET).',
  ],
]

// What a person sees and Waymark does not: these are linked by hand (decision 0012).
const missed: [before: string, now: string][] = [
  [
    'Children’s plans, so that they say what must change and by when.',
    'The quality of plans for children, so that they have timescales.',
  ],
  [
    'How quickly families hear who will help them.',
    'The time that parents wait before anybody rings.',
  ],
]

const somethingElse: [before: string, now: string][] = [
  ['The quality of supervision of social workers.', 'The quality of plans for children in need.'],
  ['The timeliness of initial health assessments.', 'The timeliness of strategy discussions.'],
  ['The quality of pathway plans for care leavers.', 'The quality of support for young carers.'],
  [
    'The effectiveness of the designated officer.',
    'The effectiveness of arrangements for early help.',
  ],
  [
    'Assessments of children in private fostering arrangements.',
    'Assessments of the risks of exploitation.',
  ],
  [
    'The voice of children in strategic plans.',
    'The consistency with which thresholds are applied to contacts.',
  ],
  ['The sufficiency of local homes for children.', 'The recording of decisions by managers.'],
  [
    'How well children’s experiences are understood.',
    'How well partners understand the impact of their services.',
  ],
  ['The tracking of permanence for children in care.', 'The tracking of children out of school.'],
  ['Access to dentists for children in care.', 'Access to advocacy for children in care.'],
]

describe('what an earlier inspection said', () => {
  test.for(again)('is found again in other words: %s / %s', async ([before, now], { db }) => {
    const { second, earlier, later } = await toldTwice(db, [before], [now])
    expect(await likelyRepeats(db, { inspectionId: second })).toMatchObject([
      { earlierId: earlier[0], laterId: later[0] },
    ])
  })

  test.for(missed)(
    'is missed where nothing but the sense is the same: %s / %s',
    async ([before, now], { db }) => {
      const { second } = await toldTwice(db, [before], [now])
      expect(await likelyRepeats(db, { inspectionId: second })).toEqual([])
    },
  )

  test.for(somethingElse)('is not taken for: %s / %s', async ([before, now], { db }) => {
    const { second } = await toldTwice(db, [before], [now])
    expect(await likelyRepeats(db, { inspectionId: second })).toEqual([])
  })
})

describe('what is proposed', () => {
  test('is looked for in earlier inspections of the same council alone', async ({ db }) => {
    const same = 'The regularity of supervision.'
    const { council, first, second, earlier, later } = await toldTwice(db, [same], [same, same])
    const elsewhere = await makeInspection(db, {
      council: `${council} on Sea`,
      inspectedFrom: '2018-05-01',
    })
    await makeRecommendation(db, { inspectionId: elsewhere, text: same })
    const shouted = await makeInspection(db, {
      council: council.toUpperCase(),
      inspectedFrom: '2017-05-01',
    })
    const oldest = await makeRecommendation(db, { inspectionId: shouted, text: same })
    expect(await likelyRepeats(db, { inspectionId: shouted })).toEqual([])
    expect(await likelyRepeats(db, { inspectionId: first })).toMatchObject([
      { earlierId: oldest, laterId: earlier[0] },
    ])
    const found = await likelyRepeats(db, { inspectionId: second })
    expect(found.map(({ earlierId, laterId }) => [earlierId, laterId])).toEqual([
      [oldest, later[0]],
      [earlier[0], later[0]],
      [oldest, later[1]],
      [earlier[0], later[1]],
    ])
  })

  test('is at most three for one recommendation, the likeliest first', async ({ db }) => {
    const { later, earlier } = await toldTwice(
      db,
      [
        'Supervision of staff on duty at night.',
        'Reflective supervision of social workers.',
        'Regular and reflective supervision of all social workers.',
        'Group supervision.',
        'Supervision records.',
      ],
      ['Regular and reflective supervision of social workers.'],
    )
    const found = await likelyRepeats(db, { recommendationId: later[0]! })
    expect(found).toHaveLength(3)
    expect(found[0]?.earlierId).toBe(earlier[2])
    const ranks = found.map(({ likeness }) => likeness.rank)
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a))
  })

  test('is not what the board was told, for what the council was told', async ({ db }) => {
    const same = 'The use of thresholds by partners.'
    const { later, first } = await toldTwice(db, [], [same])
    await makeRecommendation(db, { inspectionId: first, text: same, kind: 'lscb' })
    expect(await likelyRepeats(db, { recommendationId: later[0]! })).toEqual([])
  })

  test('is nothing that was decided, nor a second of one thread', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const same = 'Regular supervision of social workers.'
    const { council, second, earlier, later } = await toldTwice(db, [same, same], [same])
    const third = await makeInspection(db, {
      council,
      inspectedFrom: '2026-03-02',
      inspectedTo: '2026-03-13',
    })
    const latest = await makeRecommendation(db, { inspectionId: third, text: same })
    expect(await likelyRepeats(db, { recommendationId: latest })).toHaveLength(3)

    await decideRepeat(manager, later[0]!, { earlierId: earlier[0]!, verdict: 'same' })
    await decideRepeat(manager, later[0]!, { earlierId: earlier[1]!, verdict: 'different' })
    expect(await likelyRepeats(db, { inspectionId: second })).toEqual([])
    // of the first thread one is asked about, and the one that stands alone
    expect(await likelyRepeats(db, { recommendationId: latest })).toHaveLength(2)
    await decideRepeat(manager, latest, { earlierId: later[0]!, verdict: 'same' })
    expect(
      (await likelyRepeats(db, { recommendationId: latest })).map(({ earlierId }) => earlierId),
    ).toEqual([earlier[1]])
  })

  test('shows both texts as they stand, with what they share marked', async ({ db }) => {
    const { second } = await toldTwice(
      db,
      ['The turnover of social workers’ managers: it’s too high in “hub” <teams>.'],
      ['Recruitment and retention of managers in the hub.'],
    )
    const [proposed] = await proposedRepeats(db, await likelyRepeats(db, { inspectionId: second }))
    const shown = (side: Side) =>
      side.pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')
    expect(shown(proposed!.earlier)).toBe(
      'The [turnover] of social workers’ managers: it’s too high in “[hub]” <teams>.',
    )
    expect(shown(proposed!.later)).toBe('[Recruitment and retention] of managers in the [hub].')
    expect(proposed).toMatchObject({
      reason: 'Both speak of a stable workforce.',
      earlier: { inspection: 'ILACS inspection, 2019', page: 2 },
      later: { inspection: 'ILACS inspection, 2026' },
    })
  })

  test('is told to managers, with how much is left and what was decided', async ({ db }) => {
    const manager = await contextFor(db, 'manager')
    const { first, second, earlier, later } = await toldTwice(
      db,
      ['Regular supervision of social workers.', 'Private fostering.'],
      ['Supervision of social workers.', 'The response to private fostering.'],
    )
    expect(await saidBeforeView(manager, first)).toBeUndefined()
    expect(await saidBeforeView(await contextFor(db, 'leader'), second)).toBeUndefined()
    expect(await saidBeforeView(manager, second)).toMatchObject({
      proposals: [{ later: { id: later[0] } }, { later: { id: later[1] } }],
      same: 0,
      different: 0,
    })
    await decideRepeat(manager, later[0]!, { earlierId: earlier[0]!, verdict: 'same' })
    await decideRepeat(manager, later[1]!, { earlierId: earlier[1]!, verdict: 'different' })
    expect(await saidBeforeView(manager, second)).toMatchObject({
      proposals: [],
      same: 1,
      different: 1,
    })
  })
})
