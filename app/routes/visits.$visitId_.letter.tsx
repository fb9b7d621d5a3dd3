import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireContext } from '~/auth/context.server'
import { addReport } from '~/features/inspections/add-report.command.server'
import { receiveReport } from '~/features/inspections/report-to-read.server'
import { expectLetter } from '~/features/visits/expect-letter.command.server'
import { VisitLetterPage } from '~/features/visits/visit-letter.page'
import { visitLetterView } from '~/features/visits/visit-letter.query.server'
import { found, idIn } from '~/http/answers.server'
import { pageTitle } from '~/http/page-title'
import { wrongForm } from '~/http/parse-form.server'
import { paths } from '~/paths'

export const meta = pageTitle('Add the letter of the visit')

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireContext(args, 'inspection.import')
  return found(await visitLetterView(context, idIn(args.params, 'visitId')))
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireContext(args, 'inspection.import')
  const visitId = idIn(args.params, 'visitId')
  const { decision } = found(await visitLetterView(context, visitId))
  const received = await receiveReport(args.request)
  if (!received.ok) return wrongForm(received.typed, [received], received.status)
  const refused = (sentence: string) =>
    wrongForm(received.typed, [{ field: 'report', sentence }], 409)
  if (!decision.allowed) return refused(decision.because)
  const added = await addReport(context, received.report)
  if (!added.allowed) return refused(added.because)
  const expected = found(await expectLetter(context, visitId, added.importId))
  return expected.allowed ? redirect(paths.reportImport(added.importId)) : refused(expected.because)
}

export default function LetterOfTheVisit() {
  return (
    <VisitLetterPage view={useLoaderData<typeof loader>()} form={useActionData<typeof action>()} />
  )
}
