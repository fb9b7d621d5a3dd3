import { today, visit } from '../../days'
import { auditSheet, byMonth, page } from '../../story-files'
import type { WestmarshAction } from '../westmarsh-story'

/** Nearly there: decisions come early; what is left is to keep it so. */
export const permanence: readonly WestmarshAction[] = [
  {
    title: 'Let the permanence panel meet every month and follow each child’s plan',
    answers: ['permanence'],
    outcome: 'No child in care waits to hear where they will grow up.',
    measure: 'Every child has a permanence plan by their second review.',
    created: [visit(-870), 'chipo'],
    owner: 'chipo',
    contributors: ['bethany', 'gareth'],
    start: visit(-865),
    due: visit(-640),
    milestones: [
      { step: 'Panel meets every month', due: visit(-780), done: visit(-785) },
      { step: 'Every child on one list, with the next step', due: visit(-650), done: visit(-648) },
    ],
    told: [
      [
        visit(-784),
        'chipo',
        'on-track',
        'high',
        'The panel meets again, after four months of silence in 2019.',
      ],
      [visit(-645), 'chipo', 'delivered', 'high', 'Twelve months in a row, and one list.'],
    ],
    delivered: [visit(-645), 'chipo'],
    shown: [
      {
        on: visit(-24),
        by: 'gareth',
        kind: 'case-audit',
        title: 'Permanence plans of 35 children',
        covers: [visit(-130), visit(-28)],
        shows: '33 of 35 have a plan by their second review.',
        file: auditSheet('Permanence plans', 35, [
          ['A plan by the second review', 33],
          ['The child’s wishes are part of it', 29],
        ]),
        earlier: [[visit(-370), '30 of 35 have a plan by their second review.']],
        judged: [[visit(-17), 'sian', 'accepted']],
      },
      {
        on: visit(-23),
        by: 'hannah',
        kind: 'voice',
        title: 'What children in care say about knowing where they will live',
        covers: [visit(-120), visit(-27)],
        shows: '18 of 21 know, and 15 say that somebody asked them.',
        file: page(
          'Twenty-one children in care',
          'Know where they will live: 18 of 21.',
          'Say that somebody asked them: 15 of 21.',
          '“I know it is till I am grown up. I checked.”',
        ),
        judged: [[visit(-16), 'sian', 'accepted']],
      },
    ],
    signed: [
      [
        visit(-350),
        'helen',
        'made-a-difference',
        'Children learn where they will grow up five months sooner than two years ago, and tell us that they know.',
      ],
    ],
  },
  {
    title: 'Decide on permanence by the second review',
    answers: ['permanence'],
    outcome: 'Decisions are made in the child’s time.',
    measure: '95% by the second review, six months in a row.',
    created: [visit(-340), 'chipo'],
    owner: 'bethany',
    start: visit(-335),
    due: today(64),
    milestones: [
      { step: 'Reminder four weeks before the second review', due: visit(-280), done: visit(-281) },
      { step: '90% three months in a row', due: visit(-90), done: visit(-86) },
      { step: '95% six months in a row', due: today(57) },
    ],
    told: [
      [
        visit(-180),
        'bethany',
        'on-track',
        'medium',
        '86%. The late ones wait for an assessment of a relative.',
      ],
      [
        visit(-13),
        'bethany',
        'on-track',
        'high',
        '94% in August. The children in care team kept its people through the summer.',
      ],
      [today(-10), 'bethany', 'on-track', 'high', '96%, fourth month above 90.'],
    ],
    meanwhile: ['Above 90% again this month.'],
    shown: [
      {
        on: visit(-12),
        by: 'dinesh',
        kind: 'performance-data',
        title: 'Permanence decided by the second review',
        covers: [visit(-190), visit(-12)],
        shows: 'From 86% in March to 94% in August.',
        file: byMonth(
          'Permanence decided by the second review',
          'Per cent',
          [86, 90, 91, 92, 93, 94],
        ),
        judged: [[visit(-7), 'chipo', 'accepted']],
        later: ['96% in the last month.'],
      },
    ],
  },
  {
    title: 'Independent reviewing officers escalate delay within ten days',
    answers: ['permanence'],
    outcome: 'Somebody outside the team says so when a child waits.',
    measure:
      'Every delay of more than four weeks is raised within ten days and answered within five.',
    created: [visit(-520), 'sian'],
    owner: 'sian',
    contributors: ['gareth'],
    start: visit(-515),
    due: visit(-360),
    milestones: [
      {
        step: 'One way to raise a delay, with an answer in writing',
        due: visit(-450),
        done: visit(-447),
      },
      {
        step: 'Heads of service see every open one each week',
        due: visit(-365),
        done: visit(-366),
      },
    ],
    told: [
      [
        visit(-362),
        'sian',
        'delivered',
        'high',
        '41 raised since the beginning, 36 answered in five days.',
      ],
    ],
    delivered: [visit(-362), 'sian'],
    shown: [
      {
        on: visit(-22),
        by: 'gareth',
        kind: 'case-audit',
        title: 'Twelve delays that were raised',
        covers: [visit(-120), visit(-26)],
        shows: '11 of 12 were raised in time; in 9 the child’s plan moved within a month.',
        file: auditSheet('Twelve delays', 12, [
          ['Raised within ten days', 11],
          ['The plan moved within a month', 9],
        ]),
        earlier: [
          [visit(-70), '10 of 12 were raised in time; in 8 the child’s plan moved within a month.'],
        ],
        judged: [[visit(-15), 'chipo', 'accepted']],
      },
      {
        on: visit(-21),
        by: 'bethany',
        kind: 'practice-observation',
        title: 'What social workers say about being challenged',
        covers: [visit(-80), visit(-25)],
        shows: '10 of 13 found that it helped the child; 3 would like a call before the letter.',
        judged: [[visit(-14), 'chipo', 'accepted']],
      },
    ],
    signed: [
      [
        visit(-45),
        'marcus',
        'partly',
        'Delay is named and most plans move. For three of twelve children it was named and nothing moved.',
      ],
    ],
  },
  {
    title: 'Look for early permanence homes for babies before they are born',
    answers: ['permanence'],
    outcome: 'Babies move once or not at all.',
    measure: 'Early permanence is considered for every unborn baby with a plan.',
    created: [visit(-240), 'chipo'],
    owner: 'bethany',
    contributors: ['chipo'],
    start: visit(-235),
    due: today(110),
    milestones: [
      {
        step: 'Pre-birth list shared with the adoption agency every week',
        due: visit(-160),
        done: visit(-158),
      },
      { step: 'Six early permanence carers approved', due: today(-15), done: today(-16) },
      { step: 'Considered for every unborn baby, three months in a row', due: today(100) },
    ],
    told: [
      [visit(-157), 'bethany', 'on-track', 'medium', 'The list goes out on Thursdays.'],
      [visit(-16), 'bethany', 'on-track', 'medium', 'Four carers approved, two more at panel.'],
      [
        today(-16),
        'bethany',
        'on-track',
        'high',
        'Six carers approved. Two babies live with people who may become their parents.',
      ],
    ],
    meanwhile: ['Carers’ assessments go on as planned.'],
    shown: [
      {
        on: visit(-15),
        by: 'chipo',
        kind: 'case-audit',
        title: 'Early permanence in the plans of 14 unborn babies',
        covers: [visit(-110), visit(-19)],
        shows: 'Considered for 12 of 14.',
        judged: [[visit(-8), 'sian', 'accepted']],
      },
    ],
  },
]
