/**
 * Who sees what, and who may send what, for every address. A route that has no line here fails
 * access.spec.ts. The roles are written out rather than taken from app/domain/access/permissions.ts:
 * this table is what that one is checked against.
 */
import type pg from 'pg'
import type { Role } from '../app/domain/access/permissions'

export interface Row {
  path: string
  /** who is shown it (200); everybody else who is signed in is told 404, nobody is sent to sign in */
  sees: readonly Role[] | Public
  /** who may send its form; left out where it takes none */
  sends?: readonly Role[] | 'anybody'
  /** shows the page of another address until its form is sent, so it is not looked at twice */
  looksLike?: string
  /** is another page for each role */
  differsByRole?: true
  /** where not any thing will do: a query for the one that stands in its place */
  examples?: Record<string, string>
}

/** An address that asks nobody to sign in first. */
export interface Public {
  nobody: number
  signedIn: number
}

const all: readonly Role[] = ['practitioner', 'manager', 'leader', 'observer', 'admin']
const workers: readonly Role[] = ['practitioner', 'manager']
const managers: readonly Role[] = ['manager']
const leaders: readonly Role[] = ['leader']
const preparers: readonly Role[] = ['practitioner', 'manager', 'leader']
const setters: readonly Role[] = ['leader', 'admin']
const admins: readonly Role[] = ['admin']
const allButAdmins: readonly Role[] = ['practitioner', 'manager', 'leader', 'observer']
const anybody: Public = { nobody: 200, signedIn: 200 }

const openFile =
  'from evidence_files f join evidence e on e.id = f.evidence_id where not e.restricted and not exists (select from evidence_file_holds h where h.file_id = f.id) order by f.id limit 1'
const openPicture = openFile.replace('where', "where f.media_type = 'image/png' and")
const heldFile =
  'from evidence_files f join evidence_file_holds h on h.file_id = f.id where h.ended_at is null order by f.id limit 1'

// Amara Osei added it; nobody else sees it.
const holding = {
  sees: ['practitioner'],
  sends: ['practitioner'],
  examples: { evidenceId: `select evidence_id ${heldFile}`, fileId: `select f.id ${heldFile}` },
} as const satisfies Partial<Row>

const importing = { sees: managers, sends: managers }
const proposing = { ...importing, looksLike: '/inspections/imports/:importId' }
const bringingIn = { ...importing, looksLike: '/actions/bring-in/:bringInId' }
const planningVisits = { sees: ['manager', 'leader'], sends: ['manager', 'leader'] } as const
const administering = { sees: admins, sends: admins }

