import { useId } from 'react'
import { type CalendarDate, fullDate } from '~/domain/time/calendar-date'
import { onDay } from '~/paths'

interface Here {
  pathname: string
  search: string
}

/** Above a page of a past day, in print too: which day it is, and the ways to another or back. */
export function AsAtBanner({ day, pathname, search }: Here & { day: CalendarDate }) {
  return (
    <aside aria-label="A past day" className="border-b-4 border-focus bg-mark text-ink">
      <div className="mx-auto flex max-w-page flex-wrap items-end justify-between gap-x-8 gap-y-2 px-4 py-3">
        <p className="max-w-measure">
          <strong>The plan as it stood on {fullDate(day)}.</strong> Nothing can be changed here.{' '}
          <a href={onDay(pathname + search, undefined)} className="no-print">
            Back to today
          </a>
        </p>
        <AsAtForm pathname={pathname} search={search} day={day} label="Another day" />
      </div>
    </aside>
  )
}

/** Under the places of a page that can be seen as at a past day. */
export function SeeAsAt({ pathname, search }: Here) {
  return (
    <details>
      <summary className="cursor-pointer py-1 text-brand underline underline-offset-[3px]">
        See the plan as at…
      </summary>
      <p className="my-2 max-w-measure text-quiet">
        This page as it stood at the end of a past day: its owners, dates, colours and evidence.
      </p>
      <AsAtForm pathname={pathname} search={search} label="Day" />
    </details>
  )
}

/** Asks for the same page, narrowed and sorted as it is, as at a day. */
export function AsAtForm({
  pathname,
  search,
  day,
  label,
}: Here & { day?: CalendarDate; label: string }) {
  const id = useId()
  // A page of a list begins at a place that another day need not have.
  const kept = [...new URLSearchParams(search)].filter(
    ([name]) => name !== 'on' && name !== 'after',
  )
  return (
    <form method="get" action={pathname} className="no-print mb-2 flex flex-wrap items-end gap-3">
      {kept.map(([name, value], at) => (
        <input key={at} type="hidden" name={name} value={value} />
      ))}
      <div>
        <label htmlFor={id} className="block font-bold">
          {label}
        </label>
        <input
          id={id}
          name="on"
          type="date"
          required
          defaultValue={day}
          className="block min-h-[44px] rounded border-2 border-edge bg-paper px-3 py-1 text-ink"
        />
      </div>
      <button
        type="submit"
        className="min-h-[44px] rounded border-2 border-brand bg-paper px-3 py-1 font-bold text-brand hover:bg-brand-tint"
      >
        See it
      </button>
    </form>
  )
}
