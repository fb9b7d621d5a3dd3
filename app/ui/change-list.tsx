import type { Direction, Moved, PlanChanges } from '~/domain/plan/changes'
import { counted } from '~/domain/time/calendar-date'
import { CauseLink } from './cause-link'
import { type Tone, ToneTag } from './rating-tag'

/** "4 actions better, 2 worse." */
export const changesInWords = ({ better, worse }: Pick<PlanChanges, 'better' | 'worse'>): string =>
  better + worse === 0
    ? 'no action better or worse'
    : `${counted(better, 'action')} better, ${worse} worse`

const tones: Record<Exclude<Direction, 'neither'>, { tone: Tone; title: string }> = {
  worse: { tone: 'bad', title: 'Worse' },
  better: { tone: 'good', title: 'Better' },
}

const mostInSight = 8

/** What moved, first what got worse; what is neither better nor worse is folded away. */
export function ChangeList({ changes }: { changes: PlanChanges }) {
  const going = (direction: Direction) => changes.moved.filter((one) => one.direction === direction)
  const neither = going('neither')
  if (changes.moved.length === 0) return <p>Nothing moved.</p>
  return (
    <>
      {(['worse', 'better'] as const).map((direction) => {
        const those = going(direction)
        return those.length === 0 ? null : (
          <div key={direction} className="mb-6">
            <h3 className="mb-2 text-18">
              <ToneTag tone={tones[direction].tone}>
                {tones[direction].title} ({those.length})
              </ToneTag>
            </h3>
            <MovedThings moved={those.slice(0, mostInSight)} />
            {those.length > mostInSight ? (
              <details>
                <summary className="min-h-[44px] cursor-pointer py-2 print:hidden">
                  {those.length - mostInSight} more
                </summary>
                <MovedThings moved={those.slice(mostInSight)} />
              </details>
            ) : null}
          </div>
        )
      })}
      {neither.length === 0 ? null : (
        <details>
          <summary className="min-h-[44px] cursor-pointer py-2">
            Changed, neither better nor worse ({neither.length})
          </summary>
          <MovedThings moved={neither} />
        </details>
      )}
    </>
  )
}

function MovedThings({ moved }: { moved: readonly Moved[] }) {
  return (
    <ul className="max-w-[52rem]">
      {moved.map((one) => (
        <li
          key={`${one.cause.kind}-${one.cause.id}`}
          className="keep-together border-b border-line py-2"
        >
          <CauseLink cause={one.cause} />
          <ul>
            {one.changes.map((change) => (
              <li key={change.sentence} className="text-16">
                {change.kind === 'date-dodged' ? (
                  <ToneTag tone="warning">Moved late</ToneTag>
                ) : null}{' '}
                {change.sentence}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
