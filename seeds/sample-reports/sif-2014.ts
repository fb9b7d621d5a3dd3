import { ReportPages } from './report-pages'

/** A SIF report of the first years: numbering that goes on from the findings, priority action, themes inside the list,
 *  and a list of the Local Safeguarding Children Board in the second part. Every word is ours. */
export const thornbyItems = {
  priority: [
    'Make sure that every child who is the subject of an enquiry is seen alone by a qualified social worker within the agreed time. (paragraph 21)',
    'Review all decisions to take no further action in the past six months and act where children may be unsafe.',
  ],
  improvement: [
    'Improve the quality of written assessments so that they explain what life is like for the child.',
    'Hold enough life-story sessions for children who are waiting to be adopted.',
    'Give care leavers a copy of their health history before they are eighteen.',
  ],
  board: [
    'Check that partners have understood the revised thresholds, and report on how they are used.',
    'Include the views of children in the Board’s annual report.',
  ],
} as const

export function thornbySif2014(): Promise<Buffer> {
  const report = new ReportPages([])
    .title('Thornby Metropolitan Borough Council', 20)
    .label('Inspection of services for children in need of help and', true)
    .label('protection, children looked after and care leavers', true)
    .label('Inspection date: 3 June – 25 June 2014')
    .label('Report published: 8 August 2014')
    .label('The overall judgement is that children’s services require improvement', true)
    .judgements(
      [
        ['1. Children who need help and protection', 'Requires improvement'],
        ['2. Children looked after and achieving permanence', 'Requires improvement'],
        ['    2.1 Adoption performance', 'Good'],
        ['    2.2 Experiences and progress of care leavers', 'Inadequate'],
        ['3. Leadership, management and governance', 'Requires improvement'],
      ],
      undefined,
    )
    .label('The effectiveness of the Local Safeguarding Children Board (LSCB) is good.')
    .newPage()
    .heading('Section 1: The local authority')
    .numbered(1, 'Most children who need help receive it in good time, but not all.')
    .numbered(2, 'Managers do not always see the work that they sign.')
    .heading('What does the local authority need to improve?')
    .theme('Priority and immediate action')
    .numbered(3, thornbyItems.priority[0])
    .numbered(4, thornbyItems.priority[1])
    .theme('Areas for improvement')
    .paragraph('The quality of social work practice')
    .numbered(5, thornbyItems.improvement[0])
    .paragraph('Children looked after and care leavers')
    .numbered(6, thornbyItems.improvement[1])
    .numbered(7, thornbyItems.improvement[2])
    .heading('The local authority’s strengths')
    .numbered(8, 'Adopters are prepared well and praise the people who helped them.')
    .heading('Information about this inspection')
    .paragraph('Inspectors looked closely at the experiences of children and young people.')
    .label('Lead inspector: Gareth Winslow')
    .newPage()
    .heading('Section 2: The effectiveness of the Local Safeguarding Children Board')
    .heading('What does the LSCB need to improve?')
    .theme('Areas for improvement')
    .numbered(9, thornbyItems.board[0])
    .numbered(10, thornbyItems.board[1])
    .theme('Key strengths of the LSCB')
    .numbered(11, 'The Board is chaired with energy and independence.')
  return report.bytes()
}
