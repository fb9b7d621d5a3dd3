import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Empty, Page } from '~/ui/page'
import type { NotIdentifiersView } from './not-identifiers.query.server'

export function NotIdentifiersPage({ view }: { view: NotIdentifiersView }) {
  return (
    <Page
      title="Said not to be identifiers"
      crumbs={[{ to: paths.evidenceLibrary(), name: 'Evidence' }]}
      lede={
        <p>
          Where something looked as if it could tell who a child is, and whoever wrote or added it
          said why it does not. Read these now and then: only people can tell whether they are
          right.
        </p>
      }
    >
      {view.said.length === 0 ? (
        <Empty>
          <p>
            Nobody has said so {view.isFirstPage ? 'of anything yet' : 'before that'}. What is found
            in words and files is shown masked to whoever brings it, and nobody else sees it before
            they have answered.
          </p>
        </Empty>
      ) : (
        <ol>
          {view.said.map((one) => (
            <li key={one.id} className="border-b border-line py-3">
              <p className="max-w-measure">“{one.statement}”</p>
              <p className="text-16 text-quiet">
                {one.by}, {longDate(one.on)}
                <Of said={one} />
              </p>
              {one.file ? (
                <ul className="mt-1 border-l-4 border-line pl-3 text-16">
                  {one.file.hits.map((hit) => (
                    <li key={hit}>{hit}</li>
                  ))}
                  {one.file.moreHits > 0 ? <li>and {one.file.moreHits} more</li> : null}
                </ul>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      <nav aria-label="Pages" className="mt-4 flex gap-6">
        {view.isFirstPage ? null : <a href={paths.notIdentifiers()}>Newest</a>}
        {view.before ? (
          <a href={paths.notIdentifiers({ before: String(view.before) })}>Earlier ones</a>
        ) : null}
      </nav>
    </Page>
  )
}

function Of({ said: { evidence, action, file } }: { said: NotIdentifiersView['said'][number] }) {
  const of = file ? `, of the file “${file.name}” of ` : ', of words in '
  if (evidence) {
    return (
      <>
        {of}
        <a href={paths.evidence(evidence.id)}>{evidence.title}</a>
      </>
    )
  }
  if (!action) return null
  return (
    <>
      {of}
      <a href={paths.action(action.id)}>{action.title}</a>
    </>
  )
}
