import { actionRef } from '~/domain/plan/references'
import { counted, daysBetween, fullDate, longDate, shortDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { DateField } from '~/ui/field'
import { Empty, Page } from '~/ui/page'
import { ToneTag } from '~/ui/rating-tag'
import { Table } from '~/ui/table'
import type { MoveRow, MovesView } from './moves.query.server'

/** Every due date that moved since a day, and what each move was made of. */
export function MovesPage({ view }: { view: MovesView }) {
  const { since, checkpoint, counts, moves, onlyLate, next } = view
  return (
    <Page
      title="Dates that moved"
      above={
        since
          ? `Since ${fullDate(since)}${checkpoint ? `, ${checkpoint.title}` : ''}`
          : 'Since the plan began'
      }
      crumbs={[{ to: paths.actions(), name: 'Plan' }]}
      wide
      lede={inWords(view)}
    >
      <Since view={view} />
      {counts.late > 0 ? (
        <p className="no-print mb-4">
          {onlyLate ? (
            <a href={paths.actionMoves({ since: since ?? undefined })}>
              Show all {counts.all}, late or not
            </a>
          ) : (
            <a href={paths.actionMoves({ since: since ?? undefined, only: 'late' })}>
              Show only the {counted(counts.late, 'late move')}
            </a>
          )}
        </p>
      ) : null}
      {moves.length === 0 ? (
        <Empty>
          No date moved, and none was asked to. The first date of every action is kept, so a later
          one always shows beside it.
        </Empty>
      ) : (
        <MoveTable moves={moves} onlyLate={onlyLate} />
      )}
      {next === null ? null : (
        <p className="no-print mt-4">
          <a
            href={paths.actionMoves({
              since: since ?? undefined,
              only: onlyLate ? 'late' : undefined,
              before: String(next),
            })}
          >
            Earlier ones
          </a>
        </p>
      )}
    </Page>
  )
}

function inWords({ counts: { all, late, waiting, refused } }: MovesView): string {
  if (all === 0) return 'No date moved.'
  const parts = [
    late > 0 ? `${late} marked as ${late === 1 ? 'a late move' : 'late moves'}` : 'none late',
    ...(waiting > 0 ? [`${waiting} waiting for a leader`] : []),
    ...(refused > 0 ? [`${refused} refused`] : []),
  ]
  return `${counted(all, 'date')} moved or ${all === 1 ? 'was' : 'were'} asked to: ${parts.join(', ')}.`
}

function Since({ view: { since, checkpoints, onlyLate, today } }: { view: MovesView }) {
  const before = checkpoints.filter(({ on }) => on !== since).slice(0, 4)
  return (
    <div className="no-print mb-6 flex flex-wrap items-end gap-x-6 gap-y-2 bg-ground p-4">
      <form method="get" action={paths.actionMoves()} className="flex flex-wrap items-end gap-3">
        <DateField name="since" label="Since" initial={since ?? ''} max={today} />
        {onlyLate ? <input type="hidden" name="only" value="late" /> : null}
        <div className="mb-5">
          <Button look="secondary">Show</Button>
        </div>
      </form>
      {before.length === 0 ? null : (
        <p className="mb-5 max-w-measure">
          Or since{' '}
          {before.map(({ on, title }, at) => (
            <span key={`${on} ${title}`}>
              {at > 0 ? ', ' : ''}
              <a href={paths.actionMoves({ since: on, only: onlyLate ? 'late' : undefined })}>
                {title} of {longDate(on)}
              </a>
            </span>
          ))}
          .
        </p>
      )}
    </div>
  )
}

function MoveTable({ moves, onlyLate }: { moves: MoveRow[]; onlyLate: boolean }) {
  return (
    <Table
      caption={onlyLate ? 'Late moves, the latest first' : 'Dates that moved, the latest first'}
      rows={moves}
      rowKey={({ id }) => id}
      columns={[
        {
          title: 'Action',
          isName: true,
          width: 'md:w-[26%]',
          cell: ({ actionId, title }) => (
            <a href={`${paths.action(actionId)}#when`} className="font-normal">
              <span className="font-bold">{actionRef(actionId)}</span> {title}
            </a>
          ),
        },
        {
          title: 'Date',
          width: 'md:w-[20%]',
          cell: ({ fromOn, toOn, originalDueOn }) => (
            <>
              <span className="font-bold tabular-nums">
                {shortDate(fromOn)} → {shortDate(toOn)}
              </span>
              <span className="block text-quiet">{byDays(fromOn, toOn)}</span>
              {originalDueOn && originalDueOn !== fromOn ? (
                <span className="block text-quiet">
                  First planned for {shortDate(originalDueOn)}
                </span>
              ) : null}
            </>
          ),
        },
        {
          title: 'Why',
          cell: ({ reason, lateMove }) => (
            <>
              <span className="block max-w-measure">“{reason}”</span>
              {lateMove.length > 0 ? (
                <span className="mt-1 block">
                  <ToneTag tone="warning">Late move</ToneTag> {lateMove.join(' ')}
                </span>
              ) : null}
            </>
          ),
        },
        {
          title: 'Asked and answered',
          width: 'md:w-[24%]',
          cell: (move) =>
            move.inOldPlan ? (
              <>
                Moved in the old plan, on a day not known here
                <span className="block">
                  Brought in by {move.askedByName}, {longDate(move.askedOn)}
                </span>
              </>
            ) : (
              <>
                {move.askedByName}, {longDate(move.askedOn)}
                <span className="block">
                  <Answer move={move} />
                </span>
              </>
            ),
        },
      ]}
    />
  )
}

const byDays = (from: MoveRow['fromOn'], to: MoveRow['toOn']): string => {
  const days = daysBetween(from, to)
  return `${counted(Math.abs(days), 'day')} ${days < 0 ? 'earlier' : 'later'}`
}

function Answer({ move }: { move: MoveRow }) {
  const why = move.decisionReason ? `: “${move.decisionReason}”` : ''
  if (move.decision === null) return <ToneTag tone="part">Waits for a leader</ToneTag>
  if (move.decision === 'not-needed') return <>Within the council’s limit</>
  if (move.decision === 'agreed') {
    return (
      <>
        Agreed by {move.decidedByName}
        {why}
      </>
    )
  }
  return (
    <>
      <ToneTag tone="none">Refused</ToneTag> by {move.decidedByName}
      {why}
    </>
  )
}
