import { ReportPages } from './report-pages'

/** An area SEND report with both tables. Every word is ours. */
export const halwickItems = {
  priority: [
    [
      'Halwick County Council and NHS Halwick and Sedgeley Integrated Care Board',
      'Leaders should work together with urgency to agree who is accountable for each service, and to check every quarter that it is delivered.',
    ],
    [
      'NHS Halwick and Sedgeley Integrated Care Board',
      'Health leaders should shorten the time that children wait for speech and language therapy, and tell families what help there is meanwhile.',
    ],
  ],
  improvement: [
    'Leaders should improve the quality of new education, health and care plans, so that each agency’s advice can be seen in them.',
    'The partnership should give families clear information about what is on offer, and ask them whether they found it.',
  ],
} as const satisfies { priority: [string, string][]; improvement: string[] }

export function halwickAreaSend2024(): Promise<Buffer> {
  return new ReportPages([
    'Area SEND inspection report: Halwick Local Area Partnership',
    '10 to 14 June 2024',
  ])
    .title('Area SEND inspection of Halwick Local Area Partnership')
    .label('Inspection dates: 10 to 14 June 2024')
    .label('Dates of previous inspection: 5 to 9 March 2018')
    .heading('Inspection outcome')
    .paragraph(
      'There are widespread and/or systemic failings leading to significant concerns about the experiences and outcomes of children and young people with special educational needs and/or disabilities (SEND), which the local area partnership must address urgently.',
    )
    .heading('Information about the local area partnership')
    .paragraph(
      'Halwick County Council and NHS Halwick and Sedgeley Integrated Care Board (ICB) are jointly responsible for planning and commissioning services for children and young people with SEND in Halwick.',
    )
    .heading('What does the area partnership need to do better?')
    .bullet('Too many plans are late, and families find out by chance.')
    .newPage()
    .heading('Areas for priority action')
    .columns(
      ['Responsible body', 'Areas for priority action'],
      [[...halwickItems.priority[0]], [...halwickItems.priority[1]]],
    )
    .heading('Areas for improvement')
    .cells('Areas for improvement', [...halwickItems.improvement])
    .heading('Local area partnership details')
    .theme('Inspection team')
    .judgements(
      [
        ['Bethan Coles, Ofsted HMI, Lead inspector', 'Ravi Sood, CQC Lead inspector'],
        ['Tom Lisle, Ofsted Inspector', 'Jo Adair, CQC inspector'],
      ],
      ['Ofsted', 'Care Quality Commission'],
    )
    .bytes()
}
