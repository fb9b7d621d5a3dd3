import { type CalendarDate, longDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { HandedOn } from '~/ui/handed-on'
import { Empty, Section } from '~/ui/page'
import { Gap, ToneTag } from '~/ui/rating-tag'
import type { ChecklistInView } from './preparing.query.server'

type Item = ChecklistInView['items'][number]

/** What is to be made ready, by its dates; what is done below it. */
export function Checklist({
  checklist: { items, mayAdd },
  visitId,
  today,
}: {
  checklist: ChecklistInView
  visitId: number
  today: CalendarDate
}) {
  const open = items.filter(({ done }) => !done)
  const done = items.filter((item) => item.done)
  return (
    <Section
      id="checklist"
      title={
        items.length === 0 ? 'Checklist' : `Checklist (${done.length} of ${items.length} done)`
      }
      aside={
        mayAdd ? <a href={paths.newChecklistItem(visitId)}>Add to the checklist</a> : undefined
      }
    >
      {items.length === 0 ? (
        <Empty>
          What is to be made ready for the visit stands here, with who sees to it and by when: case
          records, rooms, data, who is told. Nothing is forgotten on the morning.
        </Empty>
      ) : null}
      <ul>
        {open.map((item) => (
          <OpenItem key={item.id} item={item} visitId={visitId} today={today} mayEdit={mayAdd} />
        ))}
      </ul>
      {done.length === 0 ? null : (
        <details open={open.length === 0}>
          <summary className="min-h-[44px] cursor-pointer py-2">Done ({done.length})</summary>
          <ul>
            {done.map((item) => (
              <DoneItem key={item.id} item={item} visitId={visitId} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

const row =
  'keep-together flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3'

function OpenItem({
  item,
  visitId,
  today,
  mayEdit,
}: {
  item: Item
  visitId: number
  today: CalendarDate
  mayEdit: boolean
}) {
  return (
    <li className={row}>
      <div className="min-w-0 max-w-measure grow basis-[18rem]">
        <p>
          {mayEdit ? <a href={paths.checklistItem(visitId, item.id)}>{item.what}</a> : item.what}
        </p>
        <p className="text-16 text-quiet">
          {item.ownerName ?? <Gap>Nobody sees to it</Gap>}
          {item.ownerLeft ? <Gap> has left</Gap> : null} ·{' '}
          {item.dueOn ? <Due on={item.dueOn} today={today} /> : <Gap>No date</Gap>}
          <HandedOn offer={item.handedTo} />
        </p>
      </div>
      {item.sayDone.allowed ? (
        <form method="post" action={paths.checklistItemDone(visitId, item.id)} className="no-print">
          <input type="hidden" name="is" value="done" />
          <Button look="secondary">
            Done<span className="sr-only">: {item.what}</span>
          </Button>
        </form>
      ) : null}
    </li>
  )
}

const Due = ({ on, today }: { on: CalendarDate; today: CalendarDate }) =>
  on < today ? (
    <>
      <ToneTag tone="bad">{inWords(on, today)}</ToneTag>, was due {longDate(on)}
    </>
  ) : (
    <>
      by {longDate(on)}, {inWords(on, today)}
    </>
  )

function DoneItem({ item, visitId }: { item: Item; visitId: number }) {
  return (
    <li className={row}>
      <div className="min-w-0 max-w-measure grow basis-[18rem]">
        <p>{item.what}</p>
        <p className="text-16 text-quiet">
          <ToneTag tone="good">Done</ToneTag> · {item.done!.byName} said so on{' '}
          {longDate(item.done!.on)}
        </p>
      </div>
      {item.takeBack.allowed ? (
        <form method="post" action={paths.checklistItemDone(visitId, item.id)} className="no-print">
          <input type="hidden" name="is" value="to-be-done" />
          <Button look="quiet">
            Not done after all<span className="sr-only">: {item.what}</span>
          </Button>
        </form>
      ) : null}
    </li>
  )
}
