import { counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import type { FormState } from '~/ui/form-state'
import { Empty } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import { type Column, Table } from '~/ui/table'
import { PlainSelect, StepPage } from './step-page'
import { isOfDays, noneTitles, wordKindTitles } from './word-kinds'
import type { WordsView } from './words.query.server'

type Line = WordsView['values'][number] & { at: number }

/** Step three: what the old plan’s own words mean here, each asked once. */
export function WordsPage({ view, form }: { view: WordsView; form: FormState | undefined }) {
  const isDate = isOfDays(view.kind)
  const lines = view.values.map((value, at) => ({ ...value, at }))
  const typed = (name: string, otherwise: string) => form?.typed[name]?.[0] ?? otherwise
  const errorOf = (name: string) => form?.errors.find((error) => error.field === name)?.sentence
  const columns: Column<Line>[] = [
    {
      title: 'The old plan says',
      isName: true,
      width: 'md:w-[26%]',
      cell: ({ shown, rows, firstRow }) => (
        <>
          <span className="whitespace-pre-line break-words">
            {shown === '' ? 'Progress without a status' : `“${shown}”`}
          </span>
          <span className="block text-14 font-normal text-quiet">
            {rows === 1 ? `row ${firstRow}` : `${counted(rows, 'row')}, first in row ${firstRow}`}
          </span>
        </>
      ),
    },
    {
      title: 'Why it is asked',
      width: 'md:w-[26%]',
      cell: ({ because, isOpen, rows }) => (
        <>
          {isOpen ? <Gap>To say</Gap> : null}
          <span className="block text-16">
            {because}
            {isOpen ? '' : rows === 1 ? ' Say so where it is not so.' : ''}
          </span>
        </>
      ),
    },
    {
      title: 'It means',
      cell: (line) => (
        <>
          <input type="hidden" name={`key-${line.at}`} value={line.key} />
          <Answer
            line={line}
            view={view}
            chosen={typed(`answer-${line.at}`, line.chosen)}
            error={errorOf(`answer-${line.at}`)}
          />
          {line.toInvite ? <ToInvite line={line} typed={typed} errorOf={errorOf} /> : null}
          {isDate ? (
            <div className="mt-2">
              <label htmlFor={`day-${line.at}`} className="text-14">
                or another day
              </label>
              <input
                id={`day-${line.at}`}
                name={`day-${line.at}`}
                type="date"
                defaultValue={typed(`day-${line.at}`, '')}
                aria-describedby={errorOf(`day-${line.at}`) ? `day-${line.at}-error` : undefined}
                aria-invalid={errorOf(`day-${line.at}`) ? true : undefined}
                className="block min-h-[44px] rounded border-2 border-edge bg-paper px-3 py-2 text-16 text-ink"
              />
              {errorOf(`day-${line.at}`) ? (
                <p id={`day-${line.at}-error`} className="font-bold text-off-track">
                  <span className="sr-only">Error: </span>
                  {errorOf(`day-${line.at}`)}
                </p>
              ) : null}
            </div>
          ) : null}
        </>
      ),
    },
  ]
  return (
    <StepPage
      view={view}
      title="3. What do its words mean?"
      lede="Each is asked once, however many rows have it. What is not clear is never guessed."
      form={form}
    >
      <Kinds view={view} />
      {view.kind === 'owner' ? (
        <p className="mb-4 max-w-measure text-16 text-quiet">
          Somebody is not in the list? Propose to invite them: an administrator does it with one
          click, and until then their actions are held for them, without an owner.
        </p>
      ) : null}
      {lines.length === 0 ? (
        <Empty>There is nothing to ask about these.</Empty>
      ) : (
        <form method="post" action={paths.bringInValues(view.id)}>
          <input type="hidden" name="revision" value={view.revision} />
          <input type="hidden" name="kind" value={view.kind} />
          <input type="hidden" name="next" value={view.next ?? ''} />
          <Table
            caption={wordKindTitles[view.kind]}
            columns={columns}
            rows={lines}
            rowKey={({ key }) => key}
          />
          <div className="mt-6">
            <Button decision={view.isOpen}>Save what they mean</Button>
          </div>
        </form>
      )}
      <nav aria-label="Pages" className="mt-4 flex flex-wrap gap-x-6">
        {view.isLater ? (
          <a href={paths.bringInValues(view.id, { kind: view.kind })}>First page</a>
        ) : null}
        {view.next ? (
          <a href={paths.bringInValues(view.id, { kind: view.kind, after: view.next })}>
            Next page
          </a>
        ) : null}
        <a href={paths.bringInPlan(view.id)}>Back to the four steps</a>
      </nav>
    </StepPage>
  )
}

/** Somebody who is not here yet, for an administrator to invite. */
function ToInvite({
  line: { at, toInvite, shown },
  typed,
  errorOf,
}: {
  line: Line
  typed: (name: string, otherwise: string) => string
  errorOf: (name: string) => string | undefined
}) {
  const isWrong = (errorOf(`name-${at}`) ?? errorOf(`email-${at}`)) !== undefined
  return (
    <details className="mt-2" open={isWrong || typed(`email-${at}`, '') !== ''}>
      <summary className="min-h-[44px] cursor-pointer py-2 text-16">
        Not here yet: propose to invite them<span className="sr-only"> (“{shown}”)</span>
      </summary>
      {(['name', 'email'] as const).map((what) => {
        const name = `${what}-${at}`
        const error = errorOf(name)
        return (
          <div key={what} className="mb-2">
            <label htmlFor={name} className="text-16">
              {what === 'name' ? 'Name' : 'Email address'}
              {what === 'email' && toInvite?.email ? ` (the old plan says ${toInvite.email})` : ''}
            </label>
            {error ? (
              <p id={`${name}-error`} className="font-bold text-off-track">
                <span className="sr-only">Error: </span>
                {error}
              </p>
            ) : null}
            <input
              id={name}
              name={name}
              type={what === 'name' ? 'text' : 'email'}
              defaultValue={typed(name, what === 'name' ? (toInvite?.name ?? '') : '')}
              autoComplete="off"
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `${name}-error` : undefined}
              className="block min-h-[44px] w-full max-w-[26rem] rounded border-2 border-edge bg-paper px-3 py-2 text-16 text-ink"
            />
          </div>
        )
      })}
    </details>
  )
}

