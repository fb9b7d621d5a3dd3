import { paths } from '~/paths'
import { Section } from '~/ui/page'
import type { ActionSource } from './action-source.query.server'

/** The old plan's own words, for an action that was brought in. */
export function SourceOfAction({ source }: { source: ActionSource | undefined }) {
  if (!source) return null
  const { file, table, row, said, mayOpen, bringInId } = source
  return (
    <Section title="In the old plan" id="source">
      <p className="mb-2 max-w-measure">
        Brought in from {mayOpen ? <a href={paths.bringInPlan(bringInId)}>{file}</a> : `“${file}”`},{' '}
        {table}, row {row}. It said:
      </p>
      <dl className="grid gap-x-6 text-16 md:grid-cols-[14rem_1fr]">
        {said.map(({ name, words }) => (
          <div key={name} className="contents">
            <dt className="pt-2 text-quiet">{name}</dt>
            <dd className="max-w-measure whitespace-pre-line break-words border-b border-line pb-2 md:pt-2">
              {words}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
