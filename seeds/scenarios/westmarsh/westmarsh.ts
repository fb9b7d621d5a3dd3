/**
 * Westmarsh: inadequate in 2019, and better since, too slowly. A practice model that people are
 * excited by costs the spring; agency staff leave in the summer; some children still wait without a
 * social worker and too many meet a third one. What is done is not always checked, what is checked
 * has not always helped, and some of it is said to stand better than it does.
 */
import { westmarshPeople, type WestmarshPerson } from '../../people'
import { lastSeptemberVisit, today, visit, workingDays } from '../days'
import type { Story } from '../story'
import { letterOfTheFifthVisit } from './letter-of-the-fifth-visit'
import { letterOfTheFourthVisit } from './letter-of-the-fourth-visit'
import { supervision } from './plan/1-supervision'
import { assessments } from './plan/2-assessments'
import { changesOfWorker } from './plan/3-changes-of-worker'
import { allocation } from './plan/4-allocation'
import { plans } from './plan/5-plans'
import { strategyMeetings } from './plan/6-strategy-meetings'
import { permanence } from './plan/7-permanence'
import { pathwayPlans } from './plan/8-pathway-plans'
import { voice } from './plan/9-voice'
import { dataAndAudit } from './plan/10-data-and-audit'
import { workforce } from './plan/12-workforce'
import { westmarshMeasures } from './measures'
import { whatWasToldIn2015 } from './told-in-2015'
import { westmarshRecommendations, type WestmarshRecommendation } from './westmarsh-story'

