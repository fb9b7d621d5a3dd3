import { confidenceTitles } from '~/domain/action/confidence'
import { kindTitle } from '~/domain/evidence/kinds'
import { type EvidenceStanding, evidenceStandingTitles } from '~/domain/evidence/standing'
import { longDate } from '~/domain/time/calendar-date'
import { inWords } from '~/domain/time/in-words'
import { paths } from '~/paths'
import { HandedOn } from '~/ui/handed-on'
import { Empty, Section } from '~/ui/page'
import { type Tone, ToneTag } from '~/ui/rating-tag'
import { Triangulation } from '~/ui/triangulation'
import { DeliveryTag } from '~/ui/standing-tags'
import type { ActionView, SaidUpdate, ShownEvidence } from './action.query.server'
import { Way, Ways } from './ways'

/** Updates and evidence, newest first, and what evidence was asked for and has not come. */
export function SaidAndShown({ view }: { view: ActionView }) {
  const { said, requests, offers, id, today } = view
  return (
    <Section title="Said and shown" id="said">
      <Ways>
        <Way to={paths.actionUpdate(id)} decision={offers.addUpdate}>
          Add update
        </Way>
        <Way to={paths.actionEvidence(id)} decision={offers.addEvidence}>
          Add evidence
        </Way>
        <Way to={paths.actionEvidenceRequest(id)} decision={offers.askForEvidence}>
          Ask for evidence
        </Way>
      </Ways>
      <Triangulation kinds={view.triangulation} />
      {requests.map((request) => (
        <p key={request.id} className="mt-3 border-l-4 border-edge pl-3">
          <span className="font-bold">Asked of {request.askedOfName}:</span> {request.what}
          <span className="block text-16 text-quiet">
            by {request.askedByName}, due {longDate(request.dueOn)}, {inWords(request.dueOn, today)}
            {request.isRefused ? ` · ${request.askedOfName} cannot bring it` : ''} ·{' '}
            <a href={paths.evidenceRequest(request.id)}>
              This request<span className="sr-only">: {request.what}</span>
            </a>
          </span>
          <HandedOn offer={request.handedTo} />
          <HandedOn offer={request.reviewHandedTo} what="The judging of it" />
        </p>
      ))}
      <ol className="mt-3">
        {said.map((one) => (
          <li key={`${one.type}-${one.id}`} className="keep-together border-b border-line py-3">
            {one.type === 'update' ? <Update update={one} /> : <Evidence evidence={one} />}
          </li>
        ))}
      </ol>
      {said.length === 0 ? (
        <Empty>
          Nobody has said or shown anything yet. An update says how it goes; evidence shows whether
          practice has changed.
        </Empty>
      ) : null}
    </Section>
  )
}

function Update({ update }: { update: SaidUpdate }) {
  return (
    <>
      <p className="text-16 text-quiet">
        {longDate(update.on)} · {update.who}
      </p>
      <p>
        <DeliveryTag delivery={update.delivery} />{' '}
        <span className="text-16 text-quiet">
          stated, {confidenceTitles[update.confidence].toLowerCase()}
        </span>
      </p>
      <p className="whitespace-pre-line max-w-measure">{update.words}</p>
    </>
  )
}

const tones: Record<EvidenceStanding, Tone> = {
  'awaiting-review': 'part',
  accepted: 'good',
  stale: 'warning',
  replaced: 'none',
  returned: 'warning',
  rejected: 'bad',
}

function Evidence({ evidence }: { evidence: ShownEvidence }) {
  const { reviewerName, reviewReason, periodFrom, periodTo } = evidence
  return (
    <>
      <p className="text-16 text-quiet">
        {longDate(evidence.on)} · {evidence.who} · {kindTitle(evidence.kind)}
        {evidence.restricted ? ' · Restricted' : ''}
      </p>
      <p>
        <a href={paths.evidence(evidence.id)} className="font-bold">
          {evidence.title}
        </a>{' '}
        <ToneTag tone={tones[evidence.standing]}>
          {evidenceStandingTitles[evidence.standing]}
        </ToneTag>
      </p>
      <p className="whitespace-pre-line max-w-measure">{evidence.shows}</p>
      <p className="text-16 text-quiet">
        {periodFrom && periodTo
          ? `Covers ${longDate(periodFrom)}${periodTo === periodFrom ? '' : ` to ${longDate(periodTo)}`}`
          : 'Period not given yet'}
        {reviewerName ? `. Judged by ${reviewerName}` : ''}
        {reviewReason ? `: “${reviewReason}”` : ''}
      </p>
    </>
  )
}
