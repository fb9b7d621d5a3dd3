import { endingTitles } from '~/domain/plan/board-decisions'
import { type CalendarDate, fullDate, longDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { CauseLink } from '~/ui/cause-link'
import { HandedOn } from '~/ui/handed-on'
import { Empty, Page, Section } from '~/ui/page'
import { Gap, ToneTag } from '~/ui/rating-tag'
import type { BoardMeetingView } from './board-meeting.query.server'

export function BoardMeetingPage({ view }: { view: BoardMeetingView }) {
  const { meeting, decisions, mayRecord, today } = view
  const isAhead = meeting.heldOn > today
  return (
    <Page
      title={meeting.name}
      above={
        isAhead
          ? `${fullDate(meeting.heldOn)}, ${inWords(meeting.heldOn, today)}`
          : fullDate(meeting.heldOn)
      }
      crumbs={[{ to: `${paths.visits()}#boards`, name: 'Visits' }]}
      primary={
        mayRecord ? (
          <ButtonLink to={paths.newBoardDecision(meeting.id)} decision={mayRecord}>
            Write down a decision
          </ButtonLink>
        ) : undefined
      }
    >
      <Section id="decisions" title="What it decided">
        {decisions.length === 0 ? (
          <Empty>
            {isAhead
              ? 'The meeting lies ahead. What it decides stands here afterwards, with who sees to it.'
              : 'No decision is written down. With one here, whoever sees to it finds it on their start page, and the next meeting can ask.'}
          </Empty>
        ) : (
          <ul>
            {decisions.map((decided) => (
              <Decided key={decided.id} decided={decided} today={today} />
            ))}
          </ul>
        )}
      </Section>
    </Page>
  )
}

function Decided({
  decided,
  today,
}: {
  decided: BoardMeetingView['decisions'][number]
  today: CalendarDate
}) {
  const { id, meetingId, words, ownerName, ownerLeft, dueOn, about, ended, mayEnd } = decided
  return (
    <li className="keep-together border-b border-line py-3 max-w-[46rem]">
      <p className="whitespace-pre-line">{words}</p>
      <p className="text-16 text-quiet">
        {ownerName}
        {ownerLeft ? <Gap> has left</Gap> : null} ·{' '}
        {ended ? (
          <>
            <ToneTag tone={ended.ending === 'done' ? 'good' : 'none'}>
              {endingTitles[ended.ending]}
            </ToneTag>
            , said {ended.byName} on {longDate(ended.on)}
          </>
        ) : (
          <Due on={dueOn} today={today} />
        )}
        {ended ? null : <HandedOn offer={decided.handedTo} />}
      </p>
      {ended?.words ? <p className="text-16">{ended.words}</p> : null}
      {about ? (
        <p className="text-16">
          about <CauseLink cause={about} />
        </p>
      ) : null}
      {mayEnd.allowed ? (
        <p className="no-print text-16">
          <a href={paths.boardDecision(meetingId, id)} className="inline-block py-1">
            Say how it ended<span className="sr-only">: {words}</span>
          </a>
        </p>
      ) : null}
    </li>
  )
}

export function Due({ on, today }: { on: CalendarDate | null; today: CalendarDate }) {
  if (on === null) return <Gap>No date</Gap>
  if (on >= today) {
    return (
      <>
        by {longDate(on)}, {inWords(on, today)}
      </>
    )
  }
  return (
    <>
      <ToneTag tone="bad">{inWords(on, today)}</ToneTag>, was due {longDate(on)}
    </>
  )
}
