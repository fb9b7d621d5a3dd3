import type { ChangeEvent, ReactNode } from 'react'
import type { FormState } from './form-state'

export interface Choice {
  value: string
  title: string
  hint?: string
}

interface FieldProps {
  name: string
  label: string
  hint?: ReactNode
  /** what was typed before and what was wrong with it */
  form?: Partial<FormState>
  /** the value to begin with */
  initial?: string
  optional?: boolean
}

const control = 'block w-full rounded border-2 bg-paper text-ink px-3 py-2 min-h-[44px]'
const edge = (error: string | undefined) => (error ? 'border-off-track' : 'border-edge')

const typedOr = ({ form, name, initial = '' }: FieldProps) => form?.typed?.[name]?.[0] ?? initial
const errorOf = ({ form, name }: { form?: Partial<FormState>; name: string }) =>
  form?.errors?.find((error) => error.field === name)?.sentence

/** Names what describes a control, for screen readers. */
function described(props: { name: string; hint?: ReactNode }, error: string | undefined) {
  const ids = [props.hint ? `${props.name}-hint` : '', error ? `${props.name}-error` : '']
  return {
    'aria-describedby': ids.filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? true : undefined,
  }
}

function Around(props: FieldProps & { id?: string; children: ReactNode }) {
  const error = errorOf(props)
  return (
    <div className={`mb-5 ${error ? 'border-l-4 border-off-track pl-3' : ''}`}>
      <label htmlFor={props.id ?? props.name} className="block font-bold">
        {props.label}
        {props.optional ? <span className="font-normal text-quiet"> (optional)</span> : null}
      </label>
      <Hint of={props} />
      <ErrorText name={props.name} error={error} />
      <div className="mt-1">{props.children}</div>
    </div>
  )
}

function Hint({ of }: { of: { name: string; hint?: ReactNode } }) {
  if (!of.hint) return null
  return (
    <p id={`${of.name}-hint`} className="text-16 text-quiet max-w-measure">
      {of.hint}
    </p>
  )
}

function ErrorText({ name, error }: { name: string; error: string | undefined }) {
  if (!error) return null
  return (
    <p id={`${name}-error`} className="font-bold text-off-track">
      <span className="sr-only">Error: </span>
      {error}
    </p>
  )
}

export function TextField(
  props: FieldProps & {
    type?: 'text' | 'email' | 'password' | 'url' | 'search'
    autoComplete?: string
    width?: 'short' | 'half' | 'full'
    /** what is often written here; something else may be */
    suggestions?: readonly string[]
  },
) {
  const error = errorOf(props)
  const width = { short: 'max-w-[12rem]', half: 'max-w-[24rem]', full: 'max-w-[42rem]' }
  return (
    <Around {...props}>
      <input
        id={props.name}
        name={props.name}
        type={props.type ?? 'text'}
        defaultValue={props.type === 'password' ? '' : typedOr(props)}
        autoComplete={props.autoComplete}
        list={props.suggestions ? `${props.name}-suggestions` : undefined}
        className={`${control} ${edge(error)} ${width[props.width ?? 'full']}`}
        {...described(props, error)}
      />
      {props.suggestions ? (
        <datalist id={`${props.name}-suggestions`}>
          {props.suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      ) : null}
    </Around>
  )
}

export function TextArea(props: FieldProps & { rows?: number }) {
  const error = errorOf(props)
  return (
    <Around {...props}>
      <textarea
        id={props.name}
        name={props.name}
        rows={props.rows ?? 4}
        defaultValue={typedOr(props)}
        className={`${control} ${edge(error)} max-w-[42rem]`}
        {...described(props, error)}
      />
    </Around>
  )
}

/** A day, in the browser's own date control; without one it takes 2026-11-28. */
export function DateField(props: FieldProps & { min?: string; max?: string }) {
  const error = errorOf(props)
  return (
    <Around {...props}>
      <input
        id={props.name}
        name={props.name}
        type="date"
        defaultValue={typedOr(props)}
        min={props.min}
        max={props.max}
        className={`${control} ${edge(error)} max-w-[14rem]`}
        {...described(props, error)}
      />
    </Around>
  )
}

export function SelectField(props: FieldProps & { choices: readonly Choice[]; none?: string }) {
  const error = errorOf(props)
  return (
    <Around {...props}>
      <select
        id={props.name}
        name={props.name}
        defaultValue={typedOr(props)}
        className={`${control} ${edge(error)} max-w-[32rem]`}
        {...described(props, error)}
      >
        {props.none === undefined ? null : <option value="">{props.none}</option>}
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
      </select>
    </Around>
  )
}

/** One of a few choices, all in sight. */
export function RadioField(props: FieldProps & { choices: readonly Choice[] }) {
  return <ChoiceGroup {...props} type="radio" chosen={[typedOr(props)]} />
}

/** Any of a few choices; the field's name ends in [] and its values come as a list. */
export function CheckboxField(
  props: Omit<FieldProps, 'initial'> & { choices: readonly Choice[]; initial?: readonly string[] },
) {
  const { initial, ...rest } = props
  // A form sent with nothing ticked names the field nowhere; what was typed elsewhere still counts.
  const chosen = props.form?.typed ? (props.form.typed[props.name] ?? []) : (initial ?? [])
  return <ChoiceGroup {...rest} type="checkbox" chosen={chosen} />
}

function ChoiceGroup(
  props: FieldProps & {
    choices: readonly Choice[]
    type: 'radio' | 'checkbox'
    chosen: readonly string[]
  },
) {
  const error = errorOf(props)
  return (
    <fieldset
      className={`mb-5 ${error ? 'border-l-4 border-off-track pl-3' : ''}`}
      {...described(props, error)}
    >
      <legend className="font-bold">
        {props.label}
        {props.optional ? <span className="font-normal text-quiet"> (optional)</span> : null}
      </legend>
      <Hint of={props} />
      <ErrorText name={props.name} error={error} />
      {props.choices.map((choice, at) => (
        <div key={choice.value} className="flex gap-3 py-2">
          <input
            // The first carries the field's name, so that the error summary can lead to it.
            id={at === 0 ? props.name : `${props.name}-${choice.value}`}
            type={props.type}
            name={props.name}
            value={choice.value}
            defaultChecked={props.chosen.includes(choice.value)}
            className="mt-1 h-6 w-6 shrink-0 accent-brand"
            aria-describedby={choice.hint ? `${props.name}-${choice.value}-hint` : undefined}
          />
          <div>
            <label htmlFor={at === 0 ? props.name : `${props.name}-${choice.value}`}>
              {choice.title}
            </label>
            {choice.hint ? (
              <p id={`${props.name}-${choice.value}-hint`} className="text-16 text-quiet">
                {choice.hint}
              </p>
            ) : null}
          </div>
        </div>
      ))}
    </fieldset>
  )
}

export function FileField(
  props: FieldProps & {
    /** where another field has its name */
    id?: string
    accept?: string
    multiple?: boolean
    /** which camera a telephone opens */
    capture?: 'environment' | 'user'
    onChange?: (event: ChangeEvent<HTMLInputElement>) => void
  },
) {
  const error = errorOf(props)
  return (
    <Around {...props}>
      <input
        id={props.id ?? props.name}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        capture={props.capture}
        onChange={props.onChange}
        className={`${control} ${edge(error)} max-w-[42rem] file:mr-3 file:rounded file:border-0 file:bg-brand-tint file:px-3 file:py-1 file:text-brand`}
        {...described(props, error)}
      />
    </Around>
  )
}
