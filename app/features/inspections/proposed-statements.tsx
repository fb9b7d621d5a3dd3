import { progressVerdicts, progressVerdictTitles } from '~/domain/inspection/progress-verdicts'
import type { StatementMeaning } from '~/domain/report/draft'
import { recommendationRef } from '~/domain/plan/references'
import { counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import type { FormState } from '~/ui/form-state'
import { Empty, Section } from '~/ui/page'
import { ToneTag } from '~/ui/rating-tag'
import type { ProposedStatement, ReportImportView } from './report-import.query.server'

const sections: readonly {
  id: string
  title: string
  lede: string
  kinds: readonly StatementMeaning['kind'][]
}[] = [
  {
    id: 'grades',
    title: 'Grades it speaks of',
    lede: 'This text has no table of judgements. Accept a grade only where these words give it.',
    kinds: ['judgement'],
  },
  {
    id: 'progress',
    title: 'What it says of earlier recommendations',
    lede: 'Say which recommendation each statement speaks of. It stands there from then on, in the letter’s own words.',
    kinds: ['verdict'],
  },
  {
    id: 'found',
    title: 'What was found strong or weak',
    lede: 'Accept what is worth keeping as a finding that actions can cite.',
    kinds: ['strength', 'concern'],
  },
]

/** What is confirmed one by one beside the recommendations, each with its quote. */
export function ProposedStatements({
  view,
  form,
}: {
  view: ReportImportView
  form: FormState | undefined
}) {
  return sections.map(({ id, title, lede, kinds }) => {
    const all = view.statements.filter(({ means }) => kinds.includes(means.kind))
    const kept = all.filter(({ state }) => state !== 'set-aside')
    if (all.length === 0) return null
    return (
      <Section key={id} id={id} title={`${title} (${kept.length})`}>
        <p className="mb-3 max-w-measure text-16 text-quiet">{lede}</p>
        {id === 'progress' && view.earlier.length === 0 ? (
          <Empty>
            No earlier inspection of this council is in the plan, so there is nothing that these
            statements could be on. Add the earlier report first, or set them aside.
          </Empty>
        ) : null}
        {kept.map((statement) => (
          <Statement key={statement.key} statement={statement} view={view} form={form} />
        ))}
        <SetAside view={view} statements={all.filter(({ state }) => state === 'set-aside')} />
      </Section>
    )
  })
}

function Statement({
  statement,
  view,
  form,
}: {
  statement: ProposedStatement
  view: ReportImportView
  form: FormState | undefined
}) {
  const { key, number, quote, page, state, because, isMarked } = statement
  const isAccepted = state === 'accepted'
  return (
    <article
      id={`item-${key}`}
      data-item={key}
      tabIndex={-1}
      aria-labelledby={`title-${key}`}
      className={`card mb-4 scroll-mt-4 ${isAccepted ? '' : 'border-l-4 border-l-at-risk'}`}
    >
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 id={`title-${key}`} className="text-16 md:text-16">
          {number}. {titleOf(statement.means)}
        </h3>
        <span className="text-16">
          {isAccepted ? (
            <ToneTag tone="good">Accepted</ToneTag>
          ) : (
            <ToneTag tone="warning">Needs you</ToneTag>
          )}
        </span>
      </div>
      <blockquote className="mb-2 max-w-measure border-l-4 border-brand pl-3">{quote}</blockquote>
      <p className="mb-2 text-16 text-quiet">
        {page ? `Page ${page}` : 'In the text'}
        {isMarked ? (
          <>
            {' '}
            · <a href={`#mark-${key}`}>See it in the report</a>
          </>
        ) : null}
      </p>
      {isAccepted ? null : (
        <p className="mb-2 max-w-measure">
          <span className="font-bold">Unsure:</span> {because}
        </p>
      )}
      <form method="post" action={paths.reportImportStatementAccept(view.id, key)}>
        <input type="hidden" name="revision" value={view.revision} />
        <input type="hidden" name="key" value={key} />
        <Meaning statement={statement} view={view} form={form} />
        <span data-act="accept" className="mt-3 inline-block">
          <Button look="secondary">
            {isAccepted ? 'Save' : 'Accept'}
            <span className="sr-only"> statement {number}</span>
          </Button>
        </span>
      </form>
      <form
        method="post"
        action={paths.reportImportStatementSetAside(view.id, key)}
        data-act="remove"
      >
        <input type="hidden" name="revision" value={view.revision} />
        <Button look="quiet">
          Set aside<span className="sr-only"> statement {number}</span>
        </Button>
      </form>
    </article>
  )
}

function titleOf(means: StatementMeaning): string {
  switch (means.kind) {
    case 'judgement':
      return 'A grade'
    case 'verdict':
      return progressVerdictTitles[means.verdict]
    case 'strength':
      return 'A strength'
    case 'concern':
      return 'A concern'
  }
}

function Meaning({
  statement: { key, means, state },
  view,
  form,
}: {
  statement: ProposedStatement
  view: ReportImportView
  form: FormState | undefined
}) {
  // The summary of errors leads to a field by its name, which only one of the statements can carry.
  const sent = form?.typed.key?.[0] === key ? form.typed : undefined
  const select = (
    name: string,
    label: string,
    value: string,
    choices: readonly { value: string; title: string }[],
    none?: string,
  ) => (
    <Select
      name={name}
      id={sent ? name : `${name}-${key}`}
      label={label}
      value={sent?.[name]?.[0] ?? value}
      choices={choices}
      none={none}
    />
  )
  switch (means.kind) {
    case 'judgement':
      return (
        <div className="flex flex-wrap gap-3">
          <input type="hidden" name="kind" value="judgement" />
          {select(
            'area',
            'What is graded',
            means.area,
            view.judgedAreas.map(({ area, title }) => ({ value: area, title })),
            view.judgedAreas.some(({ area }) => area === means.area) ? undefined : 'Choose',
          )}
          {select('grade', 'Grade', means.grade, view.grades)}
        </div>
      )
    case 'strength':
    case 'concern':
      return (
        <div className="flex flex-wrap gap-3">
          {select('kind', 'It is', means.kind, [
            { value: 'strength', title: 'A strength' },
            { value: 'concern', title: 'A concern' },
          ])}
          {select('area', 'Judgement area', means.area ?? '', view.areas, 'None')}
        </div>
      )
    case 'verdict':
      return (
        <>
          <input type="hidden" name="kind" value="verdict" />
          <SpokenOf
            of={key}
            choices={means.recommendationIds.flatMap((id) =>
              view.earlier.filter((one) => one.id === id),
            )}
            ticked={
              sent?.['recommendations[]'] ??
              (state === 'accepted'
                ? means.recommendationIds
                : means.recommendationIds.slice(0, 1)
              ).map(String)
            }
          />
          <div className="flex flex-wrap gap-3">
            {select(
              'another',
              means.recommendationIds.length > 0
                ? 'Another recommendation'
                : 'The recommendation it speaks of',
              '',
              view.earlier.map(({ id, text, toldBy }) => ({
                value: String(id),
                title: `${recommendationRef(id)} ${shortened(text)} (${toldBy})`,
              })),
              'None',
            )}
            {select(
              'verdict',
              'What it says of progress',
              means.verdict,
              progressVerdicts.map((value) => ({ value, title: progressVerdictTitles[value] })),
            )}
          </div>
        </>
      )
  }
}

/** The recommendations that its words point to; a person ticks those that it speaks of. */
function SpokenOf({
  of,
  choices,
  ticked,
}: {
  of: string
  choices: ReportImportView['earlier']
  ticked: readonly string[]
}) {
  if (choices.length === 0) return null
  return (
    <fieldset className="mb-2">
      <legend className="text-16">It speaks of</legend>
      {choices.map(({ id, text, toldBy }) => (
        <div key={id} className="flex gap-3 py-1">
          <input
            id={`${of}-${id}`}
            type="checkbox"
            name="recommendations[]"
            value={id}
            defaultChecked={ticked.includes(String(id))}
            className="mt-1 h-6 w-6 shrink-0 accent-brand"
          />
          <label htmlFor={`${of}-${id}`} className="min-w-0 max-w-measure">
            <span className="font-bold">{recommendationRef(id)}</span> {text}
            <span className="block text-16 text-quiet">{toldBy}</span>
          </label>
        </div>
      ))}
    </fieldset>
  )
}

const longest = 90
const shortened = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text

function Select({
  id,
  name,
  label,
  value,
  choices,
  none,
}: {
  id: string
  name: string
  label: string
  value: string
  choices: readonly { value: string; title: string }[]
  /** the choice of nothing, where there is one */
  none: string | undefined
}) {
  return (
    <div className="min-w-0 grow sm:max-w-[20rem]">
      <label htmlFor={id} className="block text-16">
        {label}
      </label>
      <select
        id={id}
        name={name}
        defaultValue={value}
        className="block min-h-[44px] w-full rounded border-2 border-edge bg-paper px-3 py-2 text-16 text-ink"
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
      </select>
    </div>
  )
}

function SetAside({
  view,
  statements,
}: {
  view: ReportImportView
  statements: readonly ProposedStatement[]
}) {
  if (statements.length === 0) return null
  return (
    <details className="mb-6">
      <summary className="min-h-[44px] cursor-pointer py-2 font-bold">
        {counted(statements.length, 'statement')} set aside
      </summary>
      <ul>
        {statements.map(({ key, quote }) => (
          <li key={key} id={`item-${key}`} className="border-b border-line py-2">
            <p className="max-w-measure">“{quote}”</p>
            <form method="post" action={paths.reportImportStatementPropose(view.id, key)}>
              <input type="hidden" name="revision" value={view.revision} />
              <Button look="quiet">
                Look at it again<span className="sr-only"> “{shortened(quote)}”</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}
