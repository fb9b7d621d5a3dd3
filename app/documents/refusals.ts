/** Why a document was not read, in words for the person who brought it. */

export type DocumentRefusalReason =
  | 'empty'
  | 'encrypted'
  | 'corrupt'
  | 'no-text'
  | 'too-long'
  | 'too-large'
  | 'not-a-document'
  | 'took-too-long'

export type DocumentRefusal = { ok: false; because: DocumentRefusalReason; sentence: string }

const paste = 'Nothing you have entered is lost: you can paste the report’s text instead.'

const sentences: Record<DocumentRefusalReason, string> = {
  empty: `The file is empty. Check that it finished downloading and choose it again. ${paste}`,
  encrypted: `The file is protected with a password, so it cannot be read. Save a copy without the password and add that. ${paste}`,
  corrupt: `The file is damaged and cannot be read. Download it again from where it came. ${paste}`,
  'no-text': `The file holds pictures of pages and no text, as a scan does. ${paste}`,
  'too-long': `The file has more than 2,000 pages, which is more than can be read at once. Add only the report itself. ${paste}`,
  'too-large': `The file is too large to be read safely. Add only the report itself. ${paste}`,
  'not-a-document': `The file is not a PDF, a Word document (.docx), a web page or plain text. Save it as one of these and add that. ${paste}`,
  'took-too-long': `Reading the file took too long, so it was stopped. ${paste}`,
}

export const refused = (because: DocumentRefusalReason): DocumentRefusal => ({
  ok: false,
  because,
  sentence: sentences[because],
})
