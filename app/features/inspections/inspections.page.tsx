import { daysInWords } from '~/domain/inspection/names'
import { type CalendarDate, counted, longDate, shortDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { GradeTag } from '~/ui/grade-tag'
import { Empty, Page, Section } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import { Table } from '~/ui/table'
import type { Graded } from './graded'
import type { InspectionsView } from './inspections.query.server'

export function InspectionsPage({ view }: { view: InspectionsView }) {
  return (
    <Page
      wide
      title="Inspections"
      lede={
        <>
          Every report and letter that the plan answers.{' '}
          <a href={paths.recommendations()}>All recommendations</a>
        </>
      }
      primary={
        view.canAdd ? <ButtonLink to={paths.addReport()}>Add a report</ButtonLink> : undefined
      }
    >
      {view.waiting.length > 0 ? <Waiting waiting={view.waiting} /> : null}
      {view.inspections.length === 0 ? (
        <Empty>
          Reports belong here: an Ofsted inspection, a visit’s letter, a peer review. The plan
          begins with what one of them says must improve.
        </Empty>
      ) : (
        <Table
          caption="Inspections, newest first"
          rows={view.inspections}
          rowKey={(row) => row.id}
          columns={[
            {
              title: 'Inspection',
              isName: true,
              width: 'lg:w-[14rem]',
              cell: (row) => (
                <>
                  <a href={paths.inspection(row.id)}>{row.kindTitle}</a>
                  <span className="block font-normal text-quiet">{row.council}</span>
                </>
              ),
            },
            { title: 'Held', cell: (row) => daysInWords(row.inspectedFrom, row.inspectedTo) },
            { title: 'Judged', cell: (row) => <Grades grades={row.grades} /> },
            {
              title: 'Must improve',
              cell: (row) => counted(row.recommendations, 'recommendation'),
            },
            {
              title: 'Next duty',
              cell: (row) => <NextDuty duty={row.nextDuty} today={view.today} />,
            },
          ]}
        />
      )}
    </Page>
  )
}

function Waiting({ waiting }: { waiting: InspectionsView['waiting'] }) {
  return (
    <Section id="waiting" title="Waiting to be confirmed">
      <ul>
        {waiting.map((one) => (
          <li key={one.id} className="py-1">
            <a href={paths.reportImport(one.id)}>{one.originalName}</a>{' '}
            <span className="text-quiet">
              added by {one.startedByName} on {longDate(one.startedOn)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Grades({ grades }: { grades: Graded[] }) {
  if (grades.length === 0) return <span className="text-quiet">Not graded</span>
  return (
    <ul>
      {grades.map((grade) => (
        <li key={grade.area}>
          <span className="text-quiet">{grade.areaName}</span> <GradeTag {...grade} />
        </li>
      ))}
    </ul>
  )
}

function NextDuty({
  duty,
  today,
}: {
  duty: { title: string; dueOn: CalendarDate | null } | undefined
  today: CalendarDate
}) {
  if (!duty) return <span className="text-quiet">None</span>
  return (
    <>
      {duty.dueOn ? (
        <span className={duty.dueOn < today ? 'font-bold text-off-track' : ''}>
          {shortDate(duty.dueOn)}, {inWords(duty.dueOn, today)}
        </span>
      ) : (
        <Gap>No date</Gap>
      )}
      <span className="block text-quiet">{duty.title}</span>
    </>
  )
}
