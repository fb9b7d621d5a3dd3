import { counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { OnlyToday } from '~/ui/day/only-today'
import { Empty, Notice, Page } from '~/ui/page'
import { Table } from '~/ui/table'
import { RegisterKeys } from './register-keys'
import { registerColumns } from './register-columns'
import { isNarrowed } from './register-filter'
import { ChooseFromRegister } from './choose-from-register'
import { ChosenFilters, RegisterFilterForm } from './register-filter-form'
import { RecommendationsFound } from './register-recommendations'
import { sortWord } from './register-sort'
import type { RegisterView } from './register.query.server'

/** Every action of the plan: who, by when, and how it stands. */
export function RegisterPage({
  view,
  name,
}: {
  view: RegisterView
  /** of the saved view that is looked at */
  name?: string
}) {
  const narrowed = isNarrowed(view.filter)
  return (
    <Page
      title={name ?? 'Plan'}
      crumbs={name ? [{ to: paths.actions(), name: 'Plan' }] : []}
      lede={<Counts view={view} />}
      primary={view.mayAdd ? <ButtonLink to={paths.newAction()}>Add an action</ButtonLink> : null}
      wide
    >
      <RegisterFilterForm view={view} />
      <Views view={view} />
      {narrowed ? <ChosenFilters view={view} /> : null}
      {view.saysNothing ? (
        <Notice title={`“${view.filter.q}” is in every text or in none`}>
          <p>Look for a word that says something, such as “hand-over” or “supervision”.</p>
        </Notice>
      ) : null}
      <RecommendationsFound view={view} />
      {view.rows.length > 0 ? (
        <ChooseFromRegister view={view}>
          <RegisterKeys />
          <Table
            caption="Actions"
            columns={registerColumns(view)}
            rows={view.rows}
            rowKey={({ id }) => id}
            isDense
          />
        </ChooseFromRegister>
      ) : narrowed ? (
        <Empty>
          No action fits. <a href={paths.actions()}>Show every action</a>
        </Empty>
      ) : (
        <Empty>
          An action is what the council does about a recommendation: an outcome for children, one
          owner, a date. {view.mayAdd ? 'Begin with the one that holds you back most.' : null}
          {view.mayAdd ? (
            <p className="mt-2">
              Or <a href={paths.bringIn()}>bring in your old plan</a>, the spreadsheet or the Word
              table that you have kept until now.
            </p>
          ) : null}
        </Empty>
      )}
      <Pages view={view} />
      <TakeAway view={view} />
    </Page>
  )
}

/** The plan as a file, narrowed as it is here; and the way in for the plan of before. */
function TakeAway({ view: { filter, counts, mayAdd } }: { view: RegisterView }) {
  return (
    <p className="no-print mt-6 flex flex-wrap gap-x-6 gap-y-1 border-t border-line pt-3 text-16">
      {counts.fitting > 0 ? (
        <span>
          Export {counted(counts.fitting, 'action')}:{' '}
          <a href={paths.exportActions('xlsx', filter)}>Excel</a>
          {' · '}
          <a href={paths.exportActions('csv', filter)}>CSV</a>
          {' · '}
          <a href={paths.exportActions('json', filter)}>JSON</a>
        </span>
      ) : null}
      {mayAdd ? <a href={paths.bringIn()}>Bring in your old plan</a> : null}
    </p>
  )
}

/** "Saved: Late and mine · Board on Thursday", and other ways to look. */
function Views({ view: { saved, filter, sort } }: { view: RegisterView }) {
  const at = { ...filter, sort: sortWord(sort) }
  return (
    <div className="no-print mb-4 flex flex-wrap gap-x-6 gap-y-1 text-16">
      <OnlyToday>
        {saved.length === 0 ? null : (
          <span>
            Saved:{' '}
            {saved.map(({ id, name }, i) => (
              <span key={id}>
                {i > 0 ? ' · ' : ''}
                <a href={paths.savedView(id)}>{name}</a>
              </span>
            ))}
          </span>
        )}
        <a href={paths.savedViews(at)}>
          {isNarrowed(filter) || sortWord(sort) ? 'Save this view' : 'Saved views'}
        </a>
      </OnlyToday>
      <a href={paths.actionsTimeline(filter)}>Timeline</a>
    </div>
  )
}

/** "62 actions · 9 late · 4 unowned", each the way to those it counts. */
function Counts({ view: { counts, filter, sort, mayAdd } }: { view: RegisterView }) {
  const also = (more: object) => paths.actions({ ...filter, sort: sortWord(sort), ...more })
  return (
    <span className="tabular-nums">
      {isNarrowed(filter) ? `${inThousands(counts.fitting)} of ` : ''}
      {counts.all === 1 ? '1 action' : `${inThousands(counts.all)} actions`}
      {counts.late > 0 ? (
        <>
          {' · '}
          <a href={also({ show: [...new Set([...(filter.show ?? []), 'late'])] })}>
            {inThousands(counts.late)} late
          </a>
        </>
      ) : null}
      {counts.unowned > 0 ? (
        <>
          {' · '}
          <a href={also({ owner: 'nobody' })}>{inThousands(counts.unowned)} unowned</a>
        </>
      ) : null}
      {mayAdd ? (
        <>
          {' · '}
          <a href={paths.owners()}>Who carries it</a>
        </>
      ) : null}
    </span>
  )
}

const inThousands = (count: number) => count.toLocaleString('en-GB')

function Pages({ view: { next, isLater, filter, sort, rows } }: { view: RegisterView }) {
  if (!next && !isLater) return null
  const at = { ...filter, sort: sortWord(sort) }
  return (
    <nav aria-label="Pages" className="no-print mt-4 flex flex-wrap gap-x-6">
      {isLater ? <a href={paths.actions(at)}>Back to the first page</a> : null}
      {next ? (
        <a href={paths.actions({ ...at, after: next })} rel="next">
          Next page
          <span className="sr-only">, after {counted(rows.length, 'action')}</span>
        </a>
      ) : null}
    </nav>
  )
}
