import { repeatVerdictTitles } from '~/domain/inspection/repeats'
import { recommendationRef } from '~/domain/plan/references'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Empty, Page, Quote, Section } from '~/ui/page'
import { ProposedRepeat } from './proposed-repeat'
import type { DecidedPair, RepeatsView } from './repeats.query.server'

export function RepeatsPage({ view, form }: { view: RepeatsView; form: FormState | undefined }) {
  const ref = recommendationRef(view.id)
  return (
    <Page
      wide
      title={`Was ${ref} said before?`}
      crumbs={[
        { to: paths.inspection(view.inspection.id), name: view.inspection.name },
        { to: paths.recommendation(view.id), name: ref },
      ]}
    >
      <ErrorSummary form={form} />
      <Quote source={view.inspection.name}>{view.text}</Quote>
      <Section id="proposed" title="What Waymark found">
        {view.proposals.length === 0 ? (
          <Empty>
            Nothing that is still to decide looks like it. Waymark compares the subjects and the
            words of what the same council was told by earlier inspections.
          </Empty>
        ) : (
          <ul>
            {view.proposals.map((proposal) => (
              <ProposedRepeat key={proposal.earlier.id} proposal={proposal} from="recommendation" />
            ))}
          </ul>
        )}
      </Section>
      {view.choices.length > 0 ? <ByHand view={view} form={form} /> : null}
      {view.decided.length > 0 ? <Decided decided={view.decided} /> : null}
    </Page>
  )
}

function ByHand({ view, form }: { view: RepeatsView; form: FormState | undefined }) {
  return (
    <Section id="by-hand" title="What you know yourself">
      <form method="post" action={paths.recommendationRepeats(view.id)}>
        <SelectField
          name="earlierId"
          label="An earlier recommendation that it says again"
          none="Choose one"
          choices={view.choices}
          form={form}
        />
        <input type="hidden" name="from" value="recommendation" />
        <input type="hidden" name="verdict" value="same" />
        <Button look="secondary">{repeatVerdictTitles.same}</Button>
      </form>
    </Section>
  )
}

function Decided({ decided }: { decided: readonly DecidedPair[] }) {
  return (
    <Section id="decided" title="What was decided">
      <ul>
        {decided.map((one) => (
          <li key={one.id} className="border-b border-line py-3">
            <p>
              <strong>{sentenceOf(one)}</strong>{' '}
              <span className="text-quiet">
                {one.decidedByName}, {longDate(one.decidedOn)}
              </span>
            </p>
            <p className="max-w-measure text-16">
              <a href={paths.recommendation(one.other.id)}>{recommendationRef(one.other.id)}</a>{' '}
              <span className="text-quiet">({one.other.inspection})</span> {one.other.text}
            </p>
            <form method="post" action={paths.repeatWithdrawal(one.id)} className="no-print">
              <Button look="quiet">
                Take this back
                <span className="sr-only">: {recommendationRef(one.other.id)}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const sentenceOf = ({ verdict, isEarlier }: DecidedPair): string => {
  if (isEarlier) return verdict === 'same' ? 'It says this again.' : 'This is something else.'
  return verdict === 'same' ? 'It was told again in this.' : 'This later one is something else.'
}
