import { ReportPages } from './report-pages'

/** Eastmere: outstanding, with help and protection good and two things to improve. Every word is ours. */
export const eastmereItems = [
  'The reasons that managers record for the timescales of family assessments, so that each is set by what the child needs.',
  'How clear and easy to understand the letters are that parents receive before legal proceedings begin.',
] as const

export function eastmereIlacs2018(): Promise<Buffer> {
  const report = new ReportPages([
    'Eastmere Council',
    'Inspection of children’s social care services',
  ])
    .title('Eastmere Council')
    .label('Inspection of children’s social care services', true)
    .label('Inspection dates: 8 October 2018 to 12 October 2018')
    .label('Lead inspector: Harriet Osei, HMI')
    .judgements([
      ['The impact of leaders on social work practice with children and families', 'Outstanding'],
      ['The experiences and progress of children who need help and protection', 'Good'],
      ['The experiences and progress of children in care and care leavers', 'Outstanding'],
      ['Overall effectiveness', 'Outstanding'],
    ])
    .paragraph(
      'Children in Eastmere are helped early, listened to closely and looked after well. Social workers stay, know their families and are proud of where they work. Leaders know their services in detail and are never satisfied with them.',
    )
    .heading('What needs to improve')
    .bullet(eastmereItems[0])
    .bullet(eastmereItems[1])
    .heading('The experiences and progress of children who need help and protection is good')
    .numbered(
      1,
      'Referrals are answered quickly and in proportion. Parents know why somebody is visiting and what will happen next.',
    )
    .numbered(
      2,
      'Assessments are thoughtful and well written. Managers agree how long each should take, but the records do not always say why.',
    )
    .numbered(
      3,
      'Letters before proceedings set out what the council is worried about. Some are long and use words that parents told inspectors they had to look up.',
    )
    .heading('The experiences and progress of children in care and care leavers is outstanding')
    .numbered(
      4,
      'Children come into care at the right time, and almost all of them settle in homes where they stay. Brothers and sisters live together whenever that is right for them.',
    )
    .numbered(
      5,
      'Care leavers are supported by the whole council. Apprenticeships, good flats and people who ring back have changed what young people expect of themselves.',
    )
    .heading(
      'The impact of leaders on social work practice with children and families is outstanding',
    )
    .numbered(
      6,
      'Leaders read cases every week, sit with practitioners and act on what they learn. Caseloads are low, and nine in ten social workers are permanent.',
    )
  return report.bytes()
}
