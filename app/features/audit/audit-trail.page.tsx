import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { Empty, Page } from '~/ui/page'
import { Table } from '~/ui/table'
import type { AuditEvent, AuditTrailView } from './audit-trail.query.server'
import type { Detail } from './event-in-words'

export function AuditTrailPage({ view }: { view: AuditTrailView }) {
  const { events, filter } = view
  return (
    <Page
      title="Audit trail"
      wide
      crumbs={[{ to: paths.adminPeople(), name: 'People' }]}
      lede="Every change, newest first: who, when, what, and how it was before. Nothing here can be altered."
    >
      <form
        method="get"
        action={paths.adminAudit()}
        className="no-print mb-6 grid items-end gap-x-6 md:grid-cols-[18rem_14rem_auto] md:justify-start"
      >
        <SelectField
          name="person"
          label="Done by or about"
          none="Anybody"
          choices={view.people}
          initial={filter.person}
        />
        <SelectField
          name="kind"
          label="About"
          none="Anything"
          choices={view.kinds}
          initial={filter.kind}
        />
        <div className="mb-5 flex flex-wrap items-center gap-4">
          <Button look="secondary">Show</Button>
          {filter.person || filter.kind ? <a href={paths.adminAudit()}>Show all</a> : null}
        </div>
      </form>
      {events.length === 0 ? (
        <Empty>
          {filter.person || filter.kind
            ? 'Nothing was recorded that fits.'
            : 'Nothing has been recorded yet.'}{' '}
          Every change of the plan and of people’s access stands here with who made it.
        </Empty>
      ) : (
        <Table
          caption="What happened, newest first"
          rows={events}
          rowKey={(event) => event.id}
          columns={[
            { title: 'When', cell: (event) => event.at, width: 'md:w-44' },
            {
              title: 'Who',
              width: 'md:w-44',
              cell: ({ who }) =>
                who ? <a href={who.to}>{who.name}</a> : <span>Waymark itself</span>,
            },
            { title: 'What', cell: (event) => <What event={event} /> },
          ]}
        />
      )}
      <p className="no-print mt-6 flex gap-6">
        {filter.isOlder ? (
          <a href={paths.adminAudit({ person: filter.person, kind: filter.kind })}>Newest</a>
        ) : null}
        {view.older ? <a href={view.older}>Older</a> : null}
      </p>
    </Page>
  )
}

function What({ event }: { event: AuditEvent }) {
  const { subject, details } = event
  return (
    <>
      <span className="font-bold">{event.title}</span>
      {': '}
      {subject.to ? <a href={subject.to}>{subject.name}</a> : subject.name}
      {details === undefined ? (
        <p className="text-quiet">What evidence says is not for administrators.</p>
      ) : details.length > 0 ? (
        <details>
          <summary className="cursor-pointer py-1 text-brand">
            {details.some((detail) => detail.before !== undefined) ? 'What changed' : 'Details'}
          </summary>
          <dl className="mt-1 border-l-4 border-line pl-4">
            {details.map((detail) => (
              <div key={detail.name} className="mb-1">
                <dt className="inline text-quiet">{detail.name}: </dt>
                <dd className="inline">
                  <Change detail={detail} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </>
  )
}

function Change({ detail: { before, after } }: { detail: Detail }) {
  if (before === undefined) return <>{after}</>
  if (after === undefined) return <del>{before}</del>
  return (
    <>
      <del>{before}</del> <span aria-hidden="true">→</span>
      <span className="sr-only">became</span> {after}
    </>
  )
}
