import { z } from 'zod'
import { longestShelfLife } from '~/domain/evidence/shelf-lives'
import { optionalWords, words } from '~/ui/field-shapes'
import { fieldForEachKind } from './for-each-kind.form'

export const setShelfLivesForm = z
  .object({
    ...fieldForEachKind(longestShelfLife, `Give months from 1 to ${longestShelfLife}.`),
    why: words('Say why the shelf lives change.', 1000),
    notAnIdentifier: optionalWords(500),
  })
  .transform(({ why, notAnIdentifier, ...lives }) => ({ why, notAnIdentifier, lives }))
