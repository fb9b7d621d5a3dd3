import { counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Page, Section } from '~/ui/page'
import { Table } from '~/ui/table'
import type { IdentifiersView, TriedIdentifiers } from './set-identifiers.query.server'

export function SetIdentifiersPage({
  view,
  form,
}: {
  view: IdentifiersView
  form: (FormState & { tried?: TriedIdentifiers }) | undefined
}) {
  const tried = form?.tried
  return (
    <Page
      title="Identifiers of the council"
      crumbs={[{ to: paths.adminRatings(), name: 'Ratings' }]}
      lede="NHS numbers, pupil numbers, National Insurance numbers, dates of birth and postcodes are looked for everywhere. Here you say how your own case numbers are written, and which postcodes are nobody’s home."
    >
      <ErrorSummary form={form} />
      <form method="post" action={`${paths.adminIdentifiers()}#tried`}>
        <TextArea
          name="caseNumbers"
          label="How your case numbers are written"
          hint="One pattern on each line. # is a digit, @ a letter, ? behind a sign says that it may be missing, and the rest stands for itself: LCS-?###### finds LCS-123456 and lcs123456."
          rows={3}
          initial={view.caseNumbers.join('\n')}
          optional
          form={form}
        />
        <TextArea
          name="officePostcodes"
          label="Postcodes of your own offices"
          hint="One on each line. They stand in letters and minutes, and are not taken for a child’s address."
          rows={4}
          initial={view.officePostcodes.join('\n')}
          optional
          form={form}
        />
        <div className="mb-8">
          <Button name="intent" value="try" look={tried ? 'secondary' : undefined}>
            Try it on the evidence
          </Button>
        </div>
        {tried ? (
          <Section id="tried" title="Tried on the evidence kept today">
            <WhatItFinds tried={tried} />
            <input type="hidden" name="triedAs" value={tried.triedAs} />
            <TextArea
              name="why"
              label="Why it changes"
              hint="It stays on record beside it, for everybody who reads the plan. Files that were added before are searched anew, some every five minutes; what is found is held, and who added it finds it on My work."
              rows={3}
              form={form}
            />
            <NotAnIdentifier form={form} />
            <Button name="intent" value="save">
              Look for this from now on
            </Button>
          </Section>
        ) : null}
      </form>
    </Page>
  )
}

function WhatItFinds({
  tried: { patterns, offices, lookedThrough, evidence },
}: {
  tried: TriedIdentifiers
}) {
  const of = ({ things, evidence }: { things: number; evidence: number }) =>
    things === 0 ? 'nothing' : `${counted(things, 'thing')} in ${evidence} of them`
  const sentences = [
    ...patterns.map((one) => ({
      key: one.pattern,
      written: one.pattern,
      such: one.example,
      does: `Would find ${of(one)}`,
    })),
    ...offices.map((one) => ({
      key: one.postcode,
      written: one.postcode,
      such: 'Office',
      does: one.things === 0 ? 'Stands nowhere yet' : `Would leave ${of(one)}`,
    })),
  ]
  return (
    <>
      <p role="status" className="mb-3 max-w-measure">
        {lookedThrough < evidence
          ? `Looked through the ${lookedThrough.toLocaleString('en-GB')} newest of ${evidence.toLocaleString('en-GB')} pieces of evidence, their words and files.`
          : `Looked through all ${counted(evidence, 'piece')} of evidence, their words and files.`}
        {patterns.some(({ things }) => things > 0)
          ? ' If much of it is no case number, make the pattern more exact.'
          : ''}
      </p>
      {sentences.length === 0 ? (
        <p className="mb-4">No case numbers are looked for, and every postcode counts.</p>
      ) : (
        <div className="mb-6">
          <Table
            caption="What each pattern and postcode would do"
            rows={sentences}
            rowKey={({ key }) => key}
            columns={[
              { title: 'Written', isName: true, cell: ({ written }) => written },
              { title: 'Such as', cell: ({ such }) => such },
              { title: 'In the evidence', cell: ({ does }) => does },
            ]}
          />
        </div>
      )}
    </>
  )
}
