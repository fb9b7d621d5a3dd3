import { daysLeftInWords } from '~/domain/plan/visits'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { CauseLink } from '~/ui/cause-link'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormState } from '~/ui/form-state'
import { Fact, Facts, Page } from '~/ui/page'
import { SinceVisitSection } from '~/ui/since-visit'
import { Afterwards } from './afterwards'
import { Checklist } from './checklist'
import { visitDaysInWords, letterInWords } from './days-in-words'
import { Questions, Tested } from './inspectors-look'
import { KeyLines } from './key-lines'
import type { VisitDetailView } from './visit-detail.query.server'

export function VisitDetailPage({
  view,
  form,
}: {
  view: VisitDetailView
  /** where something on the page was refused */
  form?: FormState
}) {
  const { visit, moved, checklist, keyLines, look, today } = view
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
          <Fact name="Held">{visitDaysInWords(visit.heldFrom, visit.heldTo)}</Fact>
        ) : null}
        <Fact name="Window">
          {visitDaysInWords(visit.expectedFrom, visit.expectedTo)}
          {isHeld ? null : `: ${daysLeftInWords(visit, view.today)}`}
        </Fact>
        <Fact name="Covers">{visit.covers || 'Not known yet'}</Fact>
        {view.tested.length > 0 && (isHeld || !look) ? (
          <Fact name="Tested">
            <ul>
              {view.tested.map((cause) => (
                <li key={cause.id}>
                  <CauseLink cause={cause} />
                </li>
              ))}
            </ul>
          </Fact>
        ) : null}
        <Fact name="Lead inspector">
          {visit.leadInspector || (isHeld ? 'Not recorded' : 'Not known yet')}
        </Fact>
        <Fact name="Letter published">{letterInWords(visit.letterPublished)}</Fact>
      </Facts>
      {view.mayEdit ? (
        <p className="no-print mb-8">
          <a href={paths.editVisit(visit.id)}>Change the visit</a>
        </p>
      ) : null}
      {isHeld ? <Afterwards view={view} /> : null}
      {!isHeld && view.mayAddLetter && visit.expectedFrom <= today ? (
        <p className="no-print mb-8">
          The letter has come? <a href={paths.visitLetter(visit.id)}>Add it</a>, and the visit is
          recorded as held and closed by it.
        </p>
      ) : null}
      {look ? <Questions look={look} wasHeld={isHeld} /> : null}
      {look && !isHeld ? <Tested look={look} mayEdit={view.mayEdit} visitId={visit.id} /> : null}
      {keyLines && (!isHeld || keyLines.lines.length > 0) ? (
        <KeyLines {...keyLines} visitId={visit.id} />
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
