import { ReportPages } from './report-pages'

/** What Westmarsh was told four years before it was found inadequate: three things that 2019 says again, in other words.
 *  Every word is ours. */
export const westmarshSifItems = [
  'Make sure that managers supervise social workers every month, and that the record shows what was decided for each child and why.',
  'Improve assessments, so that they take account of the family’s history and are finished when the child needs them.',
  'Reduce the changes of social worker that children have to get used to, so that somebody knows each of them well.',
] as const

export function westmarshSif2015(): Promise<Buffer> {
  return new ReportPages([])
    .title('Westmarsh County Council', 20)
    .label('Inspection of services for children in need of help and', true)
    .label('protection, children looked after and care leavers', true)
    .label('Inspection date: 5 October – 29 October 2015')
    .label('Report published: 11 December 2015')
    .label('The overall judgement is that children’s services require improvement', true)
    .judgements(
      [
        ['1. Children who need help and protection', 'Requires improvement'],
        ['2. Children looked after and achieving permanence', 'Requires improvement'],
        ['    2.1 Adoption performance', 'Good'],
        ['    2.2 Experiences and progress of care leavers', 'Requires improvement'],
        ['3. Leadership, management and governance', 'Requires improvement'],
      ],
      undefined,
    )
    .label('The effectiveness of the Local Safeguarding Children Board (LSCB) is good.')
    .newPage()
    .heading('Section 1: The local authority')
    .numbered(1, 'Children at immediate risk are seen on the day, and the police are told at once.')
    .numbered(
      2,
      'Supervision happens when there is time for it. In some teams nobody had written down a decision for four months.',
    )
    .numbered(
      3,
      'A third of the children whose records were read had met three social workers in a year. They had to tell their story again each time.',
    )
    .heading('What does the local authority need to improve?')
    .theme('Areas for improvement')
    .numbered(4, westmarshSifItems[0])
    .numbered(5, westmarshSifItems[1])
    .numbered(6, westmarshSifItems[2])
    .heading('The local authority’s strengths')
    .numbered(7, 'Foster carers are well chosen, and they are listened to.')
    .heading('Information about this inspection')
    .paragraph('Inspectors looked closely at the experiences of children and young people.')
    .label('Lead inspector: Gareth Winslow')
    .bytes()
}
