import type { Checkpoint } from '~/domain/plan/checkpoints'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { DateField } from '~/ui/field'
import type { CompareView } from './compare.query.server'

const mostOffered = 12

/** Two days to type, and the checkpoints by name. */
export function ChooseDays({
  view: { asked, checkpoints, today, comparison },
}: {
  view: CompareView
}) {
  return (
    <div className="no-print mb-8 bg-ground p-4">
      <form
        method="get"
        action={paths.compare()}
        className="flex flex-wrap items-end gap-x-4"
        aria-label="Days to compare"
      >
        <DateField name="from" label="From" initial={asked.from} max={today} />
        <DateField name="to" label="To" initial={asked.to} max={today} />
        <div className="mb-5">
          <Button look="secondary">Compare</Button>
        </div>
      </form>
      {checkpoints.length === 0 ? null : (
        <details open={comparison === undefined}>
          <summary className="min-h-[44px] cursor-pointer py-2">
            Choose a visit or a board meeting
          </summary>
          <div className="grid gap-x-8 gap-y-3 md:grid-cols-2">
            <Choices
              title="Until today, since"
              choices={checkpoints
                .filter(({ on }) => on < today)
                .slice(0, mostOffered)
                .map((one) => ({
                  words: inWords(one),
                  to: paths.compare({ from: one.on, to: today }),
                }))}
            />
            <Choices
              title="From one to the next"
              choices={checkpoints
                .slice(0, Math.min(mostOffered, checkpoints.length - 1))
                .map((one, at) => ({
                  words: `${inWords(checkpoints[at + 1]!)} to ${inWords(one)}`,
                  to: paths.compare({ from: checkpoints[at + 1]!.on, to: one.on }),
                }))}
            />
          </div>
        </details>
      )}
    </div>
  )
}

const inWords = ({ on, title }: Checkpoint): string => `${title} of ${longDate(on)}`

function Choices({ title, choices }: { title: string; choices: { words: string; to: string }[] }) {
  if (choices.length === 0) return null
  return (
    <div>
      <h2 className="text-16">{title}</h2>
      <ul>
        {choices.map(({ words, to }) => (
          <li key={to} className="py-1 text-16">
            <a href={to}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
