import type { ReactNode } from 'react'
import { fileKindTitle, sizeInWords } from '~/domain/evidence/file-kinds'
import { kindTitle } from '~/domain/evidence/kinds'
import { missingSentence } from '~/domain/evidence/missing'
import { previewKindOf } from '~/domain/evidence/preview'
import { takenOutSentence } from '~/domain/evidence/taken-out'
import { reviewVerdictTitles, strengthsInWords } from '~/domain/evidence/review'
import { recommendationRef } from '~/domain/plan/references'
import { counted, fullDate, longDate } from '~/domain/time/calendar-date'
import { periodInWords } from '~/domain/time/period-in-words'
import { paths } from '~/paths'
import { ActionGaps } from '~/ui/action-gaps'
import { ButtonLink } from '~/ui/button'
import { HandedOn } from '~/ui/handed-on'
import { Empty, Fact, Facts, Notice, Page, Section } from '~/ui/page'
import { Gap } from '~/ui/rating-tag'
import type { EvidenceDetailView, EvidenceFileView } from './evidence-detail.query.server'
import { EvidenceStandingTag } from './evidence-standing-tag'
import { ReviewEvidenceForm } from './review-evidence-fields'

export function EvidenceDetailPage({ view }: { view: EvidenceDetailView }) {
  const isOpen = view.standing === 'awaiting-review' || view.standing === 'returned'
  return (
    <Page
      title={view.title}
      above={kindTitle(view.kind)}
      crumbs={[{ to: paths.evidenceLibrary(), name: 'Evidence' }]}
      lede={<EvidenceStandingTag standing={view.standing} />}
      primary={primaryOf(view)}
    >
      {view.deletion === 'proposed' || view.isHeld ? (
        <Notice title={view.isHeld ? 'It is on hold' : 'Somebody proposed to delete it'}>
          <p>
            {view.isHeld
              ? 'It must be kept until the hold is lifted.'
              : 'Another person must confirm it.'}
          </p>
        </Notice>
      ) : null}
      {view.wasMerged ? (
        <Notice title="Saved. It was edited on another screen meanwhile; both edits are kept.">
          <p>Read it once more below.</p>
        </Notice>
      ) : null}
      <ReturnedToMe view={view} />
      <StillMissing view={view} />
      <WhatItShows view={view} />
      <Versions view={view} />
      <Section
        title="What it is for"
        id="for"
        aside={
          view.offers.link?.allowed ? (
            <a href={paths.evidenceLinks(view.id)}>Say what else it is for</a>
          ) : undefined
        }
      >
        <WhatItIsFor view={view} />
      </Section>
      <Section title="How it was judged" id="judged">
        <Reviews view={view} />
      </Section>
      {view.review && isOpen ? (
        <Section title="Your judgement" id="judge">
          <ReviewEvidenceForm evidenceId={view.id} review={view.review} />
        </Section>
      ) : null}
      {view.deletion ? (
        <p className="no-print mt-8">
          <a href={paths.evidenceDeletion(view.id)}>Delete it, or keep it from being deleted</a>
        </p>
      ) : null}
    </Page>
  )
}

/** The one thing that the person who added it comes here for. */
function primaryOf({ id, offers, isMine }: EvidenceDetailView): ReactNode {
  if (offers.follow?.allowed && isMine) {
    return (
      <ButtonLink to={paths.newEvidence({ follows: String(id) })}>Add a new version</ButtonLink>
    )
  }
  if (offers.edit?.allowed && !offers.follow) {
    return <ButtonLink to={paths.editEvidence(id)}>Edit</ButtonLink>
  }
  // not an element that shows nothing: that would keep an empty bar at the foot of a telephone
  return undefined
}

function ReturnedToMe({ view }: { view: EvidenceDetailView }) {
  const review = view.reviews[0]
  if (!view.isMine || view.standing !== 'returned' || !review) return null
  return (
    <Notice title={`${review.reviewer} returned this on ${longDate(review.reviewedOn)}`}>
      <p className="my-2 max-w-measure whitespace-pre-line">“{review.reason}”</p>
      <p>Edit it so that it answers the question; then it is judged again.</p>
    </Notice>
  )
}

/** What can still be filled in; for everybody who reads it, since it is not accepted without. */
function StillMissing({ view: { missing, isMine, id, offers } }: { view: EvidenceDetailView }) {
  if (missing.length === 0) return null
  return (
    <Notice title={missingSentence(missing)}>
      <p>
        {missing.every((part) => part === 'purpose')
          ? 'It counts for nothing until it is for an action or a recommendation.'
          : 'It cannot be accepted until this is given.'}{' '}
        {isMine && offers.edit?.allowed ? <a href={paths.editEvidence(id)}>Fill it in</a> : null}
      </p>
    </Notice>
  )
}

