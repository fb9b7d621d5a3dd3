import { evidenceKinds, evidenceKindsInWords, kindTitle } from '~/domain/evidence/kinds'
import { evidenceStandings, evidenceStandingTitles } from '~/domain/evidence/standing'
import { daysBetween, longDate, shortDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { periodInWords } from '~/domain/time/period-in-words'
import { paths } from '~/paths'
import { ActionGaps } from '~/ui/action-gaps'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { Empty, Page, Section } from '~/ui/page'
import { type Column, Table } from '~/ui/table'
import type { EvidenceInLibrary, EvidenceLibraryView } from './evidence-library.query.server'
import { EvidenceStandingTag } from './evidence-standing-tag'

export function EvidenceLibraryPage({ view }: { view: EvidenceLibraryView }) {
  const { kind, state } = view.filter
  const isFiltered = kind !== undefined || state !== undefined
  return (
    <Page
      title="Evidence"
      lede={<p>What shows that the plan works, newest first. It is added from an action.</p>}
      wide
    >
      {view.waitingInAll > 0 ? <Waiting view={view} /> : null}
      <Section
        title={isFiltered ? 'Evidence that you chose' : 'All evidence'}
        aside={isFiltered ? <a href={paths.evidenceLibrary()}>Show all</a> : undefined}
      >
        <Filters view={view} />
        {view.evidence.length > 0 ? (
          <Table
            caption="Evidence, newest first"
            columns={columns}
            rows={view.evidence}
            rowKey={({ id }) => id}
          />
        ) : (
          <Nothing isFiltered={isFiltered || !view.isFirstPage} />
        )}
        <nav aria-label="Pages" className="mt-4 flex gap-6">
          {view.isFirstPage ? null : <a href={paths.evidenceLibrary({ kind, state })}>Newest</a>}
          {view.after ? (
            <a href={paths.evidenceLibrary({ kind, state, after: String(view.after) })}>
              Older evidence
            </a>
          ) : null}
        </nav>
      </Section>
      {view.judges ? (
        <p>
          <a href={paths.notIdentifiers()}>What was said not to be an identifier</a>
        </p>
      ) : null}
    </Page>
  )
}

function Waiting({ view }: { view: EvidenceLibraryView }) {
  const more = view.waitingInAll - view.waiting.length
  return (
    <Section
      title={`Waiting for your judgement (${view.waitingInAll})`}
      aside={
        more > 0 ? (
          <a href={paths.evidenceLibrary({ state: 'awaiting-review' })}>and {more} more</a>
        ) : undefined
      }
    >
      <ul className="grid gap-3 md:grid-cols-2">
        {view.waiting.map((one) => (
          <li key={one.id} className="card">
            <p className="text-16 text-quiet">{kindTitle(one.kind)}</p>
            <p>
              <a href={paths.evidence(one.id)} className="font-bold">
                {one.title}
              </a>
            </p>
            <ul className="text-16">
              {one.actions.map((action) => (
                <li key={action.id}>
                  {action.title}
                  <ActionGaps action={action} />
                </li>
              ))}
            </ul>
            <p className="text-16 text-quiet">
              {one.addedBy}, {longDate(one.addedOn)}
              {daysBetween(one.addedOn, view.today) > 0
                ? ` (${inWords(one.addedOn, view.today, 'ago')})`
                : ' (today)'}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Filters({ view }: { view: EvidenceLibraryView }) {
  return (
    <form
      method="get"
      action={paths.evidenceLibrary()}
      className="no-print mb-4 flex flex-wrap items-end gap-x-4"
    >
      <SelectField
        name="kind"
        label="Kind"
        none="Every kind"
        initial={view.filter.kind}
        choices={evidenceKinds.map((value) => ({
          value,
          title: evidenceKindsInWords[value].title,
        }))}
      />
      <SelectField
        name="state"
        label="How it stands"
        none="However it stands"
        initial={view.filter.state}
        choices={evidenceStandings.map((value) => ({
          value,
          title: evidenceStandingTitles[value],
        }))}
      />
      <div className="mb-5">
        <Button look="secondary">Show</Button>
      </div>
    </form>
  )
}

const columns: Column<EvidenceInLibrary>[] = [
  {
    title: 'Evidence',
    isName: true,
    cell: (one) => (
      <>
        <a href={paths.evidence(one.id)}>{one.title}</a>
        <span className="block font-normal text-quiet">
          {kindTitle(one.kind)}
          {one.periodFrom && one.periodTo
            ? `, ${periodInWords(one.periodFrom, one.periodTo, 'short')}`
            : ''}
          {one.restricted ? ' (restricted)' : ''}
        </span>
      </>
    ),
  },
  {
    title: 'For',
    cell: (one) => (
      <ul className="grid gap-1">
        {one.actions.map((action) => (
          <li key={action.id}>
            <a href={paths.action(action.id)}>{action.title}</a>
            <ActionGaps action={action} />
          </li>
        ))}
      </ul>
    ),
    width: 'md:w-[29%]',
  },
  {
    title: 'Added',
    cell: (one) => (
      <>
        {shortDate(one.addedOn)}
        <span className="block text-quiet">{one.addedBy}</span>
      </>
    ),
    width: 'md:w-32',
  },
  {
    title: 'Stands',
    cell: (one) => <EvidenceStandingTag standing={one.standing} />,
    width: 'md:w-36',
  },
]

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <Empty>
        <p>
          No evidence is like that. <a href={paths.evidenceLibrary()}>Show all of it</a>.
        </p>
      </Empty>
    )
  }
  return (
    <Empty>
      <p>
        Here stands what shows whether practice has changed: data, audits, observations, and what
        children and families say. Add the first piece from <a href={paths.actions()}>an action</a>:
        without evidence that somebody else has accepted, nothing is assured.
      </p>
    </Empty>
  )
}
