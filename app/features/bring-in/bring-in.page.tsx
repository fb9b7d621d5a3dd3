import type { ReactNode } from 'react'
import { rowStates, rowStateTitles } from '~/domain/bring-in/draft'
import { counted, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Notice, Section } from '~/ui/page'
import type { BringInView } from './bring-in.query.server'
import { StepPage } from './step-page'
import { wordKindTitles } from './word-kinds'

/** One old plan: its four steps, what is not right yet, and the button that brings it in. */
export function BringInPage({ view, form }: { view: BringInView; form: FormState | undefined }) {
  return (
    <StepPage
      view={view}
      title="Bring in the old plan"
      form={form}
      lede={
        view.isOpen.allowed
          ? 'Four steps. Nothing is in the plan before the last; you can stop at any time and go on later.'
          : undefined
      }
    >
      <SameFile view={view} />
      <Steps view={view} />
      {view.isOpen.allowed ? <Finish view={view} form={form} /> : <Outcome view={view} />}
    </StepPage>
  )
}

function SameFile({ view: { sameFile, isOpen } }: { view: BringInView }) {
  if (!sameFile || !isOpen.allowed) return null
  return (
    <Notice
      title={
        sameFile.confirmedOn
          ? `This file was already brought in on ${longDate(sameFile.confirmedOn)}.`
          : 'Somebody has already begun to bring in this file.'
      }
    >
      <p>
        <a href={paths.bringInPlan(sameFile.id)}>Look at that</a>. Rows that are in the plan are not
        brought in again.
      </p>
    </Notice>
  )
}

function Steps({ view }: { view: BringInView }) {
  const { table, tables, headerRow, columns, words, rows } = view
  const open = words.reduce((sum, one) => sum + one.open, 0)
  const all = rowStates.reduce((sum, state) => sum + rows[state], 0)
  const aboutTable = [
    table.isHidden ? 'hidden in the file' : '',
    table.merged > 0
      ? `${counted(table.merged, 'merged cell')}: words of one that goes down count for each of its rows`
      : '',
    table.hiddenRows > 0 ? `${counted(table.hiddenRows, 'hidden row')} read too` : '',
    table.formulas > 0
      ? `${counted(table.formulas, 'formula')} read by what Excel last worked out`
      : '',
  ].filter(Boolean)
  return (
    <ol className="mb-10 border-t border-line">
      <Step
        number={1}
        name="The table"
        to={paths.bringInTable(view.id)}
        isNext={false}
        act="Choose"
      >
        {table.name}, headings in row {headerRow}
        {tables > 1 ? `; ${counted(tables - 1, 'other')} in the file` : ''}
        {aboutTable.map((one) => (
          <span key={one} className="block text-16 text-quiet">
            {one}
          </span>
        ))}
      </Step>
      <Step
        number={2}
        name="The columns"
        to={paths.bringInColumns(view.id)}
        isNext={view.next === 'columns'}
        act={columns ? 'Change' : 'Say what they are'}
      >
        {columns
          ? [
              `${counted(columns.used, 'column')} used`,
              columns.asWords > 0 ? `${columns.asWords} kept as words with each action` : '',
              columns.leftOut > 0 ? `${columns.leftOut} left out: they stand only in the file` : '',
            ]
              .filter(Boolean)
              .join('; ')
          : 'Not said yet'}
      </Step>
      <Step
        number={3}
        name="The words"
        to={columns ? paths.bringInValues(view.id) : undefined}
        isNext={view.next === 'values'}
        act={open > 0 ? 'Say what they mean' : 'Look at them'}
      >
        {columns
          ? open > 0
            ? words
                .filter((one) => one.open > 0)
                .map((one) => `${wordKindTitles[one.kind]}: ${one.open} to say`)
                .join('; ')
            : 'Every name, status and date is understood'
          : 'Names, statuses and dates that may mean more than one thing'}
      </Step>
      <Step
        number={4}
        name="The rows"
        to={columns ? paths.bringInRows(view.id) : undefined}
        isNext={view.next === 'rows'}
        act="Look at them"
      >
        {columns ? (
          <>
            {counted(all, 'row')}:{' '}
            {rowStates
              .filter((state) => rows[state] > 0)
              .map((state, at) => (
                <span key={state}>
                  {at > 0 ? ' · ' : ''}
                  <a href={paths.bringInRows(view.id, { state })}>
                    {rows[state].toLocaleString('en-GB')} {rowStateTitles[state].toLowerCase()}
                  </a>
                </span>
              ))}
          </>
        ) : (
          'Each becomes an action, or you set it aside'
        )}
      </Step>
    </ol>
  )
}

