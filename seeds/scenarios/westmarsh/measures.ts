/**
 * What Westmarsh counts. The spring, when teams were in training for the practice model, and the summer,
 * when agency staff left, show as signals; fewer children wait than in 2019, and still some do.
 */
import type { WestmarshPerson } from '../../people'
import { visit } from '../days'
import type { MeasureStory } from '../story'
import type { WestmarshRecommendation } from './westmarsh-story'

const england = 'Department for Education, children in need, published tables'
const neighbours = 'The ten statistical neighbours, worked out from the same tables'
const workforceTables = 'Department for Education, children and family social work workforce'

const defined = [visit(-934), 'dinesh'] as const
const newSystem = {
  on: visit(-330),
  by: 'helen',
  month: -24,
  because:
    'From this month the figure comes out of the new case system and is no longer counted by hand in five teams. It is lower than it was, and it is right.',
} as const

export const westmarshMeasures: readonly MeasureStory<WestmarshPerson, WestmarshRecommendation>[] =
  [
    {
      title: 'Children without a social worker',
      definition:
        'Children with an open case in help and protection who have no named social worker on the last Friday of the month. A child held by the duty desk counts as waiting.',
      unit: 'count',
      better: 'down',
      source: 'The Friday list',
      defined,
      follows: ['allocation'],
      movedBy: [
        'Give every child a named social worker within one working day',
        'Let duty social workers hold waiting children for up to ten days',
      ],
      targets: [
        [visit(-930), 30],
        [visit(-340), 0],
      ],
      course: {
        stands: [
          [-82, 78],
          [-60, 66],
          [-34, 58],
          [-20, 44],
          [-14, 26],
          [-12, 22],
          [-10, 19],
          [-8, 14],
          [-6, 9],
          [-5, 12],
          [-4, 14],
          [-3, 18],
          [-2, 27],
          [-1, 31],
          [0, 29],
          [1, 22],
        ],
        chance: 3,
      },
      notes: [
        [-14, 'Duty social workers hold waiting children for up to ten days, first in the North.'],
        [-2, 'Seven agency social workers left between June and the end of July.'],
        [1, 'Nine of the children have a date for a social worker of their own.'],
      ],
      rebaselined: [
        {
          on: visit(-300),
          by: 'helen',
          month: -14,
          because:
            'The duty desk holds children since this month, and the number has halved. The board agreed that the old limits no longer say anything.',
        },
      ],
    },
    {
      title: 'Assessments within 45 working days',
      definition:
        'Of the assessments that were finished in the month, those finished within 45 working days of the referral.',
      unit: 'percent',
      better: 'up',
      source: 'Case system, monthly report 4',
      defined,
      follows: ['assessments'],
      movedBy: [
        'Write a short guide to a good assessment',
        'Clear the assessments that are open beyond 45 working days',
      ],
      targets: [
        [visit(-930), 80],
        [visit(-525), 85],
      ],
      comparators: [
        ['england', '2024-25', 85.7, england],
        ['statistical-neighbours', '2024-25', 83.9, neighbours],
      ],
      course: {
        stands: [
          [-82, 61],
          [-60, 70],
          [-36, 76],
          [-25, 83],
          [-24, 80],
          [-7, 81],
          [-6, 80],
          [-5, 76],
          [-4, 74],
          [-3, 76],
          [-2, 75],
          [-1, 76],
          [0, 77],
          [1, 79],
        ],
        chance: 1.6,
        of: [
          [-82, 190],
          [1, 235],
        ],
      },
      notes: [
        [-5, 'Practice model rolled out: a third of each team in training.'],
        [-2, 'Agency contract ended; half-written assessments were handed on.'],
      ],
      rebaselined: [newSystem],
    },
    {
      title: 'Children with three or more social workers in a year',
      definition:
        'Of the children with an open case on the last day of the month, those who had three or more named social workers in the twelve months before.',
      unit: 'percent',
      better: 'down',
      source: 'Case system, count of changes of worker',
      defined,
      follows: ['changes of worker'],
      movedBy: [
        'Write a hand-over protocol for all teams',
        'Count the changes of worker for every child, each month',
        'Agree four weeks’ notice with every agency',
      ],
      targets: [[visit(-930), 20]],
      course: {
        stands: [
          [-82, 28],
          [-40, 30],
          [-20, 29.5],
          [-8, 31],
          [-6, 31.8],
          [-5, 32.4],
          [-4, 33.2],
          [-3, 34.1],
          [-2, 35.2],
          [-1, 36],
          [0, 36.8],
          [1, 37.4],
        ],
        chance: 1.1,
        of: [
          [-82, 1420],
          [1, 1510],
        ],
      },
      notes: [
        [-5, 'Children were passed on while their social workers were in training.'],
        [-2, 'Agency contract ended: seven social workers gone in eight weeks.'],
      ],
    },
    {
      title: 'Supervision in the last four weeks',
      definition:
        'Of the social workers in post on the last day of the month, those with a recorded supervision in the four weeks before.',
      unit: 'percent',
      better: 'up',
      source: 'Supervision diary',
      defined,
      follows: ['supervision'],
      movedBy: [
        'Supervise every social worker every four weeks',
        'Train all team managers in reflective supervision',
      ],
      targets: [
        [visit(-930), 85],
        [visit(-340), 95],
      ],
      course: {
        stands: [
          [-82, 48],
          [-60, 58],
          [-34, 69],
          [-20, 80],
          [-12, 84],
          [-6, 87],
          [-5, 82],
          [-4, 78],
          [-3, 75],
          [-2, 71],
          [-1, 74],
          [0, 77],
          [1, 81],
        ],
        chance: 2,
        of: [
          [-82, 118],
          [1, 142],
        ],
      },
      notes: [
        [-4, 'Team managers in practice-model training for two weeks of the month.'],
        [-2, 'Four agency managers and deputies left within six weeks.'],
      ],
      rebaselined: [newSystem],
    },
    {
      title: 'Agency social workers',
      definition:
        'Of the posts of social workers, those that are held by agency staff on the last day of the month.',
      unit: 'percent',
      better: 'down',
      source: 'Workforce return',
      defined,
      follows: ['workforce'],
      movedBy: [
        'Recruit 36 permanent social workers',
        'Offer agency social workers permanent posts',
      ],
      targets: [[visit(-930), 15]],
      comparators: [['region', '2024-25', 19.4, workforceTables]],
      course: {
        stands: [
          [-82, 34],
          [-50, 29],
          [-14, 27],
          [-6, 26],
          [-4, 27],
          [-3, 29],
          [-2, 33],
          [-1, 33],
          [0, 31],
          [1, 29],
        ],
        chance: 1.4,
        of: [
          [-82, 176],
          [1, 190],
        ],
      },
      notes: [
        [-2, 'One agency ended its contract; two others filled the gaps at short notice.'],
        [0, 'First of the new permanent social workers start.'],
      ],
    },
    {
      title: 'Child protection visits in time',
      definition:
        'Of the visits that were due in the month to children with a child protection plan, those made within ten working days of the one before.',
      unit: 'percent',
      better: 'up',
      source: 'Case system, monthly report 7',
      defined,
      follows: [],
      movedBy: ['Train every team in the practice model'],
      targets: [[visit(-930), 95]],
      course: {
        stands: [
          [-82, 78],
          [-50, 86],
          [-26, 93],
          [-6, 92],
          [-5, 87],
          [-4, 86],
          [-3, 89],
          [-2, 84],
          [-1, 82],
          [0, 86],
          [1, 88],
        ],
        chance: 1.5,
        of: [
          [-82, 410],
          [1, 520],
        ],
      },
      notes: [
        [-5, 'Practice model rolled out: a third of each team in training.'],
        [-2, 'Staffing: five posts in family safeguarding empty.'],
      ],
      rebaselined: [newSystem],
      corrected: [
        {
          month: -4,
          on: visit(-78),
          by: 'dinesh',
          value: 79,
          because: 'Two teams recorded their May visits late. Counted again, and checked by Siân.',
        },
      ],
    },
    {
      title: 'Audits graded good or better',
      definition: 'Of the case audits finished in the month, those graded good or outstanding.',
      unit: 'percent',
      better: 'up',
      source: 'Audit log',
      defined,
      follows: ['data and audit'],
      movedBy: ['Audit with the social worker in the room'],
      targets: [[visit(-930), 70]],
      course: {
        stands: [
          [-82, 30],
          [-50, 38],
          [-24, 48],
          [-5, 52],
          [1, 55],
        ],
        chance: 9,
        of: [
          [-82, 20],
          [1, 32],
        ],
      },
      notes: [[-11, 'One audit in four is graded again by somebody from outside.']],
      rebaselined: [newSystem],
    },
    {
      title: 'Referrals within twelve months of another',
      definition:
        'Of the referrals received in the month, those about a child who had been referred in the twelve months before.',
      unit: 'percent',
      better: 'down',
      source: 'Case system, monthly report 2',
      defined,
      follows: ['assessments'],
      movedBy: [],
      targets: [[visit(-930), 22]],
      comparators: [['statistical-neighbours', '2024-25', 21.8, neighbours]],
      course: {
        stands: [
          [-82, 24],
          [1, 22.5],
        ],
        chance: 2.2,
        of: [
          [-82, 330],
          [1, 360],
        ],
      },
    },
  ]
