import { paths } from '~/paths'
import { ButtonLink } from './button'
import { Frame } from './frame'
import { Page } from './page'

/** What was refused before any page was asked, and why, in a sentence that can stand alone. */
export interface Refused {
  title: string
  sentence: string
}

/** A whole page around a refusal: of nobody in particular, because nobody was asked who they are. */
export function RefusedPage({
  title,
  sentence,
  councilName,
  stylesheet,
}: Refused & { councilName: string; stylesheet: string | undefined }) {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${councilName}`}</title>
        {stylesheet ? <link rel="stylesheet" href={stylesheet} /> : null}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>
        <Frame
          councilName={councilName}
          isDemo={false}
          frame={undefined}
          pathname=""
          search=""
          asAt={undefined}
        >
          <Page title={title}>
            <p className="mb-6 max-w-measure">{sentence}</p>
            <ButtonLink to={paths.myWork()}>Go to my work</ButtonLink>
          </Page>
        </Frame>
      </body>
    </html>
  )
}
