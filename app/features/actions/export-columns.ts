import { type Delivery, deliveryTitles } from '~/domain/action/delivery'
import { impactTitles, type Impact } from '~/domain/action/impact'
import { assuranceTitles, type Assurance } from '~/domain/evidence/assurance'
import { type Brag, bragTitles } from '~/domain/plan/brag'
import { type BroughtMilestone, milestoneInWords } from '~/domain/bring-in/milestones'
import { actionRef } from '~/domain/plan/references'
import type { CalendarDate } from '~/domain/time/calendar-date'

/** An action with what an export of the register says of it. */
export interface ExportedAction {
  id: number
  recommendations: readonly string[]
  title: string
  outcome: string
  successMeasure: string
  ownerName: string | null
  ownerEmail: string | null
  contributors: readonly { name: string; email: string }[]
  teamName: string | null
  themeName: string | null
  startOn: CalendarDate | null
  originalDueOn: CalendarDate | null
  dueOn: CalendarDate | null
  timesMoved: number
  daysSlipped: number
  milestones: readonly BroughtMilestone[]
  deliveredOn: CalendarDate | null
  stated: Delivery | null
  delivery: Delivery
  assurance: Assurance
  impact: Impact
  brag: Brag
  lastUpdateOn: CalendarDate | null
  lastUpdate: string | null
  evidenceCount: number
}

interface ExportColumn {
  /** headings that bringing in the export knows by themselves */
  heading: string
  isDay?: true
  cell: (action: ExportedAction) => string | number | null
}

export const exportColumns: readonly ExportColumn[] = [
  { heading: 'Waymark reference', cell: ({ id }) => actionRef(id) },
  { heading: 'Recommendation', cell: ({ recommendations }) => recommendations.join('\n') },
  { heading: 'Action', cell: ({ title }) => title },
  { heading: 'Outcome for children', cell: ({ outcome }) => outcome },
  { heading: 'Success measure', cell: ({ successMeasure }) => successMeasure },
  { heading: 'Owner', cell: ({ ownerName }) => ownerName },
  { heading: 'Owner’s email', cell: ({ ownerEmail }) => ownerEmail },
  {
    heading: 'Contributors',
    cell: ({ contributors }) =>
      contributors.map(({ name, email }) => `${name} <${email}>`).join('\n'),
  },
  { heading: 'Team', cell: ({ teamName }) => teamName },
  { heading: 'Theme', cell: ({ themeName }) => themeName },
  { heading: 'Start', isDay: true, cell: ({ startOn }) => startOn },
  { heading: 'Original due date', isDay: true, cell: ({ originalDueOn }) => originalDueOn },
  { heading: 'Current due date', isDay: true, cell: ({ dueOn }) => dueOn },
  { heading: 'Times moved', cell: ({ timesMoved }) => timesMoved },
  { heading: 'Days moved', cell: ({ daysSlipped }) => daysSlipped },
  { heading: 'Milestones', cell: ({ milestones }) => milestones.map(milestoneInWords).join('\n') },
  { heading: 'Delivered on', isDay: true, cell: ({ deliveredOn }) => deliveredOn },
  { heading: 'Stated', cell: ({ stated }) => stated && deliveryTitles[stated] },
  { heading: 'Delivery (derived)', cell: ({ delivery }) => deliveryTitles[delivery] },
  { heading: 'Assurance (derived)', cell: ({ assurance }) => assuranceTitles[assurance] },
  { heading: 'Impact (derived)', cell: ({ impact }) => impactTitles[impact] },
  { heading: 'BRAG (derived)', cell: ({ brag }) => bragTitles[brag] },
  { heading: 'Last update on', isDay: true, cell: ({ lastUpdateOn }) => lastUpdateOn },
  { heading: 'Progress', cell: ({ lastUpdate }) => lastUpdate },
  { heading: 'Pieces of evidence, count', cell: ({ evidenceCount }) => evidenceCount },
]
