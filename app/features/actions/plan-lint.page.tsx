import { lintKinds, type LintKind, type LintNote, lintTitles } from '~/domain/plan/lint'
import { counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { CauseLink } from '~/ui/cause-link'
import { Empty, Page, Section } from '~/ui/page'
import type { PlanLintView } from './plan-lint.query.server'

/** How each kind is mended, said once over its list. */
const help: Record<LintKind, string> = {
  unanswered: 'Nothing is planned for these words of a report.',
  'no-recommendation': 'Nothing in a report says yet why these are done.',
  'no-owner': 'What nobody owns is done by nobody.',
  'no-date': 'Without a date nothing can be late, and nothing is on time.',
  'no-measure': 'How would an inspector see that it worked?',
  'no-milestone': 'Without a step on the way, lateness shows only at the end.',
  activity: 'An outcome says what is different for children and families once it is done.',
  'piled-up': 'What is due just before a visit has no time to show that it works.',
  alike: 'One action can answer recommendations of more than one inspection.',
}

export function PlanLintPage({ view }: { view: PlanLintView }) {
  const { counts, notes, only, isLater } = view
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <Page
      title="What the plan lacks"
      crumbs={[{ to: paths.actions(), name: 'Plan' }]}
      lede={
        all === 0
          ? undefined
          : `${counted(all, 'thing')} to look at. None of them stops anybody from working; delivered actions are left out.`
      }
    >
      {all === 0 ? (
        <Empty>
          Nothing. Every recommendation has an action, and every action that is not delivered has a
          recommendation, an owner, a date, a measure and a milestone.
        </Empty>
      ) : (
        <Kinds view={view} />
      )}
      {lintKinds.map((kind) => (
        <KindOfNote
          key={kind}
          kind={kind}
          count={counts.find((one) => one.kind === kind)?.count ?? 0}
          notes={notes.filter((note) => note.kind === kind)}
          only={only}
        />
      ))}
      {only && notes.length === 0 ? (
        <Empty>{isLater ? 'No more of this kind.' : 'Nothing of this kind.'}</Empty>
      ) : null}
      <Pages view={view} />
    </Page>
  )
}

function Kinds({ view: { counts, only } }: { view: PlanLintView }) {
  return (
    <nav aria-label="Kinds" className="no-print mb-8">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        <li>
          {only ? <a href={paths.planLint()}>All</a> : <span className="font-bold">All</span>}
        </li>
        {counts.map(({ kind, count }) => (
          <li key={kind}>
            {only === kind ? (
              <span className="font-bold" aria-current="true">
                {lintTitles[kind]} ({count.toLocaleString('en-GB')})
              </span>
            ) : (
              <a href={paths.planLint({ only: kind })}>
                {lintTitles[kind]} ({count.toLocaleString('en-GB')})
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function KindOfNote({
  kind,
  count,
  notes,
  only,
}: {
  kind: LintKind
  /** how many there are, also those that are not here */
  count: number
  notes: readonly LintNote[]
  only: PlanLintView['only']
}) {
  if (notes.length === 0) return null
  return (
    <Section id={kind} title={`${lintTitles[kind]} (${count.toLocaleString('en-GB')})`}>
      <p className="mb-2 text-quiet">{help[kind]}</p>
      <ul className="max-w-[46rem]">
        {notes.map((note) => (
          <li
            key={`${note.cause.id} ${note.other?.id ?? ''} ${note.visitId ?? ''}`}
            className="keep-together border-b border-line py-2"
          >
            <Note note={note} />
          </li>
        ))}
      </ul>
      {!only && count > notes.length ? (
        <p className="mt-2">
          <a href={paths.planLint({ only: kind })}>
            All {count.toLocaleString('en-GB')} of this kind
          </a>
        </p>
      ) : null}
    </Section>
  )
}

function Pages({ view: { only, next, isLater } }: { view: PlanLintView }) {
  if (!only || (!next && !isLater)) return null
  return (
    <nav aria-label="Pages" className="no-print mt-4 flex flex-wrap gap-x-6">
      {isLater ? <a href={paths.planLint({ only })}>Back to the first page</a> : null}
      {next ? (
        <a href={paths.planLint({ only, after: next })} rel="next">
          Next page
        </a>
      ) : null}
    </nav>
  )
}

function Note({ note: { kind, cause, other, sentence, visitId } }: { note: LintNote }) {
  return (
    <>
      <CauseLink cause={cause} />
      {other ? (
        <span className="block">
          <CauseLink cause={other} />
        </span>
      ) : null}
      {sentence ? <span className="block text-16">{sentence}</span> : null}
      {visitId ? (
        <a href={paths.visit(visitId)} className="block text-16">
          The visit
        </a>
      ) : null}
      {kind === 'unanswered' ? (
        <a href={paths.newAction(cause.id)} className="block text-16">
          Add an action<span className="sr-only"> for this recommendation</span>
        </a>
      ) : null}
    </>
  )
}