export const westmarsh: Story<WestmarshPerson, WestmarshRecommendation> = {
  council: 'Westmarsh',
  cast: westmarshPeople,
  visitOn: lastSeptemberVisit,
  began: { on: visit(-940), by: 'priya' },
  report: {
    file: 'westmarsh-ilacs-2019.pdf',
    addedBy: 'grace',
    on: visit(-935),
    receivedOn: '2019-04-26',
    published: '2019-05-08',
    statementSent: '2019-08-02',
    recommendations: westmarshRecommendations,
  },
  themes: {
    allocation: 'A worker who stays',
    'changes of worker': 'A worker who stays',
    workforce: 'A worker who stays',
    supervision: 'Knowing our practice',
    'data and audit': 'Knowing our practice',
    plans: 'Plans that move on',
    permanence: 'Plans that move on',
    'pathway plans': 'Plans that move on',
    voice: 'Voice of children',
  },
  earlier: whatWasToldIn2015,
  visits: [
    {
      kind: 'monitoring-visit',
      plannedOn: visit(-910),
      by: 'grace',
      expected: [visit(-882), visit(-878)],
      covers: 'The front door, and how quickly children at risk are protected.',
      leadInspector: 'Ruth Calloway',
      closed: {
        on: visit(-871),
        by: 'grace',
        said: 'At the end of the second day inspectors said that children at risk are seen sooner than in 2019. They found referrals of the weekend that waited until Tuesday, and asked who decides then. No letter is published.',
      },
      held: {
        recordedOn: visit(-872),
        by: 'grace',
        days: [visit(-882), visit(-881)],
        letterPublished: false,
      },
    },
    {
      kind: 'monitoring-visit',
      plannedOn: visit(-690),
      by: 'grace',
      expected: [visit(-665), visit(-661)],
      covers: 'Children in need and child protection: assessments and strategy meetings.',
      leadInspector: 'Ruth Calloway',
      closed: {
        on: visit(-650),
        by: 'grace',
        said: 'Assessments are finished sooner, and some say little about what the child thinks. Strategy meetings often began without health.',
      },
      held: {
        recordedOn: visit(-655),
        by: 'grace',
        days: [visit(-665), visit(-664)],
        letterPublished: true,
      },
    },
    {
      kind: 'monitoring-visit',
      plannedOn: visit(-480),
      by: 'grace',
      expected: [visit(-455), visit(-451)],
      covers: 'Care leavers and permanence.',
      leadInspector: 'Owen Price',
      closed: {
        on: visit(-435),
        by: 'grace',
        said: 'Personal advisers know their young people. Pathway plans are often written without them, and permanence is decided late for one child in four.',
      },
      held: {
        recordedOn: visit(-440),
        by: 'grace',
        days: [visit(-455), visit(-454)],
        letterPublished: true,
      },
    },
    {
      kind: 'monitoring-visit',
      plannedOn: visit(-268),
      by: 'grace',
      expected: [visit(-245), visit(-241)],
      covers: 'Supervision, quality assurance and the use of data.',
      leadInspector: 'Ruth Calloway',
      held: {
        recordedOn: visit(-228),
        by: 'grace',
        days: [visit(-245), visit(-244)],
        letterPublished: true,
      },
    },
    {
      kind: 'monitoring-visit',
      plannedOn: visit(-27),
      by: 'grace',
      expected: [visit(0), visit(1)],
      covers:
        'The quality of social work and of child protection plans; children waiting for a social worker.',
      tests: ['supervision', 'plans', 'allocation', 'changes of worker', 'strategy meetings'],
      keyLines: [
        {
          on: visit(-20),
          by: 'grace',
          question:
            'How many children have no social worker of their own, and who sees them meanwhile?',
          known:
            'Fewer than in 2019, and more than in the spring: since agency staff left in July it has risen again. The duty desk sees each of them, and not always the same person.',
          howKnown:
            'The Friday list, counted by name. Two team managers read every case on it in August.',
          nextStep:
            'Every child on the list has a date for a social worker, and a manager who knows why it is not sooner.',
          actions: ['Give every child a named social worker within one working day'],
        },
        {
          on: visit(-18),
          by: 'helen',
          question:
            'The practice model was rolled out in the spring. What is better for children because of it?',
          known:
            'Families say that they understand their plan. Assessments took longer while teams were in training, and have not yet come back to where they were.',
          howKnown:
            'What parents said at conferences, and the monthly report. Nobody has yet compared plans written before with plans written after.',
          nextStep: 'Read twenty plans of each kind side by side, before inspectors do.',
        },
      ],
      checklist: [
        {
          on: visit(-26),
          by: 'grace',
          what: 'Send the lists of children in need and of child protection plans',
          owner: 'dinesh',
          due: visit(-14),
          done: visit(-14),
        },
        {
          on: visit(-26),
          by: 'grace',
          what: 'Choose twelve case records and audit them before inspectors do',
          owner: 'sian',
          due: visit(-7),
          done: visit(-6),
        },
        {
          on: visit(-26),
          by: 'grace',
          what: 'Ask six families whether inspectors may telephone them',
          owner: 'hannah',
          due: visit(-5),
        },
        {
          on: visit(-26),
          by: 'helen',
          what: 'Tell every team what inspectors will ask, and that they may say what is hard',
          owner: 'eleanor',
          due: visit(-4),
          done: visit(-4),
        },
      ],
      leadInspector: 'Ruth Calloway',
      held: {
        recordedOn: visit(6),
        by: 'grace',
        days: [visit(0), visit(1)],
        letterPublished: true,
      },
    },
    {
      kind: 'monitoring-visit',
      plannedOn: today(-7),
      by: 'grace',
      expected: [workingDays(11), workingDays(12)],
      covers: 'Changes of social worker, children without one, and what plans change for children.',
      tests: ['changes of worker', 'allocation', 'plans', 'voice', 'supervision'],
      keyLines: [
        {
          on: today(-5),
          by: 'grace',
          question: 'You were told that too many children change social worker. Why do they still?',
          known:
            'Two changes in three follow a social worker who leaves. The others follow a case that moves between teams, and those are ours to avoid.',
          howKnown:
            'Read in every record of a change since the letter came. The hand-over audit covers two of three services.',
          nextStep:
            'The two teams agree on one worker through the whole of an assessment and the plan after it.',
          actions: ['Introduce the new worker with the old one, in the child’s home'],
        },
        {
          on: today(-4),
          by: 'helen',
          question: 'What do children say about it?',
          known:
            'Not enough. Three children told the participation worker that they had stopped telling their story.',
          howKnown: 'Said to Hannah Levy, and not yet asked of anybody else.',
          nextStep:
            'Every child whose worker changes is asked, by somebody else than the new worker.',
        },
      ],
      checklist: [
        {
          on: today(-6),
          by: 'grace',
          what: 'Send the list of every child who changed social worker since the last visit',
          owner: 'dinesh',
          due: workingDays(3),
          done: today(-2),
        },
        {
          on: today(-6),
          by: 'grace',
          what: 'Read each case without a social worker and write down why it waits',
          owner: 'tomasz',
          due: workingDays(2),
        },
        {
          on: today(-6),
          by: 'grace',
          what: 'Choose three records in which a plan changed something for the child',
          owner: 'amara',
          due: workingDays(5),
        },
        {
          on: today(-6),
          by: 'helen',
          what: 'Bring what children said about changing social worker, in their own words',
          owner: 'hannah',
          due: workingDays(7),
        },
        {
          on: today(-5),
          by: 'grace',
          what: 'Agree who answers for the family safeguarding team while it has no manager of its own',
          owner: 'helen',
          due: workingDays(4),
        },
        {
          on: today(-5),
          by: 'grace',
          what: 'Find rooms for two inspectors on both days, with a screen and a door that closes',
          due: workingDays(8),
        },
      ],
      leadInspector: '',
    },
  ],
  letters: [
    {
      on: visit(-225),
      by: 'grace',
      name: 'Letter of the fourth monitoring visit',
      days: [visit(-245), visit(-244)],
      words: letterOfTheFourthVisit,
      accepted: [
        ['making supervision reflective', ['supervision']],
        ['use of audit to change practice', ['data and audit']],
      ],
    },
    {
      on: visit(20),
      by: 'grace',
      name: 'Letter of the fifth monitoring visit',
      days: [visit(0), visit(1)],
      words: letterOfTheFifthVisit,
      accepted: [
        ['Strategy meetings now take place quickly', ['strategy meetings']],
        ['plans remains variable', ['plans']],
        ['writing plans with families is not consistently embedded', ['plans']],
        ['reducing the number of unallocated children', ['allocation']],
        ['a change of social worker in the last six months', ['changes of worker']],
        ['new supervision policy', ['supervision']],
      ],
    },
  ],
  boards: [
    { on: visit(-95), by: 'grace', name: 'Improvement board', held: visit(-60) },
    {
      on: visit(-60),
      by: 'grace',
      name: 'Improvement board',
      held: visit(-25),
      decided: [
        {
          on: visit(-24),
          by: 'helen',
          words: 'No agency social worker leaves without four weeks’ notice.',
          owner: 'yusuf',
          due: visit(30),
          about: 'Agree four weeks’ notice with every agency',
        },
        {
          on: visit(-24),
          by: 'helen',
          words:
            'The board sees the number of children without a social worker at each meeting, first of all.',
          owner: 'dinesh',
          due: visit(10),
          ended: [visit(8), 'dinesh', 'done', 'It opens the data pack since September.'],
        },
      ],
    },
    {
      on: today(-21),
      by: 'grace',
      name: 'Improvement board',
      held: today(-20),
      decided: [
        {
          on: today(-19),
          by: 'helen',
          words: 'The director tells the board by name which teams have no manager of their own.',
          owner: 'helen',
          due: workingDays(6),
        },
        {
          on: today(-19),
          by: 'grace',
          words: 'Children’s own words about a change of social worker come to the next meeting.',
          owner: 'hannah',
          due: workingDays(7),
        },
        {
          on: today(-19),
          by: 'grace',
          words: 'The old monthly scorecard goes on beside the new one.',
          owner: 'dinesh',
          ended: [
            today(-9),
            'marcus',
            'withdrawn',
            'Two sets of figures confused the board, and the old one is no longer checked.',
          ],
        },
      ],
    },
    { on: today(-7), by: 'grace', name: 'Improvement board', held: workingDays(8) },
  ],
  actions: [
    ...supervision,
    ...assessments,
    ...changesOfWorker,
    ...allocation,
    ...plans,
    ...strategyMeetings,
    ...permanence,
    ...pathwayPlans,
    ...voice,
    ...dataAndAudit,
    ...workforce,
  ],
  measures: westmarshMeasures,
  lookedIn: [
    [visit(-24), 'daniel'],
    [visit(-2), 'judith'],
    [visit(7), 'daniel'],
    [today(-19), 'robert'],
    [today(-9), 'judith'],
    [today(-4), 'daniel'],
  ],
  away: [
    {
      on: visit(-52),
      who: 'bethany',
      deputy: 'rashid',
      days: [visit(-45), visit(-31)],
      note: 'Permanence meetings are on Thursdays. The list of children who wait is in the team’s folder.',
    },
    {
      on: today(-5),
      by: 'grace',
      who: 'tomasz',
      deputy: 'joy',
      days: [today(-3), workingDays(6)],
      note: 'Tomasz is at a training of the practice model until then.',
    },
  ],
  handOvers: [
    {
      on: today(-12),
      by: 'grace',
      from: 'lucy',
      to: 'yusuf',
      actions: ['Agree four weeks’ notice with every agency'],
      note: 'Six of the nine agencies have agreed in writing; the letters are in the workforce folder. The other three want to see what the neighbouring councils do. The date has passed, so please ask for one that you can keep.',
      answer: [today(-11), 'accepted'],
    },
    {
      on: today(-5),
      by: 'grace',
      from: 'lucy',
      to: 'owen',
      actions: ['Introduce the new worker with the old one, in the child’s home'],
      note: 'The rota has two slots a day for joint visits, and since August hardly any is used. Lucy left no count. Ask Callum, who did most of them.',
    },
    {
      on: today(-2),
      by: 'grace',
      from: 'dinesh',
      to: 'yusuf',
      actions: [],
      measures: ['Agency social workers'],
      note: 'The figures come from the agencies’ invoices, which you have a week before Dinesh does. They are due by the tenth of the month.',
    },
  ],
  left: [
    {
      on: visit(-6),
      who: 'lucy',
      shutOutBy: 'priya',
      because: 'Agency contract ended. Her actions still need new owners.',
    },
  ],
}
