import type {
  DocumentBlock,
  DocumentCell,
  DocumentList,
  Preview,
} from '~/documents/previews/preview'
import { headingLevels } from '~/domain/evidence/preview'

/** A Word document in elements of ours. */
export function PreviewedDocument({
  preview: { blocks, isCut, pictures },
}: {
  preview: Extract<Preview, { is: 'document' }>
}) {
  const levels = headingLevels(
    blocks.flatMap((block) => (block.is === 'heading' ? [block.level] : [])),
    1,
  )
  let heading = 0
  return (
    <>
      <p className="mb-6 max-w-measure text-quiet">
        Its words, lists and tables. {pictures > 0 ? 'Pictures, headers' : 'Headers'}, footers and
        comments are in the file alone.
      </p>
      {blocks.length === 0 ? <p>There are no words in it.</p> : null}
      {blocks.map((block, at) => (
        <Block
          key={at}
          block={block}
          level={block.is === 'heading' ? levels[heading++]! : 0}
          table={blocks.slice(0, at + 1).filter(({ is }) => is === 'table').length}
        />
      ))}
      {isCut ? <CutOff /> : null}
    </>
  )
}

function Block({ block, level, table }: { block: DocumentBlock; level: number; table: number }) {
  switch (block.is) {
    case 'heading': {
      const Heading = `h${level}` as 'h2'
      return (
        <Heading dir="auto" className="mb-2 mt-6 max-w-measure break-words">
          {block.text}
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p dir="auto" className="mb-3 max-w-measure whitespace-pre-line break-words">
          {block.text}
        </p>
      )
    case 'list':
      return <List list={block.list} isWithin={false} />
    case 'table':
      return <DocumentTable rows={block.rows} name={`Table ${table} of the document`} />
  }
}

function List({ list, isWithin }: { list: DocumentList; isWithin: boolean }) {
  const Marked = list.isOrdered ? 'ol' : 'ul'
  return (
    <Marked
      className={`${isWithin ? '' : 'mb-3'} max-w-measure pl-6 ${list.isOrdered ? 'list-decimal' : 'list-disc'}`}
    >
      {list.items.map((item, at) => (
        <li key={at} dir="auto" className="whitespace-pre-line break-words">
          {item.text}
          {item.lists.map((within, index) => (
            <List key={index} list={within} isWithin />
          ))}
        </li>
      ))}
    </Marked>
  )
}

function DocumentTable({ rows, name }: { rows: DocumentCell[][]; name: string }) {
  return (
    <div role="region" aria-label={name} tabIndex={0} className="mb-4 overflow-x-auto">
      <table className="border-collapse text-16">
        <tbody>
          {rows.map((row, at) => (
            <tr key={at} className="align-top">
              {row.map(({ text, isHead, across, down }, index) => {
                const Cell = isHead ? 'th' : 'td'
                return (
                  <Cell
                    key={index}
                    dir="auto"
                    colSpan={across}
                    rowSpan={down}
                    scope={isHead ? 'col' : undefined}
                    className="min-w-[7rem] whitespace-pre-line break-words border border-line px-2 py-1 text-start"
                  >
                    {text}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Said where the preview ends before the file does. */
export function CutOff() {
  return <p className="mt-6 border-t border-line pt-2 text-quiet">The rest is in the file.</p>
}
