import { paths } from '~/paths'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormState } from '~/ui/form-state'
import { Page, Section } from '~/ui/page'
import type { EvidenceDetailView } from './evidence-detail.query.server'
import { WhatItIsFor, WhatItShows } from './evidence-detail.page'
import { ReviewEvidenceForm } from './review-evidence-fields'

export function ReviewEvidencePage({
  view,
  form,
}: {
  view: EvidenceDetailView
  form: FormState | undefined
}) {
  return (
    <Page
      title="Judge evidence"
      lede={<p>“{view.title}”</p>}
      crumbs={[
        { to: paths.evidenceLibrary(), name: 'Evidence' },
        { to: paths.evidence(view.id), name: view.title },
      ]}
    >
      <ErrorSummary form={form} />
      <WhatItShows view={view} />
      <Section title="What it is for">
        <WhatItIsFor view={view} />
      </Section>
      {view.review ? (
        <ReviewEvidenceForm evidenceId={view.id} review={view.review} form={form} />
      ) : null}
    </Page>
  )
}
