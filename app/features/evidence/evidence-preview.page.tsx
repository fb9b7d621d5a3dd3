import { fileKindTitle, sizeInWords } from '~/domain/evidence/file-kinds'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Empty, Notice, Page } from '~/ui/page'
import type { EvidencePreviewView } from './evidence-preview.query.server'
import { CutOff, PreviewedDocument } from './previewed-document'
import { PreviewedPages, PreviewedPicture } from './previewed-pictures'
import { PreviewedTables } from './previewed-tables'
import { PreviewedEmail, PreviewedSlides } from './previewed-words'

export function EvidencePreviewPage({ view }: { view: EvidencePreviewView }) {
  const { evidence, file, shown } = view
  const isThere = shown.is === 'there'
  return (
    <Page
      // a name from another script keeps its direction to itself
      title={<bdi className="break-words">{file.name}</bdi>}
      above="Preview"
      crumbs={[
        { to: paths.evidenceLibrary(), name: 'Evidence' },
        { to: paths.evidence(evidence.id), name: evidence.title },
      ]}
      lede={
        isThere ? (
          <p>
            {fileKindTitle(shown.mediaType)}, {sizeInWords(shown.bytes)}.{' '}
            <a href={paths.evidenceFile(evidence.id, file.id)} className="no-print">
              Download
            </a>
          </p>
        ) : undefined
      }
      wide={isThere && shown.preview?.is === 'tables'}
    >
      {isThere && shown.isHeld ? (
        <Notice title="Held: only you see it">
          <p>
            <a href={paths.evidenceFileHeld(evidence.id, file.id)}>See why, and what you can do</a>
          </p>
        </Notice>
      ) : null}
      {shown.is === 'destroyed' ? (
        <Empty>
          <p>
            {shown.by} destroyed this file on {longDate(shown.on)}, so there is nothing to show: “
            {shown.why}”
          </p>
        </Empty>
      ) : shown.preview ? (
        <Previewed view={view} preview={shown.preview} mediaType={shown.mediaType} />
      ) : (
        <Empty>
          <p>{shown.because} The download gives you the file itself.</p>
        </Empty>
      )}
    </Page>
  )
}

type Shown = Extract<EvidencePreviewView['shown'], { is: 'there' }>

function Previewed({
  view: { evidence, file },
  preview,
  mediaType,
}: {
  view: EvidencePreviewView
  preview: NonNullable<Shown['preview']>
  mediaType: string
}) {
  const pictureOf = (number: number) => paths.evidencePreviewPicture(evidence.id, file.id, number)
  switch (preview.is) {
    case 'pages':
      return <PreviewedPages preview={preview} pictureOf={pictureOf} />
    case 'picture':
      return <PreviewedPicture preview={preview} picture={pictureOf(1)} evidence={evidence} />
    case 'document':
      return <PreviewedDocument preview={preview} />
    case 'email':
      return <PreviewedEmail preview={preview} />
    case 'slides':
      return <PreviewedSlides preview={preview} />
    case 'tables':
      return <PreviewedTables preview={preview} isWorkbook={mediaType !== 'text/csv'} />
    case 'text':
      return (
        <>
          <pre dir="auto" className="whitespace-pre-wrap break-words font-sans">
            {preview.text}
          </pre>
          {preview.isCut ? <CutOff /> : null}
        </>
      )
  }
}
