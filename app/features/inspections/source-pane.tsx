import type { SourcePiece, SourceView } from './source-view'

/** The report's own text. Each quotation is marked with its number, which leads to the item. */
export function SourceText({
  source,
  itemHref,
  current,
  numberOf = String,
  headings: Heading = 'h3',
  wholeHref,
}: {
  source: SourceView
  /** where the number of a mark leads */
  itemHref: (key: string) => string
  /** the quotation that stands out among the others */
  current?: string
  /** how the number of a mark is written */
  numberOf?: (number: number) => string
  headings?: 'h2' | 'h3'
  wholeHref?: string
}) {
  return (
    <div className="text-16">
      {source.pages.map((page) => (
        <div key={page.page} className="mb-6">
          {page.leftOut ? <LeftOut {...page.leftOut} wholeHref={wholeHref} /> : null}
          {source.hasPages ? (
            <Heading className="mb-2 border-b border-line text-14 font-bold text-quiet md:text-14">
              Page {page.page}
            </Heading>
          ) : null}
          {page.paragraphs.map((paragraph, at) => (
            <p
              key={at}
              className={`mb-2 ${paragraph.isHeading ? 'font-bold' : ''} ${paragraph.isListed ? 'pl-4' : ''}`}
            >
              {paragraph.pieces.map((piece, index) => (
                <Piece
                  key={index}
                  piece={piece}
                  itemHref={itemHref}
                  numberOf={numberOf}
                  isCurrent={piece.mark !== undefined && piece.mark.key === current}
                />
              ))}
            </p>
          ))}
        </div>
      ))}
    </div>
  )
}

function LeftOut({ from, to, wholeHref }: { from: number; to: number; wholeHref?: string }) {
  return (
    <p className="mb-4 bg-ground p-3 text-quiet">
      {from === to ? `Page ${from} is` : `Pages ${from} to ${to} are`} left out here: nothing is
      quoted from {from === to ? 'it' : 'them'}.
      {wholeHref ? (
        <>
          {' '}
          <a href={wholeHref}>Show every page</a>
        </>
      ) : null}
    </p>
  )
}

function Piece({
  piece,
  itemHref,
  numberOf,
  isCurrent,
}: {
  piece: SourcePiece
  isCurrent: boolean
  itemHref: (key: string) => string
  numberOf: (number: number) => string
}) {
  const { text, mark } = piece
  if (!mark) return <>{text}</>
  return (
    <mark
      id={mark.isFirst ? `mark-${mark.key}` : undefined}
      data-mark={mark.key}
      className={`rounded bg-mark px-[2px] text-ink scroll-mt-8 ${isCurrent ? 'border-b-2 border-brand' : ''}`}
    >
      {mark.isFirst ? (
        <a href={itemHref(mark.key)} className="mr-1 font-bold">
          {numberOf(mark.number)}
        </a>
      ) : null}
      {text}
    </mark>
  )
}
