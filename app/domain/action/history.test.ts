import { describe, expect, test } from 'vitest'
import { type ActionEvent, type EvidenceEvent, historySentence } from './history'

const okafor = { id: 1, name: 'Joy Okafor' }
const hart = { id: 2, name: 'Leah Hart' }
const move = { dueOn: '2026-08-15', reason: 'Two auditors left', lateMove: [] } as const

const told: [ActionEvent | EvidenceEvent, string][] = [
  [
    {
      what: 'action.created',
      after: {
        title: 'Test hand-overs',
        owner: okafor,
        dueOn: '2026-06-30',
        recommendations: [3, 4],
        milestones: [{ title: 'Pilot', dueOn: '2026-05-01' }],
      },
    },
    'Ann Ode added this action, owned by Joy Okafor, due 30 June 2026, for R3, R4, with 1 milestone.',
  ],
  [
    { what: 'action.created', after: { owner: null, dueOn: null, milestones: [] } },
    'Ann Ode added this action, with no owner, with no due date.',
  ],
  [
    {
      what: 'action.brought-in',
      after: {
        owner: okafor,
        originalDueOn: '2026-06-30',
        dueOn: '2026-12-31',
        file: 'Plan.xlsx',
        table: 'Sheet Plan',
        row: 14,
      },
    },
    'Ann Ode brought this action in from “Plan.xlsx”, sheet Plan, row 14: owned by Joy Okafor, due 31 December 2026, first due 30 June 2026.',
  ],
  [
    {
      what: 'action.brought-in',
      after: {
        owner: null,
        originalDueOn: null,
        dueOn: null,
        file: 'Plan.csv',
        table: 'The file',
        row: 2,
      },
    },
    'Ann Ode brought this action in from “Plan.csv”, the file, row 2: with no owner, with no due date.',
  ],
  [
    {
      what: 'action.edited',
      before: { version: 1, owner: hart, contributors: [okafor], recommendations: [3] },
      after: { version: 2, owner: okafor, contributors: [hart], recommendations: [3, 5] },
    },
    'Ann Ode handed it from Leah Hart to Joy Okafor. Ann Ode added Leah Hart as contributor. Joy Okafor no longer contributes (Ann Ode). Ann Ode linked it to R5.',
  ],
  [
    {
      what: 'action.edited',
      before: { version: 1, title: 'Old', outcome: '', owner: hart, dueOn: null },
      after: { version: 2, title: 'New', outcome: 'Better', owner: null, dueOn: '2026-06-30' },
    },
    'Ann Ode changed the title from “Old” to “New”. Ann Ode wrote the outcome for children: “Better”. Ann Ode left it without an owner; before: Leah Hart. Ann Ode set the due date: 30 June 2026.',
  ],
  [
    { what: 'action.due-date-changed', before: { dueOn: '2026-06-30' }, after: move },
    'Due date moved from 30 June 2026 to 15 August 2026 by Ann Ode, because: Two auditors left.',
  ],
  [
    {
      what: 'action.due-date-asked',
      before: { dueOn: '2026-06-30' },
      after: {
        ...move,
        agreementNeeded: ['It is the second change of this date.'],
        lateMove: ['Asked for 2 days after the date had passed.'],
      },
    },
    'Ann Ode asked to move the due date from 30 June 2026 to 15 August 2026, because: Two auditors left. Asked for 2 days after the date had passed. A leader must agree.',
  ],
  [
    {
      what: 'action.due-date-agreed',
      before: { dueOn: '2026-06-30' },
      after: { ...move, askedBy: okafor, decisionReason: '' },
    },
    'Due date moved from 30 June 2026 to 15 August 2026 by Joy Okafor, agreed by Ann Ode, because: Two auditors left.',
  ],
  [
    {
      what: 'action.due-date-refused',
      before: { dueOn: '2026-06-30' },
      after: { ...move, askedBy: okafor, decisionReason: 'The visit is in July.' },
    },
    'Ann Ode refused to move the due date from 30 June 2026 to 15 August 2026, as asked by Joy Okafor, because: The visit is in July.',
  ],
  [
    {
      what: 'action.offered',
      after: { from: hart, to: okafor, note: 'Ring the North team first' },
    },
    'Ann Ode handed it over from Leah Hart to Joy Okafor, who is asked to accept it: Ring the North team first.',
  ],
  [
    {
      what: 'action.offer-accepted',
      before: { owner: hart, version: 1 },
      after: { owner: okafor, version: 2, offeredBy: { id: 3, name: 'Grace Holloway' }, note: '' },
    },
    'Ann Ode accepted it from Leah Hart, as Grace Holloway had asked.',
  ],
  [
    {
      what: 'action.offer-declined',
      after: { from: hart, to: okafor, reason: 'I leave in March' },
    },
    'Ann Ode declined to take it over from Leah Hart, because: I leave in March.',
  ],
  [
    { what: 'action.offer-withdrawn', after: { from: hart, to: okafor, reason: '' } },
    'Ann Ode no longer asks Joy Okafor to take it over from Leah Hart.',
  ],
  [
    {
      what: 'action.offer-withdrawn',
      after: { from: hart, to: okafor, reason: 'She is ill' },
    },
    'Ann Ode no longer asks Joy Okafor to take it over from Leah Hart, because: She is ill.',
  ],
  [
    {
      what: 'action.part-passed-on',
      before: { contributors: [hart], version: 1 },
      after: { contributors: [okafor], version: 2, from: hart, to: okafor, note: 'Two files read' },
    },
    'Ann Ode passed on Leah Hart’s part in it to Joy Okafor: Two files read.',
  ],
  [
    {
      what: 'action.evidence-request-passed-on',
      after: { what: 'Supervision notes', from: hart, to: okafor, note: 'Ask the teams' },
    },
    'Ann Ode passed on what Leah Hart was asked for (“Supervision notes”) to Joy Okafor: Ask the teams.',
  ],
  [
    {
      what: 'action.part-offered',
      after: { from: hart, to: okafor, note: 'Two files read' },
    },
    'Ann Ode handed over Leah Hart’s part in it to Joy Okafor, who is asked to accept it: Two files read.',
  ],
  [
    {
      what: 'action.review-passed-on',
      after: {
        ...{ what: 'Minutes', from: hart, to: okafor, note: '' },
        offeredBy: { id: 3, name: 'Grace Holloway' },
      },
    },
    'Ann Ode took over the judging of what Leah Hart had asked for (“Minutes”), as Grace Holloway had asked.',
  ],
  [
    {
      what: 'action.evidence-request-offer-declined',
      after: { what: 'Minutes', from: hart, to: okafor, reason: 'I was not there' },
    },
    'Ann Ode declined to take over what Leah Hart was asked for (“Minutes”), because: I was not there.',
  ],
  [
    {
      what: 'action.part-offer-withdrawn',
      after: { from: hart, to: okafor, reason: '' },
    },
    'Ann Ode no longer asks Joy Okafor to take over Leah Hart’s part in it.',
  ],
  [
    { what: 'action.delivered', after: { deliveredOn: '2026-08-14', milestonesOpen: 1 } },
    'Ann Ode marked it as delivered on 14 August 2026, with 1 milestone still open.',
  ],
  [
    {
      what: 'action.colour-stated',
      before: { colour: 'off-track' },
      after: { colour: 'at-risk', untilOn: '2026-12-18', reason: 'The court set the date' },
    },
    'Ann Ode stated another colour, “at risk” instead of “off track”, until 18 December 2026, because: The court set the date.',
  ],
  [
    {
      what: 'action.colour-ended',
      before: { colour: 'at-risk', untilOn: '2026-12-18' },
      after: { colour: 'off-track' },
    },
    'Ann Ode ended the stated colour “at risk”, which ran until 18 December 2026; the facts say “off track”.',
  ],
  [
    {
      what: 'action.impact-signed-off',
      after: { verdict: 'partly', words: 'Audits show fewer changes' },
    },
    'Ann Ode signed off its impact: made some difference. Audits show fewer changes.',
  ],
  [
    {
      what: 'evidence.requested',
      after: { what: 'Three files', askedOf: okafor, dueOn: '2026-11-28' },
    },
    'Ann Ode asked Joy Okafor for evidence by 28 November 2026: Three files.',
  ],
  [
    {
      what: 'evidence.request-withdrawn',
      after: { what: 'Three files', reason: 'The audit holds them.' },
    },
    'Ann Ode took back the request for evidence “Three files”, because: The audit holds them.',
  ],
  [
    {
      what: 'evidence.request-refused',
      after: { what: 'Three files', reason: 'My team has none' },
    },
    'Ann Ode cannot bring the evidence that was asked for (“Three files”), because: My team has none.',
  ],
  [
    { what: 'evidence.added', evidence: 'Audit, October' },
    'Ann Ode added the evidence “Audit, October”.',
  ],
  [
    { what: 'evidence.accepted', evidence: 'Audit, October', after: { reason: '' } },
    'Ann Ode accepted the evidence “Audit, October”.',
  ],
  [
    { what: 'evidence.returned', evidence: 'Audit, October', after: { reason: 'Which team?' } },
    'Ann Ode returned the evidence “Audit, October”, because: Which team?',
  ],
]

describe('the history of an action', () => {
  test.each(told)('tells %j', (event, sentence) => {
    expect(historySentence(event, 'Ann Ode')).toBe(sentence)
  })

  test('tells what another part of the product recorded by its name', () => {
    const other = { what: 'action.evidence-asked-for' } as unknown as ActionEvent
    expect(historySentence(other, 'Ann Ode')).toBe('Ann Ode: evidence asked for.')
  })
})
