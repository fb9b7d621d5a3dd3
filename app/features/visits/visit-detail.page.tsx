import { daysLeftInWords } from '~/domain/plan/visits'
import { counted, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormState } from '~/ui/form-state'
import { Fact, Facts, Page } from '~/ui/page'
import { ProgressTag } from '~/ui/progress-tag'
import { SinceVisitSection } from '~/ui/since-visit'
import { Checklist } from './checklist'
import { daysInWords, letterInWords } from './days-in-words'
import type { VisitDetailView } from './visit-detail.query.server'

export function VisitDetailPage({
  view,
  form,
}: {
  view: VisitDetailView
  /** where something on the page was refused */
  form?: FormState
}) {
  const { visit, moved, checklist, today } = view
  const isHeld = visit.heldFrom !== null && visit.heldTo !== null
  return (
    <Page
      title={view.title}
      crumbs={[{ to: paths.visits(), name: 'Visits' }]}
      primary={
        view.mayRecord && !isHeld ? (
          <ButtonLink to={paths.visitHeld(visit.id)} decision={view.mayRecord}>
            Record that it was held
          </ButtonLink>
        ) : undefined
      }
    >
      <ErrorSummary form={form} />
      <Facts>
        <Fact name="Follows">
          <a href={paths.inspection(visit.inspectionId)}>
            The inspection that ended on {longDate(visit.inspectedTo)}
          </a>
        </Fact>
        {visit.heldFrom && visit.heldTo ? (
          <Fact name="Held">{daysInWords(visit.heldFrom, visit.heldTo)}</Fact>
        ) : null}
        <Fact name="Window">
          {daysInWords(visit.expectedFrom, visit.expectedTo)}
          {isHeld ? null : `: ${daysLeftInWords(visit, view.today)}`}
        </Fact>
        <Fact name="Covers">{visit.covers || 'Not known yet'}</Fact>
        {isHeld ? (
          <>
            <Fact name="Lead inspector">{visit.leadInspector || 'Not recorded'}</Fact>
            <Fact name="Letter">
              <Letter view={view} />
            </Fact>
          </>
        ) : null}
      </Facts>
      {view.mayEdit ? (
        <p className="no-print mb-8">
          <a href={paths.editVisit(visit.id)}>Change the visit</a>
        </p>
      ) : null}
      {checklist && (!isHeld || checklist.items.length > 0) ? (
        <Checklist checklist={checklist} visitId={visit.id} today={today} />
      ) : null}
      {moved?.since ? (
        <SinceVisitSection since={moved.since} title="Since this visit" today={today} />
      ) : null}
      {moved?.until ? (
        <SinceVisitSection
          since={moved.until}
          id="until"
          title={moved.until.visit ? 'Since the visit before' : 'Since the inspection'}
          today={today}
        />
      ) : null}
    </Page>
  )
}

function Letter({ view: { visit, letter } }: { view: VisitDetailView }) {
  if (!letter) return letterInWords(visit.letterPublished)
  return (
    <>
      {letterInWords(visit.letterPublished)}.{' '}
      <a href={paths.inspection(letter.inspectionId)}>What it says</a>
      {letter.verdicts.length > 0 ? (
        <ul className="mt-1">
          {letter.verdicts.map(({ verdict, count }) => (
            <li key={verdict}>
              <ProgressTag verdict={verdict} /> on {counted(count, 'recommendation')}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
