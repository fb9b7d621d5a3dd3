import { actionRef } from '~/domain/plan/references'
import { type CalendarDate, counted, fullDate, longDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Empty, Section } from '~/ui/page'
import { Gap, ToneTag } from '~/ui/rating-tag'
import type { Asked } from './asked'
import type { AskedOfMe, Done } from './asked-of-me.query.server'

const kindTitles: Record<Asked['kind'], string> = {
  evidence: 'Evidence',
  held: 'Held file',
  returned: 'Returned evidence',
  stale: 'Going out of date',
  milestone: 'Milestone',
  update: 'Update',
  delivery: 'Delivery',
  date: 'Date',
  visit: 'For a visit',
  decision: 'Decided by the board',
}

export function AskedSection({ asked, today }: { asked: AskedOfMe; today: CalendarDate }) {
  const { now, later, done, month } = asked
  return (
    <Section
      id="asked"
      title={
        now.length === 0
          ? 'Nothing is asked of you today'
          : `${counted(now.length, 'thing is', 'things are')} asked of you`
      }
    >
      {now.length === 0 && later.length === 0 ? (
        <Empty>
          Requests for evidence, milestones and updates of your actions stand here, with the date by
          which they are due. <a href={paths.actions()}>The plan</a> shows what others are doing.
        </Empty>
      ) : null}
      <ul className="grid items-start gap-4 lg:grid-cols-2">
        {now.map((one, at) => (
          <AskedCard key={one.key} asked={one} today={today} isFirst={at === 0} />
        ))}
      </ul>
      <div className="mt-4 max-w-[46rem]">
        {later.length === 0 ? null : (
          <details>
            <summary className="min-h-[44px] cursor-pointer py-2">Later ({later.length})</summary>
            <ul>
              {later.map((one) => (
                <li key={one.key} className="border-b border-line py-2">
                  {kindTitles[one.kind]}: {one.what}
                  {one.forName ? <strong> (for {one.forName})</strong> : null}
                  <span className="block text-16 text-quiet">
                    <WhatFor asked={one} />
                    {one.dueOn ? ` · ${longDate(one.dueOn)}` : ''}
                  </span>
                  {one.otherwise && !one.forName ? (
                    <span className="flex flex-wrap gap-x-6">
                      <Otherwise asked={one} way={one.button} />
                      <Otherwise asked={one} way={one.otherwise} />
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          </details>
        )}
        {done.length === 0 ? null : <DoneList done={done} month={month} />}
      </div>
    </Section>
  )
}

function WhatFor({ asked: { action, about } }: { asked: Asked }) {
  if (!action) {
    return about ? (
      <>
        for <a href={about.to}>{about.title}</a>
      </>
    ) : null
  }
  return (
    <>
      for{' '}
      <a href={paths.action(action.id)}>
        {actionRef(action.id)} {action.title}
      </a>
      {action.hasDate ? null : (
        <>
          {' '}
          · <Gap>No date</Gap>
        </>
      )}
    </>
  )
}

function AskedCard({
  asked,
  today,
  isFirst,
}: {
  asked: Asked
  today: CalendarDate
  isFirst: boolean
}) {
  return (
    <li className="card">
      <h3 className="text-18">
        {kindTitles[asked.kind]}: {asked.what}
      </h3>
      {asked.forName ? <p className="text-16 font-bold">for {asked.forName}, who is away</p> : null}
      {asked.said ? (
        <blockquote className="my-2 border-l-4 border-brand pl-3">{asked.said}</blockquote>
      ) : null}
      <p className="text-16">
        <WhatFor asked={asked} />
      </p>
      {asked.dueOn ? <Due dueOn={asked.dueOn} today={today} /> : null}
      {asked.also ? <p className="text-16">{asked.also}</p> : null}
      <div className="mt-3 flex flex-wrap items-start gap-x-6 gap-y-1">
        <ButtonLink to={asked.button.to} look={isFirst ? 'primary' : 'secondary'}>
          {asked.button.name}
          <span className="sr-only"> for {asked.action?.title ?? asked.what}</span>
        </ButtonLink>
        {asked.otherwise && !asked.forName ? (
          <Otherwise asked={asked} way={asked.otherwise} />
        ) : null}
        <details>
          <summary className="min-h-[44px] cursor-pointer py-2">Why am I asked?</summary>
          <p className="text-16">{asked.why}</p>
        </details>
      </div>
    </li>
  )
}

function Otherwise({ asked, way }: { asked: Asked; way: { to: string; name: string } }) {
  return (
    <a href={way.to} className="min-h-[44px] py-2">
      {way.name}
      <span className="sr-only">: {asked.what}</span>
    </a>
  )
}

function Due({ dueOn, today }: { dueOn: CalendarDate; today: CalendarDate }) {
  return (
    <p className="text-16">
      {dueOn < today ? (
        <>
          <ToneTag tone="bad">{inWords(dueOn, today)}</ToneTag>, was due {longDate(dueOn)}
        </>
      ) : (
        <>
          Due {fullDate(dueOn)}, <strong>{inWords(dueOn, today)}</strong>
        </>
      )}
    </p>
  )
}

function DoneList({ done, month }: { done: readonly Done[]; month: string }) {
  return (
    <details>
      <summary className="min-h-[44px] cursor-pointer py-2">
        Done in {month} ({done.length})
      </summary>
      <ul>
        {done.map((one) => (
          <li key={one.key} className="border-b border-line py-2">
            <a href={one.to}>{one.what}</a>
            <span className="text-16 text-quiet"> {longDate(one.on)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
