/**
 * Four years before it was found inadequate Westmarsh was told three of the same things. Grace brings the
 * old report in some weeks after the new one, with what the closing file says was done: all of it was
 * delivered, little of it was checked, and it was told again.
 */
import type { WestmarshPerson } from '../../people'
import { visit } from '../days'
import type { EarlierStory } from '../story'
import type { WestmarshRecommendation } from './westmarsh-story'

export const whatWasToldIn2015: EarlierStory<WestmarshPerson, WestmarshRecommendation> = {
  report: {
    file: 'westmarsh-sif-2015.pdf',
    addedBy: 'grace',
    on: visit(-903),
    receivedOn: '2015-11-27',
    published: '2015-12-11',
    statementSent: '2016-03-04',
  },
  recommendations: [
    {
      area: 'help-and-protection',
      toldAgain: 'supervision',
      done: {
        title: 'Write a supervision policy and brief every manager on it (2016)',
        outcome: 'Children do not wait because nobody decided.',
        measure: 'Every manager has been briefed.',
        owner: 'grace',
        start: '2016-01-11',
        due: '2016-06-30',
        delivered: '2016-06-24',
        shown: {
          kind: 'policy',
          title: 'Supervision policy of 2016',
          from: '2016-01-11',
          to: '2016-06-30',
          shows: 'The policy, and the signatures of 41 managers who were briefed on it.',
        },
        signed: [
          'made-no-difference',
          'The policy was written and read out. The inspection of 2019 found supervision as irregular as before.',
        ],
      },
    },
    {
      area: 'help-and-protection',
      toldAgain: 'assessments',
      done: {
        title: 'Train assessment teams in writing a family’s history (2016)',
        outcome: 'Assessments say what children have lived through.',
        measure: '90% of social workers in the assessment teams trained.',
        owner: 'grace',
        start: '2016-02-01',
        due: '2016-12-16',
        delivered: '2016-12-09',
      },
    },
    {
      area: 'help-and-protection',
      toldAgain: 'changes of worker',
      done: {
        title: 'Recruit 20 permanent social workers (2016)',
        outcome: 'Children keep the social worker whom they know.',
        measure: '20 social workers in post.',
        owner: 'grace',
        start: '2016-01-11',
        due: '2017-03-31',
        delivered: '2017-03-20',
        shown: {
          kind: 'performance-data',
          title: 'Posts filled, April 2016 to March 2017',
          from: '2016-04-01',
          to: '2017-03-31',
          shows: '22 people came and 19 left in the same year.',
        },
      },
    },
  ],
  judged: [visit(-896), 'joy'],
  signed: [visit(-889), 'helen'],
}
