import type { ReactNode } from 'react'
import { counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { withTheChosen } from './register-keys'
import { sortWord } from './register-sort'
import type { RegisterView } from './register.query.server'

const ways: [change: string, title: string][] = [
  ['assign', 'Give to somebody'],
  ['team', 'Change the team'],
  ['theme', 'Set the theme'],
  ['update', 'Ask for an update'],
]

/**
 * Actions are chosen in the table, or all that fit, and carried to the page that shows what a change
 * would do, or into a file. One form with several ways out, so that it works without a script. Who may
 * change nothing takes away what they choose.
 */
export function ChooseFromRegister({
  view,
  children,
}: {
  view: RegisterView
  children: ReactNode
}) {
  const { filter, sort, counts, mayChange } = view
  const shown = Object.entries({ ...filter, sort: sortWord(sort) }).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  )
  return (
    <form
      method="get"
      action={mayChange ? paths.bulkChange('assign') : paths.exportChosen()}
      aria-label="Choose actions"
    >
      {shown
        .filter(([name]) => name !== 'id')
        .map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
      {children}
      <fieldset className="no-print z-[2] mt-2 flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-paper py-3 lg:sticky lg:bottom-0">
        <legend className="sr-only">With the actions chosen</legend>
        {filter.id ? null : (
          <label className="flex items-center gap-2">
            <input type="checkbox" name="all" value="yes" className="h-6 w-6 accent-brand" />
            All {counted(counts.fitting, 'action')}
            {counts.fitting > view.rows.length ? ', on every page' : ''}
          </label>
        )}
        <span className="text-quiet">With the chosen:</span>
        {(mayChange ? ways : []).map(([change, title], at) => (
          <button
            key={change}
            id={at === 0 ? withTheChosen : undefined}
            type="submit"
            formAction={paths.bulkChange(change)}
            className="min-h-[44px] rounded border-2 border-brand bg-paper px-2 py-1 text-16 font-bold text-brand hover:bg-brand-tint"
          >
            {title}
          </button>
        ))}
        <button
          id={mayChange ? undefined : withTheChosen}
          type="submit"
          formAction={paths.exportChosen()}
          name="format"
          value="xlsx"
          className="min-h-[44px] rounded border-2 border-brand bg-paper px-2 py-1 text-16 font-bold text-brand hover:bg-brand-tint"
        >
          Export
        </button>
      </fieldset>
    </form>
  )
}
