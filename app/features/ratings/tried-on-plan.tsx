import type { ReactNode } from 'react'
import { rowInWords } from '~/domain/plan/brag-table'
import { actionRef } from '~/domain/plan/references'
import { counted } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { BragTag } from '~/ui/brag-tag'
import { Section } from '~/ui/page'
import { ToneTag } from '~/ui/rating-tag'
import { Table } from '~/ui/table'
import type { Tried } from './save-brag-table.query.server'

/** What a table would do to the plan, before it does it. */
export function TriedOnPlan({ tried, children }: { tried: Tried; children: ReactNode }) {
  const { changes, counts, idle, actions, table } = tried
  return (
    <Section id="tried" title="Tried on the plan as it stands today">
      <p role="status" className="mb-4 text-18 font-bold">
        {changes.length === 0
          ? `None of ${counted(actions, 'action')} would change colour.`
          : `${changes.length} of ${counted(actions, 'action')} would change colour.`}
      </p>
      {idle.map(({ row, sentence }) => (
        <p key={row} className="mb-2 max-w-measure">
          <ToneTag tone="warning">Idle row</ToneTag> {sentence} It does no harm.{' '}
          <a href={`#row-${row + 1}`}>Go to it</a>
        </p>
      ))}
      {counts.length === 0 ? null : (
        <div className="mb-6 max-w-[36rem]">
          <Table
            caption="Actions of each colour, by the present table and by this one"
            rows={counts}
            rowKey={({ brag }) => brag}
            columns={[
              { title: 'Colour', isName: true, cell: ({ brag }) => <BragTag brag={brag} /> },
              { title: 'Now', isFigure: true, cell: ({ now }) => now },
              { title: 'By this table', isFigure: true, cell: ({ then }) => then },
            ]}
          />
        </div>
      )}
      {changes.length === 0 ? null : (
        <div className="mb-6">
          <Table
            caption="Actions that would change colour, those that would look worse first"
            rows={changes}
            rowKey={({ id }) => id}
            columns={[
              {
                title: 'Action',
                isName: true,
                width: 'md:w-[34%]',
                cell: ({ id, title }) => (
                  <a href={paths.action(id)} className="font-normal">
                    <span className="font-bold">{actionRef(id)}</span> {title}
                  </a>
                ),
              },
              { title: 'Now', cell: ({ from }) => <BragTag brag={from} /> },
              { title: 'By this table', cell: ({ to }) => <BragTag brag={to} /> },
              {
                title: 'Because',
                cell: ({ row }) =>
                  row === undefined ? 'No row fits' : `Row ${row + 1}: ${rowInWords(table[row]!)}`,
              },
            ]}
          />
        </div>
      )}
      {children}
    </Section>
  )
}
