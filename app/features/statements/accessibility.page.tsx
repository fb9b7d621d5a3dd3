import { type CalendarDate, longDate } from '~/domain/time/calendar-date'
import { Page, Section } from '~/ui/page'

// Changed by hand whenever the statement is gone through again.
const preparedOn: CalendarDate = '2026-11-22'
const reviewedOn: CalendarDate = '2026-11-22'

/** In the order and with the headings of the model accessibility statement for public sector websites. */
export function AccessibilityPage({
  councilName,
  contactEmail,
}: {
  councilName: string
  /** who answers for the website; undefined while nobody has set it */
  contactEmail?: string
}) {
  return (
    <Page title="Accessibility statement">
      <p className="mb-4 max-w-measure">
        This statement applies to the improvement plan of {councilName}, which runs on Waymark. The
        council runs this website. We want as many people as possible to be able to use it. You
        should be able to:
      </p>
      <ul className="mb-4 list-disc pl-5 max-w-measure">
        <li>zoom in up to 400% without the text spilling off the screen</li>
        <li>read and use it on a phone, in a dark theme, and on paper</li>
        <li>use all of it with only a keyboard</li>
        <li>do the main tasks with JavaScript turned off</li>
        <li>tell every rating apart without seeing its colour: each has a shape and a word</li>
      </ul>
      <p className="mb-10 max-w-measure">
        <a href="https://mcmw.abilitynet.org.uk/">AbilityNet</a> has advice on making your device
        easier to use if you have a disability.
      </p>

      <Section title="How accessible this website is">
        <p className="mb-2 max-w-measure">We know that some parts are not fully accessible:</p>
        <ul className="list-disc pl-5 max-w-measure">
          <li>
            Reports from Ofsted and files that people add as evidence are shown as they came. Many
            PDFs among them have no tags, headings or descriptions of pictures.
          </li>
          <li>Nobody has yet used the website with a screen reader or voice control to test it.</li>
        </ul>
      </Section>

      <Section title="Feedback and contact information">
        <p className="mb-4 max-w-measure">
          If you find a problem that is not listed here, or need something on this website in
          another format such as large print, easy read or audio,{' '}
          {contactEmail ? (
            <>
              write to <a href={`mailto:${contactEmail}`}>{contactEmail}</a>, or tell the
              administrator who invited you.
            </>
          ) : (
            <>
              tell the administrator who invited you, or write to {councilName} by the contact
              details on the council’s own website.
            </>
          )}{' '}
          Say which page it is and what happened. We aim to answer within 10 working days.
        </p>
      </Section>

      <Section title="Enforcement procedure">
        <p className="max-w-measure">
          The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies
          (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not
          happy with how we respond, contact the{' '}
          <a href="https://www.equalityadvisoryservice.com/">
            Equality Advisory and Support Service (EASS)
          </a>
          .
        </p>
      </Section>

      <Section title="Technical information about this website’s accessibility">
        <p className="mb-4 max-w-measure">
          {councilName} is committed to making its website accessible, in accordance with the Public
          Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.
        </p>
        <h3 className="mb-2">Compliance status</h3>
        <p className="max-w-measure">
          This website is partially compliant with the{' '}
          <a href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines 2.2</a> AA
          standard, due to the non-compliances and exemptions below, and because it has not been
          audited by people yet.
        </p>
      </Section>

      <Section title="Non-accessible content">
        <h3 className="mb-2">Non-compliance with the accessibility regulations</h3>
        <ul className="mb-4 list-disc pl-5 max-w-measure">
          <li>
            Evidence files that council staff add may have pictures without a text alternative (WCAG
            1.1.1), headings and tables that are not marked up (1.3.1) or no title (2.4.2). What
            each shows is told in words on its page. Staff can be asked for the file in another
            form.
          </li>
        </ul>
        <h3 className="mb-2">Content that is not within the scope of the regulations</h3>
        <p className="max-w-measure">
          Inspection reports are third-party content: Ofsted publishes them, and we neither make nor
          change them. The words of each recommendation are repeated on our pages as plain text.
        </p>
      </Section>

      <Section title="Preparation of this accessibility statement">
        <p className="mb-4 max-w-measure">
          This statement was prepared on {longDate(preparedOn)}. It was last reviewed on{' '}
          {longDate(reviewedOn)}.
        </p>
        <p className="mb-4 max-w-measure">
          The makers of Waymark tested it themselves. Before each release every page is checked in
          Chromium by axe-core against the rules for WCAG 2.2 A and AA that a program can judge: in
          the light theme 1,280 pixels wide, and in the dark theme 360 pixels wide. At 360 and at
          320 pixels no page may scroll sideways. The main tasks are also done with JavaScript
          turned off.
        </p>
        <p className="max-w-measure">
          A program finds a part of the problems only. Not yet done: tests with screen readers,
          voice control and magnifiers, tests with disabled people, and an independent audit.
        </p>
      </Section>
    </Page>
  )
}