function Versions({ view: { versions, id } }: { view: EvidenceDetailView }) {
  if (versions.length === 0) return null
  return (
    <Section title="Its versions" id="versions">
      <ol className="max-w-[46rem]">
        {versions.map((one) => (
          <li key={one.id} className="border-b border-line py-2">
            {one.id === id ? (
              <strong>This one</strong>
            ) : (
              <a href={paths.evidence(one.id)}>{one.title}</a>
            )}
            , added {longDate(one.addedOn)} <EvidenceStandingTag standing={one.standing} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** The evidence itself, as its page and the page that judges it show it. */
export function WhatItShows({ view }: { view: EvidenceDetailView }) {
  return (
    <Facts>
      <Fact name="What it shows">
        {view.shows ? (
          <span className="whitespace-pre-line">{view.shows}</span>
        ) : (
          <Gap>Not said yet</Gap>
        )}
      </Fact>
      {view.files.length > 0 ? (
        <Fact name={view.files.length === 1 ? 'File' : 'Files'}>
          <ul>
            {view.files.map((file) => (
              <li key={file.id}>
                <FileLine view={view} file={file} />
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
      {view.destroyed.length > 0 ? (
        <Fact name="Destroyed">
          <ul>
            {view.destroyed.map((one) => (
              <li key={one.id}>
                <span className="break-words">“{one.name}”</span>, by {one.by}, {longDate(one.on)}
                <span className="block text-quiet">{one.why}</span>
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
      <Fact name="Covers">
        {view.periodFrom && view.periodTo ? (
          periodInWords(view.periodFrom, view.periodTo)
        ) : (
          <Gap>No period yet</Gap>
        )}
      </Fact>
      {view.freshUntil ? (
        <Fact name="Fresh until">
          {longDate(view.freshUntil)}
          {view.isFresh ? null : (
            <span className="block text-quiet">
              It is out of date: it no longer says how things are now.
            </span>
          )}
        </Fact>
      ) : null}
      {view.kept ? (
        <Fact name="Kept">
          {view.kept.sentence}
          {view.kept.isPastItsTime ? (
            <span className="block text-quiet">
              Nothing is deleted by itself: two people do it.
            </span>
          ) : null}
        </Fact>
      ) : null}
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

function FileLine({ view, file }: { view: EvidenceDetailView; file: EvidenceFileView }) {
  if (file.isHeld && !view.isMine) {
    return (
      <span className="text-quiet">
        {file.virusCheck === 'infected'
          ? 'A file is held: a virus was found in it, so nobody can open it.'
          : `A file is held: only ${view.addedBy} sees it until it is certain that it tells nobody who a child is.`}
      </span>
    )
  }
  return (
    <>
      {/* the whole name shows, and the browser saves it under that name */}
      {file.virusCheck === 'infected' ? (
        <span className="break-words">{file.name}</span>
      ) : (
        <a
          id={`file-${file.id}`}
          href={paths.evidenceFile(view.id, file.id)}
          className="break-words"
        >
          {file.name}
        </a>
      )}{' '}
      <span className="text-quiet">
        {fileKindTitle(file.mediaType)}, {sizeInWords(file.bytes)}
      </span>
      {hasPreview(file) ? (
        <>
          {' '}
          <a href={paths.evidencePreview(view.id, file.id)} aria-describedby={`file-${file.id}`}>
            Preview
          </a>
        </>
      ) : null}
      <VirusCheck check={file.virusCheck} />
      {file.isHeld ? (
        <span className="block">
          <strong>
            {file.virusCheck === 'infected'
              ? 'Held: nobody can open it.'
              : 'Held: only you see it.'}
          </strong>{' '}
          <a href={paths.evidenceFileHeld(view.id, file.id)}>See why, and what you can do</a>
        </span>
      ) : null}
      {file.takenOut.length > 0 ? (
        <span className="block text-quiet">{takenOutSentence(file.takenOut)}</span>
      ) : null}
      {file.statement ? (
        <span className="block border-l-4 border-line pl-3">
          “{file.statement}”
          <span className="block text-quiet">
            {view.addedBy} said this of what looked like a child’s identifier in it.
          </span>
        </span>
      ) : null}
    </>
  )
}

const hasPreview = ({ mediaType, virusCheck }: EvidenceFileView): boolean =>
  virusCheck !== 'infected' && previewKindOf(mediaType) !== undefined

/** The actions it is brought for, with what they lack, and the recommendations. */
export function WhatItIsFor({ view }: { view: EvidenceDetailView }) {
  if (view.actions.length + view.recommendations.length === 0) {
    return (
      <Empty>Nothing yet. Evidence counts for what it is linked to, and for nothing else.</Empty>
    )
  }
  return (
    <>
      <Actions view={view} />
      {view.recommendations.length > 0 ? (
        <ul className="mt-4 grid gap-2">
          {view.recommendations.map(({ id, text }) => (
            <li key={id} className="max-w-measure">
              <span className="text-quiet">{recommendationRef(id)}</span>{' '}
              <a href={paths.recommendation(id)}>“{text}”</a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

function Actions({ view }: { view: EvidenceDetailView }) {
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
      <>
        <Empty>
          Nobody has judged it yet. Until a manager who did not add it accepts it, it assures
          nothing.
        </Empty>
        {view.answers ? (
          <p>
            The judging is due from {view.answers.judgedBy}.
            <HandedOn offer={view.judgingHandedTo} />
          </p>
        ) : null}
      </>
    )
  }
  return (
    <ol className="grid gap-4">
      {view.reviews.map((review) => (
        <li key={review.id} className="max-w-measure">
          <p>
            <strong>{reviewVerdictTitles[review.verdict]}</strong> by {review.reviewer},{' '}
            {longDate(review.reviewedOn)}
            {review.isOfEarlierVersion ? ' (it was edited since)' : ''}
          </p>
          {review.strength ? (
            <p className="text-16">
              It shows {strengthsInWords[review.strength].title.toLowerCase()}
              {review.sampleSize ? `, out of ${counted(review.sampleSize, 'case')}` : ''}.
            </p>
          ) : null}
          {review.reason ? (
            <p className="mt-1 whitespace-pre-line border-l-4 border-line pl-3">{review.reason}</p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function VirusCheck({ check }: { check: EvidenceFileView['virusCheck'] }) {
  if (check === null || check === 'clean') return null
  return (
    <p className="max-w-measure border-l-4 border-line pl-3">
      {check === 'infected'
        ? 'The virus scanner found a virus in it, so nobody can open it. Remove it, or put a clean one in its place.'
        : 'Not checked for viruses yet: only you see it until it is. That is tried again every five minutes, unless it is longer than the scanner looks through.'}
    </p>
  )
}
