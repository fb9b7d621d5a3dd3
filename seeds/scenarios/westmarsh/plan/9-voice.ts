import { today, visit } from '../../days'
import { auditSheet, page, ready } from '../../story-files'
import type { WestmarshAction } from '../westmarsh-story'

/** Direct work is warm and creative; what children say reaches their plans less often. */
export const voice: readonly WestmarshAction[] = [
  {
    title: 'Begin every record of a visit with what the child said or showed',
    answers: ['voice'],
    outcome: 'Whoever opens a child’s record hears the child first.',
    measure: '9 in 10 records of visits begin with the child.',
    created: [visit(-220), 'eleanor'],
    owner: 'callum',
    contributors: ['amara', 'meiling'],
    start: visit(-215),
    due: today(48),
    milestones: [
      { step: 'First box of the visit form asks for it', due: visit(-170), done: visit(-166) },
      { step: 'Half of all records', due: visit(-60), done: visit(-57) },
      { step: '9 in 10 records', due: today(41) },
    ],
    told: [
      [
        visit(-165),
        'callum',
        'on-track',
        'high',
        'It is the first box now. You cannot save without it, so some people write “seen”.',
      ],
      [
        visit(-24),
        'callum',
        'on-track',
        'medium',
        '6 in 10. “Seen” is dying out since we read good ones aloud in team meetings.',
      ],
      [
        today(-15),
        'callum',
        'on-track',
        'medium',
        '7 in 10. Babies are the hardest; Amara showed us how she writes what a baby shows.',
      ],
    ],
    meanwhile: ['Between 6 and 7 in 10. We go on reading good ones aloud.'],
    shown: [
      {
        on: visit(-22),
        by: 'meiling',
        kind: 'case-audit',
        title: 'How 40 records of visits begin',
        covers: [visit(-90), visit(-27)],
        shows: '24 of 40 begin with what the child said or showed; in March it was 13.',
        file: auditSheet('How forty records begin', 40, [
          ['With what the child said or showed', 24],
          ['With what the parent said', 11],
          ['With who was there', 5],
        ]),
        judged: [[visit(-16), 'eleanor', 'accepted']],
      },
      {
        on: today(-13),
        by: 'amara',
        kind: 'policy',
        title: 'Writing what a baby shows: four examples',
        covers: [today(-50), today(-14)],
        shows:
          'Four openings of records about babies, rewritten so that nobody can tell who they are.',
        file: ready(
          'Writing what a baby shows.docx',
          'Turns to the voice and goes on looking.',
          'Stiffens when the door bangs, is picked up, and settles.',
          'Reaches for his father when I come in, and looks at me from there.',
        ),
        judged: [[today(-7), 'sian', 'accepted', 'Lovely. May we use these in induction?']],
      },
    ],
  },
  {
    title: 'Teach direct work with children to 60 practitioners',
    answers: ['voice'],
    outcome: 'Children have ways to say what is hard to say.',
    measure: 'Children say that their social worker knows what matters to them.',
    created: [visit(-450), 'eleanor'],
    owner: 'eleanor',
    contributors: ['hannah'],
    start: visit(-445),
    due: visit(-170),
    milestones: [
      { step: 'Boxes of tools in every team', due: visit(-380), done: visit(-377) },
      { step: '60 practitioners taught', due: visit(-175), done: visit(-164) },
    ],
    told: [
      [
        visit(-376),
        'eleanor',
        'on-track',
        'high',
        'The boxes are used: the North has asked for a second.',
      ],
      [
        visit(-163),
        'eleanor',
        'delivered',
        'high',
        '63 practitioners taught, the last eleven in the week after Easter.',
      ],
    ],
    delivered: [visit(-163), 'eleanor'],
    shown: [
      {
        on: visit(-27),
        by: 'hannah',
        kind: 'voice',
        title: 'What 24 children say about their social worker',
        covers: [visit(-110), visit(-31)],
        shows:
          '20 of 24 say that their social worker knows what matters to them. Inspectors heard the same.',
        file: page(
          'Twenty-four children about their social worker',
          'Knows what matters to me: 20 of 24.',
          'Does what they say: 17 of 24.',
          '“She draws worse than me but she does it.”',
        ),
        judged: [[visit(-21), 'sian', 'accepted']],
      },
      {
        on: visit(-26),
        by: 'callum',
        kind: 'practice-observation',
        title: 'Twelve sessions of direct work, watched',
        covers: [visit(-85), visit(-30)],
        shows: 'Purposeful in 10 of 12: the child knew what it was for.',
        judged: [[visit(-20), 'sian', 'accepted']],
      },
    ],
    signed: [
      [
        visit(-7),
        'helen',
        'made-a-difference',
        'Children say it, and I have sat in on two sessions. They are heard in the room. Their plans must follow, and that is another action.',
      ],
    ],
  },
  {
    title: 'Young people read plans without names twice a year and tell us what they think',
    answers: ['voice', 'plans'],
    outcome: 'Plans are written so that the young person they are about would agree with them.',
    measure: 'Each reading changes one thing for everybody.',
    created: [visit(-70), 'sian'],
    owner: 'hannah',
    milestones: [{ step: 'Eight young people taught and paid', due: today(60) }],
  },
  {
    title: 'Let children say in their own words what their plan is for',
    answers: ['voice', 'plans'],
    outcome: 'A child knows why so many adults come to the house.',
    measure: '7 in 10 children over seven can say it.',
    created: [visit(-190), 'sian'],
    owner: 'gareth',
    start: visit(-185),
    due: today(27),
    milestones: [
      {
        step: 'Reviewing officers ask every child before a conference',
        due: visit(-110),
        done: visit(-109),
      },
      { step: 'The child’s sentence stands at the top of the plan', due: today(23) },
    ],
    told: [
      [
        visit(-108),
        'gareth',
        'on-track',
        'medium',
        'We ask. Half of the children over seven can say it.',
      ],
      [
        visit(-47),
        'gareth',
        'on-track',
        'medium',
        'The form needs a line at the top. I have asked for it.',
      ],
    ],
    shown: [
      {
        on: visit(-46),
        by: 'gareth',
        kind: 'voice',
        title: 'Can children say what their plan is for?',
        covers: [visit(-108), visit(-48)],
        shows: '17 of 33 children over seven can say it.',
        file: ready('What is your plan for.jpg'),
      },
    ],
  },
]
