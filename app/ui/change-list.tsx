import type { Change, Direction, Moved, PlanChanges } from '~/domain/plan/changes'
import { type CalendarDate, counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { BragTag } from './brag-tag'
import { CauseLink, CauseOnDay } from './cause-link'
import { type Tone, ToneTag } from './rating-tag'

/** "4 actions better, 2 worse." */
export const changesInWords = ({ better, worse }: Pick<PlanChanges, 'better' | 'worse'>): string =>
  better + worse === 0
    ? 'no action better or worse'
    : `${counted(better, 'action')} better, ${worse} worse`

/** "2 actions and 3 recommendations or measures": what went one way, by what it is. */
export function movedInWords(changes: PlanChanges, direction: 'better' | 'worse'): string {
  const actions = changes[direction]
  const others = changes.counts[direction] - actions
  return [
    ...(actions > 0 ? [counted(actions, 'action')] : []),
    ...(others > 0
      ? [counted(others, 'recommendation or measure', 'recommendations or measures')]
      : []),
  ].join(' and ')
}

const tones: Record<Exclude<Direction, 'neither'>, { tone: Tone; title: string }> = {
  worse: { tone: 'bad', title: 'Worse' },
  better: { tone: 'good', title: 'Better' },
}

/** What moved, first what got worse; what there is no room for stands in the comparison. */
export function ChangeList({
  changes,
  worstOnly = false,
}: {
  changes: PlanChanges
  worstOnly?: boolean
}) {
  const { counts, from, to } = changes
  if (counts.worse + counts.better + counts.neither === 0) return <p>Nothing moved.</p>
  const shown = worstOnly ? (['worse'] as const) : (['worse', 'better'] as const)
  if (worstOnly && counts.worse === 0) return <p>Nothing got worse.</p>
  return (
    <>
      {shown.map((direction) => {
        const those = changes.moved.filter((one) => one.direction === direction)
        const left = counts[direction] - those.length
        return those.length === 0 ? null : (
          <div key={direction} className="mb-6">
            <h3 className="mb-2 text-18">
              <ToneTag tone={tones[direction].tone}>
                {tones[direction].title}: {movedInWords(changes, direction)}
              </ToneTag>
            </h3>
            <MovedThings moved={those} from={from} />
            {left > 0 ? (
              <p className="mt-2">
                <a href={paths.compare({ from, to, show: direction })}>
                  {left} more that got {direction}
                </a>
              </p>
            ) : null}
          </div>
        )
      })}
      {worstOnly || counts.neither === 0 ? null : (
        <p>
          <a href={paths.compare({ from, to, show: 'neither' })}>
            {counts.neither} more changed, neither better nor worse
          </a>
        </p>
      )}
    </>
  )
}

/** Each thing that moved, with the way to it and with everything about it that changed. */
export function MovedThings({
  moved,
  from,
  to,
}: {
  moved: readonly Moved[]
  from: CalendarDate
  /** where it is not today */
  to?: CalendarDate
}) {
  return (
    <ul className="max-w-[52rem]">
      {moved.map((one) => (
        <li
          key={`${one.cause.kind}-${one.cause.id}`}
          className="keep-together border-b border-line py-2"
        >
          <CauseLink cause={one.cause} on={isGone(one) ? from : undefined} />{' '}
          {isNew(one) ? null : <CauseOnDay cause={one.cause} on={from} />}
          {to && !isGone(one) ? (
            <>
              {' '}
              <CauseOnDay cause={one.cause} on={to} />
            </>
          ) : null}
          <ul>
            {one.changes.map((change) => (
              <li key={change.sentence} className="text-16">
                <ChangeInWords change={change} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

const isNew = ({ changes }: Moved): boolean => changes.some(({ kind }) => kind === 'new')
const isGone = ({ changes }: Moved): boolean => changes.some(({ kind }) => kind === 'gone')

function ChangeInWords({ change: { kind, sentence, colours, causes = [] } }: { change: Change }) {
  if (colours) {
    return (
      <>
        <BragTag brag={colours.is} />
        <span className="text-quiet">, before </span>
        <BragTag brag={colours.was} />
      </>
    )
  }
  return (
    <>
      {kind === 'date-dodged' ? <ToneTag tone="warning">Late move</ToneTag> : null} {sentence}
      {causes.map((cause, at) => (
        <span key={cause.id}>
          {at === 0 ? ' ' : '; '}
          <CauseLink cause={cause} />
        </span>
      ))}
    </>
  )
}
