import { actionRef } from '~/domain/plan/references'
import { type CalendarDate, counted, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField, TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Empty, Notice, Page, Section } from '~/ui/page'
import { Gap, ToneTag } from '~/ui/rating-tag'
import type { HandOverView, ShownItem } from './hand-over.query.server'

/** All that is somebody's, on one page, and to whom it goes: item by item, or all of it. */
export function HandOverPage({ view, form }: { view: HandOverView; form: FormState | undefined }) {
  const { person, to } = view
  const count = groupsOf(view).reduce((sum, { items }) => sum + items.length, 0)
  return (
    <Page
      title={`What is ${person.name}’s`}
      above={person.jobTitle}
      crumbs={[{ to: paths.owners(), name: 'Who carries the plan' }]}
      lede={
        person.leftOn ? (
          <Gap>Left on {longDate(person.leftOn)}: what they own counts as unowned</Gap>
        ) : (
          <>
            Away for a time only? <a href={paths.away(person.id)}>Name a deputy</a> instead.
          </>
        )
      }
    >
      <ErrorSummary form={form} />
      {count === 0 ? (
        <Empty>
          There is nothing to hand over: no action, no part in one, no measure, no evidence that is
          asked of them, none that they are to judge, and nothing to see to for a visit or the
          board.
        </Empty>
      ) : (
        <>
          {view.decision.allowed ? <WhoTakesOver view={view} /> : null}
          {view.decision.allowed && to ? (
            <form method="post" action={paths.handOver(person.id, to.id)} className="mt-6">
              <input type="hidden" name="toId" value={to.id} />
              <Items view={view} form={form} />
              <Section title={`What ${to.name} should know`}>
                <TextArea
                  name="note"
                  label="Note"
                  hint="Where it stands, whom to ask, what comes next. No names of children. It stays with each thing."
                  form={form}
                />
                <NotAnIdentifier form={form} />
                <p className="mb-4 max-w-measure text-quiet">
                  {to.name} is asked to accept each thing; until then it stays with {person.name}.
                  Milestones and updates that are asked for go with their action. All that is ticked
                  is handed over, or nothing.
                </p>
                <Button>Hand over to {to.name}</Button>
              </Section>
            </form>
          ) : (
            <Items view={view} form={form} />
          )}
        </>
      )}
      <Beside view={view} />
    </Page>
  )
}

function WhoTakesOver({ view: { person, newOwners, to } }: { view: HandOverView }) {
  return (
    <form method="get" action={paths.handOver(person.id)} className="no-print mb-8">
      <SelectField
        name="to"
        label="Who takes over"
        hint="The page then shows what can go to them, and what cannot and why. Hand over some, and choose again for the rest."
        none="Choose somebody"
        choices={newOwners}
        initial={to ? String(to.id) : ''}
      />
      <Button look={to ? 'secondary' : 'primary'}>Show what can go to them</Button>
    </form>
  )
}

const groupsOf = (view: HandOverView) => [
  { title: 'Actions they own', items: view.actions },
  { title: 'Delivered actions they own', items: view.delivered },
  { title: 'Actions they contribute to', items: view.parts },
  { title: 'Evidence asked of them', items: view.requests },
  { title: 'Reviews due from them', items: view.reviews },
  { title: 'Measures they answer for', items: view.measures },
  { title: 'To be made ready for a visit', items: view.ready },
  { title: 'Decided by the board, for them to see to', items: view.decided },
]

