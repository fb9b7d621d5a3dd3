import { nationalFrameworkTitle } from '~/domain/inspection/national-framework'
import { recommendationKindTitles } from '~/domain/inspection/recommendation-kinds'
import { recommendationRef } from '~/domain/plan/references'
import { counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { ActionCountWords } from '~/ui/action-count'
import { Button, ButtonLink } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { Empty, Page, Section } from '~/ui/page'
import { Table } from '~/ui/table'
import { ToldAgainTag } from '~/ui/told-again-tag'
import type { RecommendationsView } from './recommendations.query.server'

export function RecommendationsPage({ view }: { view: RecommendationsView }) {
  return (
    <Page
      wide
      title="Recommendations"
      lede={
        view.total === 0
          ? undefined
          : `${view.total === view.all ? counted(view.total, 'recommendation') : `${view.total} of ${counted(view.all, 'recommendation')}`}. ${
              view.withoutAction === 0
                ? 'Each has an action.'
                : `${view.withoutAction} ${view.withoutAction === 1 ? 'has' : 'have'} no action yet.`
            }`
      }
    >
      {view.all > 0 ? <Filters view={view} /> : null}
      {view.all > 0 && view.total === 0 ? <Empty>None fits all of this. Choose less.</Empty> : null}
      {view.all === 0 ? (
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
                    <ToldAgainTag time={row.timeTold} />
                    {row.isToldSince ? <span className="block">Told again since</span> : null}
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

function Filters({ view: { filter, choices, toldAgain } }: { view: RecommendationsView }) {
  const isFiltered = Object.values(filter).some((value) => value !== '')
  return (
    <form
      method="get"
      action={paths.recommendations()}
      className="no-print mb-4 flex flex-wrap items-end gap-x-4"
    >
      {choices.areas.length > 1 ? (
        <SelectField
          name="area"
          label="Area"
          none="Every area"
          initial={filter.area}
          choices={choices.areas}
        />
      ) : null}
      {choices.kinds.length > 1 ? (
        <SelectField
          name="kind"
          label="Kind"
          none="Every kind"
          initial={filter.kind}
          choices={choices.kinds.map((value) => ({
            value,
            title: recommendationKindTitles[value],
          }))}
        />
      ) : null}
      {choices.frameworks.length > 0 ? (
        <SelectField
          name="framework"
          label="National Framework"
          none="Whatever they serve"
          initial={filter.framework}
          choices={choices.frameworks.map((value) => ({
            value,
            title: nationalFrameworkTitle(value),
          }))}
        />
      ) : null}
      {toldAgain > 0 ? (
        <SelectField
          name="told"
          label="How often"
          none="However often told"
          initial={filter.told}
          choices={[{ value: 'again', title: `Told again (${toldAgain})` }]}
        />
      ) : null}
      <div className="mb-5 flex gap-4">
        <Button look="secondary">Show these</Button>
        {isFiltered ? (
          <ButtonLink look="quiet" to={paths.recommendations()}>
            Show all
          </ButtonLink>
        ) : null}
      </div>
    </form>
  )
}
