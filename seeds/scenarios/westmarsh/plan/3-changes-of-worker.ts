import { today, visit, workingDays } from '../../days'
import { auditSheet, byMonth, page, table } from '../../story-files'
import type { WestmarshAction } from '../westmarsh-story'

/** Children still meet too many social workers: agency staff leave, and teams pass children on. */
export const changesOfWorker: readonly WestmarshAction[] = [
  {
    title: 'Test the hand-over protocol by monthly audit',
    answers: ['changes of worker'],
    outcome:
      'Children keep one worker through assessment and plan; where the worker must change, nothing that they said is lost.',
    measure: 'In 9 of 10 hand-overs audited, both workers met the child together.',
    created: [visit(-190), 'grace'],
    owner: 'lucy',
    contributors: ['callum'],
    start: visit(-185),
    due: visit(-105),
    milestones: [
      { step: 'Audit questions agreed', due: visit(-160), done: visit(-152) },
      { step: 'First ten hand-overs read', due: visit(-120), done: visit(-66) },
      { step: 'Second audit, with families rung', due: visit(-60) },
      { step: '9 of 10 with a joint visit', due: visit(-30) },
    ],
    told: [
      [
        visit(-150),
        'lucy',
        'on-track',
        'high',
        'The questions are agreed. The audit itself begins once the teams have used the protocol for a month.',
      ],
      [
        visit(-64),
        'joy',
        'at-risk',
        'medium',
        'I took this over in June. Ten hand-overs read, six weeks later than planned. In 4 of 10 both workers met the child together.',
      ],
      [
        visit(-13),
        'joy',
        'on-track',
        'medium',
        'The second audit is planned. I am confident that we catch up.',
      ],
      [
        today(-6),
        'joy',
        'on-track',
        'medium',
        'Questions for families are ready, and two colleagues from the South will read our files.',
      ],
    ],
    meanwhile: [
      'The second audit waits for two people who are free to read. Families will be rung.',
      'Still planned. One reader has said yes.',
      'Two of ten files read, then the duty desk needed us.',
    ],
    shown: [
      {
        on: visit(-20),
        by: 'amara',
        kind: 'case-audit',
        title: 'First audit of ten hand-overs',
        covers: [visit(-100), visit(-26)],
        shows:
          'In 4 of 10 both workers met the child together; in 7 of 10 the summary was written before the change.',
        file: auditSheet('Ten hand-overs', 10, [
          ['Both workers met the child together', 4],
          ['The summary was written before the change', 7],
          ['The family had the new worker’s number on the day', 5],
        ]),
        judged: [[visit(-14), 'sian', 'accepted']],
      },
      {
        on: today(-8),
        by: 'callum',
        kind: 'practice-observation',
        title: 'Two hand-over meetings, watched',
        covers: [today(-25), today(-9)],
        shows:
          'In both the child was told who comes next and when. In one the old worker had already left.',
      },
    ],
    moved: [
      {
        on: visit(-112),
        by: 'grace',
        to: visit(-70),
        because:
          'Lucy has covered two teams since the middle of May, and the first audit has not begun.',
        answer: [
          visit(-109),
          'marcus',
          'agreed',
          'Agreed once. Please make sure that it has an owner who stays.',
        ],
      },
      {
        on: visit(-74),
        by: 'joy',
        to: visit(-29),
        because:
          'The first audit took six weeks instead of two, because holidays and the duty desk came first.',
        answer: [visit(-71), 'helen', 'agreed', 'Agreed. I will not agree to a third.'],
      },
    ],
    handedOver: [{ on: visit(-96), by: 'grace', to: 'joy' }],
    asked: [
      {
        on: today(-6),
        by: 'joy',
        of: 'amara',
        what: 'What a child or parent said about meeting both workers, from your last hand-over',
        due: workingDays(11),
      },
    ],
  },
  {
    title: 'Write a hand-over protocol for all teams',
    answers: ['changes of worker'],
    outcome: 'A child’s new worker knows what the last one knew.',
    measure: 'The protocol is used in every change of worker.',
    created: [visit(-400), 'grace'],
    owner: 'owen',
    start: visit(-395),
    due: visit(-250),
    milestones: [
      { step: 'Draft read by social workers and two parents', due: visit(-320), done: visit(-315) },
      { step: 'Agreed by all heads of service', due: visit(-250), done: visit(-244) },
    ],
    told: [
      [
        visit(-318),
        'owen',
        'on-track',
        'high',
        'The parents struck out half of it. It is better for that.',
      ],
      [visit(-243), 'owen', 'delivered', 'high', 'Two pages, agreed, on every desk.'],
    ],
    delivered: [visit(-243), 'owen'],
    shown: [
      {
        on: visit(-242),
        by: 'owen',
        kind: 'policy',
        title: 'Hand-over protocol, two pages',
        covers: [visit(-246), visit(-243)],
        shows: 'What both workers do before, on the day and in the week after a change.',
        file: page(
          'Hand-over protocol',
          'Before: tell the child and the parents yourself, and say why.',
          'On the day: visit together.',
          'In the week after: ring the child. Ask what was left out.',
        ),
        judged: [
          [
            visit(-236),
            'sian',
            'accepted',
            'This shows that it is written. The audit will show whether it is used.',
          ],
        ],
        lapses: true,
      },
    ],
  },
  {
    title: 'Introduce the new worker with the old one, in the child’s home',
    answers: ['changes of worker', 'voice'],
    outcome: 'A change of worker is a meeting and not a letter.',
    measure: '8 in 10 changes begin with a joint visit.',
    created: [visit(-185), 'grace'],
    owner: 'lucy',
    start: visit(-180),
    due: today(25),
    milestones: [
      { step: 'Time for joint visits in the duty rota', due: visit(-130), done: visit(-126) },
      { step: 'Count of joint visits each month', due: today(20) },
    ],
    told: [
      [visit(-125), 'lucy', 'on-track', 'medium', 'The rota has room for two joint visits a day.'],
      [
        visit(-38),
        'lucy',
        'on-track',
        'low',
        'Holidays have taken most of the slots. It will come back in September.',
      ],
    ],
  },
  {
    title: 'Cut the points at which a child is passed on from four to two',
    answers: ['changes of worker', 'workforce'],
    outcome: 'A child who needs help for a year has at most two teams.',
    measure: 'Changes of worker that come from a change of team fall by half.',
    created: [visit(-280), 'grace'],
    owner: 'grace',
    contributors: ['farah', 'joy', 'tomasz', 'owen'],
    start: visit(-270),
    due: today(18),
    milestones: [
      { step: 'Map of every transfer point', due: visit(-220), done: visit(-224) },
      { step: 'New shape agreed with staff and unions', due: visit(-90), done: visit(-61) },
      { step: 'First team works in the new shape', due: today(14) },
    ],
    told: [
      [
        visit(-222),
        'grace',
        'on-track',
        'high',
        'The map shows five points, not four. Nobody knew about the fifth.',
      ],
      [
        visit(-60),
        'grace',
        'at-risk',
        'medium',
        'Agreed a month late. Staff asked that nothing moves in the summer, and they were right.',
      ],
      [
        visit(-11),
        'grace',
        'at-risk',
        'medium',
        'Family safeguarding cannot change shape with three empty posts.',
      ],
      [
        today(-10),
        'grace',
        'at-risk',
        'low',
        'The first team can move when the new social workers have come. I have asked for that date.',
      ],
    ],
    meanwhile: ['No change. The first team needs three people before it can move.'],
    shown: [
      {
        on: visit(-219),
        by: 'grace',
        kind: 'policy',
        title: 'Map of transfer points',
        covers: [visit(-240), visit(-222)],
        shows:
          'Five points at which a child changes team, with how many children passed each in a year.',
        judged: [[visit(-212), 'sian', 'accepted']],
        lapses: true,
      },
    ],
    moved: [
      {
        on: today(-10),
        by: 'grace',
        to: today(95),
        because:
          'The first team to change needs its empty posts filled, and the new social workers start after this date.',
        answer: [
          today(-8),
          'helen',
          'refused',
          'Children cannot wait for the whole intake. Start with Assessment North, which is full, and keep the date.',
        ],
      },
    ],
  },
  {
    title: 'Count the changes of worker for every child, each month',
    answers: ['changes of worker', 'data and audit'],
    outcome: 'We know which children have had too many workers, and act for each of them.',
    measure: 'Children with three or more workers in a year fall from 31% to 20%.',
    created: [visit(-450), 'sian'],
    owner: 'dinesh',
    start: visit(-440),
    due: visit(-330),
    milestones: [
      { step: 'Count agreed with team managers', due: visit(-390), done: visit(-388) },
      { step: 'In the monthly report', due: visit(-330), done: visit(-336) },
    ],
    told: [
      [
        visit(-389),
        'dinesh',
        'on-track',
        'high',
        'We count people and not spells, as a child would.',
      ],
      [visit(-335), 'dinesh', 'delivered', 'high', 'In the monthly report since this month.'],
    ],
    delivered: [visit(-335), 'dinesh'],
    shown: [
      {
        on: visit(-70),
        by: 'dinesh',
        kind: 'performance-data',
        title: 'Children with three or more social workers in a year',
        covers: [visit(-255), visit(-76)],
        shows: '31% in January, 34% in June. It rises with every agency worker who leaves.',
        file: byMonth(
          'Three or more social workers in a year',
          'Per cent of children',
          [31, 31, 32, 32, 33, 34],
        ),
        judged: [[visit(-66), 'sian', 'accepted']],
        lapses: true,
      },
      {
        on: visit(-19),
        by: 'gareth',
        kind: 'case-audit',
        title: 'Why twenty children changed worker',
        covers: [visit(-90), visit(-25)],
        shows:
          '11 of 20 because a worker left, 6 because the team changed, 3 for the child’s sake.',
        file: table(
          'Why twenty children changed worker',
          ['Reason', 'Children'],
          [
            ['The worker left', 11],
            ['The child passed to another team', 6],
            ['For the child’s sake', 3],
          ],
        ),
        judged: [[visit(-13), 'sian', 'accepted']],
      },
    ],
    signed: [
      [
        visit(-6),
        'helen',
        'made-no-difference',
        'We now know the number and it still rises. Counting has changed nothing for children yet.',
      ],
    ],
  },
  {
    title: 'Ask children how it was to change worker',
    answers: ['changes of worker', 'voice'],
    outcome: 'What children say about a change decides how the next one is done.',
    measure: 'Ten children a quarter are asked, and the answer changes the protocol.',
    created: [visit(-300), 'sian'],
    owner: 'hannah',
    contributors: ['callum'],
    start: visit(-295),
    due: today(80),
    milestones: [
      { step: 'First ten children asked', due: visit(-190), done: visit(-186) },
      { step: 'Next ten children asked', due: today(55) },
    ],
    told: [
      [
        visit(-184),
        'hannah',
        'on-track',
        'high',
        'Ten children, with drawings for the younger ones. The message: tell us before, and come together.',
      ],
      [
        visit(-18),
        'hannah',
        'on-track',
        'medium',
        'Nobody asked over the summer. We begin again with the schools back.',
      ],
      [
        today(-13),
        'hannah',
        'on-track',
        'medium',
        'Four of the next ten are arranged with their workers.',
      ],
    ],
    meanwhile: ['Arranging visits with the workers takes longer than the visits.'],
    shown: [
      {
        on: visit(-183),
        by: 'hannah',
        kind: 'voice',
        title: 'What ten children said about changing worker',
        covers: [visit(-215), visit(-188)],
        shows: '8 of 10 were told after it had been decided. “I had to say it all again.”',
        file: page(
          'What ten children said about changing worker',
          'Told after it had been decided: 8 of 10.',
          'Met the new worker with the old one: 2 of 10.',
          '“I had to say it all again.”',
          '“Come together. Then I know you talk.”',
        ),
        judged: [[visit(-176), 'joy', 'accepted']],
        lapses: true,
      },
    ],
  },
]