function Items({ view, form }: { view: HandOverView; form: FormState | undefined }) {
  const groups = groupsOf(view).filter(({ items }) => items.length > 0)
  return (
    <div id="items[]" tabIndex={-1}>
      {groups.map(({ title, items }) => (
        <Section key={title} title={`${title} (${items.length})`}>
          <ul>
            {items.map((item) => (
              <li key={item.key} className="border-b border-line py-3">
                <OneItem item={item} view={view} form={form} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </div>
  )
}

function OneItem({
  item,
  view,
  form,
}: {
  item: ShownItem
  view: HandOverView
  form: FormState | undefined
}) {
  const { key, decision } = item
  if (!view.decision.allowed || !view.to) return <About item={item} view={view} />
  const refused = form?.errors?.find(({ field }) => field === key)?.sentence
  const because = refused ?? (decision && !decision.allowed ? decision.because : undefined)
  const isTicked = form?.typed ? form.typed['items[]']?.includes(key) : decision?.allowed === true
  return (
    <div className="flex gap-3">
      <input
        id={key}
        type="checkbox"
        name="items[]"
        value={key}
        defaultChecked={isTicked}
        disabled={decision?.allowed === false && !refused}
        aria-describedby={because ? `${key}-because` : undefined}
        className="mt-1 h-6 w-6 shrink-0 accent-brand"
      />
      <div className="min-w-0">
        <About item={item} view={view} labelFor={key} />
        {because ? (
          <p id={`${key}-because`} className="text-16">
            <ToneTag tone="warning">Stays</ToneTag> {because}
          </p>
        ) : null}
      </div>
    </div>
  )
}

function About({
  item,
  view,
  labelFor,
}: {
  item: ShownItem
  view: HandOverView
  labelFor?: string
}) {
  const { action, place, what, offeredTo, kind, dueOn } = item
  const name = what ?? action?.title
  return (
    <>
      {labelFor ? (
        <label htmlFor={labelFor} className="font-bold">
          {name}
        </label>
      ) : (
        <span className="font-bold">{name}</span>
      )}
      <span className="block text-16 text-quiet">
        {action ? (
          <Place item={item} action={action} today={view.today} />
        ) : place ? (
          <>
            <a href={place.to}>{place.name}</a>
            {dueOn ? ` · ${dueOn < view.today ? 'was due' : 'due'} ${longDate(dueOn)}` : ''}
          </>
        ) : null}
      </span>
      {kind === 'action' ? <GoesWithIt item={item} /> : null}
      {offeredTo && !labelFor ? (
        <span className="block text-16">
          <ToneTag tone="part">Waits for {offeredTo} to accept</ToneTag>
        </span>
      ) : null}
    </>
  )
}

/** Which action it is or is for, and by when. */
function Place({
  item: { what, stands, dueOn },
  action,
  today,
}: {
  item: ShownItem
  action: NonNullable<ShownItem['action']>
  today: CalendarDate
}) {
  const isLate = dueOn !== null && dueOn < today && !action.isDelivered
  return (
    <>
      <a href={paths.action(action.id)}>
        {actionRef(action.id)}
        {what ? ` ${action.title}` : ''}
      </a>{' '}
      ·{' '}
      {stands ?? (dueOn ? `${isLate ? 'was due' : 'due'} ${longDate(dueOn)}` : <Gap>No date</Gap>)}
    </>
  )
}

/** What passes on with an action once it is accepted. */
function GoesWithIt({ item: { milestones, updatesAsked } }: { item: ShownItem }) {
  if (milestones.length + updatesAsked.length === 0) return null
  const said = [
    milestones.length > 0 ? counted(milestones.length, 'open milestone') : '',
    updatesAsked.length > 0
      ? counted(updatesAsked.length, 'update that is asked for', 'updates that are asked for')
      : '',
  ].filter(Boolean)
  return (
    <details className="text-16">
      <summary className="min-h-[44px] cursor-pointer py-2">With {said.join(' and ')}</summary>
      <ul className="list-disc pl-5">
        {milestones.map(({ id, title, dueOn }) => (
          <li key={`milestone-${id}`}>
            {title}, due {longDate(dueOn)}
          </li>
        ))}
        {updatesAsked.map(({ id, by, dueOn }) => (
          <li key={`update-${id}`}>
            An update that {by} asked for, by {longDate(dueOn)}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What is theirs and passes to nobody by itself, so that nobody is surprised. */
function Beside({ view: { beside, standsInFor, person } }: { view: HandOverView }) {
  if (beside.length === 0 && standsInFor.length === 0) return null
  return (
    <Section title="To look at besides">
      {standsInFor.length > 0 ? (
        <Notice>
          <p>
            {person.name} stands in for {standsInFor.join(', ')}. If they leave, somebody else must.
          </p>
        </Notice>
      ) : null}
      {beside.map(({ sentence, items }) => (
        <div key={sentence} className="mb-4">
          <h3 className="text-18">{sentence}</h3>
          <ul>
            {items.map((one) => (
              <li key={one.id} className="border-b border-line py-2">
                <a href={one.to}>{one.title}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}
