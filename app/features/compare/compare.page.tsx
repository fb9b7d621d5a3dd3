import type { ReactNode } from 'react'
import type { Direction } from '~/domain/plan/changes'
import type { Checkpoint } from '~/domain/plan/checkpoints'
import { type CalendarDate, counted, fullDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { CauseLink } from '~/ui/cause-link'
import { changesInWords, movedInWords, MovedThings } from '~/ui/change-list'
import { BurnUpChart } from '~/ui/charts/burn-up-chart'
import { Notice, Page, Section } from '~/ui/page'
import { ToneTag } from '~/ui/rating-tag'
import { ChooseDays } from './choose-days'
import type { Comparison, CompareView } from './compare.query.server'
import { FiguresTable } from './figures-table'

/** What moved between any two days: first what got worse. */
export function ComparePage({ view }: { view: CompareView }) {
  const { comparison, today, because } = view
  return (
    <Page
      title="What moved"
      above={comparison ? daysInWords(comparison, today) : undefined}
      crumbs={[{ to: paths.readiness(), name: 'Readiness' }]}
      wide
      lede={comparison ? inOneSentence(comparison) : undefined}
    >
      {because ? (
        <Notice title="These days cannot be compared">
          <p>{because}</p>
        </Notice>
      ) : null}
      <ChooseDays view={view} />
      {comparison ? <Moves comparison={comparison} today={today} /> : null}
    </Page>
  )
}

const dayInWords = (day: CalendarDate, is: Checkpoint | undefined, today: CalendarDate): string =>
  `${fullDate(day)}${is ? ` (${is.title})` : day === today ? ' (today)' : ''}`

const daysInWords = ({ changes, fromIs, toIs }: Comparison, today: CalendarDate): string =>
  `From ${dayInWords(changes.from, fromIs, today)} to ${dayInWords(changes.to, toIs, today)}`

function inOneSentence({ changes }: Comparison): string {
  const { worse, better, neither } = changes.counts
  if (worse + better + neither === 0) return 'Nothing moved between the two days.'
  return `${firstLetterLarge(changesInWords(changes))}. An action that is worse in one way counts as worse.`
}

const firstLetterLarge = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}`

const sections: { direction: Direction; title: string; none: string }[] = [
  { direction: 'worse', title: 'What got worse', none: 'Nothing got worse.' },
  { direction: 'better', title: 'What got better', none: 'Nothing got better.' },
  {
    direction: 'neither',
    title: 'What else changed',
    none: 'Nothing else changed.',
  },
]

function Moves({ comparison, today }: { comparison: Comparison; today: CalendarDate }) {
  const { only } = comparison
  if (only) {
    return (
      <MovesOneWay
        comparison={comparison}
        today={today}
        {...sections.find((one) => one.direction === only.direction)!}
      />
    )
  }
  return (
    <>
      <MovesOneWay comparison={comparison} today={today} {...sections[0]!} />
      <MovesOneWay comparison={comparison} today={today} {...sections[1]!} />
      <MovesOneWay comparison={comparison} today={today} {...sections[2]!} />
      <InNumbers comparison={comparison} />
      {comparison.burnUp ? (
        <Section id="burn-up" title="Month by month">
          <BurnUpChart view={comparison.burnUp} />
        </Section>
      ) : null}
    </>
  )
}

function MovesOneWay({
  comparison: { changes, only },
  today,
  direction,
  title,
  none,
}: (typeof sections)[number] & { comparison: Comparison; today: CalendarDate }) {
  const { from, to, counts } = changes
  const those = changes.moved.filter((one) => one.direction === direction)
  const left = counts[direction] - those.length
  return (
    <Section
      id={direction}
      title={`${title} (${counts[direction]})`}
      aside={only ? <a href={paths.compare({ from, to })}>Everything that moved</a> : undefined}
    >
      {counts[direction] === 0 ? (
        <p>{none}</p>
      ) : (
        <>
          {direction === 'neither' ? null : (
            <p className="mb-2">{firstLetterLarge(movedInWords(changes, direction))}.</p>
          )}
          <MovedThings moved={those} from={from} to={to === today ? undefined : to} />
        </>
      )}
      {only?.next === undefined ? null : (
        <p className="no-print mt-2">
          <a href={paths.compare({ from, to, show: direction, after: only.next })}>Go on</a>
        </p>
      )}
      {only || left === 0 ? null : (
        <p className="mt-2">
          <a href={paths.compare({ from, to, show: direction })}>
            {those.length === 0 ? `See ${left === 1 ? 'it' : `all ${left}`}` : `${left} more`}
          </a>
          {direction === 'neither'
            ? ': new actions and recommendations, owners that took over, dates brought forward, evidence that changed nothing yet'
            : ''}
        </p>
      )}
    </Section>
  )
}

function InNumbers({ comparison }: { comparison: Comparison }) {
  const { changes, figures } = comparison
  return (
    <Section id="numbers" title="In numbers">
      <ul className="mb-4 max-w-measure">
        {tallyInWords(comparison).map((words, at) => (
          <li key={at}>{words}</li>
        ))}
      </ul>
      <FiguresTable figures={figures} from={changes.from} to={changes.to} />
    </Section>
  )
}

/** Dates, colours, verdicts and owners, each in a sentence; what did not move is left out. */
export function tallyInWords({
  tally,
  changes,
}: Pick<Comparison, 'tally' | 'changes'>): ReactNode[] {
  const { slipped, broughtForward, dodges, colours, verdicts, owners } = tally
  const some = (count: number, what: string) => (count > 0 ? [`${count} ${what}`] : [])
  const told: ReactNode[] = []
  if (slipped.most) {
    const date = counted(slipped.actions, 'due date')
    told.push(
      <>
        {date} moved later, {slipped.actions === 1 ? 'by' : 'together by'}{' '}
        <a href={paths.actionMoves({ since: changes.from })}>{counted(slipped.days, 'day')}</a>
        {slipped.actions === 1 ? ': ' : `, the furthest by ${slipped.most.days}: `}
        <CauseLink cause={slipped.most.cause} />
      </>,
    )
  }
  if (broughtForward.actions > 0) {
    told.push(
      `${counted(broughtForward.actions, 'due date')} moved earlier, by ${counted(broughtForward.days, 'day')}.`,
    )
  }
  if (dodges > 0) {
    told.push(
      <>
        <ToneTag tone="warning">{counted(dodges, 'late move')}</ToneTag>: asked for after the date
        had passed, or just before a board or visit.
      </>,
    )
  }
  const upAndDown = ({ better, worse }: Record<'better' | 'worse', number>, what: string) => {
    const counts = [...some(worse, 'worse'), ...some(better, 'better')]
    if (counts.length > 0) told.push(`${what}: ${counts.join(', ')}.`)
  }
  upAndDown(colours, 'Colours of actions')
  upAndDown(verdicts, 'Verdicts on recommendations')
  const owned = [
    ...some(owners.lost, 'without one now'),
    ...some(owners.took, 'with one again'),
    ...some(owners.passedOn, 'passed on'),
  ]
  if (owned.length > 0) told.push(`Owners of actions: ${owned.join(', ')}.`)
  return told
}
