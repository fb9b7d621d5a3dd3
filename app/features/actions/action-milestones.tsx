import { longDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Gap, ToneTag } from '~/ui/rating-tag'
import type { ActionView } from './action.query.server'

type Milestone = ActionView['milestones'][number]

/** The steps of an action in the order of their dates, each with its state and the way to be done. */
export function MilestoneList({ view: { milestones, today } }: { view: ActionView }) {
  if (milestones.length === 0) {
    return (
      <p>
        <Gap>No milestone</Gap>
      </p>
    )
  }
  return (
    <ol>
      {milestones.map((milestone) => (
        <li
          key={milestone.id}
          id={`milestone-${milestone.id}`}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-2"
        >
          <span className="min-w-0 grow basis-[18rem]">
            {milestone.title}
            <span className="block text-16">
              <State milestone={milestone} today={today} />
            </span>
          </span>
          {milestone.complete ? (
            <span className="no-print">
              <ButtonLink
                to={paths.milestoneDone(milestone.id)}
                decision={milestone.complete}
                look="quiet"
              >
                Mark as done<span className="sr-only">: {milestone.title}</span>
              </ButtonLink>
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function State({
  milestone: { dueOn, doneOn },
  today,
}: {
  milestone: Milestone
  today: ActionView['today']
}) {
  if (doneOn) {
    return (
      <>
        <ToneTag tone="good">Done</ToneTag> {longDate(doneOn)}
        {doneOn > dueOn ? `, was due ${longDate(dueOn)}` : ''}
      </>
    )
  }
  if (dueOn < today) {
    return (
      <>
        <ToneTag tone="bad">Late</ToneTag> due {longDate(dueOn)}, {inWords(dueOn, today)}
      </>
    )
  }
  return (
    <>
      <ToneTag tone="none">Open</ToneTag> due {longDate(dueOn)}, {inWords(dueOn, today)}
    </>
  )
}
