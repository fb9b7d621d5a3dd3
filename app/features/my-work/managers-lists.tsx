import type { ReactNode } from 'react'
import { handOverKindTitles } from '~/domain/action/hand-over'
import { lintTitles } from '~/domain/plan/lint'
import { type CalendarDate, counted, daysBetween, shortDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { CauseLink } from '~/ui/cause-link'
import { Section } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import type { ManagersWork, RefusedRequest, ToJudge, Watched } from './managers-work.query.server'
import type { HandOverToWatch } from './offers-to-me.query.server'

const mostInSight = 5

interface List {
  key: string
  title: string
  /** how an empty list is told: "Nothing is late." */
  none: string
  count: number
  items: ReactNode[]
  /** where there are more than are in sight; left out for a list that is always shown whole */
  all?: { to: string; name: string }
}

/** What a manager should see at once; what is empty is said in one line below. */
export function ManagersSection({
  managing,
  today,
}: {
  managing: ManagersWork
  today: CalendarDate
}) {
  const lists = listsOf(managing, today)
  const empty = lists.filter(({ count }) => count === 0)
  return (
    <Section
      id="plan"
      title="The plan needs you"
      aside={
        <>
          <a href={paths.owners()}>Who carries it</a> · <a href={paths.actions()}>All actions</a>
        </>
      }
    >
      <div className="gap-x-10 lg:columns-2">
        {lists
          .filter(({ count }) => count > 0)
          .map((list) => (
            <div key={list.key} className="mb-8 break-inside-avoid">
              <h3 className="text-18">
                {list.title} ({list.count})
              </h3>
              <ul>{list.all ? list.items.slice(0, mostInSight) : list.items}</ul>
              {list.all && list.items.length > mostInSight ? (
                <p className="mt-2 text-16">
                  <a href={list.all.to}>{list.all.name}</a>
                </p>
              ) : null}
            </div>
          ))}
      </div>
      {empty.length === 0 ? null : (
        <p className="text-quiet">{empty.map(({ none }) => none).join(' ')}</p>
      )}
    </Section>
  )
}

function listsOf(managing: ManagersWork, today: CalendarDate): List[] {
  const watched = (
    key: string,
    title: string,
    none: string,
    actions: readonly Watched[],
    filter: Parameters<typeof paths.actions>[0] = {},
  ): List => ({
    key,
    title,
    none,
    count: actions.length,
    items: actions.map((one) => <WatchedAction key={one.id} action={one} />),
    all: { to: paths.actions(filter), name: 'More in the plan' },
  })
  const { toJudge, unanswered, saidBefore, lacks } = managing
  return [
    {
      key: 'judge',
      title: 'Evidence waits for your judgement',
      none: 'No evidence waits for you.',
      count: toJudge.length,
      items: toJudge.map((one) => <Waiting key={one.id} evidence={one} today={today} />),
      all: {
        to: paths.evidenceLibrary({ state: 'awaiting-review' }),
        name: 'More evidence that waits',
      },
    },
    {
      key: 'refused',
      title: 'Asked for and cannot be brought',
      none: 'Nothing that you asked for was refused.',
      count: managing.refused.length,
      items: managing.refused.map((one) => <Refused key={one.id} request={one} />),
    },
    watched('late', 'Late', 'Nothing is late.', managing.late, { show: 'late' }),
    watched(
      'late-milestones',
      'With a late milestone',
      'No milestone is late.',
      managing.lateMilestones,
      { show: 'milestone-late' },
    ),
    watched(
      'claimed',
      'Said to be better than it is',
      'Nothing is said to be better than it is.',
      managing.claimedBetter,
      { show: 'differs' },
    ),
    watched('unowned', 'Without an owner', 'Everything has an owner.', managing.unowned, {
      owner: 'nobody',
    }),
    {
      key: 'hand-overs',
      title: 'Handed over and not accepted',
      none: 'No hand-over waits.',
      count: managing.handOvers.length,
      items: managing.handOvers.map((one) => (
        <NotAccepted key={one.offerId} handOver={one} today={today} />
      )),
      all: { to: `${paths.owners()}#waiting`, name: 'All that changes hands' },
    },
    watched('undated', 'Without a date', 'Everything has a date.', managing.undated, {
      show: 'no-date',
    }),
    {
      key: 'unanswered',
      title: 'Recommendations without an action',
      none: 'Every recommendation has an action.',
      count: unanswered.length,
      items: unanswered.map(({ id, text }) => (
        <Item key={id}>
          <CauseLink cause={{ kind: 'recommendation', id, title: text }} />
          <a href={paths.newAction(id)} className="block text-16">
            Add an action<span className="sr-only"> for this recommendation</span>
          </a>
        </Item>
      )),
      all: { to: paths.recommendations(), name: 'All recommendations' },
    },
    {
      key: 'said-before',
      title: 'May have been said before',
      none: 'No report waits to be compared with earlier ones.',
      count: saidBefore?.left ?? 0,
      items: saidBefore ? [<ToCompare key="latest" latest={saidBefore} />] : [],
      all: { to: paths.inspections(), name: 'All inspections' },
    },
    {
      key: 'lacks',
      title: 'What the plan lacks',
      none: 'The plan lacks nothing else.',
      count: lacks.reduce((sum, { count }) => sum + count, 0),
      items: [
        ...lacks.map(({ kind, count }) => (
          <Item key={kind}>
            <a href={paths.planLint({ only: kind })}>{lintTitles[kind]}</a>: {count}
          </Item>
        )),
        <Item key="all">
          <a href={paths.planLint()}>Everything to look at</a>
        </Item>,
      ],
    },
    watched('soon', 'Due in two weeks', 'Nothing is due in two weeks.', managing.dueSoon),
  ]
}

const Item = ({ children }: { children: ReactNode }) => (
  <li className="border-b border-line py-2">{children}</li>
)

function ToCompare({ latest }: { latest: NonNullable<ManagersWork['saidBefore']> }) {
  return (
    <Item>
      <a href={paths.inspectionSaidBefore(latest.inspectionId)}>{latest.name}</a>
      <span className="block text-16">
        {counted(latest.left, 'pair')} to compare with what an earlier inspection said
      </span>
    </Item>
  )
}

function WatchedAction({ action: { id, title, ownerName, dueOn, because } }: { action: Watched }) {
  return (
    <Item>
      <CauseLink cause={{ kind: 'action', id, title }} />
      <span className="block text-16">{because}</span>
      <span className="block text-16 text-quiet">
        {ownerName ?? <Gap>No owner</Gap>} ·{' '}
        {dueOn ? `due ${shortDate(dueOn)}` : <Gap>No date</Gap>}
      </span>
    </Item>
  )
}

function Refused({ request: { id, what, askedOf, reason, action } }: { request: RefusedRequest }) {
  return (
    <Item>
      <a href={paths.evidenceRequest(id)}>{what}</a>
      <span className="block text-16">
        {askedOf}: “{reason}”
      </span>
      <span className="block text-16 text-quiet">{action.title}</span>
    </Item>
  )
}

function NotAccepted({
  handOver: { offerId, kind, name, stands, toName, fromName, on, declinedBecause },
  today,
}: {
  handOver: HandOverToWatch
  today: CalendarDate
}) {
  return (
    <Item>
      <a href={stands}>{name}</a>
      <span className="block text-16">
        {declinedBecause === undefined
          ? `${toName} was asked ${inWords(on, today, 'ago')} and has not answered.`
          : `${toName} declined: “${declinedBecause}”`}
      </span>
      <span className="block text-16 text-quiet">
        {kind === 'action' ? '' : `${handOverKindTitles[kind]}, `}from {fromName} ·{' '}
        <a href={paths.offer(offerId)}>
          Hand-over<span className="sr-only"> of {name}</span>
        </a>
      </span>
    </Item>
  )
}

function Waiting({
  evidence: { id, title, addedBy, addedOn, isDueFromMe, actions },
  today,
}: {
  evidence: ToJudge
  today: CalendarDate
}) {
  const days = daysBetween(addedOn, today)
  return (
    <Item>
      <a href={paths.evidenceReview(id)}>{title}</a>
      <span className="block text-16">
        {addedBy} added it {days === 0 ? 'today' : `${counted(days, 'day')} ago`}
        {isDueFromMe ? '; the review is due from you' : ''}
      </span>
      <span className="block text-16 text-quiet">
        {actions.map((action) => action.title).join('; ')}
      </span>
    </Item>
  )
}
