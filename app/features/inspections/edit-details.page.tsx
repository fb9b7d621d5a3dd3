import { inspectionKinds, inspectionKindTitles } from '~/domain/inspection/kinds'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, SelectField, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { Notice, Page } from '~/ui/page'
import { daysInWords } from '~/domain/inspection/names'
import { BesideSource } from './beside-source'
import type { ReportImportView } from './report-import.query.server'

const neededToConfirm = 'Needed before the report can be confirmed.'

export function EditDetailsPage({
  view,
  form,
}: {
  view: ReportImportView
  form: FormState | undefined
}) {
  const { details } = view
  return (
    <Page
      wide
      title="Correct the details"
      above={view.originalName}
      crumbs={[
        { to: paths.inspections(), name: 'Inspections' },
        { to: paths.reportImport(view.id), name: 'What the report says' },
      ]}
    >
      <ErrorSummary form={form} />
      <BesideSource proposal={view} itemHref={(key) => paths.reportImportAt(view.id, key)}>
        {form?.because ? <AsTheyStand view={view} /> : null}
        <form method="post" action={paths.reportImportDetails(view.id)}>
          <input type="hidden" name="revision" value={view.revision} />
          <SelectField
            name="kind"
            label="Kind"
            initial={details.kind}
            choices={inspectionKinds.map((value) => ({
              value,
              title: inspectionKindTitles[value],
            }))}
            form={form}
          />
          <SelectField
            name="frameworkId"
            label="Framework"
            hint="After another framework is saved, its judgement areas stand below."
            initial={details.frameworkId ?? ''}
            none="None: nothing is graded"
            choices={view.frameworks}
            form={form}
          />
          <TextField
            name="council"
            label="Council"
            hint={neededToConfirm}
            initial={details.council}
            form={form}
          />
          <DateField
            name="inspectedFrom"
            label="First day of the inspection"
            hint={neededToConfirm}
            initial={details.inspectedFrom ?? ''}
            max={view.today}
            form={form}
          />
          <DateField
            name="inspectedTo"
            label="Last day of the inspection"
            hint={neededToConfirm}
            initial={details.inspectedTo ?? ''}
            max={view.today}
            form={form}
          />
          <TextField
            name="leadInspector"
            label="Lead inspector"
            initial={details.leadInspector}
            form={form}
            optional
          />
          {details.kind === 'jtai' ? (
            <>
              <TextField
                name="principalAuthority"
                label="Principal authority"
                hint="The letter says who writes the statement for all partners."
                initial={details.principalAuthority}
                form={form}
                optional
              />
              <DateField
                name="statementDueOn"
                label="Day on which the letter says the statement is due"
                initial={details.statementDueOn ?? ''}
                form={form}
                optional
              />
            </>
          ) : null}
          <Judgements view={view} form={form} />
          <div className="flex flex-wrap gap-4">
            <Button decision={view.isOpen}>Save the details</Button>
            <ButtonLink look="quiet" to={paths.reportImport(view.id)}>
              Back without saving
            </ButtonLink>
          </div>
        </form>
      </BesideSource>
    </Page>
  )
}

function Judgements({ view, form }: { view: ReportImportView; form: FormState | undefined }) {
  if (view.judgedAreas.length === 0 || view.grades.length === 0) return null
  return (
    <fieldset className="mb-2 border-t border-line pt-4">
      <legend className="sr-only">Judgements</legend>
      <h2 className="mb-3 text-21 md:text-21">Judgements</h2>
      {view.judgedAreas.map(({ area, title }) => (
        <SelectField
          key={area}
          name={`judgement-${area}`}
          label={title}
          initial={view.details.judgements.find((one) => one.area === area)?.grade ?? ''}
          none="Not judged"
          choices={view.grades}
          form={form}
        />
      ))}
    </fieldset>
  )
}

function AsTheyStand({ view: { details } }: { view: ReportImportView }) {
  const { inspectedFrom, inspectedTo } = details
  const said = [
    details.kindTitle,
    details.frameworkTitle ?? 'no framework',
    details.council || 'no council',
    inspectedFrom && inspectedTo ? daysInWords(inspectedFrom, inspectedTo) : 'no dates',
    details.leadInspector,
    ...details.judgements.map(({ areaName, title }) => `${areaName}: ${title}`),
  ]
  return (
    <Notice title="As they stand now">
      <ul>
        {said.filter(Boolean).map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Notice>
  )
}
