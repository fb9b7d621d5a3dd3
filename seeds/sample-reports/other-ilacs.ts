import { ReportPages } from './report-pages'

/** An ILACS report of the April 2026 form: care leavers apart, no overall grade, national framework references. */
export const norhamItems = [
  'The timeliness of decisions when children have been known to early help for a long time. (outcome 1, national framework)',
  'The quality of family network meetings, including the involvement of wider family before care is considered. (Outcome two, National Framework)',
  'The consistency of management oversight of children who are missing from care. (Outcome 3 and enabler 2, national framework)',
  'The choice of homes for care leavers with additional needs. (national framework, outcome 4; enabler: multi-agency working is prioritised and effective)',
] as const

export function norhamIlacs2026(): Promise<Buffer> {
  const report = new ReportPages([
    'Inspection of Norham local authority children’s services',
    '11 to 22 May 2026',
  ])
    .title('Inspection of Norham local authority children’s services')
    .label('Inspection dates: 11 to 22 May 2026', true)
    .label('Lead inspector: Amina Farrow, His Majesty’s Inspector')
    .judgements([
      [
        'The impact of leaders on social work practice with children and families',
        'Requires improvement to be good',
      ],
      ['The experiences and progress of children who need help and protection', 'Good'],
      ['The experiences and progress of children in care', 'Good'],
      ['The experiences and progress of care leavers', 'Requires improvement to be good'],
    ])
    .paragraph(
      'Children in Norham are safer than they were at the last inspection. Leaders have kept their attention on practice while they reorganised family help, and most families feel the difference.',
    )
    .heading('What needs to improve?', '1')
  for (const item of norhamItems) report.bullet(item)
  report.footnote(
    1,
    'The areas for improvement refer to the outcomes, enablers or principles of the statutory guidance.',
  )
  report
    .heading('The experiences and progress of children who need help and protection: good')
    .numbered(
      1,
      'Family help workers and social workers sit together, and families tell their story once.',
    )
    .numbered(2, 'A few children are discussed for too long before somebody decides.')
    .heading('The experiences and progress of children in care: good')
    .numbered(3, 'Children in care live in homes that suit them and see the people they love.')
    .heading('The experiences and progress of care leavers: requires improvement to be good')
    .numbered(4, 'Young people with additional needs have too little choice of where to live.')
    .heading(
      'The impact of leaders on practice with children and families: requires improvement to be good',
    )
    .numbered(5, 'Managers do not always record what they decided when a child was missing.')
  return report.bytes()
}

/** A report of an outstanding council that names nothing to improve. */
export function calderwickIlacs2024(): Promise<Buffer> {
  return new ReportPages([
    'Inspection of Calderwick local authority children’s services',
    '2 to 6 September 2024',
  ])
    .title('Inspection of Calderwick local authority children’s services')
    .label('Inspection dates: 2 to 6 September 2024', true)
    .label('Lead inspector: Joan Petherick, His Majesty’s Inspector')
    .judgements([
      ['The impact of leaders on social work practice with children and families', 'Outstanding'],
      ['The experiences and progress of children who need help and protection', 'Outstanding'],
      ['The experiences and progress of children in care', 'Outstanding'],
      ['The experiences and progress of care leavers', 'Outstanding'],
      ['Overall effectiveness', 'Outstanding'],
    ])
    .paragraph('Children in Calderwick receive help of exceptional quality, whoever they are.')
    .heading('The experiences and progress of children who need help and protection: outstanding')
    .numbered(1, 'Help comes early and stays for as long as it is needed.')
    .heading('The experiences and progress of children in care: outstanding')
    .numbered(2, 'Children in care thrive.')
    .heading('The experiences and progress of care leavers: outstanding')
    .numbered(3, 'Care leavers are proud of what they have done.')
    .heading(
      'The impact of leaders on social work practice with children and families: outstanding',
    )
    .numbered(4, 'Leaders know every service well and keep improving it.')
    .bytes()
}
