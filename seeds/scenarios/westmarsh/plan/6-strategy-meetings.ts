import { today, visit } from '../../days'
import { auditSheet, byMonth, page } from '../../story-files'
import type { WestmarshAction } from '../westmarsh-story'

/** The one that is done: meetings are in time, the right people come, and children are safer for it. */
export const strategyMeetings: readonly WestmarshAction[] = [
  {
    title: 'Hold strategy meetings within one working day where a child may be at risk of harm',
    answers: ['strategy meetings'],
    outcome: 'Children at risk are protected the same day or the next.',
    measure: '95% of strategy meetings within one working day.',
    created: [visit(-880), 'grace'],
    owner: 'farah',
    contributors: ['joy', 'tomasz'],
    start: visit(-875),
    due: visit(-620),
    milestones: [
      { step: 'A rota of chairs for every day', due: visit(-800), done: visit(-795) },
      { step: '80% within one working day', due: visit(-720), done: visit(-712) },
      { step: '95% within one working day', due: visit(-630), done: visit(-634) },
    ],
    told: [
      [visit(-790), 'farah', 'on-track', 'medium', 'A chair for every day, holidays included.'],
      [visit(-632), 'farah', 'delivered', 'high', '96% this month, 95% the month before.'],
    ],
    delivered: [visit(-632), 'farah'],
    shown: [
      {
        on: visit(-18),
        by: 'dinesh',
        kind: 'performance-data',
        title: 'Strategy meetings within one working day',
        covers: [visit(-190), visit(-18)],
        shows: 'Between 95% and 98% for six months, also in the summer.',
        file: byMonth(
          'Strategy meetings within one working day',
          'Per cent',
          [96, 95, 97, 96, 95, 98],
        ),
        judged: [[visit(-13), 'grace', 'accepted']],
        later: ['97% in the last two months.', '96% in the last two months.'],
      },
      {
        on: visit(-26),
        by: 'sian',
        kind: 'case-audit',
        title: 'Twenty children after a strategy meeting',
        covers: [visit(-120), visit(-30)],
        shows: '19 of 20 were seen and safe within a day of the meeting.',
        file: auditSheet('Twenty children after a strategy meeting', 20, [
          ['The child was seen within a day', 19],
          ['The decision and its reason are on the record', 18],
        ]),
        earlier: [
          [
            visit(-420),
            '17 of 20 were seen and safe within a day of the meeting; in 2019 it was 9 of 20.',
          ],
        ],
        judged: [[visit(-20), 'grace', 'accepted']],
      },
    ],
    signed: [
      [
        visit(-400),
        'helen',
        'made-a-difference',
        'Children are seen within a day. In 2019 one in four waited more than three. I have read ten of these myself.',
      ],
    ],
  },
  {
    title: 'Ask health, education and the police by name to every strategy meeting',
    answers: ['strategy meetings'],
    outcome: 'What a school or a health visitor knows about a child counts on the day.',
    measure: 'All three agencies take part in nine of ten meetings.',
    created: [visit(-860), 'grace'],
    owner: 'farah',
    start: visit(-855),
    due: visit(-600),
    milestones: [
      {
        step: 'One address in each agency that answers within the hour',
        due: visit(-750),
        done: visit(-744),
      },
      { step: 'All three in nine of ten meetings', due: visit(-610), done: visit(-596) },
    ],
    told: [
      [
        visit(-740),
        'farah',
        'on-track',
        'medium',
        'Health answers within minutes. Schools are hard in the holidays.',
      ],
      [
        visit(-595),
        'farah',
        'delivered',
        'high',
        'All three in 92% of meetings, two months running.',
      ],
    ],
    delivered: [visit(-595), 'farah'],
    shown: [
      {
        on: visit(-25),
        by: 'sian',
        kind: 'case-audit',
        title: 'Who took part in 40 strategy meetings',
        covers: [visit(-110), visit(-29)],
        shows: 'All three agencies in 37 of 40. In 21 their information changed the decision.',
        file: auditSheet('Forty strategy meetings', 40, [
          ['Health, education and the police took part', 37],
          ['What they knew changed the decision', 21],
        ]),
        earlier: [
          [
            visit(-415),
            'All three agencies in 35 of 40. In 18 their information changed the decision.',
          ],
        ],
        judged: [[visit(-19), 'grace', 'accepted']],
      },
      {
        on: visit(-24),
        by: 'callum',
        kind: 'practice-observation',
        title: 'What partners say about strategy meetings',
        covers: [visit(-70), visit(-28)],
        shows: '14 of 16 partners say that they are heard. Two would like the time a day ahead.',
        judged: [[visit(-18), 'grace', 'accepted']],
      },
    ],
    signed: [
      [
        visit(-390),
        'marcus',
        'made-a-difference',
        'In half of the meetings what a partner knew changed what we did for the child. That used to come weeks later or never.',
      ],
    ],
  },
  {
    title: 'Send what was decided within 24 hours to everybody who must act',
    answers: ['strategy meetings'],
    outcome: 'Nobody who must protect a child waits for the minutes.',
    measure: '90% of decisions sent within 24 hours.',
    created: [visit(-640), 'grace'],
    owner: 'tomasz',
    start: visit(-635),
    due: visit(-470),
    milestones: [
      {
        step: 'Decisions written in the meeting, on one page',
        due: visit(-560),
        done: visit(-556),
      },
      { step: '90% sent within 24 hours', due: visit(-480), done: visit(-475) },
    ],
    told: [
      [
        visit(-473),
        'tomasz',
        'delivered',
        'high',
        '91% within 24 hours. The page is written while we talk.',
      ],
    ],
    delivered: [visit(-473), 'tomasz'],
    shown: [
      {
        on: visit(-28),
        by: 'meiling',
        kind: 'case-audit',
        title: 'When decisions reached those who must act',
        covers: [visit(-100), visit(-33)],
        shows: '28 of 30 within 24 hours.',
        file: auditSheet('Decisions within 24 hours', 30, [
          ['Sent within 24 hours', 28],
          ['Each step has a name and a time', 26],
        ]),
        earlier: [[visit(-280), '27 of 30 within 24 hours.']],
        judged: [[visit(-22), 'grace', 'accepted']],
      },
      {
        on: visit(-27),
        by: 'gareth',
        kind: 'practice-observation',
        title: 'Three schools about decisions that reach them',
        covers: [visit(-75), visit(-32)],
        shows: 'All three act on the page and no longer ring to ask what was decided.',
        file: page(
          'Three schools',
          '“We know by lunch what we have to do.”',
          '“Before, we rang. Now we act.”',
        ),
        judged: [[visit(-21), 'grace', 'accepted']],
      },
    ],
    signed: [
      [
        visit(-260),
        'helen',
        'made-a-difference',
        'In 28 of 30 the people around the child knew what to do the next morning. Families told us that it no longer takes three calls.',
      ],
    ],
  },
  {
    title: 'Train everybody who chairs a strategy meeting',
    answers: ['strategy meetings'],
    outcome: 'Meetings end with a decision that protects the child, and a reason for it.',
    measure: 'Observers find a clear decision and reason in nine of ten meetings.',
    created: [visit(-500), 'grace'],
    owner: 'joy',
    start: visit(-495),
    due: visit(-330),
    milestones: [
      { step: 'Half a day for all eleven chairs', due: visit(-400), done: visit(-402) },
      { step: 'Each chair observed once', due: visit(-335), done: visit(-331) },
    ],
    told: [[visit(-329), 'joy', 'delivered', 'high', 'All eleven trained and seen once.']],
    delivered: [visit(-329), 'joy'],
    shown: [
      {
        on: visit(-23),
        by: 'sian',
        kind: 'practice-observation',
        title: 'Eleven chairs, observed',
        covers: [visit(-110), visit(-27)],
        shows: '10 of 11 ended with a clear decision and a reason.',
        judged: [[visit(-17), 'grace', 'accepted']],
      },
      {
        on: visit(-22),
        by: 'sian',
        kind: 'case-audit',
        title: 'The reason on the record after 25 meetings',
        covers: [visit(-90), visit(-27)],
        shows: '24 of 25 give the reason; two years ago it was 15 of 25.',
        file: auditSheet('The reason on the record', 25, [
          ['The decision is recorded', 25],
          ['The reason is recorded', 24],
        ]),
        judged: [[visit(-16), 'grace', 'accepted']],
      },
    ],
    signed: [
      [
        today(-6),
        'helen',
        'made-a-difference',
        'Children come out of these meetings with a decision that protects them, and with the reason. The inspectors said so in September, and our own audit says so again.',
      ],
    ],
  },
]
