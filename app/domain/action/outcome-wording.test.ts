import { describe, expect, test } from 'vitest'
import { outcomeQuestion } from './outcome-wording'

describe('an outcome is asked about where it says what is done', () => {
  test.each([
    'Review the neglect strategy',
    'Consider options for a new duty rota',
    'Develop a strategy for early help.',
    'Develop and implement a supervision policy',
    'To review our approach to permanence planning',
    'We will develop a new practice framework',
    'Explore how other councils allocate cases',
    'Reviewing the supervision policy and its use',
    'A review of supervision',
    'Development of a workforce strategy',
    'Implementation of the new practice model',
    'Introduce weekly allocation meetings',
    'Deliver training to all social workers',
    'Training for all team managers',
    'Set up a task and finish group',
    'Produce guidance on recording',
    'Refresh the quality assurance framework',
    'Ensure that the policy is followed',
    'Ensure all managers complete supervision training',
    'Undertake a monthly audit of case files',
    'Carry out an audit of assessments',
    'Audit programme in place',
    'Neglect strategy in place.',
    'A new protocol for hand-overs',
    'Revised pathway plan template',
    'Recruit to the vacant posts',
    'Work with partners to improve attendance',
    'Continue to monitor caseloads',
    'Strengthen management oversight arrangements',
    'Embed the practice model',
    'Hold workshops with staff on thresholds',
    'Look at whether children are seen alone',
    'Identify all plans without a recent review',
    'Roll out the signs of safety training',
    'Update the sufficiency strategy',
    'Action plan agreed',
    'Publish the new threshold document and brief all partners',
    'Analyse why children wait for assessments',
  ])('%s', (outcome) => {
    expect(outcomeQuestion(outcome)).toMatch(/^“.+” says what will be done\. What will then be/)
  })
})

describe('an outcome is left alone where it speaks of children, families or what is so', () => {
  test.each([
    'Children keep one worker through their assessment.',
    'No child waits more than five days for a visit',
    'Care leavers have somewhere to live when they leave care',
    'Reviews are held on time and chaired by somebody who knows the child',
    'Review timeliness improves to what parents were promised',
    'Children’s plans do not drift, because somebody asks about each of them every month.',
    'Develop the pathway plan with each care leaver so that they recognise themselves in it',
    'Ensure children are seen within five working days',
    'Ensure every child is seen alone',
    'Review all plans so no child stays on one that changes nothing',
    'Training means that families are listened to',
    'Nine in ten assessments are done within 45 days',
    'Assessments within 45 days rise from 60% to 85%',
    'Deliver visits to 95% of children in time',
    'Managers act on what is true this week, for the children of their own team.',
    'Social workers leave supervision knowing what to do next for each child, and why.',
    'Our grades are as strict as an inspector’s.',
    'A change of worker is a meeting and not a letter.',
    'What an audit finds changes the next visit, and not only the report.',
    'Good social workers can grow and still see children.',
    'People stay, so children do not have to start again.',
    'We change what drives people away from the children who know them.',
    'Plans that are stuck move again within two weeks.',
    'Every referral has an owner before the day ends.',
    'Training is no longer needed twice because practice lasts',
    'Parents know how long it takes, and why.',
    'Better decisions for children',
    'Timely, good assessments',
    'Families experience fewer changes of social worker',
    'Strategy meetings end with a decision that protects the child',
    'The plan of each child is one that the child would recognise',
    'Work with fathers is seen in every assessment',
    'Holding children’s plans to their dates has stopped drift',
    'Letters stay clear when the people who write them change.',
    'Permanence is achieved early for babies',
    'Children and their families receive help before problems grow',
    'Young people who go missing are spoken to by somebody they trust',
    'Audit grades are as strict as inspectors’ own',
    'Supervision is regular, reflective and recorded',
    '',
  ])('%s', (outcome) => {
    expect(outcomeQuestion(outcome)).toBeUndefined()
  })
})

test('a long outcome is quoted in part', () => {
  const question = outcomeQuestion(
    'Review the strategy for neglect together with the police, the schools, health visitors and every other agency in the partnership',
  )
  expect(question).toMatch(/^“Review the strategy .* …” says/)
  expect(question!.length).toBeLessThan(200)
})
