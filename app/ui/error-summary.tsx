import type { FormState } from './form-state'

/**
 * What has to be put right, at the top of a form, each line leading to its field; or the reason for
 * which a rule said no. Says that nothing is lost.
 */
export function ErrorSummary({ form }: { form?: Partial<FormState> }) {
  const errors = form?.errors ?? []
  if (errors.length === 0 && !form?.because) return null
  return (
    <div
      role="alert"
      tabIndex={-1}
      // eslint-disable-next-line jsx-a11y/no-autofocus -- so that the reader begins at what is wrong
      autoFocus
      className="mb-6 rounded border-4 border-off-track p-4 max-w-[46rem]"
    >
      <h2 className="text-21">{form?.because ? 'This was not saved' : 'Please put this right'}</h2>
      {form?.because ? <p className="mt-2">{form.because}</p> : null}
      {errors.length > 0 ? (
        <ul className="mt-2 list-disc pl-5">
          {errors.map((error) => (
            <li key={error.field}>
              <a href={`#${error.field}`} className="font-bold text-off-track">
                {error.sentence}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {/* passwords are never written into a page, so a form of nothing else comes back empty */}
      {Object.keys(form?.typed ?? {}).length > 0 ? (
        <p className="mt-2 text-quiet">What you typed is still here.</p>
      ) : null}
    </div>
  )
}
