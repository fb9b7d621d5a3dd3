import { measureRef } from '~/domain/measure/measure'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { CauseLink, CauseReference } from '~/ui/cause-link'
import { SparkLine } from '~/ui/charts/spark-line'
import { MovementTag, TargetTag } from '~/ui/measure-tags'
import { Empty, Page, Section } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import { Table } from '~/ui/table'
import type { MeasureRow, MeasuresView } from './measures.query.server'

export function MeasuresPage({ view }: { view: MeasuresView }) {
  const { measures, mayDefine, mayRecord } = view
  return (
    <Page
      title="Measures"
      wide
      lede="What the numbers say, by rules that tell a signal from chance: the worst first. Two figures of which the second is worse are no signal."
      primary={
        mayRecord && measures.length > 0 ? (
          <ButtonLink to={paths.bringFigures()}>Bring figures</ButtonLink>
        ) : mayDefine ? (
          <ButtonLink to={paths.newMeasure()}>Add a measure</ButtonLink>
        ) : undefined
      }
    >
      {measures.length === 0 ? (
        <Empty>
          A measure is a number followed over time, such as children without a social worker. With
          its figures month by month here, the plan can show whether what is done makes a
          difference.
        </Empty>
      ) : (
        <>
          <MeasureTable measures={measures} />
          {mayDefine ? (
            <p className="no-print mt-4 mb-10">
              <a href={paths.newMeasure()}>Add a measure</a>
            </p>
          ) : null}
        </>
      )}
      <WrongWayThoughGreen list={view.wrongWayThoughGreen} />
      <WithoutEffect list={view.withoutEffect} />
    </Page>
  )
}

function MeasureTable({ measures }: { measures: readonly MeasureRow[] }) {
  return (
    <Table<MeasureRow>
      caption="Measures, the worst first"
      rows={measures}
      rowKey={({ id }) => id}
      columns={[
        {
          title: 'Measure',
          isName: true,
          width: 'md:w-[32%]',
          cell: ({ id, title, finding, awaits }) => (
            <>
              <a href={paths.measure(id)}>
                {measureRef(id)} {title}
              </a>
              <span className="block font-normal text-quiet">{finding}.</span>
              {awaits ? (
                <span className="block">
                  <Gap>No figure for {awaits}</Gap>
                </span>
              ) : null}
            </>
          ),
        },
        {
          title: 'Course',
          cell: ({ spark }) => (spark ? <SparkLine spark={spark} /> : null),
        },
        {
          title: 'Latest',
          cell: ({ latest }) =>
            latest ? (
              <span className="whitespace-nowrap">
                <span className="font-bold">{latest.figure}</span>
                <span className="block text-quiet">{latest.period}</span>
              </span>
            ) : (
              <Gap>No figures</Gap>
            ),
        },
        { title: 'Signal', cell: ({ glance }) => <MovementTag glance={glance} /> },
        {
          title: 'Target',
          cell: ({ glance, target }) => (
            <>
              {target ? <span className="block">{target}</span> : null}
              <TargetTag glance={glance} />
            </>
          ),
        },
      ]}
    />
  )
}

function WrongWayThoughGreen({ list }: { list: MeasuresView['wrongWayThoughGreen'] }) {
  if (list.length === 0) return null
  return (
    <Section id="wrong-way" title="Moving the wrong way with all actions green">
      <p className="mb-3 max-w-measure">
        Everything that is done for these is on track or delivered, and the number gets worse.
      </p>
      <ul className="max-w-[52rem]">
        {list.map(({ measure, finding, actions }) => (
          <li key={measure.id} className="keep-together border-b border-line py-2">
            <CauseLink cause={{ kind: 'measure', ...measure }} />
            <p className="text-16">
              {finding}. Actions:{' '}
              {actions.map((action, at) => (
                <span key={action.id}>
                  {at > 0 ? ', ' : ''}
                  <CauseReference cause={{ kind: 'action', ...action }} />
                </span>
              ))}
              .
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function WithoutEffect({ list }: { list: MeasuresView['withoutEffect'] }) {
  if (list.length === 0) return null
  return (
    <Section id="no-effect" title="Done but no effect yet">
      <p className="mb-3 max-w-measure">
        These actions are finished, three or more figures have come since, and they show no
        improvement that lasts.
      </p>
      <ul className="max-w-[52rem]">
        {list.map(({ action, deliveredOn, measure }) => (
          <li
            key={`${action.id}-${measure.id}`}
            className="keep-together border-b border-line py-2"
          >
            <CauseLink cause={{ kind: 'action', ...action }} />
            <p className="text-16">
              Finished on {longDate(deliveredOn)}; no improvement since in{' '}
              <CauseLink cause={{ kind: 'measure', ...measure }} />.
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
