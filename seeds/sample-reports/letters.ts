import { ReportPages } from './report-pages'

/** Letters to councils and partnerships, in the forms that inspectorates send. Every word is ours. */
export const eastmereJtaiItems = {
  priority: [
    'Partners in the front door must act urgently so that children at risk of harm are recognised:',
    'The partnership should make sure that somebody is accountable for every referral.',
  ],
  priorityParts: [
    'the police should send notifications on the day of the incident',
    'health partners should take part in every strategy meeting.',
  ],
  improvement: [
    'The recording of children’s views by all agencies.',
    'How well daily meetings use what schools know about children.',
  ],
} as const

export function eastmereJtai2023(): Promise<Buffer> {
  const report = new ReportPages([])
    .label('4 July 2023')
    .label('Clare Dunmore, Director of Children’s Services, Eastmere Council')
    .label('Dear Eastmere Local Safeguarding Partnership')
    .label('Joint targeted area inspection of Eastmere', true)
    .paragraph(
      'This letter summarises what inspectors found about the response to children when risk is first recognised in Eastmere.',
    )
    .paragraph(
      'This inspection took place from 15 to 19 May 2023. It was carried out by inspectors of three inspectorates.',
    )
    .theme('Headline findings')
    .paragraph(
      'Most children are helped quickly, but some wait because partners do not tell one another what they know.',
    )
    .theme('Areas for priority action')
    .bullet(eastmereJtaiItems.priority[0])
  for (const part of eastmereJtaiItems.priorityParts) report.part(part)
  report
    .bullet(eastmereJtaiItems.priority[1])
    .theme('What needs to improve?')
    .bullet(eastmereJtaiItems.improvement[0])
    .bullet(eastmereJtaiItems.improvement[1])
    .theme('Strengths')
    .bullet('Practitioners know their communities well.')
    .theme('Main findings')
    .paragraph('Daily meetings are attended by most agencies.')
    .theme('Next steps')
    .paragraph(
      'We have determined that Eastmere Council is the principal authority and should prepare a written statement of proposed action responding to the findings in this letter. Eastmere Council should send the written statement of action by 10 October 2023.',
    )
    .paragraph('Yours sincerely')
  return report.bytes()
}

export const westmarshVisitConcerns = [
  'the timeliness of strategy meetings and enquiries',
  'the quality of plans for children in need and children subject to child protection plans',
  'the allocation of work to social workers.',
] as const

/** The fifth monitoring visit to Westmarsh. */
export function westmarshMonitoringVisit2021(): Promise<Buffer> {
  const report = new ReportPages([])
    .label('19 October 2021')
    .label('Helen Marsden, Director of Children’s Services, Westmarsh County Council')
    .label('Dear Helen')
    .label('Monitoring visit to Westmarsh children’s services', true)
    .paragraph(
      'This letter summarises the findings of the monitoring visit to Westmarsh children’s services on 14 and 15 September 2021. This was the fifth monitoring visit since the local authority was judged inadequate in March 2019. The inspectors were Ruth Calloway and Owen Price, Her Majesty’s Inspectors.',
    )
    .theme('Areas covered by the visit')
    .paragraph(
      'Inspectors reviewed the progress made in the following areas of concern identified at the last inspection:',
    )
  for (const concern of westmarshVisitConcerns) report.bullet(concern)
  report
    .theme('Headline findings')
    .paragraph(
      'Leaders have made progress in most of the areas looked at, but the pace of change has been too slow in some. Performance dipped in the spring, while a new practice model was introduced, and again in the summer, when agency staff left.',
    )
    .theme('Findings and evaluation of progress')
    .paragraph(
      'Strategy meetings are now timely and involve the right agencies, which is tangible progress since the last visit.',
    )
    .paragraph(
      'The quality of plans remains variable. The new planning format is not consistently embedded in all teams.',
    )
    .paragraph(
      'Some children still wait without an allocated social worker. Progress in reducing their number has been too slow.',
    )
    .paragraph('It is too early to see the impact of the new supervision policy on children.')
    .paragraph('Since the last visit, the timeliness of visits to children in need has declined.')
    .paragraph('I am copying this letter to the Department for Education.')
    .paragraph('Yours sincerely')
    .label('Ruth Calloway')
    .label('Her Majesty’s Inspector')
  return report.bytes()
}

export const sedgeleyItems = {
  priority: ['The safety of children who wait for an assessment without a social worker.'],
  improvement: [
    'The quality of initial decisions when a contact is received.',
    'How quickly children are visited after a referral.',
  ],
} as const

export function sedgeleyFocusedVisit2022(): Promise<Buffer> {
  return new ReportPages([])
    .label('9 March 2022')
    .label('Martin Ashdown, Director of Children’s Services, Sedgeley Borough Council')
    .label('Dear Mr Ashdown')
    .label('Focused visit to Sedgeley children’s services', true)
    .paragraph(
      'This letter summarises the findings of the focused visit to Sedgeley children’s services on 1 and 2 February 2022. Her Majesty’s Inspectors for this visit were Amina Farrow and Harriet Osei.',
    )
    .paragraph('Inspectors looked at the local authority’s arrangements for the front door.')
    .theme('Headline findings')
    .paragraph(
      'Leaders know the front door well. Capacity has not kept up with demand, and a few children are at risk while they wait.',
    )
    .theme('Area for priority action')
    .paragraph('The local authority needs to take swift and decisive action to address:')
    .bullet(sedgeleyItems.priority[0])
    .theme('What needs to improve in this area of social work practice')
    .bullet(sedgeleyItems.improvement[0])
    .bullet(sedgeleyItems.improvement[1])
    .theme('Main findings')
    .paragraph('Contacts are read on the day that they arrive.')
    .paragraph('Yours sincerely')
    .label('Amina Farrow')
    .label('Her Majesty’s Inspector')
    .bytes()
}
