import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { EvidenceLinksPage } from '~/features/evidence/evidence-links.page'
import { evidenceLinksView } from '~/features/evidence/evidence-links.query.server'
import { linkEvidence } from '~/features/evidence/link-evidence.command.server'
import { linkEvidenceForm } from '~/features/evidence/link-evidence.form'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { parseForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('What evidence is for')

const asked = (request: Request) => new URL(request.url).searchParams.get('q')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'evidence.add')
  const evidenceId = idIn(args.params, 'evidenceId')
  return found(await evidenceLinksView(context, evidenceId, asked(args.request)))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'evidence.add')
  const evidenceId = idIn(args.params, 'evidenceId')
  const form = await parseForm(args.request, linkEvidenceForm)
  if (!form.ok) return form.answer
  const decision = found(await linkEvidence(context, evidenceId, form.value))
  return decision.allowed
    ? redirect(paths.evidenceLinks(evidenceId, asked(args.request) ?? undefined))
    : form.refused(decision)
}

export default function EvidenceLinks() {
  return (
    <EvidenceLinksPage
      view={useLoaderData<typeof loader>()}
      form={useActionData<typeof action>()}
    />
  )
}
