import { today, visit } from '../../days'
import { auditSheet, page } from '../../story-files'
import type { WestmarshAction } from '../westmarsh-story'

/** Plans get better where the practice model has taken hold; its roll-out cost the spring. */
export const plans: readonly WestmarshAction[] = [
  {
    title: 'Train every team in the practice model',
    answers: ['plans', 'supervision'],
    outcome: 'Families meet the same way of working whoever visits them.',
    measure: 'All 140 practitioners trained; families describe plans as theirs.',
    created: [visit(-420), 'eleanor'],
    owner: 'eleanor',
    contributors: ['joy', 'tomasz', 'owen', 'bethany'],
    start: visit(-410),
    due: visit(-95),
    milestones: [
      { step: 'Twelve practice leads trained', due: visit(-300), done: visit(-298) },
      { step: 'First 60 practitioners trained', due: visit(-170), done: visit(-165) },
      { step: 'All 140 trained', due: visit(-100), done: visit(-103) },
    ],
    told: [
      [visit(-297), 'eleanor', 'on-track', 'high', 'Twelve leads, one at least in every team.'],
      [
        visit(-164),
        'eleanor',
        'on-track',
        'medium',
        '60 trained by the end of March. People like it. Visits and supervision are down this month, because a third of each team is in a training room.',
      ],
      [
        visit(-135),
        'eleanor',
        'at-risk',
        'medium',
        'The spring dip is real: assessments in time fell from 81% to 74%. We have gone from two weeks of training at a time to one.',
      ],
      [
        visit(-102),
        'eleanor',
        'delivered',
        'high',
        'All 140 trained. People are excited by it. Whether families notice is the next question.',
      ],
    ],
    delivered: [visit(-102), 'eleanor'],
    shown: [
      {
        on: visit(-30),
        by: 'callum',
        kind: 'practice-observation',
        title: 'Practice leads watch 16 visits',
        covers: [visit(-80), visit(-33)],
        shows:
          'In 11 of 16 visits the model could be seen: scaling questions, the child’s own words, a plan on one page.',
        file: page(
          'Sixteen visits, watched',
          'The model could be seen: 11 of 16.',
          'The family could say what the plan was for: 8 of 16.',
          'Where it could not be seen, the worker was covering for somebody else: 4 of 5.',
        ),
        judged: [[visit(-24), 'sian', 'accepted']],
      },
    ],
  },
  {
    title: 'Rewrite the plan with families: what must change, by when, and what if it does not',
    answers: ['plans'],
    outcome:
      'Parents can say what must be different for their child, and what happens if it is not.',
    measure:
      '8 in 10 plans read have a date for each step and say what will happen if nothing changes.',
    created: [visit(-380), 'grace'],
    owner: 'owen',
    start: visit(-375),
    due: visit(-160),
    milestones: [
      { step: 'New form tried with six families', due: visit(-280), done: visit(-276) },
      { step: 'Old form switched off', due: visit(-160), done: visit(-157) },
    ],
    told: [
      [
        visit(-275),
        'owen',
        'on-track',
        'high',
        'Six families tried it. They took out the word “disguised” and two pages.',
      ],
      [
        visit(-156),
        'owen',
        'delivered',
        'high',
        'The old form is off. Every new plan is in the new one.',
      ],
    ],
    delivered: [visit(-156), 'owen'],
    shown: [
      {
        on: visit(-21),
        by: 'gareth',
        kind: 'case-audit',
        title: 'Thirty plans in the new form',
        covers: [visit(-110), visit(-26)],
        shows: '22 of 30 have a date for each step; 14 of 30 say what happens if nothing changes.',
        file: auditSheet('Thirty plans', 30, [
          ['Every step has a date', 22],
          ['Says what happens if nothing changes', 14],
          ['The child’s own words are there', 19],
        ]),
        judged: [[visit(-15), 'sian', 'accepted']],
      },
      {
        on: visit(-20),
        by: 'hannah',
        kind: 'voice',
        title: 'Can parents say what their plan is for?',
        covers: [visit(-100), visit(-25)],
        shows: '13 of 20 parents could say it in a sentence, 5 more than last year.',
        file: page(
          'Twenty parents about their plan',
          'Could say in a sentence what must change: 13 of 20.',
          'Had been asked what would help: 15 of 20.',
          '“Last time it was a list of courses. This time it says what my girl needs on a school morning.”',
        ),
        judged: [[visit(-14), 'sian', 'accepted']],
      },
    ],
    signed: [
      [
        visit(-5),
        'helen',
        'partly',
        'Plans are clearer and parents say so. Half of them still do not say what happens if nothing changes, so some children wait for nothing.',
      ],
    ],
  },
  {
    title: 'Hold a plan clinic in every team each week',
    answers: ['plans'],
    outcome: 'Plans that are stuck move again within two weeks.',
    measure: 'Two in three plans brought to a clinic have a new step within a fortnight.',
    created: [visit(-130), 'owen'],
    owner: 'owen',
    contributors: ['callum', 'gareth'],
    start: visit(-125),
    due: today(75),
    milestones: [
      { step: 'Clinics in two teams', due: visit(-85), done: visit(-83) },
      { step: 'Clinics in four teams', due: visit(-15), done: visit(-17) },
      { step: 'Clinics in all five teams', due: today(34) },
    ],
    told: [
      [
        visit(-82),
        'owen',
        'on-track',
        'medium',
        'Two teams. The chair from another team asks better questions than I do.',
      ],
      [
        visit(-15),
        'owen',
        'on-track',
        'high',
        'Four teams, 31 plans since June. 20 of them moved.',
      ],
      [
        today(-14),
        'owen',
        'on-track',
        'high',
        'The fifth team starts when it has a manager again.',
      ],
    ],
    meanwhile: ['Clinics run in four teams of five. About eight plans a week.'],
    shown: [
      {
        on: visit(-13),
        by: 'callum',
        kind: 'practice-observation',
        title: 'What social workers take away from a plan clinic',
        covers: [visit(-80), visit(-17)],
        shows: '17 of 22 left with a step that they would not have thought of.',
        judged: [[visit(-7), 'joy', 'accepted']],
      },
    ],
  },
  {
    title: 'Read 40 plans each quarter and grade the difference that they make',
    answers: ['plans', 'data and audit'],
    outcome: 'We know whether plans change children’s lives before an inspector tells us.',
    measure: 'Grades are set with somebody from outside, and the share of good plans rises.',
    created: [visit(-250), 'sian'],
    owner: 'sian',
    start: visit(-245),
    due: visit(-125),
    milestones: [
      { step: 'Grades described with three examples each', due: visit(-190), done: visit(-188) },
      { step: 'First 40 plans read', due: visit(-130), done: visit(-131) },
    ],
    told: [
      [
        visit(-129),
        'sian',
        'delivered',
        'high',
        'The first 40 are read and graded, eight of them twice.',
      ],
    ],
    delivered: [visit(-129), 'sian'],
    shown: [
      {
        on: visit(-10),
        by: 'sian',
        kind: 'case-audit',
        title: 'Forty plans, graded for difference made',
        covers: [visit(-95), visit(-12)],
        shows:
          '16 of 40 make a difference that can be seen, 15 may, 9 do not. A year ago it was 9 of 40.',
        file: auditSheet('Forty plans', 40, [
          ['A difference for the child can be seen', 16],
          ['A difference is likely', 15],
          ['No difference', 9],
        ]),
        judged: [
          [
            today(-5),
            'grace',
            'accepted',
            'The grading by two people is what makes me believe it.',
          ],
        ],
      },
    ],
  },
  {
    title: 'Let core groups change the plan, not only meet about it',
    answers: ['plans'],
    outcome: 'The people around a child change what does not work within six weeks.',
    measure: 'Nine in ten core groups take place in time, and half of them change the plan.',
    created: [visit(-205), 'grace'],
    owner: 'lucy',
    start: visit(-200),
    due: today(29),
    milestones: [
      { step: 'One page for core groups instead of minutes', due: visit(-140), done: visit(-137) },
      { step: 'Count of core groups that changed the plan', due: today(22) },
    ],
    told: [
      [visit(-136), 'lucy', 'on-track', 'medium', 'The page is in use. Schools like it.'],
      [
        visit(-44),
        'lucy',
        'on-track',
        'low',
        'Fewer core groups in the holidays. Counting starts in the autumn.',
      ],
    ],
    shown: [
      {
        on: visit(-43),
        by: 'callum',
        kind: 'case-audit',
        title: 'Core groups and what they changed',
        covers: [visit(-100), visit(-50)],
        shows: '9 of 25 core groups changed the plan.',
        judged: [
          [
            visit(-36),
            'sian',
            'returned',
            'Which 25, and who chose them? Please add how the sample was drawn.',
          ],
        ],
      },
    ],
  },
  {
    title: 'Give parents the plan on one page',
    answers: ['plans', 'voice'],
    outcome: 'Parents keep the plan on the fridge and not in a drawer.',
    measure: '15 of 20 parents can say what the plan asks of them.',
    created: [visit(-48), 'grace'],
    start: today(20),
    due: today(85),
    milestones: [{ step: 'One-page form tried with five families', due: today(50) }],
  },
]
