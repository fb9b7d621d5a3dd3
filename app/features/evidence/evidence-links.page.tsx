import type { Decision } from '~/domain/decision'
import { actionRef, recommendationRef } from '~/domain/plan/references'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Empty, Page, Section } from '~/ui/page'
import type { EvidenceLinksView } from './evidence-links.query.server'

/** What a piece of evidence is for: looked for by words, linked and unlinked one by one. */
export function EvidenceLinksPage({
  view,
  form,
}: {
  view: EvidenceLinksView
  form: FormState | undefined
}) {
  const { actions, recommendations, found, q, decision } = view
  const linked = { evidenceId: view.id, q, link: 'remove', decision } as const
  const offered = { evidenceId: view.id, q, link: 'add' } as const
  return (
    <Page
      title="What it is for"
      lede={<p>“{view.title}” counts for each action and recommendation that it is linked to.</p>}
      crumbs={[
        { to: paths.evidenceLibrary(), name: 'Evidence' },
        { to: paths.evidence(view.id), name: view.title },
      ]}
    >
      <ErrorSummary form={form} />
      <Section title="It is for">
        {actions.length + recommendations.length === 0 ? <Empty>Nothing yet.</Empty> : null}
        <ul className="max-w-[46rem]">
          {actions.map(({ id, title }) => (
            <Row key={id} {...linked} what="action" id={id} words={title} />
          ))}
          {recommendations.map(({ id, text }) => (
            <Row key={id} {...linked} what="recommendation" id={id} words={text} />
          ))}
        </ul>
      </Section>
      <Section title="It is also for">
        <form method="get" action={paths.evidenceLinks(view.id)} className="mb-2">
          <TextField
            name="q"
            label="Words of an action or a recommendation"
            hint="Or its reference, such as A14 or R3."
            type="search"
            width="half"
            initial={q}
          />
          <Button look="secondary">Look for it</Button>
        </form>
        {q !== '' && found.actions.length + found.recommendations.length === 0 ? (
          <Empty>Nothing else has these words.</Empty>
        ) : null}
        <ul className="max-w-[46rem]">
          {found.actions.map((one) => (
            <Row key={one.id} {...offered} what="action" words={one.title} {...one} />
          ))}
          {found.recommendations.map(({ id, text }) => (
            <Row
              key={id}
              {...offered}
              what="recommendation"
              id={id}
              words={text}
              decision={decision}
            />
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function Row({
  evidenceId,
  q,
  what,
  id,
  words,
  link,
  decision,
}: {
  evidenceId: number
  q: string
  what: 'action' | 'recommendation'
  id: number
  words: string
  link: 'add' | 'remove'
  decision: Decision
}) {
  const isAction = what === 'action'
  return (
    <li className="border-b border-line py-3 md:flex md:items-start md:justify-between md:gap-6">
      <span className="block max-w-measure">
        <span className="text-quiet">{isAction ? actionRef(id) : recommendationRef(id)}</span>{' '}
        <a href={isAction ? paths.action(id) : paths.recommendation(id)}>{words}</a>
      </span>
      <form method="post" action={paths.evidenceLinks(evidenceId, q)} className="mt-2 md:mt-0">
        <input type="hidden" name="what" value={what} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="link" value={link} />
        <Button look="secondary" decision={decision}>
          {link === 'add' ? 'Link' : 'Unlink'}
          <span className="sr-only"> {words}</span>
        </Button>
      </form>
    </li>
  )
}
