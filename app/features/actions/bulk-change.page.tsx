import type { BulkChange, BulkChangeKind, BulkOutcome } from '~/domain/plan/bulk-change'
import { actionRef } from '~/domain/plan/references'
import { counted, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, SelectField, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Empty, Notice, Page, Section } from '~/ui/page'
import { ToneTag } from '~/ui/rating-tag'
import { type Column, Table } from '~/ui/table'
import { bulkFields } from './bulk-change.form'
import type { BulkRow, BulkView } from './bulk-change.query.server'

const titles: Record<BulkChangeKind, string> = {
  assign: 'Give actions to somebody',
  team: 'Change the team of actions',
  theme: 'Set the theme of actions',
  update: 'Ask for updates',
}

/** A change to many actions: first what it would do to each, then all of it or nothing. */
export function BulkChangePage({ view, form }: { view: BulkView; form: FormState | undefined }) {
  const { asked, count, decision, change } = view
  return (
    <Page
      title={titles[asked.kind]}
      lede={decision.allowed ? `${counted(count, 'action')} chosen.` : undefined}
      crumbs={[{ to: paths.actions(), name: 'Plan' }]}
      wide
    >
      <ErrorSummary form={form} />
      {decision.allowed ? (
        <>
          <ChooseChange view={view} />
          {change ? <Preview view={view} change={change} /> : <Chosen view={view} />}
        </>
      ) : (
        <Empty>
          {decision.because} <a href={paths.actions()}>Choose from the plan</a>
        </Empty>
      )}
    </Page>
  )
}

function ChooseChange({ view }: { view: BulkView }) {
  const { asked, choices, change, suggestedDay, today } = view
  const { kind, to } = asked
  const kept = bulkFields({ ...asked, leavesOut: false, to: undefined, newTheme: undefined })
  const form = {
    typed: to === undefined ? undefined : { to: [to], newTheme: [asked.newTheme ?? ''] },
    errors: change === null ? [{ field: 'to', sentence: missing[kind] }] : [],
  }
  return (
    <form method="get" action={paths.bulkChange(kind)} className="max-w-[46rem]">
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      {kind === 'update' ? (
        <DateField name="to" label="By when" initial={suggestedDay} min={today} form={form} />
      ) : (
        <SelectField
          name="to"
          label={{ assign: 'New owner', team: 'Team', theme: 'Theme' }[kind]}
          none="Choose"
          choices={choices}
          form={form}
        />
      )}
      {kind === 'theme' ? (
        <TextField
          name="newTheme"
          label="Or a new theme"
          optional
          initial={asked.newTheme}
          width="half"
        />
      ) : null}
      <Button look={change ? 'secondary' : 'primary'}>Show what it would do</Button>
    </form>
  )
}

const missing: Record<BulkChangeKind, string> = {
  assign: 'Choose a person from the list.',
  team: 'Choose a team from the list.',
  theme: 'Choose a theme from the list.',
  update: 'Give a day that exists, such as 28/11/2026.',
}

const Chosen = ({ view: { titles: chosen } }: { view: BulkView }) => (
  <div className="mt-8">
    <Section id="chosen" title="Chosen">
      <ul>
        {chosen.map(({ id, title }) => (
          <li key={id} className="border-b border-line py-1">
            {actionRef(id)} <a href={paths.action(id)}>{title}</a>
          </li>
        ))}
      </ul>
    </Section>
  </div>
)

function Preview({ view, change }: { view: BulkView; change: BulkChange }) {
  const { asked, rows, refused, confirm, revision } = view
  const changing = rows.filter(({ outcome }) => outcome.does === 'changes').length
  const leavingOut = `${paths.bulkChange(asked.kind)}?${new URLSearchParams(bulkFields({ ...asked, leavesOut: true }))}`
  return (
    <div className="mt-8">
      <Section id="preview" title="What it would do">
        {refused > 0 ? (
          <Notice
            title={
              asked.leavesOut
                ? `${counted(refused, 'action is', 'actions are')} left out, because a rule refuses`
                : `${counted(refused, 'action is', 'actions are')} refused`
            }
          >
            {asked.leavesOut ? (
              <p>Each is below with the reason. The others are changed, all of them or none.</p>
            ) : (
              <p>
                Nothing is done while anything is refused.{' '}
                <a href={leavingOut}>Leave out what is refused</a>
              </p>
            )}
          </Notice>
        ) : null}
        <Table
          caption="What the change would do to each action"
          columns={columns(asked.leavesOut)}
          rows={worstFirst(rows)}
          rowKey={({ id }) => id}
        />
      </Section>
      <form
        method="post"
        action={`${paths.bulkChange(asked.kind)}?${new URLSearchParams(bulkFields(asked))}`}
        className="flex flex-wrap items-start gap-4"
      >
        <input type="hidden" name="revision" value={revision} />
        <Button decision={confirm}>{confirmWords(change, changing)}</Button>
        <ButtonLink to={paths.actions(asked.filter.id ? {} : asked.filter)} look="quiet">
          Change nothing
        </ButtonLink>
      </form>
    </div>
  )
}

function confirmWords(change: BulkChange, count: number): string {
  const actions = counted(count, 'action')
  switch (change.kind) {
    case 'assign':
      return `Give ${actions} to ${change.owner.name}`
    case 'team':
      return `Move ${actions} to ${change.team.name}`
    case 'theme':
      return `Set the theme of ${actions}`
    case 'update':
      return `Ask for ${counted(count, 'update')} by ${longDate(change.dueOn)}`
  }
}

const order: Record<BulkOutcome['does'], number> = { refused: 0, changes: 1, nothing: 2 }

const worstFirst = (rows: readonly BulkRow[]): BulkRow[] =>
  [...rows].sort((a, b) => order[a.outcome.does] - order[b.outcome.does])

const columns = (leavesOut: boolean): Column<BulkRow>[] => [
  {
    title: 'Action',
    isName: true,
    cell: ({ id, title }) => (
      <>
        {actionRef(id)}{' '}
        <a href={paths.action(id)} className="font-normal">
          {title}
        </a>
      </>
    ),
  },
  {
    title: 'Now',
    width: 'md:w-[22%]',
    cell: ({ outcome }) => (outcome.does === 'changes' ? outcome.from : null),
  },
  {
    title: 'Then',
    width: 'md:w-[40%]',
    cell: ({ outcome }) => <Outcome outcome={outcome} leavesOut={leavesOut} />,
  },
]

function Outcome({ outcome, leavesOut }: { outcome: BulkOutcome; leavesOut: boolean }) {
  if (outcome.does === 'changes') return <strong>{outcome.to}</strong>
  if (outcome.does === 'nothing') return <>Stays as it is: {outcome.because}</>
  return (
    <>
      {leavesOut ? <strong>Left out</strong> : <ToneTag tone="bad">Refused</ToneTag>}:{' '}
      {outcome.because}
    </>
  )
}
