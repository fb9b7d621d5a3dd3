import { limitsInWords } from '~/domain/action/due-date-limits'
import { retentionInWords } from '~/domain/evidence/retention'
import { shelfLivesInWords } from '~/domain/evidence/shelf-lives'
import type { BragTable } from '~/domain/plan/brag'
import { rowInWords } from '~/domain/plan/brag-table'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { BragTag } from '~/ui/brag-tag'
import { ButtonLink } from '~/ui/button'
import { Page, Section } from '~/ui/page'
import { Table } from '~/ui/table'
import type { RatingsView } from './ratings.query.server'

export function RatingsPage({ view }: { view: RatingsView }) {
  const { table, limits, tables, pastLimits, shelfLives, pastShelfLives, maySet } = view
  const { identifiers, pastIdentifiers, maySetIdentifiers } = view
  const { retention, pastRetention } = view
  return (
    <Page
      title="Ratings"
      lede="What decides the colour of an action, which new dates wait for a leader, how long evidence is fresh and how long it is kept, and what is looked for so that no child can be told. Everybody who reads the plan can read this."
      primary={
        maySet ? <ButtonLink to={paths.adminBragTable()}>Change the table</ButtonLink> : undefined
      }
    >
      <Section id="colours" title="Colours">
        <p className="mb-3 max-w-measure">
          Delivery, assurance and impact stay three separate things. This table makes one colour of
          them: the first row that fits an action decides.
        </p>
        <BragTableRows table={table} caption="The table of colours that stands now" />
      </Section>
      <Section
        id="dates"
        title="New dates"
        aside={maySet ? <a href={paths.adminDueDateLimits()}>Change these limits</a> : undefined}
      >
        <Sentences of={limitsInWords(limits)} />
      </Section>
      <Section
        id="evidence"
        title="How long evidence is fresh"
        aside={maySet ? <a href={paths.adminShelfLives()}>Change the shelf lives</a> : undefined}
      >
        <Sentences of={shelfLivesInWords(shelfLives)} />
      </Section>
      <Section
        id="identifiers"
        title="Identifiers of the council"
        aside={
          maySetIdentifiers ? (
            <a href={paths.adminIdentifiers()}>Change what is looked for</a>
          ) : undefined
        }
      >
        <p className="mb-3 max-w-measure">
          NHS numbers, pupil numbers, National Insurance numbers, dates of birth and postcodes are
          looked for in everything that is added.
        </p>
        <Sentences of={identifiers} />
      </Section>
      <Section
        id="kept"
        title="How long evidence is kept"
        aside={maySet ? <a href={paths.adminRetention()}>Change how long</a> : undefined}
      >
        <Sentences of={retentionInWords(retention)} />
      </Section>
      <Section id="history" title="What stood before">
        <p className="mb-3 max-w-measure">
          A past day is judged by the table of that day. Before the first change stood Waymark’s
          own.
        </p>
        {tables.map((version) => (
          <details key={version.id} className="border-b border-line">
            <summary className="min-h-[44px] cursor-pointer py-2">
              Colours from {longDate(version.fromOn)}, by {version.savedByName}: “{version.why}”
            </summary>
            <BragTableRows
              table={version.table}
              caption={`The table of colours from ${longDate(version.fromOn)}`}
            />
          </details>
        ))}
        {pastLimits.map((version) => (
          <details key={version.id} className="border-b border-line">
            <summary className="min-h-[44px] cursor-pointer py-2">
              Limits of dates from {longDate(version.fromOn)}, by {version.savedByName}: “
              {version.why}”
            </summary>
            <Sentences of={version.sentences} />
          </details>
        ))}
        {pastShelfLives.map((version) => (
          <details key={version.id} className="border-b border-line">
            <summary className="min-h-[44px] cursor-pointer py-2">
              Shelf lives from {longDate(version.fromOn)}, by {version.savedByName}: “{version.why}”
            </summary>
            <Sentences of={version.sentences} />
          </details>
        ))}
        {pastIdentifiers.map((version) => (
          <details key={version.id} className="border-b border-line">
            <summary className="min-h-[44px] cursor-pointer py-2">
              Identifiers from {longDate(version.fromOn)}, by {version.savedByName}: “{version.why}”
            </summary>
            <Sentences of={version.sentences} />
          </details>
        ))}
        {pastRetention.map((version) => (
          <details key={version.id} className="border-b border-line">
            <summary className="min-h-[44px] cursor-pointer py-2">
              How long evidence is kept from {longDate(version.fromOn)}, by {version.savedByName}: “
              {version.why}”
            </summary>
            <Sentences of={version.sentences} />
          </details>
        ))}
        {tables.length +
          pastLimits.length +
          pastShelfLives.length +
          pastIdentifiers.length +
          pastRetention.length ===
        0 ? (
          <p className="text-quiet">Nothing has been changed yet.</p>
        ) : null}
      </Section>
    </Page>
  )
}

function Sentences({ of }: { of: readonly string[] }) {
  return (
    <ul className="mb-3 max-w-measure list-disc pl-5">
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

function BragTableRows({ table, caption }: { table: BragTable; caption: string }) {
  return (
    <div className="mb-3">
      <Table
        caption={caption}
        rows={table.map((row, at) => ({ row, at }))}
        rowKey={({ at }) => at}
        columns={[
          { title: 'Row', isName: true, width: 'md:w-[4rem]', cell: ({ at }) => at + 1 },
          { title: 'Where', cell: ({ row }) => rowInWords(row) },
          { title: 'Colour', width: 'md:w-[40%]', cell: ({ row }) => <BragTag brag={row.brag} /> },
        ]}
      />
    </div>
  )
}
