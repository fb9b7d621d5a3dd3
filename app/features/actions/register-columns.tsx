import type { ReactNode } from 'react'
import { actionRef, recommendationRef } from '~/domain/plan/references'
import { counted, shortDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { BragTag } from '~/ui/brag-tag'
import { Gap } from '~/ui/rating-tag'
import { AssuranceTag, DeliveryTag, ImpactTag } from '~/ui/standing-tags'
import type { Column } from '~/ui/table'
import { rowLink } from './register-keys'
import type { Passage } from './register-passages.query.server'
import { FoundPieces } from './register-recommendations'
import { type SortName, sortWord } from './register-sort'
import type { RegisterRow, RegisterView } from './register.query.server'

/** The columns of the register; each head sorts by it, and by it the other way round. */
export function registerColumns(view: RegisterView): Column<RegisterRow>[] {
  const sortedBy = (by: SortName, title: string) => {
    const isThis = view.sort.by === by
    const descending = isThis && !view.sort.descending
    const to = paths.actions({ ...view.filter, sort: sortWord({ by, descending }) })
    return {
      title,
      sorted: isThis ? (view.sort.descending ? 'descending' : 'ascending') : undefined,
      head: (
        <a href={to} className="text-14">
          {title}
          {isThis ? <span aria-hidden="true">{view.sort.descending ? ' ▼' : ' ▲'}</span> : null}
        </a>
      ),
    } as const
  }
  return [
    chooseColumn,
    {
      ...sortedBy('title', 'Action'),
      isName: true,
      cell: (row) => <Name row={row} passage={view.passages[row.id]} />,
    },
    { ...sortedBy('owner', 'Owner'), width: 'lg:w-[10%]', cell: (row) => <Owner row={row} /> },
    { ...sortedBy('due', 'Due'), width: 'lg:w-[8%]', cell: (row) => <Due row={row} /> },
    {
      ...sortedBy('slipped', 'Moved'),
      width: 'lg:w-[6%]',
      cell: (row) => (row.timesMoved === 0 ? null : <Moved row={row} />),
    },
    {
      ...sortedBy('brag', 'BRAG'),
      width: 'lg:w-[9%]',
      cell: ({ brag }) => (
        <Small>
          <BragTag brag={brag} />
        </Small>
      ),
    },
    {
      ...sortedBy('delivery', 'Delivery'),
      width: 'lg:w-[9%]',
      cell: ({ delivery, statedBetter }) => (
        <Small>
          <DeliveryTag delivery={delivery} />
          {statedBetter ? (
            <span className="block">
              stated <DeliveryTag delivery={statedBetter} />
            </span>
          ) : null}
        </Small>
      ),
    },
    {
      ...sortedBy('assurance', 'Assurance'),
      width: 'lg:w-[9%]',
      cell: ({ assurance }) => (
        <Small>
          <AssuranceTag assurance={assurance} />
        </Small>
      ),
    },
    {
      ...sortedBy('impact', 'Impact'),
      width: 'lg:w-[8%]',
      cell: ({ impact }) => (
        <Small>
          <ImpactTag impact={impact} />
        </Small>
      ),
    },
    {
      ...sortedBy('updated', 'Last update'),
      width: 'lg:w-[7%]',
      cell: (row) => <LastUpdate row={row} />,
    },
    {
      ...sortedBy('evidence', 'Evidence'),
      width: 'lg:w-[6%]',
      isFigure: true,
      cell: ({ evidenceCount }) => evidenceCount,
    },
  ]
}

const chooseColumn: Column<RegisterRow> = {
  title: 'Choose',
  isTool: true,
  head: <span className="sr-only">Choose</span>,
  width: 'lg:w-[3%]',
  cell: ({ id, title }) => (
    <input
      type="checkbox"
      name="id"
      value={id}
      aria-label={`Choose ${actionRef(id)}, ${title}`}
      className="stays-clear h-6 w-6 accent-brand"
    />
  ),
}

const Small = ({ children }: { children: ReactNode }) => (
  <span className="lg:text-14">{children}</span>
)

function Name({ row, passage }: { row: RegisterRow; passage: Passage | undefined }) {
  const { id, title, recommendationIds, themeName } = row
  return (
    <>
      <span className="tabular-nums">{actionRef(id)}</span>{' '}
      <a href={paths.action(id)} className="stays-clear font-normal" {...rowLink}>
        {title}
      </a>
      <span className="block text-14 font-normal text-quiet">
        <Answers recommendationIds={recommendationIds} />
        {themeName ? ` · ${themeName}` : ''}
      </span>
      {passage ? <Found passage={passage} /> : null}
    </>
  )
}

const Found = ({ passage: { where, pieces } }: { passage: Passage }) => (
  <span className="block text-14 font-normal">
    {where}: “<FoundPieces pieces={pieces} />”
  </span>
)

function Answers({ recommendationIds }: Pick<RegisterRow, 'recommendationIds'>) {
  if (recommendationIds.length === 0) return <Gap>No recommendation</Gap>
  return (
    <>
      for{' '}
      {recommendationIds.map((id, at) => (
        <span key={id}>
          {at > 0 ? ', ' : ''}
          <a href={paths.recommendation(id)}>{recommendationRef(id)}</a>
        </span>
      ))}
    </>
  )
}

function Owner({ row: { ownerName, ownerLeft, teamName } }: { row: RegisterRow }) {
  return (
    <>
      {ownerName ?? <Gap>No owner</Gap>}
      {ownerLeft ? <Gap>Has left</Gap> : null}
      {teamName ? <span className="block text-14 text-quiet">{teamName}</span> : null}
    </>
  )
}

/** The present date, and what it was first where it moved. */
function Due({ row: { dueOn, originalDueOn, isLate, deliveredOn } }: { row: RegisterRow }) {
  if (!dueOn) return <Gap>No date</Gap>
  return (
    <>
      <span className={isLate ? 'font-bold text-off-track' : ''}>
        {shortDate(dueOn)}
        {isLate ? ', late' : ''}
      </span>
      {originalDueOn && originalDueOn !== dueOn ? (
        <span className="block text-14 text-quiet">first {shortDate(originalDueOn)}</span>
      ) : null}
      {deliveredOn ? (
        <span className="block text-14 text-quiet">delivered {shortDate(deliveredOn)}</span>
      ) : null}
    </>
  )
}

/** "×2, 92 days later" */
function Moved({ row: { timesMoved, daysSlipped } }: { row: RegisterRow }) {
  return (
    <>
      ×{timesMoved}
      <span className="block text-14 text-quiet">
        {daysSlipped === 0
          ? 'back to the first date'
          : `${counted(Math.abs(daysSlipped), 'day')} ${daysSlipped > 0 ? 'later' : 'earlier'}`}
      </span>
    </>
  )
}

function LastUpdate({ row: { lastUpdateOn, updateAge, silent } }: { row: RegisterRow }) {
  if (!lastUpdateOn || updateAge === null) return silent ? <Gap>No update</Gap> : <>None yet</>
  return (
    <>
      {shortDate(lastUpdateOn)}
      {silent ? (
        <span className="block text-14 font-bold text-at-risk">{updateAge} days ago</span>
      ) : null}
    </>
  )
}
