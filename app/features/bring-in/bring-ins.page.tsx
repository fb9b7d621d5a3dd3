import { counted, longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { FileField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Page, Section } from '~/ui/page'
import { UploadForm } from '~/ui/upload-form'
import type { BringInLine, BringInsView } from './bring-ins.query.server'

/** Where an old plan comes in: the file, and those that somebody has begun. */
export function BringInsPage({
  view,
  form,
  largestBytes,
}: {
  view: BringInsView
  form: FormState | undefined
  largestBytes: number
}) {
  return (
    <Page
      title="Bring in your old plan"
      crumbs={[{ to: paths.actions(), name: 'Plan' }]}
      lede="The spreadsheet or the Word table that you have kept until now. You say what its columns and words mean; nothing is in the plan until you have seen every row and confirmed."
    >
      <UploadForm
        action={paths.bringIn()}
        fileField="plan"
        largestBytes={largestBytes}
        form={form}
        button="Read the old plan"
      >
        {(answered) => (
          <FileField
            name="plan"
            label="The old plan"
            hint="An Excel workbook (.xlsx), a CSV file, or a Word document with tables (.docx). An export of a plan from Waymark can be brought in too, JSON included."
            accept=".xlsx,.csv,.tsv,.txt,.docx,.json"
            form={answered}
          />
        )}
      </UploadForm>
      <Lines title="Begun and not finished" id="waiting" lines={view.waiting} />
      <Lines title="Brought in" id="done" lines={view.done} />
    </Page>
  )
}

function Lines({ title, id, lines }: { title: string; id: string; lines: readonly BringInLine[] }) {
  if (lines.length === 0) return null
  return (
    <div className="mt-10">
      <Section title={title} id={id}>
        <ul>
          {lines.map((line) => (
            <li key={line.id} className="border-b border-line py-3">
              <a href={paths.bringInPlan(line.id)} className="font-bold">
                {line.name}
              </a>
              <span className="block text-16 text-quiet">
                {line.confirmedOn
                  ? `${counted(line.actions, 'action')}, brought in on ${longDate(line.confirmedOn)}`
                  : `added by ${line.startedByName} on ${longDate(line.startedOn)}`}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