export const rows: readonly Row[] = [
  { path: '/', sees: all, differsByRole: true },
  { path: '/*', sees: { nobody: 404, signedIn: 404 } },
  {
    path: '/absences/:absenceId/end',
    sees: ['manager', 'admin'],
    sends: ['manager', 'admin'],
    looksLike: '/people/:personId/away',
  },
  { path: '/accessibility', sees: anybody },
  { path: '/account', sees: all },
  { path: '/account/password', sees: all, sends: all },
  { path: '/actions', sees: all },
  { path: '/actions/:actionId', sees: all },
  {
    path: '/actions/:actionId/colour',
    sees: ['manager', 'leader'],
    sends: ['manager', 'leader'],
  },
  {
    path: '/actions/:actionId/colour/end',
    sees: ['manager', 'leader'],
    sends: ['manager', 'leader'],
  },
  { path: '/actions/:actionId/dependencies', sees: managers, sends: managers },
  {
    path: '/actions/bulk/:change',
    sees: managers,
    sends: managers,
    examples: { change: "select 'assign'" },
  },
  { path: '/actions/timeline', sees: all },
  { path: '/actions/views', sees: all, sends: all },
  { path: '/actions/views/:viewId', sees: all, looksLike: '/actions' },
  { path: '/actions/views/:viewId/remove', sees: all, sends: all, looksLike: '/actions/views' },
  { path: '/actions/:actionId/delivered', sees: workers, sends: workers },
  { path: '/actions/:actionId/due-date', sees: workers, sends: workers },
  {
    path: '/actions/:actionId/due-date/decision',
    sees: leaders,
    sends: leaders,
    examples: {
      actionId: 'select min(action_id) from due_date_changes where decision is null',
    },
  },
  { path: '/actions/:actionId/edit', sees: managers, sends: managers },
  { path: '/actions/:actionId/evidence/new', sees: workers },
  { path: '/actions/:actionId/findings', sees: managers, sends: managers },
  {
    path: '/actions/:actionId/findings/:findingId/remove',
    sees: managers,
    sends: managers,
    looksLike: '/actions/:actionId/findings',
  },
  { path: '/actions/:actionId/impact', sees: leaders, sends: leaders },
  { path: '/actions/:actionId/milestones/new', sees: managers, sends: managers },
  { path: '/actions/:actionId/requests/new', sees: managers, sends: managers },
  { path: '/actions/:actionId/updates/new', sees: workers, sends: workers },
  { path: '/actions/lint', sees: managers },
  { path: '/actions/moves', sees: allButAdmins },
  { path: '/actions/bring-in', ...importing },
  { path: '/actions/bring-in/:bringInId', sees: managers },
  { path: '/actions/bring-in/:bringInId/columns', ...importing },
  { path: '/actions/bring-in/:bringInId/confirm', ...bringingIn },
  { path: '/actions/bring-in/:bringInId/discard', ...bringingIn },
  { path: '/actions/bring-in/:bringInId/file', sees: managers },
  { path: '/actions/bring-in/:bringInId/rows', sees: managers },
  { path: '/actions/bring-in/:bringInId/rows/:row', ...importing },
  { path: '/actions/bring-in/:bringInId/set-aside', ...bringingIn },
  { path: '/actions/bring-in/:bringInId/table', ...importing },
  { path: '/actions/bring-in/:bringInId/words', ...importing },
  { path: '/actions/export', sees: all },
  { path: '/actions/new', sees: managers, sends: managers },
  { path: '/actions/owners', sees: ['manager', 'leader', 'admin'] },
  { path: '/admin/audit', sees: admins },
  { path: '/admin/store', sees: admins },
  {
    path: '/admin/store/files/:fileId/removal',
    ...administering,
    looksLike: '/admin/store',
    examples: { fileId: `select f.id ${heldFile}` },
  },
  { path: '/admin/people', sees: admins },
  { path: '/admin/people/:personId', ...administering },
  {
    path: '/admin/people/:personId/invitation',
    ...administering,
    looksLike: '/admin/people/:personId',
  },
  { path: '/admin/people/:personId/contributions', ...administering },
  // made ready for one administrator, for an hour: the story of keeping and letting go takes one
  {
    path: '/admin/people/:personId/contributions/:takenId',
    sees: [],
    examples: { takenId: 'select max(id) from events' },
  },
  { path: '/admin/people/:personId/suspension', ...administering },
  {
    path: '/admin/people/:personId/suspension/end',
    ...administering,
    looksLike: '/admin/people/:personId',
  },
  { path: '/admin/people/new', ...administering },
  { path: '/admin/proposals/:proposalId', ...administering },
  { path: '/admin/ratings', sees: all },
  { path: '/admin/ratings/dates', sees: setters, sends: setters },
  { path: '/admin/ratings/identifiers', sees: setters, sends: setters },
  { path: '/admin/ratings/retention', sees: setters, sends: setters },
  { path: '/admin/ratings/shelf-lives', sees: setters, sends: setters },
  { path: '/admin/ratings/table', sees: setters, sends: setters },
  { path: '/admin/teams', ...administering },
  { path: '/admin/teams/:teamId', ...administering },
  { path: '/compare', sees: allButAdmins },
  { path: '/evidence', sees: allButAdmins },
  { path: '/evidence/new', sees: workers, sends: workers },
  { path: '/evidence/:evidenceId', sees: allButAdmins },
  {
    path: '/evidence/:evidenceId/deletion',
    sees: [...managers, ...leaders],
    sends: [...managers, ...leaders],
  },
  { path: '/evidence/:evidenceId/edit', sees: workers, sends: workers },
  { path: '/evidence/:evidenceId/links', sees: workers, sends: workers },
  {
    path: '/evidence/:evidenceId/files/:fileId',
    sees: allButAdmins,
    examples: { evidenceId: `select evidence_id ${openFile}`, fileId: `select f.id ${openFile}` },
  },
  {
    path: '/evidence/:evidenceId/files/:fileId/preview',
    sees: allButAdmins,
    examples: { evidenceId: `select evidence_id ${openFile}`, fileId: `select f.id ${openFile}` },
  },
  {
    path: '/evidence/:evidenceId/files/:fileId/preview/pictures/:number',
    sees: allButAdmins,
    examples: {
      evidenceId: `select evidence_id ${openPicture}`,
      fileId: `select f.id ${openPicture}`,
      number: 'select 1',
    },
  },
  { path: '/evidence/:evidenceId/files/:fileId/held', ...holding },
  {
    path: '/evidence/:evidenceId/files/:fileId/held/removal',
    ...holding,
    looksLike: '/evidence/:evidenceId/files/:fileId/held',
  },
  {
    path: '/evidence/:evidenceId/files/:fileId/held/replacement',
    ...holding,
    looksLike: '/evidence/:evidenceId/files/:fileId/held',
  },
  { path: '/evidence/not-identifiers', sees: managers },
  { path: '/evidence/requests/:requestId', sees: all, sends: workers },
  { path: '/evidence/:evidenceId/review', sees: managers, sends: managers },
  { path: '/healthz', sees: anybody },
  { path: '/inspections', sees: all },
  { path: '/inspections/:inspectionId', sees: all },
  { path: '/inspections/:inspectionId/dates', sees: managers, sends: managers },
  { path: '/inspections/:inspectionId/findings', sees: all },
  {
    path: '/inspections/:inspectionId/source',
    sees: all,
    examples: { inspectionId: 'select min(id) from inspections where import_id is not null' },
  },
  { path: '/inspections/imports/:importId', sees: managers },
  { path: '/inspections/imports/:importId/confirm', ...proposing },
  { path: '/inspections/imports/:importId/details', ...importing },
  { path: '/inspections/imports/:importId/discard', ...proposing },
  { path: '/inspections/imports/:importId/items/:key/accept', ...proposing },
  { path: '/inspections/imports/:importId/items/:key/edit', ...importing },
  { path: '/inspections/imports/:importId/items/:key/merge', ...importing },
  { path: '/inspections/imports/:importId/items/:key/remove', ...proposing },
  { path: '/inspections/imports/:importId/items/:key/restore', ...proposing },
  { path: '/inspections/imports/:importId/items/:key/split', ...importing },
  { path: '/inspections/imports/:importId/items/new', ...importing },
  { path: '/inspections/imports/:importId/statements/:key/accept', ...proposing },
  { path: '/inspections/imports/:importId/statements/:key/propose', ...proposing },
  { path: '/inspections/imports/:importId/statements/:key/set-aside', ...proposing },
  { path: '/inspections/new', ...importing },
  // a link that nobody was given
  { path: '/invitations/:token', sees: { nobody: 410, signedIn: 410 }, sends: 'anybody' },
  { path: '/login', sees: { nobody: 200, signedIn: 302 }, sends: 'anybody' },
  { path: '/logout', sees: { nobody: 302, signedIn: 302 }, sends: 'anybody' },
  { path: '/measures', sees: all },
  { path: '/measures/:measureId', sees: all },
  { path: '/measures/:measureId/comparators/new', sees: managers, sends: managers },
  { path: '/measures/:measureId/edit', sees: managers, sends: managers },
  { path: '/measures/:measureId/figures/new', sees: managers, sends: managers },
  { path: '/measures/:measureId/limits/new', sees: leaders, sends: leaders },
  { path: '/measures/:measureId/notes/new', sees: managers, sends: managers },
  { path: '/measures/:measureId/targets/new', sees: managers, sends: managers },
  { path: '/measures/figures', sees: managers, sends: managers },
  { path: '/measures/new', sees: managers, sends: managers },
  { path: '/milestones/:milestoneId/done', sees: workers, sends: workers },
  {
    path: '/offers/:offerId',
    sees: all,
    sends: ['manager', 'admin'],
    examples: { offerId: 'select min(id) from offers where answer is null' },
  },
  {
    path: '/people/:personId/hand-over',
    sees: ['manager', 'leader', 'admin'],
    sends: ['manager', 'admin'],
  },
  // the example is Amara's own page
  {
    path: '/people/:personId/away',
    sees: ['practitioner', 'manager', 'admin'],
    sends: ['practitioner', 'manager', 'admin'],
  },
  { path: '/privacy', sees: anybody },
  { path: '/readiness', sees: allButAdmins },
  { path: '/readiness/:area', sees: allButAdmins },
  { path: '/readyz', sees: anybody },
  { path: '/recommendations', sees: all },
  { path: '/recommendations/:recommendationId', sees: all },
  { path: '/recommendations/:recommendationId/repeats', sees: managers, sends: managers },
  {
    path: '/repeats/:repeatId/withdrawal',
    sees: managers,
    sends: managers,
    looksLike: '/recommendations/:recommendationId/repeats',
  },
  { path: '/uploads', sees: [], sends: workers },
  {
    path: '/uploads/:uploadId',
    sees: [],
    sends: workers,
    examples: { uploadId: "select repeat('a', 40)" },
  },
  { path: '/visits', sees: all },
  { path: '/visits/:visitId', sees: all },
  { path: '/visits/:visitId/checklist/:itemId', ...planningVisits },
  {
    path: '/visits/:visitId/checklist/:itemId/done',
    sees: preparers,
    sends: preparers,
    looksLike: '/visits/:visitId',
  },
  { path: '/visits/:visitId/checklist/new', ...planningVisits },
  { path: '/visits/:visitId/close', ...planningVisits },
  { path: '/visits/:visitId/edit', ...planningVisits },
  { path: '/visits/:visitId/held', ...planningVisits },
  { path: '/visits/:visitId/key-lines/:keyLineId', ...planningVisits },
  {
    path: '/visits/:visitId/key-lines/:keyLineId/withdrawal',
    ...planningVisits,
    looksLike: '/visits/:visitId/key-lines/:keyLineId',
  },
  { path: '/visits/:visitId/key-lines/new', ...planningVisits },
  { path: '/visits/:visitId/letter', ...importing },
  { path: '/visits/boards/:boardId', sees: all },
  { path: '/visits/boards/:boardId/decisions/:decisionId', sees: preparers, sends: preparers },
  { path: '/visits/boards/:boardId/decisions/new', ...planningVisits },
  { path: '/visits/boards/new', ...planningVisits },
  { path: '/visits/new', ...planningVisits },
]

