import type { Preview } from '~/documents/previews/preview'
import { Section } from '~/ui/page'
import { CutOff } from './previewed-document'

/** An email in words of ours: who wrote what to whom, and what came with it. */
export function PreviewedEmail({
  preview: { messages, attached, isCut },
}: {
  preview: Extract<Preview, { is: 'email' }>
}) {
  return (
    <>
      <p className="mb-6 max-w-measure text-quiet">
        Its words alone: how it was laid out, its pictures and its links are in the download.
      </p>
      {messages.map(({ heads, text }, at) => (
        <Section
          key={at}
          title={at === 0 ? 'The email' : 'An email within it'}
          id={`message-${at + 1}`}
        >
          {heads.length > 0 ? (
            <dl className="mb-4 max-w-measure border-b border-line pb-3 sm:grid sm:grid-cols-[auto,1fr] sm:gap-x-4">
              {heads.map(({ name, words }) => (
                <div key={name} className="sm:contents">
                  <dt className="text-quiet">{name}</dt>
                  <dd dir="auto" className="mb-1 break-words">
                    {words}
                  </dd>
                </div>
              ))}
            </dl>
          ) : null}
          <Words>{text}</Words>
        </Section>
      ))}
      {isCut ? <CutOff /> : null}
      {attached.length > 0 ? (
        <Section title="Attached, and not opened here" id="attached">
          <ul className="max-w-measure list-disc pl-6">
            {attached.map(({ name, kind }, at) => (
              <li key={at} className="break-words">
                <bdi>{name}</bdi> ({kind})
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}

/** What is written on slides, in their notes and about them. */
export function PreviewedSlides({
  preview: { slides, comments, pictures, isCut },
}: {
  preview: Extract<Preview, { is: 'slides' }>
}) {
  return (
    <>
      <p className="mb-6 max-w-measure text-quiet">
        The words on the slides alone: how they were laid out
        {pictures > 0 ? ', their pictures' : ''}, their charts and their diagrams (SmartArt) are in
        the download.
      </p>
      {slides.map(({ number, text, notes, isHidden }) => (
        <Section
          key={number}
          title={isHidden ? `Slide ${number}, hidden in the show` : `Slide ${number}`}
          id={`slide-${number}`}
        >
          <Words none="No words are shown of it.">{text}</Words>
          {notes ? (
            <>
              <h3 className="mt-3">Notes to slide {number}</h3>
              <Words>{notes}</Words>
            </>
          ) : null}
        </Section>
      ))}
      {comments.length > 0 ? (
        <Section title="Comments on the slides" id="comments">
          <ul className="max-w-measure list-disc pl-6">
            {comments.map((said, at) => (
              <li key={at} dir="auto" className="whitespace-pre-line break-words">
                {said}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {isCut ? <CutOff /> : null}
    </>
  )
}

function Words({
  children,
  none = 'There are no words in it.',
}: {
  children: string
  none?: string
}) {
  return children === '' ? (
    <p className="text-quiet">{none}</p>
  ) : (
    <p dir="auto" className="max-w-measure whitespace-pre-line break-words">
      {children}
    </p>
  )
}
