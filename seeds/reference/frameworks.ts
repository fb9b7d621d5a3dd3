/**
 * The frameworks that children's services have been inspected under since 2013, as data.
 *
 * Names are as printed in the grade tables of the reports (Open Government Licence v3.0). A new
 * framework is added at the end; an old one is never changed, because judgements point to it.
 */
import type { Framework, FrameworkGrade, JudgementArea } from '~/domain/inspection/frameworks'

const fourGrades: readonly FrameworkGrade[] = [
  { grade: 'outstanding', title: 'Outstanding', printedNames: [] },
  { grade: 'good', title: 'Good', printedNames: [] },
  {
    grade: 'requires-improvement',
    title: 'Requires improvement to be good',
    printedNames: ['Requires improvement', 'Require improvement', 'Require improvement to be good'],
  },
  { grade: 'inadequate', title: 'Inadequate', printedNames: [] },
]

const leaders: JudgementArea = {
  area: 'leaders',
  title: 'The impact of leaders on social work practice with children and families',
  printedNames: ['The impact of leaders on practice with children and families'],
  formerly: ['leadership'],
}

const helpAndProtection: JudgementArea = {
  area: 'help-and-protection',
  title: 'The experiences and progress of children who need help and protection',
  printedNames: ['Children who need help and protection'],
}

const inCareAndCareLeavers: JudgementArea = {
  area: 'children-in-care-and-care-leavers',
  title: 'The experiences and progress of children in care and care leavers',
  printedNames: ['Children in care and care leavers'],
  formerly: ['children-looked-after', 'adoption', 'care-leavers'],
}

const inCare: JudgementArea = {
  area: 'children-in-care',
  title: 'The experiences and progress of children in care',
  printedNames: ['Children in care'],
  formerly: ['children-in-care-and-care-leavers', 'children-looked-after', 'adoption'],
}

const careLeavers: JudgementArea = {
  area: 'care-leavers',
  title: 'The experiences and progress of care leavers',
  printedNames: ['Care leavers', 'The experiences and progress of children care leavers'],
  formerly: ['children-in-care-and-care-leavers'],
}

const overallEffectiveness: JudgementArea = {
  area: 'overall',
  title: 'Overall effectiveness',
  printedNames: [],
  overall: true,
}

export const frameworks: readonly Framework[] = [
  {
    id: 'sif-2013',
    kind: 'sif',
    title: 'Single inspection framework (2013 to 2018)',
    inspectionsFrom: '2013-11-01',
    inspectionsTo: '2018-07-31',
    areas: [
      {
        area: 'help-and-protection',
        title: 'Children who need help and protection',
        printedNames: ['The experiences and progress of children who need help and protection'],
      },
      {
        area: 'children-looked-after',
        title: 'Children looked after and achieving permanence',
        printedNames: [
          'The experiences and progress of children looked after and achieving permanence',
        ],
      },
      {
        area: 'adoption',
        title: 'Adoption performance',
        printedNames: ['The graded judgment for adoption performance'],
        partOf: 'children-looked-after',
      },
      {
        area: 'care-leavers',
        title: 'Experiences and progress of care leavers',
        printedNames: ['The experiences and progress of care leavers'],
        partOf: 'children-looked-after',
      },
      {
        area: 'leadership',
        title: 'Leadership, management and governance',
        printedNames: [],
      },
      {
        area: 'overall',
        title: 'Overall effectiveness of children’s services',
        printedNames: ['Overall effectiveness', 'Children’s services'],
        overall: true,
      },
      {
        area: 'lscb',
        title: 'The effectiveness of the Local Safeguarding Children Board (LSCB)',
        printedNames: [
          'The effectiveness of the LSCB',
          'The Local Safeguarding Children Board',
          'The Local Safeguarding Children Board (LSCB)',
        ],
      },
    ],
    grades: fourGrades,
  },
  {
    id: 'ilacs-2018',
    kind: 'ilacs',
    title: 'ILACS (2018 to 2022)',
    inspectionsFrom: '2018-01-01',
    inspectionsTo: '2022-12-31',
    areas: [leaders, helpAndProtection, inCareAndCareLeavers, overallEffectiveness],
    grades: fourGrades,
  },
  {
    id: 'ilacs-2023',
    kind: 'ilacs',
    title: 'ILACS (2023 to March 2026), care leavers judged apart',
    inspectionsFrom: '2023-01-01',
    inspectionsTo: '2026-03-31',
    areas: [leaders, helpAndProtection, inCare, careLeavers, overallEffectiveness],
    grades: fourGrades,
  },
  {
    id: 'ilacs-2026',
    kind: 'ilacs',
    title: 'ILACS (from April 2026), without overall effectiveness',
    inspectionsFrom: '2026-04-01',
    inspectionsTo: null,
    areas: [leaders, helpAndProtection, inCare, careLeavers],
    grades: fourGrades,
  },
  {
    id: 'jtai',
    kind: 'jtai',
    title: 'Joint targeted area inspection',
    inspectionsFrom: '2016-01-01',
    inspectionsTo: null,
    areas: [
      {
        area: 'multi-agency-response',
        title: 'The multi-agency response to children in need and at risk',
        printedNames: ['Headline findings', 'Main findings'],
      },
    ],
    grades: [],
  },
  {
    id: 'area-send',
    kind: 'area-send',
    title: 'Area SEND inspection',
    inspectionsFrom: '2023-01-01',
    inspectionsTo: null,
    areas: [
      {
        area: 'send',
        title: 'The experiences and outcomes of children and young people with SEND',
        printedNames: ['Inspection outcome'],
      },
    ],
    grades: [
      {
        grade: 'typically-positive',
        title: 'Typically positive experiences and outcomes',
        printedNames: ['typically lead to positive experiences and outcomes'],
      },
      {
        grade: 'inconsistent',
        title: 'Inconsistent experiences and outcomes',
        printedNames: ['lead to inconsistent experiences and outcomes'],
      },
      {
        grade: 'widespread-failings',
        title: 'Widespread and/or systemic failings',
        printedNames: ['There are widespread and/or systemic failings'],
      },
    ],
  },
]
