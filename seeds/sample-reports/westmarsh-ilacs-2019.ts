import { ReportPages } from './report-pages'

/** Westmarsh, the demonstration council: inadequate in 2019, twelve things to improve. Every word is ours. */
export const westmarshItems = [
  'The frequency and quality of management oversight and supervision, so that managers at every level challenge drift and record the reasons for their decisions.',
  'The timeliness of assessments, and the attention that they give to family history and to the risks that children live with.',
  'The number of changes of social worker that children experience, so that they can build trusting relationships with the people who help them.',
  'The allocation of work, so that no child in need of help or protection waits without a named social worker.',
  'The quality of plans for children in need and children subject to child protection plans, so that they are specific, have timescales and say what will happen if things do not change.',
  'The timeliness of strategy meetings, and the involvement of health, education and the police in them.',
  'Permanence planning for children in care, so that decisions about where children will grow up are made early and reviewed often.',
  'The quality of pathway plans, and how well care leavers understand their entitlements, including their health histories.',
  'How consistently the voice of children is heard, recorded and acted on, in direct work and in plans.',
  'The accuracy of performance data and the rigour of quality assurance, so that leaders know what practice is like for children:',
  'The sufficiency of placements for children in care, in particular for adolescents with complex needs and for brothers and sisters who should live together.',
  'The stability of the workforce, including the reliance on agency staff and the caseloads of newly qualified social workers.',
] as const

export const westmarshParts = [
  'data that managers and practitioners trust and use',
  'audits that judge the difference made to children and not only whether procedure was followed.',
] as const

export function westmarshIlacs2019(): Promise<Buffer> {
  const report = new ReportPages([
    'Westmarsh County Council',
    'Inspection of children’s social care services',
  ])
  report
    .title('Westmarsh County Council')
    .label('Inspection of children’s social care services', true)
    .label('Inspection dates: 4 March 2019 to 15 March 2019')
    .label('Lead inspector: Ruth Calloway, Her Majesty’s Inspector')
    .judgements([
      ['The impact of leaders on social work practice with children and families', 'Inadequate'],
      ['The experiences and progress of children who need help and protection', 'Inadequate'],
      [
        'The experiences and progress of children in care and care leavers',
        'Requires improvement to be good',
      ],
      ['Overall effectiveness', 'Inadequate'],
    ])
    .paragraph(
      'Services for children in Westmarsh have become weaker since they were last inspected in 2015. There are serious failures in how the council responds to children who need protection, and leaders did not see the extent of them until shortly before this inspection. Too many children wait too long for help, and some were left in situations of risk because nobody was sure whose case they were.',
    )
    .paragraph(
      'The recently appointed director of children’s services has recognised what is wrong and has begun to rebuild the senior team. Members have agreed additional money for social work posts. It is too soon for either to have made a difference to children.',
    )
    .heading('What needs to improve')
  for (const item of westmarshItems) {
    report.bullet(item)
    if (item.endsWith(':')) for (const part of westmarshParts) report.part(part)
  }
  let number = 1
  const say = (words: string): void => {
    report.numbered(number++, words)
  }
  report.heading(
    'The experiences and progress of children who need help and protection: inadequate',
  )
  say(
    'Families who need early help are offered a wide choice of support by children’s centres and schools. However, the step between early help and social work is unclear, and professionals who refer children are not always told what has happened next.',
  )
  say(
    'The front door is overwhelmed. On the first day of the inspection 83 children were waiting for an assessment without an allocated social worker, the longest of them for 31 working days. Managers could not say which of these children had been seen.',
  )
  say(
    'Strategy meetings are often held late and by telephone between the police and a manager alone. Health and education colleagues hold information that would change the decision, and they are not asked for it.',
  )
  say(
    'Most assessments describe what has happened and do not weigh it. Histories are short. Fathers and other men in the household are missing from many of them. Where assessments are good, it is because a social worker has stayed with the family.',
  )
  say(
    'Plans for children are long lists of tasks for parents. Few say what must be different for the child, by when, or what will be done if it is not. Core groups meet, but they do not move plans forward.',
  )
  say(
    'Children told inspectors about the number of social workers whom they have known. One young person had met seven in two years and had stopped answering the door.',
  )
  report.heading(
    'The experiences and progress of children in care and care leavers: requires improvement to be good',
  )
  say(
    'Once children are in care, most live with carers who look after them well. Foster carers feel valued and are well trained. Too many adolescents live a long way from Westmarsh, because there is nowhere suitable nearer home.',
  )
  say(
    'Decisions about permanence are made late for a significant minority of children. The panel that follows their plans has not met for four months, and independent reviewing officers do not escalate delay often enough.',
  )
  say(
    'Health assessments and personal education plans are up to date for almost all children in care. The virtual school knows its pupils well and challenges schools when they fall behind.',
  )
  say(
    'Personal advisers keep in touch with care leavers and care about them. Pathway plans are written about young people and seldom with them. Some care leavers did not know what financial help they could ask for.',
  )
  report.heading(
    'The impact of leaders on social work practice with children and families: inadequate',
  )
  say(
    'For too long, leaders and members relied on reports of activity. They did not have accurate information about the quality of practice and did not ask for it. The self-evaluation did not recognise the weaknesses that inspectors found.',
  )
  say(
    'Supervision is irregular in most teams. Records show that cases are discussed, but seldom that anybody reflected on what life is like for the child or checked that the last actions were done.',
  )
  say(
    'Audits are completed to time and most of them are too generous. In eight of the ten cases that inspectors looked at with auditors, the grade was lowered.',
  )
  say(
    'A third of social work posts are filled by agency staff, and a fifth of newly qualified social workers have caseloads above the council’s own limit. Staff spoke warmly of their colleagues and of the new leadership team.',
  )
  return report.bytes()
}
