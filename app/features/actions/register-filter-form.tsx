import { shortAreaName } from '~/domain/inspection/names'
import { nationalFrameworkName } from '~/domain/inspection/national-framework'
import { recommendationRef } from '~/domain/plan/references'
import { counted, shortDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { CheckboxField, type Choice, DateField, SelectField, TextField } from '~/ui/field'
import { fixedChoices, recommendationIn, type RegisterFilter } from './register-filter'
import { type SortName, sorts, sortWord } from './register-sort'
import type { RegisterView } from './register.query.server'

/** The filters that are asked for least stand behind "More". */
const more = [
  'inspection',
  'recommendation',
  'theme',
  'team',
  'outcome',
  'status',
  'assurance',
  'impact',
  'dueFrom',
  'dueTo',
  'show',
] as const satisfies readonly (keyof RegisterFilter)[]

const nobody: Choice = { value: 'nobody', title: 'Nobody' }

/** What to show of the register: a form that asks by its address, so that it works anywhere. */
export function RegisterFilterForm({ view: { filter, choices, sort } }: { view: RegisterView }) {
  const form = {
    typed: Object.fromEntries(
      Object.entries(filter).map(([name, value]) => [name, [value].flat()]),
    ) as Record<string, string[]>,
  }
  const chosenMore = more.flatMap((name) => filter[name] ?? []).length
  return (
    <form
      method="get"
      action={paths.actions()}
      role="search"
      aria-label="Actions"
      className="no-print mb-4 border-y border-line bg-ground px-3 pt-3"
    >
      <div className="grid grid-cols-2 gap-x-4 md:grid-cols-3 lg:grid-cols-[1.4fr_1fr_1fr_1fr_1fr_auto]">
        <div className="col-span-2 md:col-span-1">
          <TextField name="q" label="Words" type="search" form={form} />
        </div>
        <SelectField
          name="area"
          label="Area"
          none="Every area"
          choices={choices.areas}
          form={form}
        />
        <SelectField
          name="owner"
          label="Owner"
          none="Everybody"
          choices={[nobody, ...choices.owners]}
          form={form}
        />
        <SelectField
          name="brag"
          label="BRAG"
          none="Every one"
          choices={fixedChoices.brag}
          form={form}
        />
        <SelectField
          name="due"
          label="Due"
          none="Whenever"
          choices={fixedChoices.due}
          form={form}
        />
        <div className="-mt-2 mb-3 md:mb-5 md:mt-[1.8rem]">
          <Button look="secondary">Show</Button>
        </div>
      </div>
      <details open={chosenMore > 0} className="-mt-3 pb-2">
        <summary className="min-h-[44px] cursor-pointer py-2">
          More filters and order{chosenMore > 0 ? ` (${chosenMore})` : ''}
        </summary>
        <More form={form} choices={choices} order={sortWord(sort) ?? 'due'} />
      </details>
    </form>
  )
}

function More({
  form,
  choices,
  order,
}: {
  form: { typed: Record<string, string[]> }
  choices: RegisterView['choices']
  order: string
}) {
  const none = { value: 'none', title: 'None' }
  const any = 'Any'
  return (
    <div className="grid gap-x-4 pt-2 sm:grid-cols-2 lg:grid-cols-4">
      <SelectField
        name="inspection"
        label="Inspection"
        none={any}
        choices={choices.inspections}
        form={form}
      />
      <TextField name="recommendation" label="Recommendation, such as R3" form={form} />
      <SelectField
        name="theme"
        label="Theme"
        none={any}
        choices={[none, ...choices.themes]}
        form={form}
      />
      <SelectField
        name="team"
        label="Team"
        none={any}
        choices={[none, ...choices.teams]}
        form={form}
      />
      <SelectField
        name="status"
        label="Delivery"
        none={any}
        choices={fixedChoices.status}
        form={form}
      />
      <SelectField
        name="assurance"
        label="Assurance"
        none={any}
        choices={fixedChoices.assurance}
        form={form}
      />
      <SelectField
        name="impact"
        label="Impact"
        none={any}
        choices={fixedChoices.impact}
        form={form}
      />
      <SelectField
        name="outcome"
        label="National Framework"
        none={any}
        choices={choices.outcomes}
        form={form}
      />
      <DateField name="dueFrom" label="Due from" form={form} />
      <DateField name="dueTo" label="Due up to" form={form} />
      <SelectField name="sort" label="In the order of" choices={orders} initial={order} />
      <div className="sm:col-span-2 lg:col-span-4 [&>fieldset]:grid [&>fieldset]:gap-x-4 sm:[&>fieldset]:grid-cols-2 lg:[&>fieldset]:grid-cols-4">
        <CheckboxField name="show" label="Only what is" choices={fixedChoices.show} form={form} />
      </div>
      <div className="mb-3">
        <Button look="secondary">Show these</Button>
      </div>
    </div>
  )
}

const orderTitles: Record<SortName, string> = {
  due: 'due date',
  ref: 'reference',
  title: 'title',
  owner: 'owner',
  original: 'original due date',
  slipped: 'days slipped',
  moved: 'times moved',
  brag: 'BRAG',
  delivery: 'delivery',
  assurance: 'assurance',
  impact: 'impact',
  updated: 'last update',
  evidence: 'evidence',
}

const orders: Choice[] = (Object.keys(sorts) as SortName[]).flatMap((name) => [
  { value: name, title: orderTitles[name] },
  { value: `-${name}`, title: `${orderTitles[name]}, the other way round` },
])

/** What was chosen, as words that can be taken away one by one. */
export function ChosenFilters({ view }: { view: RegisterView }) {
  const { filter, sort } = view
  const without = (change: RegisterFilter) =>
    paths.actions({ ...filter, ...change, sort: sortWord(sort) })
  return (
    <div className="no-print mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <h2 className="sr-only">What is shown</h2>
      <ul className="flex flex-wrap gap-x-3 gap-y-2">
        {chosenWords(view).map(({ key, words, change }) => (
          <li key={key}>
            <a
              href={without(change)}
              className="inline-block min-h-[44px] rounded border border-edge bg-brand-tint px-3 py-2 text-16 no-underline hover:underline"
            >
              {words} <span aria-hidden="true">✕</span>
              <span className="sr-only">, take away</span>
            </a>
          </li>
        ))}
      </ul>
      <a href={paths.actions({ sort: sortWord(sort) })}>Show every action</a>
    </div>
  )
}

function chosenWords({ filter, choices }: Pick<RegisterView, 'filter' | 'choices'>) {
  const titleIn = (all: readonly Choice[], value: string) =>
    all.find((one) => one.value === value)?.title ?? (value === 'none' ? 'none' : 'not in the plan')
  const asRecommendation = (text: string) => {
    const id = recommendationIn(text)
    return id === undefined ? `“${text}”, which is none` : recommendationRef(id)
  }
  const words: Record<Exclude<keyof RegisterFilter, 'show' | 'id'>, (value: string) => string> = {
    q: (q) => `“${q}”`,
    inspection: (id) => `Inspection: ${titleIn(choices.inspections, id)}`,
    recommendation: (text) => `For ${asRecommendation(text)}`,
    area: (area) => `Area: ${shortAreaName(area)}`,
    theme: (id) => `Theme: ${titleIn(choices.themes, id)}`,
    team: (id) => `Team: ${titleIn(choices.teams, id)}`,
    owner: (id) => `Owner: ${titleIn([nobody, ...choices.owners], id)}`,
    status: (value) => `Delivery: ${titleIn(fixedChoices.status, value)}`,
    assurance: (value) => `Assurance: ${titleIn(fixedChoices.assurance, value)}`,
    impact: (value) => `Impact: ${titleIn(fixedChoices.impact, value)}`,
    brag: (value) => `BRAG: ${titleIn(fixedChoices.brag, value)}`,
    due: (value) => `Due: ${titleIn(fixedChoices.due, value).toLowerCase()}`,
    dueFrom: () => `Due from ${shortDate(filter.dueFrom!)}`,
    dueTo: () => `Due up to ${shortDate(filter.dueTo!)}`,
    outcome: (value) => `National Framework: ${nationalFrameworkName(value)}`,
  }
  const single = (Object.keys(words) as (keyof typeof words)[]).flatMap((key) => {
    const value = filter[key]
    return value === undefined
      ? []
      : [{ key, words: words[key](value), change: { [key]: undefined } as RegisterFilter }]
  })
  const shown = (filter.show ?? []).map((flag) => ({
    key: flag,
    words: titleIn(fixedChoices.show, flag),
    change: { show: filter.show!.filter((one) => one !== flag) } as RegisterFilter,
  }))
  const chosen = filter.id
    ? [{ key: 'id', words: `${counted(filter.id.length, 'action')} chosen`, change: { id: [] } }]
    : []
  return [...single, ...shown, ...chosen]
}
