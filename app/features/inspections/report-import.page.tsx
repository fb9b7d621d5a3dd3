import { useRef } from 'react'
import { daysInWords } from '~/domain/inspection/names'
import { nationalFrameworkName } from '~/domain/inspection/national-framework'
import { recommendationKindTitles } from '~/domain/inspection/recommendation-kinds'
import { counted, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { GradeTag } from '~/ui/grade-tag'
import { Empty, Fact, Facts, Notice, Page, Section } from '~/ui/page'
import { Key, KeysHelp } from '~/ui/keys-help'
import { Gap, ToneTag } from '~/ui/rating-tag'
import { BesideSource } from './beside-source'
import { useItemKeys } from './item-keys'
import { ProposedStatements } from './proposed-statements'
import type { ProposedItem, ReportImportView } from './report-import.query.server'

export function ReportImportPage({
  view,
  form,
}: {
  view: ReportImportView
  form: FormState | undefined
}) {
  return (
    <Page
      wide
      title="What the report says"
      above={view.originalName}
      crumbs={[{ to: paths.inspections(), name: 'Inspections' }]}
      lede={
        view.isOpen.allowed
          ? 'Waymark proposes, you decide. Compare each item with the report, put it right, and confirm. Nothing is in the plan before that.'
          : undefined
      }
    >
      <ErrorSummary form={form} />
      <Closed view={view} />
      {view.isOpen.allowed ? <Open view={view} form={form} /> : null}
    </Page>
  )
}

export function Closed({ view }: { view: ReportImportView }) {
  if (view.isOpen.allowed) return null
  return (
    <Notice title={view.isOpen.because}>
      <p>
        {view.inspectionId ? (
          <a href={paths.inspection(view.inspectionId)}>Open the inspection</a>
        ) : (
          <a href={paths.addReport()}>Add a report</a>
        )}
      </p>
    </Notice>
  )
}

function Open({ view, form }: { view: ReportImportView; form: FormState | undefined }) {
  const proposals = useRef<HTMLDivElement>(null)
  const keys = useItemKeys(proposals)
  return (
    <>
      <SameFile view={view} />
      <Doubts view={view} />
      <BesideSource proposal={view} itemHref={(key) => `#item-${key}`}>
        <DetailsSection view={view} />
        {view.items.length + view.statements.length > 0 ? (
          <KeysHelp keys={keys} off="The keys for going through the items are off.">
            <Key name="J" /> next, <Key name="K" /> previous, <Key name="Enter" /> accept,{' '}
            <Key name="E" /> edit, <Key name="S" /> split, <Key name="M" /> merge with the next,{' '}
            <Key name="X" /> remove or set aside.
          </KeysHelp>
        ) : null}
        <div ref={proposals}>
          <Items view={view} form={form} />
          <Removed view={view} />
          <ProposedStatements view={view} form={form} />
        </div>
        <Paragraphs view={view} />
        <Confirm view={view} form={form} />
      </BesideSource>
    </>
  )
}

function SameFile({ view: { sameFile } }: { view: ReportImportView }) {
  if (!sameFile) return null
  return (
    <Notice title="This file has been added before.">
      <p>
        {sameFile.inspectionId ? (
          <a href={paths.inspection(sameFile.inspectionId)}>Open the inspection it became</a>
        ) : (
          <a href={paths.reportImport(sameFile.importId)}>Open the proposal that waits</a>
        )}{' '}
        rather than correct it twice.
      </p>
    </Notice>
  )
}

function Doubts({ view: { warnings, problems } }: { view: ReportImportView }) {
  if (warnings.length === 0 && problems.length === 0) return null
  return (
    <div className="mb-6 grid gap-x-8 gap-y-4 border-l-4 border-at-risk pl-4 lg:grid-cols-2">
      {problems.length > 0 ? (
        <div>
          <h2 className="text-18 md:text-18">Before you can confirm</h2>
          <ul className="mt-1 list-disc pl-5">
            {problems.map(({ at, sentence }) => (
              <li key={at + sentence}>
                <a href={at === 'details' ? '#details' : `#item-${at}`}>{sentence}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {warnings.length > 0 ? (
        <div>
          <h2 className="text-18 md:text-18">What the reader was unsure of</h2>
          <ul className="mt-1 list-disc pl-5">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}

function DetailsSection({ view }: { view: ReportImportView }) {
  const { details } = view
  const { inspectedFrom, inspectedTo } = details
  return (
    <Section
      id="details"
      title="Details"
      aside={<a href={paths.reportImportDetails(view.id)}>Correct the details</a>}
    >
      <Facts>
        <Fact name="Kind">{details.kindTitle}</Fact>
        <Fact name="Framework">{details.frameworkTitle ?? 'None: nothing is graded'}</Fact>
        <Fact name="Council">{details.council || <Gap>No council</Gap>}</Fact>
        <Fact name="Inspected">
          {inspectedFrom && inspectedTo ? (
            daysInWords(inspectedFrom, inspectedTo)
          ) : (
            <Gap>No dates</Gap>
          )}
        </Fact>
        <Fact name="Lead inspector">{details.leadInspector || 'Not named'}</Fact>
        {details.kind === 'jtai' ? (
          <>
            <Fact name="Principal authority">{details.principalAuthority || 'Not named'}</Fact>
            <Fact name="Statement due, says the letter">
              {details.statementDueOn ? (
                longDate(details.statementDueOn)
              ) : (
                <Gap>No date stated</Gap>
              )}
            </Fact>
          </>
        ) : null}
        {view.areasCovered.length > 0 ? (
          <Fact name="Areas covered">{view.areasCovered.join('; ')}</Fact>
        ) : null}
        {details.judgements.map((judgement) => (
          <Fact key={judgement.area} name={judgement.areaName}>
            <GradeTag {...judgement} />
          </Fact>
        ))}
      </Facts>
      {view.judgedAreas.length > 0 && details.judgements.length === 0 ? (
        <Gap>No judgements</Gap>
      ) : null}
    </Section>
  )
}

function Items({ view, form }: { view: ReportImportView; form: FormState | undefined }) {
  const reworded = view.items.filter(({ wording }) => wording === 'reworded').length
  return (
    <Section
      id="items"
      title={
        view.items.length === 0
          ? 'No recommendations'
          : counted(view.items.length, 'recommendation')
      }
      aside={<a href={paths.reportImportItemAdd(view.id)}>Add one that is missing</a>}
    >
      {view.items.length === 0 ? (
        <Empty>
          {view.hasNoSection
            ? 'This report has no section on what must improve. That can be right: confirm it with none, or add what you find in the text.'
            : 'You have removed every item. Restore one below, or confirm the report with none.'}
        </Empty>
      ) : (
        <p className="mb-3 text-16 text-quiet">
          {reworded === 0
            ? 'Each stands word for word in the report.'
            : `${reworded} of ${view.items.length} ${reworded === 1 ? 'is' : 'are'} not the report’s own words and will be marked so.`}
        </p>
      )}
      {view.items.map((item) => (
        <Item key={item.key} item={item} view={view} form={form} />
      ))}
    </Section>
  )
}

function Item({
  item,
  view,
  form,
}: {
  item: ProposedItem
  view: ReportImportView
  form: FormState | undefined
}) {
  const needsPerson = item.because !== null && !item.accepted
  return (
    <article
      id={`item-${item.key}`}
      data-item={item.key}
      tabIndex={-1}
      aria-labelledby={`title-${item.key}`}
      className={`card mb-4 scroll-mt-4 ${needsPerson ? 'border-l-4 border-l-at-risk' : ''}`}
    >
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 id={`title-${item.key}`} className="text-16 md:text-16">
          {item.number}. {recommendationKindTitles[item.kind]}
          {item.printedNumber ? (
            <span className="font-normal text-quiet"> (number {item.printedNumber})</span>
          ) : null}
        </h3>
        <span className="text-16">
          <State item={item} />
        </span>
      </div>
      <ItemWords item={item} />
      {needsPerson ? (
        <p className="mb-2 max-w-measure">
          <span className="font-bold">Unsure:</span> {item.because}
        </p>
      ) : null}
      <AcceptForm item={item} view={view} form={form} />
      <div className="flex flex-wrap items-baseline gap-x-5">
        <span data-act="edit">
          <ButtonLink look="quiet" to={paths.reportImportItemEdit(view.id, item.key)}>
            Edit
            <Which item={item} />
          </ButtonLink>
        </span>
        <span data-act="split">
          <ButtonLink look="quiet" to={paths.reportImportItemSplit(view.id, item.key)}>
            Split
            <Which item={item} />
          </ButtonLink>
        </span>
        {item.merge.allowed ? (
          <form
            data-act="merge"
            method="post"
            action={paths.reportImportItemMerge(view.id, item.key)}
          >
            <input type="hidden" name="revision" value={view.revision} />
            <input type="hidden" name="with" value={item.mergeWith} />
            <Button look="quiet">
              Merge <span className="sr-only">item {item.number} </span>with the next
            </Button>
          </form>
        ) : null}
        <form
          method="post"
          action={paths.reportImportItemRemove(view.id, item.key)}
          data-act="remove"
        >
          <input type="hidden" name="revision" value={view.revision} />
          <Button look="quiet">
            Remove
            <Which item={item} />
          </Button>
        </form>
      </div>
    </article>
  )
}

const Which = ({ item }: { item: ProposedItem }) => (
  <span className="sr-only"> item {item.number}</span>
)

function State({ item }: { item: ProposedItem }) {
  if (item.accepted) return <ToneTag tone="good">Accepted</ToneTag>
  if (item.because) return <ToneTag tone="warning">Needs you</ToneTag>
  return <ToneTag tone="none">Proposed</ToneTag>
}

/** The item's words, whether they are the report's own, and where they stand in it. */
function ItemWords({ item }: { item: ProposedItem }) {
  const { heading, page, passages } = item
  const place = [heading ? `under “${heading}”` : '', page ? `page ${page}` : '']
    .filter(Boolean)
    .join(', ')
  return (
    <>
      {item.wording === 'verbatim' ? (
        <blockquote className="mb-2 max-w-measure border-l-4 border-brand pl-3">
          {item.text}
        </blockquote>
      ) : (
        <p className="mb-2 max-w-measure">{item.text}</p>
      )}
      {item.wording === 'reworded' ? (
        <div className="mb-2 max-w-measure text-16">
          <ToneTag tone="warning">Reworded</ToneTag>
          {passages.length > 0 ? (
            <p>
              <span className="text-quiet">The report says:</span>{' '}
              {passages.map((passage) => `“${passage}”`).join(' and ')}
            </p>
          ) : (
            <p className="text-quiet">These words were not found in the report.</p>
          )}
        </div>
      ) : null}
      {item.responsibleBodies.length > 0 ? (
        <p className="mb-2 text-16">
          <span className="text-quiet">It asks</span> {item.responsibleBodies.join(', ')}
        </p>
      ) : null}
      <p className="mb-2 text-16 text-quiet">
        {item.wording === 'verbatim' ? 'Word for word' : 'Stands'} {place}
        {item.isMarked ? (
          <>
            {' '}
            · <a href={`#mark-${item.key}`}>See it in the report</a>
          </>
        ) : null}
        {item.nationalFramework.length > 0
          ? ` · National Framework: ${item.nationalFramework.map(nationalFrameworkName).join(', ')}`
          : ''}
      </p>
    </>
  )
}

function AcceptForm({
  item,
  view,
  form,
}: {
  item: ProposedItem
  view: ReportImportView
  form: FormState | undefined
}) {
  // The summary of errors leads to the field by its name, which only one of the items can carry.
  const wasSent = form?.typed.key?.[0] === item.key
  const id = wasSent ? 'area' : `area-${item.key}`
  return (
    <form
      method="post"
      action={paths.reportImportItemAccept(view.id, item.key)}
      className="mb-1 flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="revision" value={view.revision} />
      <input type="hidden" name="key" value={item.key} />
      <div className="min-w-0 grow sm:max-w-[20rem]">
        <label htmlFor={id} className="block text-16">
          Judgement area
          {item.area && item.areaIsProposed ? (
            <span className="text-quiet"> (proposed from its words)</span>
          ) : null}
        </label>
        <select
          id={id}
          name="area"
          defaultValue={(wasSent ? form?.typed.area?.[0] : item.area) ?? ''}
          className="block min-h-[44px] w-full rounded border-2 border-edge bg-paper px-3 py-2 text-16 text-ink"
        >
          {item.area ? null : <option value="">Choose an area</option>}
          {view.areas.map((area) => (
            <option key={area.value} value={area.value}>
              {area.title}
            </option>
          ))}
        </select>
      </div>
      <span data-act="accept">
        <Button look="secondary">
          {item.accepted ? 'Save the area' : 'Accept'}
          <Which item={item} />
        </Button>
      </span>
    </form>
  )
}

function Removed({ view }: { view: ReportImportView }) {
  if (view.removed.length === 0) return null
  return (
    <details className="mb-10" open={view.items.length === 0}>
      <summary className="min-h-[44px] cursor-pointer py-2 font-bold">
        {counted(view.removed.length, 'item')} removed
      </summary>
      <ul>
        {view.removed.map((item) => (
          <li key={item.key} id={`item-${item.key}`} className="border-b border-line py-2">
            <p className="max-w-measure">“{item.text}”</p>
            <form method="post" action={paths.reportImportItemRestore(view.id, item.key)}>
              <input type="hidden" name="revision" value={view.revision} />
              <Button look="quiet">
                Restore<span className="sr-only"> “{item.text.slice(0, 60)}”</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What nobody has accepted is not kept: that is said before it happens. */
function Undecided({ view: { statements } }: { view: ReportImportView }) {
  const open = statements.filter(({ state }) => state === 'proposed')
  if (open.length === 0) return null
  return (
    <p className="mb-3 max-w-measure">
      <ToneTag tone="warning">{counted(open.length, 'statement')} not looked at yet</ToneTag>
      <span className="block">
        Only what you accept is kept. <a href={`#item-${open[0]!.key}`}>Go to the first</a>.
      </span>
    </p>
  )
}

function Paragraphs({ view: { paragraphs } }: { view: ReportImportView }) {
  if (paragraphs === 0) return null
  return (
    <Section id="paragraphs" title={counted(paragraphs, 'paragraph')}>
      <p className="max-w-measure">
        Every paragraph of its findings is kept with its number and page, word for word, so that an
        action can cite it.
      </p>
    </Section>
  )
}

function Confirm({ view, form }: { view: ReportImportView; form: FormState | undefined }) {
  return (
    <Section id="confirm" title="Confirm">
      <form method="post" action={paths.reportImportConfirm(view.id)}>
        <input type="hidden" name="revision" value={view.revision} />
        <DateField
          name="receivedOn"
          label="Date the report was received"
          hint="The report does not print it. The dates for publishing it and for the statement of action are counted from this day. Leave it empty if you must ask; they wait until it is given."
          max={view.today}
          form={form}
          optional
        />
        <p className="mb-3 max-w-measure text-16 text-quiet">
          From then on the words of each recommendation stay as they are.
        </p>
        <Undecided view={view} />
        <Button>
          {view.items.length === 0
            ? 'Confirm with no recommendations'
            : `Confirm ${counted(view.items.length, 'recommendation')}`}
        </Button>
      </form>
      <form method="post" action={paths.reportImportDiscard(view.id)} className="mt-4">
        <Button look="quiet">Set this report aside</Button>
        <p className="text-16 text-quiet">
          Added by {view.startedByName} on {longDate(view.startedOn)}. Setting it aside keeps the
          report on record and puts nothing in the plan.
        </p>
      </form>
    </Section>
  )
}
