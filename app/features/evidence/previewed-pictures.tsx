import type { Preview } from '~/documents/previews/preview'
import { firstOf } from '~/domain/evidence/preview'
import { Section } from '~/ui/page'

/** The pages of a PDF as pictures, each with its words for who does not see it. */
export function PreviewedPages({
  preview: { pages, inAll },
  pictureOf,
}: {
  preview: Extract<Preview, { is: 'pages' }>
  pictureOf: (number: number) => string
}) {
  return (
    <>
      <p className="mb-6 max-w-measure text-quiet">
        {firstOf(pages.length, inAll, 'page')} Each page is a picture; its words stand below it.
        Links and scripts of the PDF do nothing here.
      </p>
      {pages.map(({ width, height, words, notes }, at) => (
        <Section key={at} title={`Page ${at + 1}`} id={`page-${at + 1}`}>
          {/* alone, the picture can be made larger: a page is small print on a telephone */}
          <a href={pictureOf(at + 1)} className="block">
            <img
              src={pictureOf(at + 1)}
              alt={`Page ${at + 1}, alone. Its words stand below.`}
              width={width}
              height={height}
              loading={at === 0 ? 'eager' : 'lazy'}
              className="h-auto w-full border border-line print:max-h-[170mm] print:w-auto"
            />
          </a>
          {notes.length > 0 ? (
            <>
              <h3 className="mt-3">Filled in or noted on page {at + 1}</h3>
              <ul className="max-w-measure list-disc pl-6">
                {notes.map((note, index) => (
                  <li key={index} dir="auto" className="whitespace-pre-line break-words">
                    {note}
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {words ? (
            <details className="no-print">
              <summary className="min-h-[44px] cursor-pointer py-2">
                The words on page {at + 1}
              </summary>
              <p dir="auto" className="max-w-measure whitespace-pre-line break-words">
                {words}
              </p>
            </details>
          ) : (
            <p className="mt-2 text-quiet">
              Page {at + 1} holds no words that can be read out: it may be a scan.
            </p>
          )}
        </Section>
      ))}
    </>
  )
}

/** A picture, with what it was brought to show for who does not see it. */
export function PreviewedPicture({
  preview: { width, height },
  picture,
  evidence,
}: {
  preview: Extract<Preview, { is: 'picture' }>
  picture: string
  evidence: { title: string; shows: string }
}) {
  return (
    <figure>
      <a href={picture} className="inline-block max-w-full">
        <img
          src={picture}
          alt={`${evidence.title}, alone`}
          width={width}
          height={height}
          className="h-auto max-w-full border border-line print:max-h-[170mm] print:w-auto"
        />
      </a>
      <figcaption className="mt-2 max-w-measure">
        {evidence.shows ? (
          <>
            <span className="text-quiet">What it shows:</span>{' '}
            <span className="whitespace-pre-line">{evidence.shows}</span>
          </>
        ) : (
          <span className="text-quiet">Nobody has said yet what it shows.</span>
        )}
      </figcaption>
    </figure>
  )
}
