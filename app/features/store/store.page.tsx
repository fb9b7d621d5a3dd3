import { sizeInWords } from '~/domain/evidence/file-kinds'
import { whyHeld } from '~/domain/evidence/held-file'
import { searchedSoFar } from '~/domain/evidence/search-anew'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormState } from '~/ui/form-state'
import { Fact, Facts, Page, Section } from '~/ui/page'
import type { StoreView } from './store.query.server'

const inWords = {
  missing: 'is not in the store any more',
  changed: 'is not what it was when it came',
}

export function StorePage({ view, form }: { view: StoreView; form?: FormState | undefined }) {
  const { troubles, viruses, searches } = view
  return (
    <Page
      title="The store of files"
      lede={
        <p>
          Each night a part of the store is read back and compared with what came. Nothing here
          tells what a file is about.
        </p>
      }
    >
      <ErrorSummary form={form} />
      {troubles.length > 0 ? (
        <div role="alert" className="mb-6 max-w-[42rem] border-l-4 border-off-track pl-4">
          <h2 className="font-bold">
            {troubles.length === 1 ? '1 file is damaged' : `${troubles.length} files are damaged`}
          </h2>
          <p>Bring them back from a backup into the store, under the same names.</p>
          <ul className="mt-2">
            {troubles.map(({ sha256, what, since, isFor }) => (
              <li key={sha256} className="py-2">
                <code className="break-all">{sha256}</code> {inWords[what]}, seen {longDate(since)}
                {isFor.length > 0 ? `; it belongs to ${isFor.join(', ')}` : ''}.
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <Facts>
        <Fact name="Files">
          {view.files.toLocaleString('en-GB')}, {sizeInWords(view.bytes)}
        </Fact>
        <Fact name="Read back">
          {view.oldestCheck
            ? `All since ${longDate(view.oldestCheck)}, but for ${view.neverChecked} that came since and wait their turn.`
            : 'None yet: it is done at two in the morning.'}
        </Fact>
        {troubles.length === 0 && view.oldestCheck ? <Fact name="Damaged">None</Fact> : null}
      </Facts>
      <Section title="Searched for identifiers">
        <p className="mb-4 max-w-measure">
          Files are searched when they come, and those that came before what is looked for was
          changed are searched anew, some every five minutes.
        </p>
        <Facts>
          <Fact name="Searched">{searchedSoFar(searches)}</Fact>
          <Fact name="Held">
            {searches.held === 0
              ? 'None'
              : `${searches.held.toLocaleString('en-GB')}, each seen by who added it alone until they have answered.`}
          </Fact>
        </Facts>
      </Section>
      {view.leftBehind.length > 0 ? (
        <Section title="Left behind">
          <p className="mb-4 max-w-measure">
            These files are held, and whoever added them has left: nobody sees them any more. What
            you remove is destroyed unseen, and its evidence says so.
          </p>
          <ul>
            {view.leftBehind.map(({ fileId, evidenceId, reason, since }) => (
              <li
                key={fileId}
                className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3"
              >
                <span>
                  A file of evidence {evidenceId}, held since {longDate(since)}. {whyHeld[reason]}
                </span>
                <form method="post" action={paths.adminHeldFileRemoval(fileId)}>
                  <Button look="secondary">
                    Remove it <span className="sr-only">from evidence {evidenceId}</span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="Viruses">
        <p className="max-w-measure">
          {viruses.waiting === 0
            ? 'No file waits for the scanner.'
            : `${viruses.waiting} ${viruses.waiting === 1 ? 'file waits' : 'files wait'} for the scanner: nobody but who added them sees them until it answers. One that is longer than CLAMAV_MAX_MB waits until that is raised, in clamd too.`}
        </p>
        {viruses.infected.length > 0 ? (
          <ul className="mt-2">
            {viruses.infected.map(({ sha256, found, on }) => (
              <li key={sha256} className="py-2">
                “{found}”, found {longDate(on)}, in <code className="break-all">{sha256}</code>.
                Nobody is given it.
              </li>
            ))}
          </ul>
        ) : null}
      </Section>
    </Page>
  )
}
