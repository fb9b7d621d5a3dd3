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
  const { counts, notes, only } = view
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
          notes={notes.filter((note) => note.kind === kind)}
          most={only ? mostOfOneKind : mostOfEach}
        />
      ))}
      {only && notes.length === 0 ? <Empty>Nothing of this kind.</Empty> : null}
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
                {lintTitles[kind]} ({count})
              </span>
            ) : (
              <a href={paths.planLint({ only: kind })}>
                {lintTitles[kind]} ({count})
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

// A list of one kind is read to its end; beyond that many there is other work to do first.
const mostOfEach = 25
const mostOfOneKind = 1000

function KindOfNote({
  kind,
  notes,
  most,
}: {
  kind: LintKind
  notes: readonly LintNote[]
  most: number
}) {
  if (notes.length === 0) return null
  const left = notes.length - most
  return (
    <Section id={kind} title={`${lintTitles[kind]} (${notes.length})`}>
      <p className="mb-2 text-quiet">{help[kind]}</p>
      <ul className="max-w-[46rem]">
        {notes.slice(0, most).map((note) => (
          <li
            key={`${note.cause.id} ${note.other?.id ?? ''} ${note.visitId ?? ''}`}
            className="keep-together border-b border-line py-2"
          >
            <Note note={note} />
          </li>
        ))}
      </ul>
      {left > 0 ? (
        <p className="mt-2">
          {most === mostOfOneKind ? (
            `And ${left.toLocaleString('en-GB')} more.`
          ) : (
            <a href={paths.planLint({ only: kind })}>All {notes.length} of this kind</a>
          )}
        </p>
      ) : null}
    </Section>
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
