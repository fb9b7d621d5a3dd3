import type { ReactNode } from 'react'
import { actionRef, recommendationRef } from '~/domain/plan/references'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { BragTag } from '~/ui/brag-tag'
import { ButtonLink } from '~/ui/button'
import { LinkedMeasures } from '~/ui/linked-measures'
import { Empty, Notice, Page, Section } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import { AssuranceTag, DeliveryTag, ImpactTag } from '~/ui/standing-tags'
import { ActionColour } from './action-colour'
import { MilestoneList } from './action-milestones'
import { DueDateLine } from './action-due-date-line'
import { SaidAndShown } from './action-said-and-shown'
import { SourceOfAction } from './action-source'
import type { ActionView } from './action.query.server'
import { Who } from './action-who'
import { CitedFindings } from './cited-findings'
import { DependencyLines } from './dependencies.page'
import { RecommendationWords } from './recommendation-words'
import { Way, Ways } from './ways'

/** One action as one story: why, what, who, when, how it stands, what was said and shown. */
export function ActionPage({ view }: { view: ActionView }) {
  const [first] = view.recommendations
  return (
    <Page
      title={view.title}
      above={actionRef(view.id)}
      crumbs={[
        { to: paths.actions(), name: 'Plan' },
        ...(first
          ? [{ to: paths.recommendation(first.id), name: recommendationRef(first.id) }]
          : []),
      ]}
      lede={<AtAGlance view={view} />}
      primary={<Primary view={view} />}
    >
      <Meanwhile view={view} />
      <Section title="Why" id="why">
        {view.recommendations.map((recommendation) => (
          <div key={recommendation.id}>
            {recommendation.isPriority ? (
              <p className="mb-1 font-bold">Area for priority action</p>
            ) : null}
            <RecommendationWords recommendation={recommendation} />
          </div>
        ))}
        {view.recommendations.length === 0 ? (
          <Empty>
            <Gap>No recommendation</Gap>
            <p className="mt-1">Nothing in a report says yet why this is done.</p>
          </Empty>
        ) : null}
        <CitedFindings
          actionId={view.id}
          findings={view.findings}
          mayCite={view.offers.edit?.allowed ?? false}
        />
        <Ways>
          <Way to={paths.actionFindings(view.id)} decision={view.offers.edit}>
            Cite a finding
          </Way>
        </Ways>
      </Section>
      <What view={view} />
      <Who view={view} />
      <Section title="When" id="when">
        <DueDateLine view={view} />
        <Ways>
          <Way to={paths.actionDueDate(view.id)} decision={view.offers.askForDate}>
            Ask for a new date
          </Way>
        </Ways>
      </Section>
      <HowItStands view={view} />
      <LinkedMeasures measures={view.measures} />
      <SaidAndShown view={view} />
      <SourceOfAction source={view.source} />
      <Section title="History" id="history">
        <ol className="text-16">
          {view.history.map((line, at) => (
            <li
              key={at}
              className="gap-x-6 border-b border-line py-2 md:grid md:grid-cols-[9rem_1fr]"
            >
              {/* a day is named once in sight, and for each of its lines to screen readers */}
              <span className="block text-quiet">
                <span className={line.on === view.history[at - 1]?.on ? 'sr-only' : ''}>
                  {longDate(line.on)}
                </span>
              </span>
              <span className="block max-w-measure">{line.sentence}</span>
            </li>
          ))}
        </ol>
        {view.history.length === 0 ? (
          <Empty>Every change will stand here: who made it, when, and why.</Empty>
        ) : null}
      </Section>
    </Page>
  )
}

/** The one thing that one's role comes here for. */
function Primary({ view: { id, offers } }: { view: ActionView }) {
  if (offers.decideDate?.allowed) {
    return <ButtonLink to={paths.actionDueDateDecision(id)}>Decide the new date</ButtonLink>
  }
  if (offers.edit) return <ButtonLink to={paths.editAction(id)}>Edit the action</ButtonLink>
  if (offers.addEvidence) return <ButtonLink to={paths.actionEvidence(id)}>Add evidence</ButtonLink>
  if (offers.signOff?.allowed) {
    return <ButtonLink to={paths.actionImpact(id)}>Sign off impact</ButtonLink>
  }
  return null
}

