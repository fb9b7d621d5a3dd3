import { z } from 'zod'
import { whole } from '~/ui/field-shapes'
import { wholeField } from '~/ui/form-state'
import { fields, type Field } from '~/domain/bring-in/columns'
import { revisionField } from './fields'

const isField = (text: string): text is Field => (fields as readonly string[]).includes(text)

/** Each column has a field of its own, column-4; a column that is left out holds nothing. */
export const mapColumnsForm = z
  .object({ revision: revisionField, [wholeField]: whole() })
  .catchall(z.string())
  .transform(({ revision, ...typed }) => ({
    revision,
    columns: Object.fromEntries(
      Object.entries(typed).flatMap(([name, field]) => {
        const at = /^column-(\d{1,4})$/.exec(name)?.[1]
        return at && isField(field) ? [[Number(at), field] as const] : []
      }),
    ),
  }))
