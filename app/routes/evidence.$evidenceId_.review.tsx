import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { presentIdentifiers } from '~/db/tables/identifier-settings.server'
import { evidenceDetailView } from '~/features/evidence/evidence-detail.query.server'
import { reviewEvidence } from '~/features/evidence/review-evidence.command.server'
import { reviewEvidenceForm } from '~/features/evidence/review-evidence.form'
import { ReviewEvidencePage } from '~/features/evidence/review-evidence.page'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseWords } from '~/http/parse-words.server'
import { paths } from '~/paths'

export const meta = pageTitle('Judge evidence')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'evidence.review')
  return found(await evidenceDetailView(context, idIn(args.params, 'evidenceId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'evidence.review')
  const evidenceId = idIn(args.params, 'evidenceId')
  const form = await parseWords(
    args.request,
    reviewEvidenceForm,
    await presentIdentifiers(context.db),
  )
  if (!form.ok) return form.answer
  const decision = found(await reviewEvidence(context, evidenceId, form.value))
  return decision.allowed ? redirect(paths.evidence(evidenceId)) : form.refused(decision)
}

export default function ReviewEvidence() {
  return (
    <ReviewEvidencePage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
