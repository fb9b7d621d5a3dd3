import type { ReactNode } from 'react'
import type { FormState } from './form-state'

/** One of a few ratings, each with its shape, word and colour. */
export function RatingRadios({
  name,
  label,
  hint,
  choices,
  form,
}: {
  name: string
  label: string
  hint?: ReactNode
  choices: readonly { value: string; tag: ReactNode }[]
  form?: Partial<FormState>
}) {
  const chosen = form?.typed?.[name]?.[0]
  const error = form?.errors?.find((one) => one.field === name)?.sentence
  const describedBy = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean)
  return (
    <fieldset
      className={`mb-5 ${error ? 'border-l-4 border-off-track pl-3' : ''}`}
      aria-describedby={describedBy.join(' ') || undefined}
      aria-invalid={error ? true : undefined}
    >
      <legend className="font-bold">{label}</legend>
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
      <div className="mt-1 grid grid-cols-2 gap-x-4 md:flex md:flex-wrap md:gap-x-8">
        {choices.map(({ value, tag }, at) => {
          const id = at === 0 ? name : `${name}-${value}`
          return (
            <div key={value} className="flex gap-3 py-2">
              <input
                id={id}
                type="radio"
                name={name}
                value={value}
                defaultChecked={chosen === value}
                className="mt-1 h-6 w-6 shrink-0 accent-brand"
              />
              <label htmlFor={id}>{tag}</label>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
