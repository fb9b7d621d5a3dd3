import { today, visit, workingDays } from '../../days'
import { auditSheet, byMonth, page } from '../../story-files'
import type { WestmarshAction } from '../westmarsh-story'

/** Supervision happens more often; what was reflected on is still hard to find in the record. */
export const supervision: readonly WestmarshAction[] = [
  {
    title: 'Supervise every social worker every four weeks',
    answers: ['supervision'],
    outcome: 'Children’s plans do not drift, because somebody asks about each of them every month.',
    measure: '95% of social workers supervised in the last four weeks, three months in a row.',
    created: [visit(-610), 'grace'],
    owner: 'grace',
    contributors: ['joy', 'tomasz', 'owen'],
    start: visit(-600),
    due: today(44),
    milestones: [
      { step: 'One supervision template for all teams', due: visit(-540), done: visit(-548) },
      {
        step: 'Diary of supervision dates for the year in every team',
        due: visit(-330),
        done: visit(-322),
      },
      { step: '85% two months in a row', due: visit(-190), done: visit(-186) },
      { step: '95% three months in a row', due: today(40) },
    ],
    told: [
      [
        visit(-480),
        'grace',
        'on-track',
        'medium',
        'Two teams reach 80%. Assessment South began late because its manager changed.',
      ],
      [
        visit(-250),
        'grace',
        'on-track',
        'high',
        '87% last month, the best so far. The diary made the difference: nobody has to find a date any more.',
      ],
      [
        visit(-118),
        'grace',
        'at-risk',
        'medium',
        'Down to 78%. Team managers were in practice-model training for two weeks of this month.',
      ],
      [
        visit(-40),
        'grace',
        'at-risk',
        'low',
        '71% in July. Four agency managers and deputies left within six weeks, and those who stayed held the duty desk.',
      ],
      [
        visit(-12),
        'grace',
        'at-risk',
        'medium',
        '74% in August. It has stopped falling. I cannot yet say that it rises.',
      ],
      [
        today(-12),
        'grace',
        'at-risk',
        'medium',
        '81%. Two of five teams are at 95%, Assessment South is at 62% and holds us back.',
      ],
    ],
    meanwhile: [
      '77%. A little better than last month. Assessment South is still the lowest.',
      '79%. Team managers who have no deputy miss their own dates.',
    ],
    shown: [
      {
        on: visit(-9),
        by: 'dinesh',
        kind: 'performance-data',
        title: 'Supervision in the last four weeks, by month',
        covers: [visit(-190), visit(-9)],
        shows: 'From 87% in March down to 71% in July, and 74% in August.',
        file: byMonth(
          'Supervision in the last four weeks',
          'Per cent of social workers',
          [87, 82, 78, 75, 71, 74],
        ),
        judged: [[visit(-6), 'sian', 'accepted']],
        later: ['81% in the last month. Two of five teams are at 95%; one is at 62%.'],
      },
    ],
  },
  {
    title: 'Record what was reflected on, not only what was done',
    answers: ['supervision'],
    outcome:
      'A child’s record shows why the plan is what it is, so that the next worker can go on from there.',
    measure:
      '8 of 10 supervision records audited show what life is like for the child and why the plan changed.',
    created: [visit(-260), 'eleanor'],
    owner: 'eleanor',
    contributors: ['amara', 'joy'],
    start: visit(-255),
    due: today(62),
    milestones: [
      { step: 'Six good examples written with practitioners', due: visit(-200), done: visit(-205) },
      {
        step: 'Every team manager has observed another’s supervision',
        due: visit(-60),
        done: visit(-52),
      },
      { step: 'Dip sample: 8 of 10 records show reflection', due: today(48) },
    ],
    told: [
      [
        visit(-150),
        'eleanor',
        'on-track',
        'medium',
        'The six examples are used in induction. Practitioners say that the short one, nine lines, helps most.',
      ],
      [
        visit(-17),
        'eleanor',
        'on-track',
        'medium',
        'All managers have now sat in on a colleague. The next dip sample will tell whether it can be seen in the record.',
      ],
      [
        today(-7),
        'eleanor',
        'on-track',
        'medium',
        'I have asked three practitioners for notes that they are proud of, so that the dip sample is not only what managers choose.',
      ],
    ],
    meanwhile: ['Observations go on, one in each team a month. Nothing stands in the way.'],
    shown: [
      {
        on: visit(-14),
        by: 'eleanor',
        kind: 'practice-observation',
        title: 'Notes from ten observed supervisions',
        covers: [visit(-75), visit(-16)],
        shows:
          'In 6 of 10 the manager asked what life is like for the child. In 3 the last actions were checked.',
        file: page(
          'Ten observed supervisions',
          'Asked what life is like for the child: 6 of 10.',
          'Checked that the last actions were done: 3 of 10.',
          'Asked what the worker was worried about: 9 of 10.',
        ),
        judged: [[visit(-8), 'sian', 'accepted', 'Honest, and the sample is named.']],
      },
    ],
    asked: [
      {
        on: today(-7),
        by: 'eleanor',
        of: 'amara',
        what: 'Two supervision notes of yours that show reflection, with everything taken out that could tell who the child is',
        due: workingDays(4),
      },
    ],
  },
  {
    title: 'Managers write their reasons on the record within two working days',
    answers: ['supervision', 'assessments'],
    outcome: 'Nobody has to guess why a decision about a child was made.',
    measure: '90% of decisions have a manager’s reason recorded within two working days.',
    created: [visit(-240), 'grace'],
    owner: 'tomasz',
    start: visit(-235),
    due: today(21),
    milestones: [
      { step: 'A box for the reason in the decision form', due: visit(-170), done: visit(-150) },
      { step: 'Weekly list of decisions without a reason', due: visit(-70) },
      { step: '75% in both assessment teams', due: visit(-33) },
    ],
    told: [
      [
        visit(-128),
        'tomasz',
        'on-track',
        'high',
        'The box is live. Early days, but managers like it.',
      ],
      [visit(-20), 'tomasz', 'on-track', 'high', 'Going well. The list is nearly ready.'],
      [today(-9), 'tomasz', 'on-track', 'high', 'No change: on course for the end date.'],
    ],
    shown: [
      {
        on: visit(-24),
        by: 'meiling',
        kind: 'case-audit',
        title: 'Twelve decisions read for the reason behind them',
        covers: [visit(-60), visit(-30)],
        shows: '5 of 12 decisions have a reason; 3 of those say more than “agreed”.',
        file: auditSheet('Reasons on the record', 12, [
          ['A reason is recorded', 5],
          ['It was recorded within two working days', 4],
          ['It says more than that the manager agreed', 3],
        ]),
        judged: [[visit(-15), 'sian', 'accepted']],
      },
    ],
  },
  {
    title: 'Train all team managers in reflective supervision',
    answers: ['supervision'],
    outcome: 'Social workers leave supervision knowing what to do next for each child, and why.',
    measure: 'Social workers say in the yearly survey that supervision helps them think.',
    created: [visit(-430), 'eleanor'],
    owner: 'eleanor',
    start: visit(-420),
    due: visit(-246),
    milestones: [
      { step: 'Two-day course for all 14 managers', due: visit(-280), done: visit(-271) },
      { step: 'Follow-up day after three months', due: visit(-250), done: visit(-222) },
    ],
    told: [
      [visit(-340), 'eleanor', 'on-track', 'high', 'Nine of 14 managers have done both days.'],
      [
        visit(-216),
        'eleanor',
        'delivered',
        'high',
        'All 14 trained. What it changed in the room, we have not looked at yet.',
      ],
    ],
    moved: [
      {
        on: visit(-248),
        by: 'eleanor',
        to: visit(-220),
        because: 'Nobody can be spared for the follow-up day in the week of the visit.',
      },
    ],
    stated: [
      {
        on: visit(-200),
        by: 'helen',
        colour: 'delivered',
        until: visit(-140),
        because: 'All 14 managers have their certificate, and the trainer’s report is on its way.',
        ended: [visit(-165), 'helen'],
      },
    ],
    delivered: [visit(-216), 'eleanor'],
  },
  {
    title: 'Audit 30 supervision records each quarter',
    answers: ['supervision', 'data and audit'],
    outcome: 'We find weak supervision ourselves, before a child is let down by it.',
    measure:
      'Each quarter’s audit is read by all team managers, and the weakest question improves.',
    created: [visit(-520), 'sian'],
    owner: 'sian',
    start: visit(-510),
    due: visit(-300),
    milestones: [
      { step: 'Audit tool tried on ten records', due: visit(-450), done: visit(-446) },
      { step: 'First full audit read by all managers', due: visit(-380), done: visit(-371) },
      { step: 'Two quarters in a row', due: visit(-300), done: visit(-303) },
    ],
    told: [
      [
        visit(-400),
        'sian',
        'on-track',
        'high',
        'The tool works. Auditors agree with one another in 8 of 10 records.',
      ],
      [
        visit(-302),
        'sian',
        'delivered',
        'high',
        'Two full quarters done, and the third is in the diary.',
      ],
    ],
    delivered: [visit(-302), 'sian'],
    shown: [
      {
        on: visit(-22),
        by: 'sian',
        kind: 'case-audit',
        title: 'Supervision audit, 30 records',
        covers: [visit(-115), visit(-25)],
        shows:
          '21 of 30 supervised in time; 13 of 30 show reflection, 4 more than the quarter before.',
        file: auditSheet('Supervision audit', 30, [
          ['Supervised in the last four weeks', 21],
          ['Says what life is like for the child', 13],
          ['Checks that the last actions were done', 11],
        ]),
        judged: [[visit(-13), 'eleanor', 'accepted']],
        later: [
          '23 of 30 supervised in time; 16 of 30 show reflection, 3 more than the quarter before.',
        ],
      },
      {
        on: visit(-21),
        by: 'gareth',
        kind: 'practice-observation',
        title: 'What 18 social workers say about their supervision',
        covers: [visit(-60), visit(-24)],
        shows:
          '11 of 18 say it helps them think; 15 say that it now takes place when it is planned.',
        judged: [[visit(-12), 'eleanor', 'accepted']],
      },
    ],
    signed: [
      [
        visit(-5),
        'marcus',
        'partly',
        'Supervision is more regular and we now know where it is weak. What children would notice, that plans move sooner, I can see in two teams of five.',
      ],
    ],
  },
  {
    title: 'Look again at every plan that is older than nine months',
    answers: ['supervision', 'plans'],
    outcome: 'No child stays on a plan that changes nothing.',
    measure: 'Every plan older than nine months has a manager’s decision in the last month.',
    created: [visit(-140), 'grace'],
    owner: 'owen',
    start: visit(-135),
    due: today(33),
    milestones: [
      {
        step: 'List of plans by age, with a manager for each',
        due: visit(-110),
        done: visit(-108),
      },
      { step: 'First round of 46 plans looked at', due: visit(-30), done: visit(-27) },
      { step: 'Second round, with legal advice where nothing moved', due: today(26) },
    ],
    told: [
      [visit(-95), 'owen', 'on-track', 'medium', '46 plans on the list, the oldest 21 months.'],
      [
        visit(-19),
        'owen',
        'on-track',
        'high',
        'All 46 looked at: 12 ended well, 9 went to legal advice, 25 have a new date and a named decision.',
      ],
      [
        today(-10),
        'owen',
        'on-track',
        'high',
        'The list is down to 28. Legal advice on the last four is booked.',
      ],
    ],
    meanwhile: ['Six more plans ended this month, none of them in a hurry.'],
    shown: [
      {
        on: visit(-18),
        by: 'owen',
        kind: 'performance-data',
        title: 'Plans older than nine months',
        covers: [visit(-110), visit(-19)],
        shows: 'From 46 to 37 in three months; median age down from 13 months to 11.',
        file: byMonth('Plans older than nine months', 'Plans', [46, 44, 41, 37]),
        judged: [[visit(-11), 'grace', 'accepted']],
        later: ['28 plans, 9 fewer than at the visit. Median age 10 months.'],
      },
      {
        on: today(-6),
        by: 'callum',
        kind: 'case-audit',
        title: 'What the nine-month review changed in eight plans',
        covers: [today(-60), today(-8)],
        shows:
          'In 6 of 8 the plan has a new step with a date. In 2 only the date of the meeting changed.',
        restricted: true,
        file: auditSheet('Nine-month reviews', 8, [
          ['The plan has a new step with a date', 6],
          ['The reason is recorded', 7],
        ]),
      },
    ],
  },
  {
    title: 'Give team managers supervision of their own',
    answers: ['supervision'],
    outcome: 'Managers who are looked after notice sooner when a child’s plan drifts.',
    measure: '',
    created: [visit(-75), 'eleanor'],
  },
]
