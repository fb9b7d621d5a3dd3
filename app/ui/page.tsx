import type { ReactNode } from 'react'

export interface Crumb {
  to: string
  name: string
}

/** A page: where I am, its own name, what stands under it, and at most one primary button. */
export function Page({
  title,
  above,
  crumbs = [],
  lede,
  primary,
  wide = false,
  children,
}: {
  title: ReactNode
  /** a short word over the title, such as its reference */
  above?: ReactNode
  crumbs?: readonly Crumb[]
  lede?: ReactNode
  primary?: ReactNode
  /** for pages on which people compare rather than read */
  wide?: boolean
  children?: ReactNode
}) {
  return (
    <div className={wide ? '' : 'max-w-[52rem]'}>
      {crumbs.length > 0 ? (
        <nav aria-label="Where you are" className="no-print mb-2 text-16">
          <ol className="flex flex-wrap gap-x-2">
            {crumbs.map((crumb) => (
              <li key={crumb.to} className="flex gap-x-2">
                <a href={crumb.to}>{crumb.name}</a>
                <span aria-hidden="true">›</span>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className="mb-6 flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <div className="min-w-0 max-w-[46rem] grow basis-[20rem]">
          {above ? <p className="text-16 text-quiet mb-1">{above}</p> : null}
          <h1>{title}</h1>
          {lede ? <div className="mt-2 text-quiet max-w-measure">{lede}</div> : null}
        </div>
        {primary ? <div className="no-print at-the-thumb shrink-0">{primary}</div> : null}
      </div>
      {children}
    </div>
  )
}

export function Section({
  title,
  id,
  aside,
  children,
}: {
  title: ReactNode
  id?: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <section id={id} aria-labelledby={id ? `${id}-title` : undefined} className="mb-10">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line pb-1">
        <h2 id={id ? `${id}-title` : undefined}>{title}</h2>
        {aside ? <div className="no-print">{aside}</div> : null}
      </div>
      {children}
    </section>
  )
}

/** An empty place says what belongs there and why it matters. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className="rounded bg-ground p-4 text-quiet max-w-[46rem]">{children}</div>
}

/** A note beside the text: what to know before going on. */
export function Notice({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <div className="mb-6 border-l-4 border-brand bg-brand-tint p-4 max-w-[46rem]">
      {title ? <p className="font-bold">{title}</p> : null}
      {children}
    </div>
  )
}

/** Names and what they stand for, one under the other on a phone, side by side elsewhere. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="mb-6 grid gap-x-6 md:grid-cols-[11rem_1fr]">{children}</dl>
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="pt-2 text-quiet md:border-t md:border-line md:pb-2">{name}</dt>
      <dd className="border-b border-line pb-2 md:border-b-0 md:border-t md:pt-2 max-w-measure">
        {children}
      </dd>
    </>
  )
}

/** Words that are somebody else's own, such as a report's. */
export function Quote({
  children,
  source,
  look = 'large',
}: {
  children: ReactNode
  source?: ReactNode
  /** small where it stands among others */
  look?: 'large' | 'small'
}) {
  return (
    <figure className="mb-4 max-w-measure">
      <blockquote
        className={`border-l-4 border-brand pl-4 ${look === 'large' ? 'text-18 md:text-21' : ''}`}
      >
        {children}
      </blockquote>
      {source ? <figcaption className="mt-1 pl-5 text-16 text-quiet">{source}</figcaption> : null}
    </figure>
  )
}