/** A query for what stands in each place of an address that names something. */
const examples: Record<string, string> = {
  '*': "select 'no-such-page'",
  personId: "select id from people where email = 'amara.osei@westmarsh.example'",
  token: "select 'no-such-link'",
  inspectionId: 'select min(id) from inspections',
  importId:
    'select max(id) from report_imports where confirmed_at is null and discarded_at is null',
  key: "select 'r1'",
  bringInId: 'select max(id) from bring_ins where confirmed_at is null and discarded_at is null',
  proposalId: 'select max(id) from invitation_proposals where answer is null',
  row: "select row_at from bring_in_rows where state = 'wrong' order by bring_in_id desc, row_at limit 1",
  recommendationId: 'select min(id) from recommendations',
  teamId: 'select min(id) from teams',
  absenceId: 'select min(id) from absences',
  findingId: 'select min(id) from findings',
  repeatId: 'select min(id) from repeat_decisions',
  actionId: 'select min(id) from actions where owner_id is not null and due_on is not null',
  measureId: 'select min(id) from measures',
  milestoneId: 'select min(id) from milestones where done_on is null',
  evidenceId: 'select min(id) from evidence where not restricted',
  requestId:
    'select min(id) from evidence_requests where answered_at is null and id not in (select request_id from evidence_request_withdrawals)',
  viewId: 'select min(id) from saved_views where is_shared',
  visitId: 'select min(id) from visits where held_from is null',
  keyLineId:
    'select min(id) from key_lines where visit_id = (select min(id) from visits where held_from is null)',
  boardId: 'select meeting_id from board_decisions order by id limit 1',
  decisionId: 'select min(id) from board_decisions',
  itemId:
    'select min(id) from checklist_items where visit_id = (select min(id) from visits where held_from is null)',
  area: 'select area from recommendations order by id limit 1',
}

/** The address of a row, with something that is there in each of its places. */
export async function addressOf(database: pg.Pool, row: Row): Promise<string> {
  let address = row.path
  for (const [part, name = ''] of row.path.matchAll(/:(\w+)|\*/g)) {
    const example = row.examples?.[name] ?? examples[name || '*']
    if (!example) throw new Error(`e2e/pages.ts has no example for ${part}`)
    const found = await database.query<Record<string, unknown>>(example)
    const value = Object.values(found.rows[0] ?? {})[0]
    if (value === undefined || value === null) throw new Error(`Nothing is there for ${part}`)
    address = address.replace(part, String(value))
  }
  return address
}
