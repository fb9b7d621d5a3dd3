import { type ReactNode, useEffect } from 'react'
import { paths } from '~/paths'
import type { ReportImportView } from './report-import.query.server'
import { SourceText } from './source-pane'

/** The proposal beside the report it was read from; on a phone one under the other. */
export function BesideSource({
  proposal,
  itemHref,
  current,
  children,
}: {
  proposal: ReportImportView
  itemHref: (key: string) => string
  /** the item that the page is about */
  current?: string
  children: ReactNode
}) {
  useShownMark(current)
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,11fr)_minmax(0,10fr)] lg:gap-8">
      <div className="min-w-0">{children}</div>
      <section aria-labelledby="source-title" className="mt-10 min-w-0 lg:mt-0">
        <div className="lg:sticky lg:top-4">
          <h2 id="source-title" className="mb-3 border-b border-line pb-1">
            The report
          </h2>
          <div
            data-source=""
            role="region"
            aria-label="The report’s own text"
            tabIndex={0}
            className="rounded border border-line p-4 lg:max-h-[calc(100vh-5rem)] lg:overflow-y-auto"
          >
            <SourceText
              source={proposal.source}
              itemHref={itemHref}
              current={current}
              wholeHref={`${paths.reportImport(proposal.id)}?pages=all`}
            />
          </div>
        </div>
      </section>
    </div>
  )
}

/** Scrolls the report, not the page, to the quotation of an item. */
export function showMark(key: string): void {
  const pane = document.querySelector('[data-source]')
  const mark = document.getElementById(`mark-${key}`)
  if (!pane || !mark || pane.scrollHeight <= pane.clientHeight) return
  const offset = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top
  pane.scrollTop += offset - pane.clientHeight / 3
}

/** Brings the quotation of the item that the page, or its address, speaks of into sight. */
function useShownMark(current: string | undefined) {
  useEffect(() => {
    const key = current ?? /^#(?:item|mark)-(.+)$/.exec(window.location.hash)?.[1]
    if (key) showMark(key)
  }, [current])
}
