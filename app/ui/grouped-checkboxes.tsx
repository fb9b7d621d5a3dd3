import type { ReactNode } from 'react'
import type { Choice } from './field'
import type { FormState } from './form-state'

/**
 * Any of many choices, under headings; the field's name ends in [] and its values come as a list.
 * Long lists scroll in a box of their own.
 */
export function GroupedCheckboxes({
  name,
  label,
  hint,
  groups,
  form,
  initial = [],
  columns = 1,
}: {
  name: string
  label: string
  hint?: ReactNode
  groups: readonly { title: string; choices: readonly Choice[] }[]
  form?: Partial<FormState>
  initial?: readonly string[]
  columns?: 1 | 2
}) {
  const chosen = form?.typed ? (form.typed[name] ?? []) : initial
  const error = form?.errors?.find((one) => one.field === name)?.sentence
  const first = groups[0]?.choices[0]?.value
  const describedBy = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean)
  return (
    <fieldset
      className="mb-5 max-w-[42rem] min-w-0"
      aria-describedby={describedBy.join(' ') || undefined}
    >
      <legend className="font-bold">
        {label}
        <span className="font-normal text-quiet"> (optional)</span>
      </legend>
      {hint ? (
        <p id={`${name}-hint`} className="text-16 text-quiet max-w-measure">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${name}-error`} className="font-bold text-off-track">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      ) : null}
      <div
        role="region"
        aria-label={label}
        tabIndex={0}
        className="mt-1 max-h-80 overflow-y-auto rounded border-2 border-edge bg-paper px-3 py-1"
      >
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title} className="py-2">
            <p className="text-16 font-bold text-quiet">{group.title}</p>
            <div className={columns === 2 ? 'sm:columns-2 gap-x-6' : ''}>
              {group.choices.map((choice) => {
                const id = choice.value === first ? name : `${name}-${choice.value}`
                return (
                  <div key={choice.value} className="flex break-inside-avoid gap-3 py-2">
                    <input
                      id={id}
                      type="checkbox"
                      name={name}
                      value={choice.value}
                      defaultChecked={chosen.includes(choice.value)}
                      className="mt-1 h-6 w-6 shrink-0 accent-brand"
                    />
                    <label htmlFor={id} className="min-w-0">
                      {choice.title}
                      {choice.hint ? (
                        <span className="block text-16 text-quiet">{choice.hint}</span>
                      ) : null}
                    </label>
                  </div>
                )
              })}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
