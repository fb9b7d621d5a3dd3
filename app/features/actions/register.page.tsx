import { actionRef, recommendationRef } from '~/domain/plan/references'
import { counted, shortDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { SelectField, TextField } from '~/ui/field'
import { Empty, Page } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import { AssuranceTag, DeliveryTag, ImpactTag } from '~/ui/standing-tags'
import { type Column, Table } from '~/ui/table'
import { showChoices } from './register-filter'
import type { RegisterRow, RegisterView } from './register.query.server'

/** Every action of the plan: who, by when, and how it stands. */
export function RegisterPage({ view }: { view: RegisterView }) {
  const isFiltered = Object.values(view.filter).some((one) => one !== undefined)
  return (
    <Page
      title="Plan"
      lede={<Counts view={view} isFiltered={isFiltered} />}
      primary={view.mayAdd ? <ButtonLink to={paths.newAction()}>Add an action</ButtonLink> : null}
      wide
    >
      <Filter view={view} isFiltered={isFiltered} />
      {view.rows.length > 0 ? (
        <Table caption="Actions" columns={columns} rows={view.rows} rowKey={({ id }) => id} />
      ) : isFiltered ? (
        <Empty>
          No action fits. <a href={paths.actions()}>Show every action</a>
        </Empty>
      ) : (
        <Empty>
          An action is what the council does about a recommendation: an outcome for children, one
          owner, a date. {view.mayAdd ? 'Begin with the one that holds you back most.' : null}
        </Empty>
      )}
      <Pages view={view} />
    </Page>
  )
}

/** "62 actions · 9 late · 4 unowned", each the way to those it counts. */
function Counts({
  view: { counts, filter },
  isFiltered,
}: {
  view: RegisterView
  isFiltered: boolean
}) {
  return (
    <span className="tabular-nums">
      {isFiltered ? `${counts.fitting} of ` : ''}
      {counted(counts.all, 'action')}
      {counts.late > 0 ? (
        <>
          {' · '}
          <a href={paths.actions({ ...filter, show: 'late' })}>{counts.late} late</a>
        </>
      ) : null}
      {counts.unowned > 0 ? (
        <>
          {' · '}
          <a href={paths.actions({ ...filter, owner: 'nobody' })}>{counts.unowned} unowned</a>
        </>
      ) : null}
    </span>
  )
}

function Filter({ view, isFiltered }: { view: RegisterView; isFiltered: boolean }) {
  const { filter } = view
  const form = {
    typed: Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, [value ?? '']])),
  }
  return (
    <form
      method="get"
      action={paths.actions()}
      role="search"
      aria-label="Actions"
      className="no-print mb-4 border-y border-line bg-ground px-3 pt-3"
    >
      <div className="grid grid-cols-2 gap-x-4 md:grid-cols-4 lg:grid-cols-[1fr_1fr_1fr_1fr_auto]">
        <TextField name="q" label="Words" type="search" form={form} />
        <SelectField name="area" label="Area" none="Every area" choices={view.areas} form={form} />
        <SelectField
          name="owner"
          label="Owner"
          none="Everybody"
          choices={[{ value: 'nobody', title: 'Nobody' }, ...view.owners]}
          form={form}
        />
        <SelectField
          name="show"
          label="How it stands"
          none="Everything"
          choices={showChoices}
          form={form}
        />
        <div className="-mt-2 mb-3 lg:mb-5 lg:mt-[1.8rem]">
          <Button look="secondary">Show</Button>
        </div>
      </div>
      {isFiltered ? (
        <p className="-mt-2 pb-3">
          <a href={paths.actions()}>Show every action</a>
        </p>
      ) : null}
    </form>
  )
}

function Pages({ view: { next, isLater, filter } }: { view: RegisterView }) {
  if (!next && !isLater) return null
  return (
    <nav aria-label="Pages" className="no-print mt-4 flex flex-wrap gap-x-6">
      {isLater ? <a href={paths.actions(filter)}>Back to the first page</a> : null}
      {next ? <a href={paths.actions({ ...filter, after: next })}>Next page</a> : null}
    </nav>
  )
}

const columns: Column<RegisterRow>[] = [
  {
    title: 'Action',
    isName: true,
    cell: ({ id, title, recommendations }) => (
      <>
        <span className="tabular-nums">{actionRef(id)}</span>{' '}
        <a href={paths.action(id)} className="font-normal">
          {title}
        </a>
        <span className="block text-14 font-normal text-quiet">
          <Answers recommendations={recommendations} />
        </span>
      </>
    ),
  },
  {
    title: 'Owner',
    width: 'md:w-[13%]',
    cell: ({ ownerName }) => ownerName ?? <Gap>No owner</Gap>,
  },
  { title: 'Due', width: 'md:w-[15%]', cell: (row) => <Due row={row} /> },
  {
    title: 'Delivery',
    width: 'md:w-[13%]',
    cell: ({ standing: { delivery, differs, stated } }) => (
      <>
        <DeliveryTag delivery={delivery.rating} />
        {differs && stated ? (
          <span className="block text-14">
            stated <DeliveryTag delivery={stated.rating} />
          </span>
        ) : null}
      </>
    ),
  },
  {
    title: 'Assurance',
    width: 'md:w-[13%]',
    cell: ({ standing }) => <AssuranceTag assurance={standing.assurance.assurance} />,
  },
  {
    title: 'Impact',
    width: 'md:w-[13%]',
    cell: ({ standing }) => <ImpactTag impact={standing.impact.impact} />,
  },
]

function Answers({ recommendations }: Pick<RegisterRow, 'recommendations'>) {
  if (recommendations.length === 0) return <Gap>No recommendation</Gap>
  return (
    <>
      for{' '}
      {recommendations.map(({ id, text }, at) => (
        <span key={id}>
          {at > 0 ? ', ' : ''}
          <a href={paths.recommendation(id)} title={text}>
            {recommendationRef(id)}
          </a>
        </span>
      ))}
    </>
  )
}

/** The present date, then what it was first and how often it moved. */
function Due({
  row: { dueOn, originalDueOn, isLate, deliveredOn, standing },
}: {
  row: RegisterRow
}) {
  if (!dueOn) return <Gap>No date</Gap>
  const { times, days } = standing.moved
  return (
    <>
      <span className={isLate ? 'font-bold text-off-track' : ''}>
        {shortDate(dueOn)}
        {isLate ? ', late' : ''}
      </span>
      {times > 0 && originalDueOn ? (
        <span className="block text-14 text-quiet">
          first {shortDate(originalDueOn)}, moved ×{times}
          {days === 0
            ? ''
            : `, ${counted(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`}
        </span>
      ) : null}
      {deliveredOn ? (
        <span className="block text-14 text-quiet">delivered {shortDate(deliveredOn)}</span>
      ) : null}
    </>
  )
}
