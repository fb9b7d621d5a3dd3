import { z } from 'zod'
import { deliveries } from '~/domain/action/delivery'
import { type ValueKind, valueKinds } from '~/domain/bring-in/asked-words'
import { choice, dayIn } from '~/ui/field-shapes'
import { revisionField } from './fields'

const fits: Record<ValueKind, RegExp> = {
  status: new RegExp(`^(?:${deliveries.join('|')}|none)$`),
  owner: /^(?:p?\d{1,9}|none)$/,
  contributor: /^(?:\d{1,9}|none)$/,
  team: /^(?:\d{1,9}|none)$/,
  theme: /^(?:\d{1,9}|new|none)$/,
  recommendation: /^(?:\d{1,9}(?:,\d{1,9}){0,50}|none)$/,
  due: /^(?:\d{4}-\d{2}-\d{2}|none)$/,
  start: /^(?:\d{4}-\d{2}-\d{2}|none)$/,
  delivered: /^(?:\d{4}-\d{2}-\d{2}|none)$/,
  milestone: /^(?:\d{4}-\d{2}-\d{2}|none)$/,
}

/**
 * For each of the words on the page: key-3 names them, answer-3 says what they are, day-3 another day;
 * name-3 and email-3 are somebody to be invited.
 */
export const answerValuesForm = z
  .object({
    revision: revisionField,
    kind: choice(valueKinds, 'Choose which words these are.'),
    next: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional()
      .catch(undefined),
  })
  .catchall(z.string())
  .transform(({ revision, kind, next, ...typed }, context) => {
    const answers: { key: string; answer: string }[] = []
    const proposals: { key: string; name: string; email: string }[] = []
    for (const [name, key] of Object.entries(typed)) {
      const at = /^key-(\d{1,4})$/.exec(name)?.[1]
      if (!at) continue
      const other = (typed[`day-${at}`] ?? '').trim()
      const day = other === '' ? undefined : dayIn(other)
      const answer = other === '' ? (typed[`answer-${at}`] ?? '') : (day ?? '')
      const wrong = (message: string, field = `answer-${at}`) =>
        context.addIssue({ code: 'custom', path: [field], message })
      const email = (typed[`email-${at}`] ?? '').trim().toLowerCase()
      if (kind === 'owner' && email !== '') {
        const person = (typed[`name-${at}`] ?? '').trim()
        if (person === '' || person.length > 200) wrong('Give the person’s name.', `name-${at}`)
        if (!z.email().max(320).safeParse(email).success) {
          wrong('Give an email address, such as name@example.gov.uk.', `email-${at}`)
        }
        proposals.push({ key, name: person, email })
      } else if (other !== '' && (!day || day < '2000-01-01' || day > '2100-12-31')) {
        wrong('Give a day that exists, such as 28/11/2026.', `day-${at}`)
      } else if (answer !== '' && !fits[kind].test(answer)) wrong('Choose one of the list.')
      else if (answer !== '') answers.push({ key, answer })
    }
    return {
      ...{ revision, kind, next: next ? Number(next) : undefined, answers },
      ...(proposals.length > 0 ? { proposals } : {}),
    }
  })