function Step({
  number,
  name,
  to,
  isNext,
  act,
  children,
}: {
  number: number
  name: string
  to: string | undefined
  isNext: boolean
  act: string
  children: ReactNode
}) {
  return (
    <li
      aria-current={isNext ? 'step' : undefined}
      className={`grid gap-x-6 gap-y-1 border-b border-line py-4 md:grid-cols-[11rem_1fr_auto] ${isNext ? 'border-l-4 border-l-brand bg-brand-tint pl-4 pr-4' : ''}`}
    >
      <h2 className="text-18 md:text-18">
        {number}. {name}
      </h2>
      <div className="min-w-0 max-w-measure">{children}</div>
      {to ? (
        <p>
          {isNext ? (
            <ButtonLink to={to}>{act}</ButtonLink>
          ) : (
            <ButtonLink look="quiet" to={to}>
              {act}
              <span className="sr-only">: {name.toLowerCase()}</span>
            </ButtonLink>
          )}
        </p>
      ) : null}
    </li>
  )
}

function Finish({ view, form }: { view: BringInView; form: FormState | undefined }) {
  const { rows, wrong } = view
  return (
    <>
      {wrong.length > 0 ? (
        <Section title={`${counted(rows.wrong, 'row')} to put right`} id="wrong">
          <ul className="mb-4">
            {wrong.map(({ rowAt, problems }) => (
              <li key={rowAt} className="border-b border-line py-2">
                <a href={paths.bringInRow(view.id, rowAt)}>Row {rowAt}</a>
                <ul>
                  {problems.map(({ sentence }) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          {rows.wrong > wrong.length ? (
            <p className="mb-4">
              <a href={paths.bringInRows(view.id, { state: 'wrong' })}>
                Every row that is not right
              </a>
            </p>
          ) : null}
          <form method="post" action={paths.bringInSetAside(view.id)}>
            <input type="hidden" name="revision" value={view.revision} />
            <TextField
              name="because"
              label="Or set all of them aside, because"
              hint="They are kept and listed here with what is wrong in them, and not brought in."
              form={form}
            />
            <Button look="secondary">
              Set{' '}
              {rows.wrong === 1 ? 'this row' : `these ${rows.wrong.toLocaleString('en-GB')} rows`}{' '}
              aside
            </Button>
          </form>
        </Section>
      ) : null}
      <Section title="Bring it in" id="confirm">
        <p className="mb-3 max-w-measure">
          Each row that is ready becomes an action that says where it came from. A status of the old
          plan becomes an update of today, in its own words; how the action really stands is derived
          from its dates, milestones and evidence. The file is kept.
        </p>
        <form method="post" action={paths.bringInConfirm(view.id)}>
          <input type="hidden" name="revision" value={view.revision} />
          <Button decision={view.confirm}>
            Bring in {rows.ready.toLocaleString('en-GB')} {rows.ready === 1 ? 'action' : 'actions'}
          </Button>
        </form>
        <form method="post" action={paths.bringInDiscard(view.id)} className="mt-4">
          <Button look="quiet">Set this old plan aside</Button>
          <p className="text-16 text-quiet">
            Added by {view.startedByName} on {longDate(view.startedOn)}.{' '}
            <a href={paths.bringInFile(view.id)}>The file as it came</a>
          </p>
        </form>
      </Section>
    </>
  )
}

function Outcome({ view }: { view: BringInView }) {
  return (
    <p className="max-w-measure">
      {counted(view.actions, 'action')} came of it. <a href={paths.actions()}>Open the plan</a> ·{' '}
      <a href={paths.bringInFile(view.id)}>The file as it came</a> ·{' '}
      <a href={paths.bringIn()}>Bring in another</a>
    </p>
  )
}
