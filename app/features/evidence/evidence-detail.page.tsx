import { fileKindTitle, sizeInWords } from '~/domain/evidence/file-kinds'
import { evidenceKindsInWords } from '~/domain/evidence/kinds'
import { reviewVerdictTitles } from '~/domain/evidence/review'
import { fullDate, longDate } from '~/domain/time/calendar-date'
import { periodInWords } from '~/domain/time/period-in-words'
import { paths } from '~/paths'
import { ActionGaps } from '~/ui/action-gaps'
import { ButtonLink } from '~/ui/button'
import { Empty, Fact, Facts, Notice, Page, Section } from '~/ui/page'
import type { EvidenceDetailView } from './evidence-detail.query.server'
import { EvidenceStandingTag } from './evidence-standing-tag'
import { ReviewEvidenceForm } from './review-evidence-fields'

export function EvidenceDetailPage({ view }: { view: EvidenceDetailView }) {
  return (
    <Page
      title={view.title}
      above={evidenceKindsInWords[view.kind].title}
      crumbs={[{ to: paths.evidenceLibrary(), name: 'Evidence' }]}
      lede={<EvidenceStandingTag standing={view.standing} />}
    >
      <ReturnedToMe view={view} />
      <WhatItShows view={view} />
      <Section title="What it is for">
        <Actions view={view} />
      </Section>
      <Section title="How it was judged" id="judged">
        <Reviews view={view} />
      </Section>
      {view.review && view.standing !== 'accepted' && view.standing !== 'stale' ? (
        <Section title="Your judgement" id="judge">
          <ReviewEvidenceForm evidenceId={view.id} review={view.review} />
        </Section>
      ) : null}
    </Page>
  )
}

function ReturnedToMe({ view }: { view: EvidenceDetailView }) {
  const review = view.reviews[0]
  if (!view.isMine || view.standing !== 'returned' || !review) return null
  return (
    <Notice title={`${review.reviewer} returned this on ${longDate(review.reviewedOn)}`}>
      <p className="my-2 max-w-measure whitespace-pre-line">“{review.reason}”</p>
      <p className="mb-3">It stays here as it was. Add another piece that puts it right.</p>
      {view.actions[0] ? (
        <ButtonLink to={paths.actionEvidence(view.actions[0].id)}>Add new evidence</ButtonLink>
      ) : null}
    </Notice>
  )
}

/** The evidence itself, as its page and the page that judges it show it. */
export function WhatItShows({ view }: { view: EvidenceDetailView }) {
  return (
    <Facts>
      <Fact name="What it shows">
        <span className="whitespace-pre-line">{view.shows}</span>
      </Fact>
      {view.files.length > 0 ? (
        <Fact name={view.files.length === 1 ? 'File' : 'Files'}>
          <ul>
            {view.files.map((file) => (
              <li key={file.id}>
                {/* the whole name shows, and the browser saves it under that name */}
                <a href={paths.evidenceFile(view.id, file.id)} className="break-words">
                  {file.name}
                </a>{' '}
                <span className="text-quiet">
                  {fileKindTitle(file.mediaType)}, {sizeInWords(file.bytes)}
                </span>
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
      {view.linkUrl ? (
        <Fact name="Link">
          <a href={view.linkUrl} rel="noreferrer nofollow external" className="break-all">
            {view.linkUrl}
          </a>
        </Fact>
      ) : null}
      <Fact name="Covers">{periodInWords(view.periodFrom, view.periodTo)}</Fact>
      <Fact name="Fresh until">
        {longDate(view.freshUntil)}
        {view.isFresh ? null : (
          <span className="block text-quiet">
            It is out of date: it no longer says how things are now.
          </span>
        )}
      </Fact>
      <Fact name="Added">
        {fullDate(view.addedOn)} by {view.addedBy}
      </Fact>
      {view.answers ? (
        <Fact name="Answers">
          “{view.answers.what}”
          <span className="block text-quiet">Asked for by {view.answers.askedBy}</span>
        </Fact>
      ) : null}
      {view.restricted ? (
        <Fact name="Who may see it">Only {view.addedBy}, managers and leaders</Fact>
      ) : null}
      {view.notAnIdentifier ? (
        <Fact name="Not an identifier">
          “{view.notAnIdentifier}”
          <span className="block text-quiet">
            {view.addedBy} said this of words that looked like a child’s identifier.
          </span>
        </Fact>
      ) : null}
    </Facts>
  )
}

/** The actions it is brought for, with what they lack. */
export function Actions({ view }: { view: EvidenceDetailView }) {
  return (
    <ul className="grid gap-4">
      {view.actions.map((action) => (
        <li key={action.id}>
          <a href={paths.action(action.id)} className="font-bold">
            {action.title}
          </a>
          <span className="block text-16">
            {action.ownerName ? (
              <span className="text-quiet">Owner: {action.ownerName}</span>
            ) : null}
            <ActionGaps action={{ hasOwner: action.hasOwner, hasDate: action.dueOn !== null }} />
          </span>
          {action.recommendations.length > 0 ? (
            <ul className="mt-1 border-l-4 border-line pl-3 text-16">
              {action.recommendations.map((recommendation) => (
                <li key={recommendation.id} className="max-w-measure">
                  <a href={paths.recommendation(recommendation.id)}>“{recommendation.text}”</a>
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Reviews({ view }: { view: EvidenceDetailView }) {
  if (view.reviews.length === 0) {
    return (
      <Empty>
        Nobody has judged it yet. Until a manager who did not add it accepts it, it assures nothing.
      </Empty>
    )
  }
  return (
    <ol className="grid gap-4">
      {view.reviews.map((review) => (
        <li key={review.id} className="max-w-measure">
          <p>
            <strong>{reviewVerdictTitles[review.verdict]}</strong> by {review.reviewer},{' '}
            {longDate(review.reviewedOn)}
          </p>
          {review.reason ? (
            <p className="mt-1 whitespace-pre-line border-l-4 border-line pl-3">{review.reason}</p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
