import { endingTitles } from '~/domain/plan/board-decisions'
import { longDate } from '~/domain/time/calendar-date'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { CauseLink } from '~/ui/cause-link'
import { ErrorSummary } from '~/ui/error-summary'
import { DateField, RadioField, SelectField, TextArea, TextField } from '~/ui/field'
import type { FormState } from '~/ui/form-state'
import { NotAnIdentifier } from '~/ui/not-an-identifier'
import { HandedOn } from '~/ui/handed-on'
import { Fact, Facts, Page } from '~/ui/page'
import { Due } from './board-meeting.page'
import { LineOf } from './line-of'
import type { BoardDecisionView, NewBoardDecisionView } from './board-meeting.query.server'

const crumbsTo = (meetingId: number, name: string, heldOn: BoardDecisionView['today']) => [
  { to: `${paths.visits()}#boards`, name: 'Visits' },
  { to: paths.boardMeeting(meetingId), name: `${name}, ${longDate(heldOn)}` },
]

export function NewBoardDecisionPage({
  view: { meeting, people, decision },
  form,
}: {
  view: NewBoardDecisionView
  form: FormState | undefined
}) {
  return (
    <Page
      title="Write down a decision"
      crumbs={crumbsTo(meeting.id, meeting.name, meeting.heldOn)}
      lede="One thing that one person sees to. It stays on their start page until it is done."
    >
      <ErrorSummary form={form} />
      <form method="post" action={paths.newBoardDecision(meeting.id)}>
        <TextArea name="words" label="What was decided" rows={3} form={form} />
        <SelectField
          name="ownerId"
          label="Who sees to it"
          none="Choose a person"
          choices={people}
          form={form}
        />
        <DateField name="dueOn" label="By when" optional form={form} />
        <TextField
          name="about"
          label="Action or recommendation it is about"
          hint="Its reference, such as A14 or R3."
          width="short"
          optional
          form={form}
        />
        <NotAnIdentifier form={form} />
        <Button decision={decision}>Write it down</Button>
      </form>
    </Page>
  )
}

export function BoardDecisionPage({
  view: { decided, handedTo, mayEnd, mayHandOver, mayWithdraw, seenToBy, today },
  form,
}: {
  view: BoardDecisionView
  form: FormState | undefined
}) {
  const { meetingId, meetingName, heldOn, ended, about } = decided
  return (
    <Page
      title="A decision of the board"
      above={`${meetingName}, ${longDate(heldOn)}`}
      crumbs={crumbsTo(meetingId, meetingName, heldOn)}
    >
      <p className="mb-4 max-w-measure whitespace-pre-line text-21">{decided.words}</p>
      <Facts>
        <Fact name="Who sees to it">
          <LineOf seenToBy={seenToBy} />
          {ended ? null : <HandedOn offer={handedTo} />}
          {mayHandOver && !handedTo ? (
            <span className="no-print block text-16">
              <a href={paths.handOver(decided.ownerId)}>Hand it over to somebody else</a>
            </span>
          ) : null}
        </Fact>
        <Fact name="By when">
          {ended ? (
            decided.dueOn ? (
              longDate(decided.dueOn)
            ) : (
              'No date'
            )
          ) : (
            <Due on={decided.dueOn} today={today} />
          )}
        </Fact>
        {about ? (
          <Fact name="About">
            <CauseLink cause={about} />
          </Fact>
        ) : null}
        {ended ? (
          <Fact name={endingTitles[ended.ending]}>
            {ended.byName} said so on {longDate(ended.on)}. {ended.words}
          </Fact>
        ) : null}
      </Facts>
      {ended ? null : (
        <>
          <ErrorSummary form={form} />
          <form method="post" action={paths.boardDecision(meetingId, decided.id)}>
            {mayWithdraw ? (
              <RadioField
                name="ending"
                label="How did it end?"
                choices={[
                  { value: 'done', title: 'It is done' },
                  { value: 'withdrawn', title: 'It is withdrawn', hint: 'Say below why.' },
                ]}
                form={form}
              />
            ) : (
              <input type="hidden" name="ending" value="done" />
            )}
            <TextArea
              name="words"
              label="What came of it"
              hint="For the next meeting, in a sentence or two."
              rows={3}
              optional
              form={form}
            />
            <NotAnIdentifier form={form} />
            <Button decision={mayEnd}>{mayWithdraw ? 'Save' : 'It is done'}</Button>
          </form>
        </>
      )}
    </Page>
  )
}
