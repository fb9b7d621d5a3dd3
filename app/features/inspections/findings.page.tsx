import { findingKinds, findingKindTitles } from '~/domain/inspection/finding-kinds'
import { actionRef } from '~/domain/plan/references'
import { counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { SelectField, TextField } from '~/ui/field'
import { Empty, Page } from '~/ui/page'
import { ToneTag } from '~/ui/rating-tag'
import type { FindingRow, FindingsView } from './findings.query.server'

/** Whatever a report says beside its recommendations, paragraph by paragraph. */
export function FindingsPage({ view }: { view: FindingsView }) {
  const { q, area, kind } = view.filter
  const isFiltered = q !== '' || area !== '' || kind !== ''
  return (
    <Page
      title="Findings"
      above={view.days}
      crumbs={[
        { to: paths.inspections(), name: 'Inspections' },
        { to: paths.inspection(view.id), name: view.name },
      ]}
      lede="What the report says beside its recommendations, in its own words. An action can cite it."
    >
      <Filters view={view} />
      <p className="mb-4 text-quiet">
        {counted(view.total, 'finding')}
        {isFiltered ? (
          <>
            {' '}
            · <a href={paths.findings(view.id)}>Show all</a>
          </>
        ) : null}
      </p>
      {view.findings.length === 0 ? (
        <Empty>
          {isFiltered
            ? 'Nothing in this report fits. Try fewer words, or the paragraph’s number.'
            : 'No findings were kept of this report. Reports added from now on bring their paragraphs along.'}
        </Empty>
      ) : (
        <ol>
          {view.findings.map((finding, at) => (
            <Finding key={finding.id} finding={finding} before={view.findings[at - 1]} />
          ))}
        </ol>
      )}
      <nav aria-label="Pages" className="mt-4 flex gap-6">
        {view.isFirstPage ? null : (
          <a href={paths.findings(view.id, view.filter)}>From the first</a>
        )}
        {view.after ? (
          <a href={paths.findings(view.id, { ...view.filter, after: String(view.after) })}>
            Further findings
          </a>
        ) : null}
      </nav>
    </Page>
  )
}

function Filters({ view }: { view: FindingsView }) {
  return (
    <form
      method="get"
      action={paths.findings(view.id)}
      className="no-print mb-2 flex flex-wrap items-end gap-x-4"
    >
      <TextField
        name="q"
        label="Paragraph number or words"
        type="search"
        width="half"
        initial={view.filter.q}
      />
      {view.areas.length > 1 ? (
        <SelectField
          name="area"
          label="Area"
          none="Every area"
          initial={view.filter.area}
          choices={view.areas}
        />
      ) : null}
      <SelectField
        name="kind"
        label="Kind"
        none="Every kind"
        initial={view.filter.kind}
        choices={findingKinds.map((value) => ({ value, title: findingKindTitles[value] }))}
      />
      <div className="mb-5">
        <Button look="secondary">Look</Button>
      </div>
    </form>
  )
}

function Finding({ finding, before }: { finding: FindingRow; before: FindingRow | undefined }) {
  const { id, kind, paragraph, heading, areaName, text, page, citedIn } = finding
  const place = [
    areaName === before?.areaName ? '' : areaName,
    heading === before?.heading ? '' : heading,
  ].filter(Boolean)
  return (
    <li id={`finding-${id}`} className="scroll-mt-4 border-b border-line py-3 target:bg-mark">
      {place.length > 0 ? <p className="mb-2 font-bold">{place.join(' · ')}</p> : null}
      <div className="gap-x-4 md:grid md:grid-cols-[5rem_1fr]">
        <p className="text-16 text-quiet">
          {paragraph ? <span className="font-bold text-ink">{paragraph}</span> : null}
          {page ? (
            <span className={paragraph ? 'ml-3 md:ml-0 md:block' : ''}>p. {page}</span>
          ) : null}
        </p>
        <div className="max-w-measure">
          {kind === 'paragraph' ? null : (
            <p className="text-16">
              <ToneTag tone={kind === 'strength' ? 'good' : 'warning'}>
                {findingKindTitles[kind]}
              </ToneTag>
            </p>
          )}
          <p>{text}</p>
          {citedIn.length > 0 ? (
            <p className="mt-1 text-16 text-quiet">
              Cited in{' '}
              {citedIn.map((action, at) => (
                <span key={action.id}>
                  {at > 0 ? ', ' : ''}
                  <a href={paths.action(action.id)} title={action.title}>
                    {actionRef(action.id)}
                    <span className="sr-only"> {action.title}</span>
                  </a>
                </span>
              ))}
            </p>
          ) : null}
        </div>
      </div>
    </li>
  )
}
