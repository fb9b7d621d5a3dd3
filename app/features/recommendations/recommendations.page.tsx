import { recommendationKindTitles } from '~/domain/inspection/recommendation-kinds'
import { recommendationRef } from '~/domain/plan/references'
import { counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { ActionCountWords } from '~/ui/action-count'
import { Empty, Page, Section } from '~/ui/page'
import { Table } from '~/ui/table'
import type { RecommendationsView } from './recommendations.query.server'

export function RecommendationsPage({ view }: { view: RecommendationsView }) {
  return (
    <Page
      wide
      title="Recommendations"
      lede={
        view.total === 0
          ? undefined
          : `${counted(view.total, 'recommendation')}. ${
              view.withoutAction === 0
                ? 'Each has an action.'
                : `${view.withoutAction} ${view.withoutAction === 1 ? 'has' : 'have'} no action yet.`
            }`
      }
    >
      {view.inspections.length === 0 ? (
        <Empty>
          What inspections say must improve stands here, in their own words. It comes in with a
          report: <a href={paths.inspections()}>go to the inspections</a>.
        </Empty>
      ) : null}
      {view.inspections.map((inspection) => (
        <Section
          key={inspection.id}
          id={`inspection-${inspection.id}`}
          title={<a href={paths.inspection(inspection.id)}>{inspection.name}</a>}
          aside={<span className="text-quiet">{inspection.days}</span>}
        >
          <Table
            caption={`Recommendations of ${inspection.name}`}
            rows={inspection.recommendations}
            rowKey={(row) => row.id}
            columns={[
              {
                title: 'Recommendation',
                isName: true,
                cell: (row) => (
                  <span className="font-normal">
                    <a href={paths.recommendation(row.id)} className="font-bold">
                      {recommendationRef(row.id)}
                    </a>{' '}
                    {row.text}
                    <span className="block text-quiet">{recommendationKindTitles[row.kind]}</span>
                  </span>
                ),
              },
              { title: 'Area', cell: (row) => row.areaName, width: 'md:w-[9rem] lg:w-[13rem]' },
              {
                title: 'Actions',
                cell: (row) => <ActionCountWords count={row} />,
                width: 'md:w-[10rem] lg:w-[14rem]',
              },
            ]}
          />
        </Section>
      ))}
    </Page>
  )
}
