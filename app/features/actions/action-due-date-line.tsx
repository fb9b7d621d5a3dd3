import { longDate, shortDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { ToneTag } from '~/ui/rating-tag'
import type { ActionView } from './action.query.server'
import { DueOn, movedInWords } from './due-on'

type Move = ActionView['moves'][number]

/** The due date from the first one to the present one, each step with its reason and who agreed. */
export function DueDateLine({ view }: { view: ActionView }) {
  const { originalDueOn, moves, standing, startOn, deliveredOn } = view
  const tookEffect = moves.filter(
    ({ decision }) => decision === 'agreed' || decision === 'not-needed',
  )
  const waiting = moves.find(({ decision }) => decision === null)
  return (
    <>
      <p className="text-18 md:text-21">
        <span className="text-quiet">Due </span>
        <DueOn view={view} />
      </p>
      {startOn ? <p className="text-quiet">Start {longDate(startOn)}</p> : null}
      {deliveredOn ? <p className="font-bold">Delivered {longDate(deliveredOn)}</p> : null}
      {tookEffect.length > 0 && originalDueOn ? (
        <p className="mt-3 font-bold tabular-nums">
          {[originalDueOn, ...tookEffect.map(({ toOn }) => toOn)].map(shortDate).join(' → ')}
        </p>
      ) : null}
      {standing.moved.times > 0 ? (
        <p>
          {movedInWords(standing.moved)}
          {standing.moved.lateMoves > 0 ? ' ' : ''}
          {standing.moved.lateMoves > 0 ? (
            <ToneTag tone="warning">
              {standing.moved.lateMoves === 1
                ? '1 late move'
                : `${standing.moved.lateMoves} late moves`}
            </ToneTag>
          ) : null}
        </p>
      ) : null}
      {waiting ? <Waiting view={view} move={waiting} /> : null}
      <ol className="mt-2">
        {moves
          .filter((move) => move !== waiting)
          .map((move) => (
            <li key={move.id} className="border-b border-line py-2 text-16">
              <p>
                <span className="font-bold">
                  {longDate(move.fromOn)} → {longDate(move.toOn)}
                </span>{' '}
                {move.decision === 'refused' ? <ToneTag tone="none">Refused</ToneTag> : null}
              </p>
              <p className="max-w-measure">“{move.reason}”</p>
              <p className="text-quiet">
                {move.inOldPlan
                  ? `Moved in the old plan, on a day not known here. Brought in by ${move.askedByName} on ${longDate(move.askedOn)}.`
                  : askedAndAnswered(move)}
              </p>
              <LateMove move={move} />
            </li>
          ))}
      </ol>
    </>
  )
}

function askedAndAnswered(move: Move): string {
  const answer = {
    agreed: `, agreed by ${move.decidedByName}`,
    refused: `, refused by ${move.decidedByName}`,
    'not-needed': ', within the council’s limit',
  }
  const because = move.decisionReason ? `: “${move.decisionReason}”` : ''
  const asked = `Asked by ${move.askedByName} on ${longDate(move.askedOn)}`
  return `${asked}${move.decision ? answer[move.decision] : ''}${because}`
}

function Waiting({ view, move }: { view: ActionView; move: Move }) {
  const { decideDate } = view.offers
  return (
    <div className="mt-3 max-w-[46rem] border-l-4 border-at-risk bg-ground p-3">
      <p className="font-bold">
        {move.askedByName} asked for {longDate(move.toOn)} on {longDate(move.askedOn)}. It waits for
        a leader.
      </p>
      <p>“{move.reason}”</p>
      {move.agreementNeeded.map((reason) => (
        <p key={reason} className="text-16 text-quiet">
          {reason}
        </p>
      ))}
      <LateMove move={move} />
      {decideDate ? (
        <div className="no-print mt-3">
          <ButtonLink
            to={paths.actionDueDateDecision(view.id)}
            decision={decideDate}
            look="secondary"
          >
            Agree or refuse
          </ButtonLink>
        </div>
      ) : null}
    </div>
  )
}

function LateMove({ move }: { move: Move }) {
  if (move.lateMove.length === 0) return null
  return (
    <p className="text-16">
      <ToneTag tone="warning">Late move</ToneTag> {move.lateMove.join(' ')}
    </p>
  )
}