function Kinds({ view }: { view: WordsView }) {
  if (view.kinds.length < 2) return null
  return (
    <nav aria-label="Kinds of words" className="mb-4">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {view.kinds.map(({ kind, open }) => (
          <li key={kind}>
            <a
              href={paths.bringInValues(view.id, { kind })}
              aria-current={kind === view.kind ? 'true' : undefined}
              className={kind === view.kind ? 'font-bold' : ''}
            >
              {wordKindTitles[kind]}
            </a>
            <span className="text-16 text-quiet">{open > 0 ? ` ${open} to say` : ' done'}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Answer({
  line,
  view,
  chosen,
  error,
}: {
  line: Line
  view: WordsView
  chosen: string
  error: string | undefined
}) {
  const likely = new Set(line.choices.map(({ value }) => value))
  const others = view.others.filter(({ value }) => !likely.has(value))
  return (
    <>
      {error ? (
        <p id={`answer-${line.at}-error`} className="font-bold text-off-track">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      ) : null}
      <PlainSelect
        name={`answer-${line.at}`}
        label={line.shown === '' ? 'How these stand' : `What “${line.shown}” means`}
        chosen={chosen}
        isWrong={error !== undefined}
      >
        <option value="">{line.isOpen ? 'Choose' : 'As it was read'}</option>
        {line.choices.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
        <option value="none">{noneTitles[view.kind]}</option>
        {view.kind === 'theme' ? <option value="new">A new theme of this name</option> : null}
        {others.map(({ value, title }) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </PlainSelect>
    </>
  )
}