function AtAGlance({ view: { standing } }: { view: ActionView }) {
  const { delivery, stated, differs, assurance, impact, brag, colour } = standing
  return (
    <span className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
      <span className="basis-full">
        <a href="#colour">Colour</a> <BragTag brag={brag} />
        {colour.stated?.better ? (
          <>
            {' '}
            (stated <BragTag brag={colour.stated.brag} /> until {longDate(colour.stated.untilOn)})
          </>
        ) : null}
      </span>
      <span>
        <DeliveryTag delivery={delivery.rating} />
        {differs && stated ? (
          <span className="whitespace-nowrap">
            {' '}
            (stated <DeliveryTag delivery={stated.rating} />)
          </span>
        ) : null}
      </span>
      <AssuranceTag assurance={assurance.assurance} />
      <ImpactTag impact={impact.impact} />
    </span>
  )
}

function Meanwhile({ view: { meanwhile } }: { view: ActionView }) {
  if (meanwhile.length === 0) return null
  return (
    <Notice title="Saved. Somebody else edited this action while you did; both changes are kept.">
      <ul className="mt-1 list-disc pl-5">
        {meanwhile.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  )
}

function What({ view }: { view: ActionView }) {
  return (
    <Section title="What" id="what">
      <h3>Outcome for children</h3>
      {view.outcome ? (
        <p className="mb-4 whitespace-pre-line max-w-measure">{view.outcome}</p>
      ) : (
        <p className="mb-4">
          <Gap>No outcome</Gap>
        </p>
      )}
      <h3>How success is measured</h3>
      {view.successMeasure ? (
        <p className="mb-4 whitespace-pre-line max-w-measure">{view.successMeasure}</p>
      ) : (
        <p className="mb-4">
          {view.measures.length > 0 ? (
            <a href="#measures">By its measures</a>
          ) : (
            <Gap>No measure of success</Gap>
          )}
        </p>
      )}
      <h3>Milestones</h3>
      <MilestoneList view={view} />
      <DependencyLines {...view.dependencies} />
      <Ways>
        <Way to={paths.actionMilestone(view.id)} decision={view.offers.addMilestone}>
          Add a milestone
        </Way>
        <Way to={paths.actionDependencies(view.id)} decision={view.offers.edit}>
          Say what it waits for
        </Way>
      </Ways>
      {view.theme ? (
        <p className="mt-4 text-16">
          Theme: <a href={paths.actions({ theme: String(view.theme.id) })}>{view.theme.name}</a>
        </p>
      ) : null}
    </Section>
  )
}

function HowItStands({ view }: { view: ActionView }) {
  const { delivery, differs, stated, assurance, impact } = view.standing
  const { deliver, signOff } = view.offers
  return (
    <Section title="How it stands" id="standing">
      <div className="grid gap-6 md:grid-cols-3">
        <Standing
          title="Delivery"
          question="Did we do it?"
          tag={<DeliveryTag delivery={delivery.rating} />}
          sentences={delivery.reasons}
        >
          {differs ? (
            <p className="mt-2 border-l-4 border-at-risk pl-2 font-bold">{differs}</p>
          ) : stated ? (
            <p className="mt-2 text-quiet">
              {stated.authorName} said the same on {longDate(stated.saidOn)}.
            </p>
          ) : null}
        </Standing>
        <Standing
          title="Assurance"
          question="Has somebody else accepted evidence of it?"
          tag={<AssuranceTag assurance={assurance.assurance} />}
          sentences={assurance.reasons}
        />
        <Standing
          title="Impact"
          question="Did it make a difference for children?"
          tag={<ImpactTag impact={impact.impact} />}
          sentences={[impact.reason]}
        >
          {view.signedWords ? <p className="mt-2">“{view.signedWords}”</p> : null}
        </Standing>
      </div>
      <ActionColour view={view} />
      <Ways>
        <Way to={paths.actionDelivered(view.id)} decision={deliver}>
          Mark as delivered
        </Way>
        <Way to={paths.actionImpact(view.id)} decision={signOff}>
          Sign off impact
        </Way>
      </Ways>
    </Section>
  )
}

function Standing({
  title,
  question,
  tag,
  sentences,
  children,
}: {
  title: string
  question: string
  tag: ReactNode
  sentences: readonly string[]
  children?: ReactNode
}) {
  return (
    <div className="border-t-4 border-edge pt-2">
      <h3>{title}</h3>
      <p className="text-16 text-quiet">{question}</p>
      <p className="my-2">{tag}</p>
      <div className="text-16">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {children}
      </div>
    </div>
  )
}
