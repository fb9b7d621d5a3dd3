/**
 * Eastmere: outstanding, with help and protection good and two things to improve. Six people and six
 * actions, all but one delivered; what is left is to be sure that it lasts.
 */
import { addDays } from '~/domain/time/calendar-date'
import { eastmerePeople, type EastmerePerson } from '../../people'
import { today, workingDays } from '../days'
import type { Story } from '../story'
import { auditSheet, byMonth, page } from '../story-files'

type EastmereRecommendation = 'reasons for timescales' | 'letters before proceedings'

export const eastmere: Story<EastmerePerson, EastmereRecommendation> = {
  council: 'Eastmere',
  cast: eastmerePeople,
  visitOn: (now) => addDays(now, -300),
  began: { on: today(-400), by: 'keith' },
  report: {
    file: 'eastmere-ilacs-2018.pdf',
    addedBy: 'alison',
    on: today(-398),
    receivedOn: '2018-11-19',
    published: '2018-11-30',
    statementSent: '2019-02-11',
    recommendations: [
      ['reasons for timescales', 'help-and-protection'],
      ['letters before proceedings', 'help-and-protection'],
    ],
  },
  visits: [
    {
      kind: 'focused-visit',
      plannedOn: today(-310),
      by: 'alison',
      expected: [today(-300), today(-299)],
      covers: 'The front door.',
      leadInspector: 'Harriet Osei',
      held: {
        recordedOn: today(-290),
        by: 'alison',
        days: [today(-300), today(-299)],
        letterPublished: true,
      },
    },
    {
      kind: 'focused-visit',
      plannedOn: today(-20),
      by: 'alison',
      expected: [today(45), today(120)],
      covers: 'Children in need and children with a child protection plan.',
      leadInspector: '',
    },
  ],
  actions: [
    {
      title: 'Ask managers for the reason when they set the timescale of an assessment',
      answers: ['reasons for timescales'],
      outcome:
        'How long an assessment takes is set by what the child needs, and anybody can see why.',
      measure: 'A reason that speaks of the child stands in 9 of 10 assessments.',
      created: [today(-390), 'alison'],
      owner: 'alison',
      contributors: ['tunde'],
      start: today(-388),
      due: today(-300),
      milestones: [
        { step: 'One line in the form, tried by two teams', due: today(-340), done: today(-344) },
        { step: 'In use by all managers', due: today(-305), done: today(-306) },
      ],
      told: [
        [
          today(-343),
          'alison',
          'on-track',
          'high',
          'Two teams tried it. Managers asked that it comes before the date and not after.',
        ],
        [today(-304), 'alison', 'delivered', 'high', 'All managers use it.'],
      ],
      delivered: [today(-304), 'alison'],
      shown: [
        {
          on: today(-60),
          by: 'tunde',
          kind: 'case-audit',
          title: 'Reasons for the timescale in 30 assessments',
          covers: [today(-150), today(-65)],
          shows: '28 of 30 give a reason, and 26 of those speak of the child.',
          file: auditSheet('Reasons for the timescale', 30, [
            ['A reason is recorded', 28],
            ['It speaks of the child', 26],
          ]),
          judged: [[today(-52), 'ines', 'accepted']],
        },
        {
          on: today(-58),
          by: 'tunde',
          kind: 'practice-observation',
          title: 'What six managers say about giving a reason',
          covers: [today(-100), today(-62)],
          shows: 'Five of six decide differently in some cases since they write the reason down.',
          judged: [[today(-50), 'ines', 'accepted']],
        },
      ],
      signed: [
        [
          today(-45),
          'stephen',
          'made-a-difference',
          'Urgent assessments now take a median of 14 days instead of 31, and families in no danger are not rushed. I have read twelve of the reasons.',
        ],
      ],
    },
    {
      title: 'Talk about timescales in supervision',
      answers: ['reasons for timescales'],
      outcome: 'A timescale changes when a child’s needs do.',
      measure:
        'Supervision records show that the timescale was looked at again in 8 of 10 assessments.',
      created: [today(-360), 'alison'],
      owner: 'alison',
      start: today(-355),
      due: today(-200),
      milestones: [
        { step: 'A question in the supervision template', due: today(-260), done: today(-262) },
      ],
      told: [[today(-202), 'alison', 'delivered', 'high', 'The question is asked in every team.']],
      delivered: [today(-202), 'alison'],
      shown: [
        {
          on: today(-40),
          by: 'tunde',
          kind: 'case-audit',
          title: 'Timescales looked at again, 20 supervision records',
          covers: [today(-120), today(-45)],
          shows: '15 of 20; in four the date was brought forward.',
          file: auditSheet('Timescales in supervision', 20, [
            ['The timescale was looked at again', 15],
            ['The date was brought forward', 4],
          ]),
          judged: [[today(-33), 'ines', 'accepted']],
        },
        {
          on: today(-39),
          by: 'tunde',
          kind: 'practice-observation',
          title: 'Four supervisions, observed',
          covers: [today(-75), today(-44)],
          shows: 'In three of four the timescale was talked about without anybody being reminded.',
        },
      ],
      signed: [
        [
          today(-20),
          'stephen',
          'partly',
          'It happens in most teams. One team still looks at dates and not at children.',
        ],
      ],
    },
    {
      title: 'Show the reason for the timescale to parents',
      answers: ['reasons for timescales'],
      outcome: 'Parents know how long it takes, and why.',
      measure: '8 in 10 parents can say when the assessment will be done, and why then.',
      created: [today(-150), 'alison'],
      owner: 'tunde',
      contributors: ['alison'],
      start: today(-145),
      due: today(50),
      milestones: [
        { step: 'A sentence in the first letter', due: today(-80), done: today(-83) },
        { step: 'Thirty parents asked', due: today(35) },
      ],
      told: [
        [
          today(-82),
          'tunde',
          'on-track',
          'high',
          'The sentence is in the letter. Parents ring less to ask when it will be over.',
        ],
        [today(-40), 'tunde', 'on-track', 'high', 'Twelve parents asked, ten could say it.'],
        [today(-12), 'tunde', 'on-track', 'high', 'Twenty-one asked, eighteen could say it.'],
      ],
      shown: [
        {
          on: today(-38),
          by: 'tunde',
          kind: 'voice',
          title: 'What twelve parents know about their assessment',
          covers: [today(-75), today(-41)],
          shows: '10 of 12 could say when it will be done; 9 could say why then.',
          file: page(
            'Twelve parents',
            'Could say when the assessment will be done: 10 of 12.',
            'Could say why then: 9 of 12.',
            '“They said three weeks because of the baby. That made sense.”',
          ),
          judged: [[today(-30), 'ines', 'accepted']],
        },
        {
          on: today(-5),
          by: 'tunde',
          kind: 'voice',
          title: 'What the next nine parents know',
          covers: [today(-36), today(-6)],
          shows: '8 of 9 could say when and why.',
        },
      ],
      asked: [
        {
          on: today(-6),
          by: 'alison',
          of: 'tunde',
          what: 'The count from your system of assessments done by the day that parents were told',
          due: workingDays(6),
        },
      ],
    },
    {
      title: 'Rewrite the letters before proceedings with parents who have had one',
      answers: ['letters before proceedings'],
      outcome:
        'Parents understand what worries us and what must change, while there is still time.',
      measure: 'Parents can say in their own words what the letter asks, in 9 of 10 meetings.',
      created: [today(-385), 'alison'],
      owner: 'ines',
      contributors: ['tunde'],
      start: today(-380),
      due: today(-230),
      milestones: [
        { step: 'Three evenings with five parents', due: today(-310), done: today(-312) },
        { step: 'New letter agreed with legal services', due: today(-235), done: today(-238) },
      ],
      told: [
        [
          today(-311),
          'ines',
          'on-track',
          'high',
          'Five parents crossed out 40 words. “Threshold” went first.',
        ],
        [
          today(-236),
          'ines',
          'delivered',
          'high',
          'Two pages instead of five, agreed by legal services.',
        ],
      ],
      delivered: [today(-236), 'ines'],
      shown: [
        {
          on: today(-56),
          by: 'ines',
          kind: 'voice',
          title: 'What fourteen parents understood from the letter',
          covers: [today(-150), today(-60)],
          shows: '13 of 14 could say what it asks of them before anybody explained it.',
          file: page(
            'Fourteen parents about the letter',
            'Could say what it asks of them: 13 of 14.',
            'Knew that they can have a solicitor: 14 of 14.',
            '“It was hard to read because of what it says, not because of how it says it.”',
          ),
          judged: [[today(-48), 'alison', 'accepted']],
        },
        {
          on: today(-55),
          by: 'tunde',
          kind: 'case-audit',
          title: 'Twenty letters read for plain words',
          covers: [today(-140), today(-59)],
          shows: '19 of 20 can be read by a twelve-year-old; all say what must change and by when.',
          file: auditSheet('Twenty letters', 20, [
            ['Plain words throughout', 19],
            ['Says what must change, and by when', 20],
          ]),
          judged: [[today(-47), 'alison', 'accepted']],
        },
      ],
      signed: [
        [
          today(-30),
          'stephen',
          'made-a-difference',
          'Parents come to the first meeting knowing what it is about. In seven of the last ten families the children stayed at home safely, without proceedings.',
        ],
      ],
    },
    {
      title: 'Read the letter together, in person and in the parents’ language',
      answers: ['letters before proceedings'],
      outcome: 'No parent first meets the letter alone on the doormat.',
      measure:
        'Every letter is handed over in person; an interpreter is there where one is needed.',
      created: [today(-330), 'alison'],
      owner: 'ines',
      start: today(-325),
      due: today(-180),
      milestones: [
        { step: 'Interpreters booked with the letter', due: today(-240), done: today(-241) },
        { step: 'All letters handed over in person', due: today(-185), done: today(-183) },
      ],
      told: [
        [
          today(-181),
          'ines',
          'delivered',
          'high',
          'Every letter since the spring was handed over in person.',
        ],
      ],
      delivered: [today(-181), 'ines'],
      shown: [
        {
          on: today(-44),
          by: 'ines',
          kind: 'performance-data',
          title: 'Letters handed over in person',
          covers: [today(-180), today(-46)],
          shows: 'All 22 in the last six months; seven with an interpreter.',
          file: byMonth('Letters handed over in person', 'Letters', [3, 4, 2, 5, 4, 4]),
          judged: [[today(-37), 'alison', 'accepted']],
        },
        {
          on: today(-43),
          by: 'tunde',
          kind: 'practice-observation',
          title: 'Two letters read together, observed',
          covers: [today(-70), today(-48)],
          shows: 'In both the parents asked questions that they would not have put in writing.',
          judged: [[today(-36), 'alison', 'accepted']],
        },
      ],
      signed: [
        [
          today(-28),
          'stephen',
          'partly',
          'Parents say that it is kinder and clearer. Whether fewer children come into care because of it, we shall know in a year.',
        ],
      ],
    },
    {
      title: 'Check every quarter that letters have stayed clear',
      answers: ['letters before proceedings'],
      outcome: 'Letters stay clear when the people who write them change.',
      measure: 'Nine in ten letters pass, four quarters in a row.',
      created: [today(-170), 'alison'],
      owner: 'ines',
      start: today(-165),
      due: today(100),
      milestones: [
        { step: 'Second quarter passed', due: today(-85), done: today(-84) },
        { step: 'Third quarter passed', due: today(20) },
        { step: 'Fourth quarter passed', due: today(95) },
      ],
      told: [
        [today(-83), 'ines', 'on-track', 'high', 'Second quarter passed, 10 of 10.'],
        [
          today(-35),
          'ines',
          'on-track',
          'high',
          'A new solicitor writes some of them. She read the old ones first.',
        ],
        [today(-9), 'ines', 'on-track', 'high', 'Seven of seven so far this quarter.'],
      ],
      shown: [
        {
          on: today(-34),
          by: 'tunde',
          kind: 'case-audit',
          title: 'Second quarter: ten letters',
          covers: [today(-130), today(-85)],
          shows: '10 of 10 pass.',
          file: auditSheet('Ten letters', 10, [['Plain words throughout', 10]]),
          judged: [[today(-27), 'alison', 'accepted']],
        },
      ],
    },
  ],
  measures: [
    {
      title: 'Assessments with a reason for their timescale',
      definition:
        'Of the assessments that a manager signed off in the month, those in which the manager wrote why the timescale suits this child.',
      unit: 'percent',
      better: 'up',
      source: 'Monthly count in the case system',
      defined: [today(-389), 'alison'],
      follows: ['reasons for timescales'],
      movedBy: ['Ask managers for the reason when they set the timescale of an assessment'],
      targets: [[today(-389), 90]],
      course: {
        stands: [
          [-12, 46],
          [-4, 49],
          [0, 68],
          [3, 88],
          [9, 93],
        ],
        chance: 3,
        of: [
          [-12, 74],
          [9, 80],
        ],
      },
      notes: [[1, 'Managers are asked for the reason before they can sign.']],
    },
    {
      title: 'Letters before proceedings handed over in person',
      definition:
        'Of the letters before proceedings sent in the month, those that a social worker read together with the parents.',
      unit: 'percent',
      better: 'up',
      source: 'Legal gateway log',
      defined: [today(-389), 'alison'],
      follows: ['letters before proceedings'],
      movedBy: ['Read the letter together, in person and in the parents’ language'],
      targets: [[today(-389), 80]],
      course: {
        stands: [
          [-12, 30],
          [-1, 34],
          [2, 60],
          [6, 84],
          [9, 90],
        ],
        chance: 6,
        of: [
          [-12, 9],
          [9, 8],
        ],
      },
    },
  ],
  lookedIn: [[today(-15), 'nadia']],
  left: [],
}
