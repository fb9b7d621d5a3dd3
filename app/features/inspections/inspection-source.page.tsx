import { recommendationRef } from '~/domain/plan/references'
import { paths } from '~/paths'
import { Page } from '~/ui/page'
import type { InspectionSourceView } from './inspection-source.query.server'
import { SourceText } from './source-pane'

export function InspectionSourcePage({ view }: { view: InspectionSourceView }) {
  return (
    <Page
      title="The report as it is kept"
      above={view.originalName}
      crumbs={[
        { to: paths.inspections(), name: 'Inspections' },
        { to: paths.inspection(view.id), name: view.name },
      ]}
      lede="Its words, without pictures and layout. What the plan answers is marked; each number leads to the recommendation."
    >
      {view.reworded.length > 0 ? (
        <p className="mb-6 max-w-measure text-16 text-quiet">
          Not word for word in the report:{' '}
          {view.reworded.map(({ id }) => (
            <a key={id} href={paths.recommendation(id)} className="mr-2">
              {recommendationRef(id)}
            </a>
          ))}
        </p>
      ) : null}
      <div className="max-w-measure">
        <SourceText
          source={view.source}
          headings="h2"
          numberOf={(number) => recommendationRef(number)}
          itemHref={(key) => paths.recommendation(key)}
        />
      </div>
    </Page>
  )
}
