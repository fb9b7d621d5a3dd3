import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, SelectField, TextArea } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { Empty, Notice, Page, Section } from '~/ui/page'
import { Gap, ToneTag } from '~/ui/rating-tag'
import type { AwayView } from './away.query.server'

type Absence = AwayView['absences'][number]

/** Days away: who stands in, past and to come. */
export function AwayPage({ view, form }: { view: AwayView; form: FormState | undefined }) {
  const { isMine, name } = view
  return (
    <Page
      title={isMine ? 'When I am away' : `When ${name} is away`}
      crumbs={[
        isMine
          ? { to: paths.account(), name: 'My account' }
          : { to: paths.owners(), name: 'Who carries the plan' },
      ]}
      lede={
        isMine
          ? 'Somebody stands in: what is asked of you is shown to them too, as yours. You stay the owner of what you own.'
          : `Somebody stands in: what is asked of ${name} is shown to them too, as theirs to do for ${name}. Who owns what stays as it is.`
      }
    >
      <ErrorSummary form={form} />
      {view.standsInFor.length > 0 ? (
        <Notice title={isMine ? 'You stand in for others' : `${name} stands in for others`}>
          <ul>
            {view.standsInFor.map((one) => (
              <li key={`${one.name} ${one.awayFrom}`}>
                {one.name}, {longDate(one.awayFrom)} to {longDate(one.awayTo)}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Section title="Name a deputy">
        {view.decision.allowed ? (
          <form method="post" action={paths.away(view.personId)}>
            <div className="flex flex-wrap gap-x-8">
              <DateField name="awayFrom" label="First day away" form={form} />
              <DateField name="awayTo" label="Last day away" form={form} />
            </div>
            <SelectField
              name="deputyId"
              label="Who stands in"
              none="Choose somebody"
              choices={view.deputies}
              form={form}
            />
            <TextArea
              name="note"
              label="What they should know"
              rows={3}
              optional
              hint="No names of children, and nothing that would tell who they are."
              form={form}
            />
            <NotAnIdentifier form={form} />
            <Button>Name the deputy</Button>
          </form>
        ) : (
          <p>{view.decision.because}</p>
        )}
      </Section>
      <Section title="Days away, the latest first">
        {view.absences.length === 0 ? (
          <Empty>Holidays, training and illness stand here with whoever stood in.</Empty>
        ) : (
          <ul>
            {view.absences.map((absence) => (
              <li key={absence.id} className="border-b border-line py-3">
                <OneAbsence absence={absence} view={view} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  )
}

function OneAbsence({
  absence,
  view: { today, isMine, name },
}: {
  absence: Absence
  view: AwayView
}) {
  const { awayFrom, awayTo, backOn, end } = absence
  const hasBegun = awayFrom <= today
  return (
    <>
      <p>
        <span className="font-bold">
          {longDate(awayFrom)} to {longDate(awayTo)}
        </span>
        {backOn ? (
          <span className="text-quiet">
            {' '}
            · {backOn === awayFrom ? 'called off' : `back on ${longDate(backOn)}`}
          </span>
        ) : end && hasBegun ? (
          <>
            {' '}
            <ToneTag tone="part">Away now</ToneTag>
          </>
        ) : null}
      </p>
      <p>
        {absence.deputyName} {end ? 'stands in' : 'stood in'}{' '}
        {end && absence.deputyLeft ? <Gap>Has left</Gap> : null}
      </p>
      {absence.note ? <p className="max-w-measure">“{absence.note}”</p> : null}
      <p className="text-16 text-quiet">Named by {absence.setBy}</p>
      {end ? (
        <form method="post" action={paths.absenceEnd(absence.id)} className="no-print mt-2">
          <Button look="secondary" decision={end}>
            {hasBegun ? (isMine ? 'I am back' : `${name} is back`) : 'Call it off'}
            <span className="sr-only">: away from {longDate(awayFrom)}</span>
          </Button>
        </form>
      ) : null}
    </>
  )
}
