import { evidenceKinds, evidenceKindsInWords, kindTitle } from '~/domain/evidence/kinds'
import { evidenceStandings, evidenceStandingTitles } from '~/domain/evidence/standing'
import { counted, daysBetween, longDate, shortDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { periodInWords } from '~/domain/time/period-in-words'
import { searchableLetters } from '~/domain/evidence/identifiers-in-file'
import { actionRef, recommendationRef } from '~/domain/plan/references'
import { type EvidenceLibraryFilter, paths } from '~/paths'
import { ActionGaps } from '~/ui/action-gaps'
import { Button, ButtonLink } from '~/ui/button'
import { DateField, SelectField, TextField } from '~/ui/field'
import { Empty, Page, Section } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import { type Column, Table } from '~/ui/table'
import { type LibraryGap, libraryGapTitles } from './library-gaps'
import type {
  EvidenceInLibrary,
  EvidenceLibraryView,
  LibraryFilter,
} from './evidence-library.query.server'
import { EvidenceStandingTag } from './evidence-standing-tag'

export function EvidenceLibraryPage({ view }: { view: EvidenceLibraryView }) {
  const asked = asAddress(view.filter)
  const isFiltered = Object.keys(asked).length > 0
  return (
    <Page
      title="Evidence"
      lede={<p>What shows that the plan works, newest first.</p>}
      primary={
        view.mayAdd ? <ButtonLink to={paths.newEvidence()}>Add evidence</ButtonLink> : undefined
      }
      wide
    >
      {view.waitingInAll > 0 ? <Waiting view={view} /> : null}
      <Gaps view={view} />
      <Requests view={view} />
      <Section
        title={`${isFiltered ? 'Evidence that you chose' : 'All evidence'} (${view.count.toLocaleString('en-GB')})`}
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
          {view.isFirstPage ? null : <a href={paths.evidenceLibrary(asked)}>Newest</a>}
          {view.after ? (
            <a href={paths.evidenceLibrary({ ...asked, after: String(view.after) })}>
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

/** The filter as the address says it. */
const asAddress = (filter: LibraryFilter): EvidenceLibraryFilter =>
  Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  )

/** What the evidence as a whole lacks, each with the way to it. */
function Gaps({ view: { gaps, keptOnHold, withoutVoice } }: { view: EvidenceLibraryView }) {
  const onHold = (gap: LibraryGap) => (gap === 'past-its-time' ? keptOnHold : 0)
  const open = gaps.filter(({ gap, count }) => count + onHold(gap) > 0)
  if (open.length === 0 && withoutVoice.length === 0) return null
  return (
    <Section title="Gaps" id="gaps">
      <ul className="max-w-[46rem]">
        {open.map(({ gap, count }) => (
          <li key={gap} className="border-b border-line py-2">
            <a href={paths.evidenceLibrary({ gap })}>{libraryGapTitles[gap]}</a>: {count}
            {onHold(gap) > 0 ? ` (and ${onHold(gap)} on hold)` : ''}
          </li>
        ))}
        {withoutVoice.length > 0 ? (
          <li className="border-b border-line py-2">
            <details>
              <summary className="min-h-[44px] cursor-pointer py-2">
                No voice of children: {counted(withoutVoice.length, 'recommendation')}
              </summary>
              <ul>
                {withoutVoice.map(({ id, text }) => (
                  <li key={id} className="max-w-measure py-1">
                    <span className="text-quiet">{recommendationRef(id)}</span>{' '}
                    <a href={paths.recommendation(id)}>{text}</a>
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ) : null}
      </ul>
    </Section>
  )
}

/** What was asked for and has not come, folded: it stands in full in the work of whoever is asked. */
function Requests({ view: { requests, today } }: { view: EvidenceLibraryView }) {
  if (requests.length === 0) return null
  return (
    <Section title="Asked for" id="asked-for">
      <details>
        <summary className="min-h-[44px] cursor-pointer py-2">
          {counted(requests.length, 'piece')} of evidence asked for and not here yet
        </summary>
        <ul className="max-w-[46rem]">
          {requests.map(({ id, what, dueOn, askedOf, isRefused, action }) => (
            <li key={id} className="border-b border-line py-2">
              <p className="font-bold">{what}</p>
              <p className="text-16">
                {askedOf}, by {longDate(dueOn)}
                {dueOn < today ? ', late' : ''}
                {isRefused ? '. Has said that they cannot bring it' : ''}, for{' '}
                <a href={paths.action(action.id)}>
                  {actionRef(action.id)} {action.title}
                </a>
              </p>
            </li>
          ))}
        </ul>
      </details>
      <p className="text-16 text-quiet">
        More is asked for on the page of the action that it is for: find it in{' '}
        <a href={paths.actions()}>the plan</a>.
      </p>
    </Section>
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
  const { filter } = view
  const more = ['gap', 'by', 'for', 'inspection', 'from', 'to'] as const
  return (
    <form method="get" action={paths.evidenceLibrary()} className="no-print mb-4">
      <div className="flex flex-wrap items-end gap-x-4">
        <TextField
          name="q"
          label="Words in it, or inside its files"
          hint={`Of a long file, its first ${searchableLetters.toLocaleString('en-GB')} letters.`}
          type="search"
          width="half"
          initial={filter.q}
        />
        <SelectField
          name="kind"
          label="Kind"
          none="Every kind"
          initial={filter.kind}
          choices={evidenceKinds.map((value) => ({
            value,
            title: evidenceKindsInWords[value].title,
          }))}
        />
        <SelectField
          name="state"
          label="How it stands"
          none="However it stands"
          initial={filter.state}
          choices={evidenceStandings.map((value) => ({
            value,
            title: evidenceStandingTitles[value],
          }))}
        />
      </div>
      <details open={more.some((name) => filter[name] !== undefined)}>
        <summary className="min-h-[44px] cursor-pointer py-2 text-brand underline underline-offset-[3px]">
          More to choose by
        </summary>
        <div className="flex flex-wrap items-end gap-x-4">
          <SelectField
            name="gap"
            label="Gap"
            none="Any or none"
            initial={filter.gap}
            choices={view.gaps.map(({ gap: value }) => ({ value, title: libraryGapTitles[value] }))}
          />
          <SelectField
            name="by"
            label="Added by"
            none="Anybody"
            initial={filter.by?.toString()}
            choices={view.people.map(({ id, name }) => ({ value: String(id), title: name }))}
          />
          <SelectField
            name="inspection"
            label="Inspection"
            none="Any"
            initial={filter.inspection?.toString()}
            choices={view.inspections.map(({ id, name }) => ({ value: String(id), title: name }))}
          />
          <TextField name="for" label="For, such as A14 or R3" width="short" initial={filter.for} />
          <DateField name="from" label="Covers a day from" initial={filter.from} />
          <DateField name="to" label="to" initial={filter.to} />
        </div>
      </details>
      <Button look="secondary">Show</Button>
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
        {one.previews.length > 0 ? (
          <ul className="font-normal">
            {one.previews.map(({ id, name }) => (
              <li key={id}>
                <a href={paths.evidencePreview(one.id, id)} className="break-words">
                  Preview of <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        {one.passage ? (
          <span className="block font-normal text-16">
            {one.passage.map(({ text, isFound }, at) =>
              isFound ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
            )}
          </span>
        ) : null}
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
        {one.recommendations.map(({ id, text }) => (
          <li key={`R${id}`}>
            {recommendationRef(id)} <a href={paths.recommendation(id)}>{text}</a>
          </li>
        ))}
        {one.actions.length + one.recommendations.length === 0 ? (
          <li>
            <Gap>Nothing yet</Gap>
          </li>
        ) : null}
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
        children and families say. <a href={paths.newEvidence()}>Add the first piece</a>: without
        evidence that somebody else has accepted, nothing is assured.
      </p>
    </Empty>
  )
}
