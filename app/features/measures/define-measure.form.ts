import { z } from 'zod'
import { directions, units } from '~/domain/measure/measure'
import { periodLengths } from '~/domain/measure/period'
import { choice, ids, optionalId, optionalWords, words } from '~/ui/field-shapes'

const fields = {
  title: words('Give the measure a name.', 120),
  definition: words('Say what exactly is counted, and what is left out.', 2000),
  unit: choice(units, 'Choose the unit.'),
  period: choice(periodLengths, 'Say how often there is a figure.'),
  better: choice(directions, 'Say which direction is better.'),
  source: optionalWords(300),
  ownerId: optionalId('Choose somebody from the list.'),
  'recommendationIds[]': ids('Choose recommendations from the list.'),
  'actionIds[]': ids('Choose actions from the list.'),
  notAnIdentifier: optionalWords(500),
}

const renamed = <Fields extends { 'recommendationIds[]': number[]; 'actionIds[]': number[] }>({
  'recommendationIds[]': recommendationIds,
  'actionIds[]': actionIds,
  ...rest
}: Fields) => ({ ...rest, recommendationIds, actionIds })

export const defineMeasureForm = z.object(fields).transform(renamed)

export const editMeasureForm = z
  .object({ ...fields, version: z.coerce.number().int() })
  .transform(renamed)

export type DefinedMeasure = z.output<typeof defineMeasureForm>
export type EditedMeasure = z.output<typeof editMeasureForm>
