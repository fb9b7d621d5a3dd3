import {
  nationalFrameworkTitle,
  nationalFrameworkTitles,
} from '~/domain/inspection/national-framework'
import {
  recommendationKinds,
  recommendationKindTitles,
} from '~/domain/inspection/recommendation-kinds'
import { CheckboxField, SelectField, TextArea, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import type { ProposedItem, ReportImportView } from './report-import.query.server'

/** The fields of an item, whether it was read or is added by hand. */
export function ItemInputs({
  proposal,
  item,
  form,
}: {
  proposal: ReportImportView
  item: ProposedItem | undefined
  form: FormState | undefined
}) {
  const chosen = item?.nationalFramework ?? []
  return (
    <>
      <TextArea
        name="text"
        label="Words of the report"
        hint="Copy them from the report, so that they stand in the plan as a quotation. Other words are marked “reworded”, with the report’s own kept beside them."
        rows={5}
        initial={item?.text}
        form={form}
      />
      <SelectField
        name="kind"
        label="What the report calls it"
        initial={item?.kind}
        choices={recommendationKinds.map((value) => ({
          value,
          title: recommendationKindTitles[value],
        }))}
        form={form}
      />
      <SelectField
        name="area"
        label="Judgement area"
        initial={item?.area ?? undefined}
        none="Choose an area"
        choices={proposal.areas}
        form={form}
      />
      <TextField
        name="heading"
        label="Heading it stands under"
        initial={item?.heading}
        form={form}
        optional
      />
      {proposal.source.hasPages ? (
        <TextField
          name="page"
          label="Page"
          hint="Only needed where the words are not the report’s own: otherwise Waymark finds it."
          width="short"
          initial={item?.page?.toString()}
          form={form}
          optional
        />
      ) : null}
      <CheckboxField
        name="nationalFramework[]"
        label="National Framework"
        hint="Where the report refers to it."
        initial={chosen}
        choices={[...new Set([...Object.keys(nationalFrameworkTitles), ...chosen])].map(
          (value) => ({
            value,
            title: nationalFrameworkTitle(value),
          }),
        )}
        form={form}
        optional
      />
      <NotAnIdentifier form={form} />
    </>
  )
}
