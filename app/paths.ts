/** Every address of the product, once. */
type Id = number | string

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

const withQuery = (path: string, query: Query): string => {
  const given = Object.entries(query).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : (value ?? []))
      .filter((one) => one !== '')
      .map((one): [string, string] => [name, one]),
  )
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

export const paths = {
  myWork: () => '/',
  signIn: (backTo?: string) => withQuery('/login', { to: backTo === '/' ? undefined : backTo }),
  signOut: () => '/logout',
  account: (changed?: 'password') => withQuery('/account', { changed }),
  accountPassword: () => '/account/password',
  invitation: (token: string) => `/invitations/${token}`,

  inspections: () => '/inspections',
  addReport: () => '/inspections/new',
  reportImport: (id: Id) => `/inspections/imports/${id}`,
  reportImportAt: (id: Id, key: string) => `/inspections/imports/${id}#item-${key}`,
  reportImportDetails: (id: Id) => `/inspections/imports/${id}/details`,
  reportImportItemAccept: (id: Id, key: string) => `/inspections/imports/${id}/items/${key}/accept`,
  reportImportItemEdit: (id: Id, key: string) => `/inspections/imports/${id}/items/${key}/edit`,
  reportImportItemMerge: (id: Id, key: string) => `/inspections/imports/${id}/items/${key}/merge`,
  reportImportItemSplit: (id: Id, key: string) => `/inspections/imports/${id}/items/${key}/split`,
  reportImportItemRemove: (id: Id, key: string) => `/inspections/imports/${id}/items/${key}/remove`,
  reportImportItemRestore: (id: Id, key: string) =>
    `/inspections/imports/${id}/items/${key}/restore`,
  reportImportStatementAccept: (id: Id, key: string) =>
    `/inspections/imports/${id}/statements/${key}/accept`,
  reportImportStatementSetAside: (id: Id, key: string) =>
    `/inspections/imports/${id}/statements/${key}/set-aside`,
  reportImportStatementPropose: (id: Id, key: string) =>
    `/inspections/imports/${id}/statements/${key}/propose`,
  reportImportItemAdd: (id: Id) => `/inspections/imports/${id}/items/new`,
  reportImportConfirm: (id: Id) => `/inspections/imports/${id}/confirm`,
  reportImportDiscard: (id: Id) => `/inspections/imports/${id}/discard`,
  inspection: (id: Id) => `/inspections/${id}`,
  inspectionSaidBefore: (id: Id) => `/inspections/${id}#said-before`,
  inspectionDates: (id: Id) => `/inspections/${id}/dates`,
  inspectionSource: (id: Id) => `/inspections/${id}/source`,
  inspectionSourceAt: (id: Id, recommendationId: Id) =>
    `/inspections/${id}/source#mark-${recommendationId}`,

  /** kind: paragraph, strength or concern; after: the position of the last one shown */
  findings: (
    inspectionId: Id,
    filter: { q?: string; area?: string; kind?: string; after?: string } = {},
  ) => withQuery(`/inspections/${inspectionId}/findings`, filter),
  findingAt: (inspectionId: Id, id: Id) =>
    `/inspections/${inspectionId}/findings?from=${id}#finding-${id}`,

  /** framework: what of the National Framework they serve, such as outcome-4 */
  recommendations: (filter: { framework?: string; area?: string; kind?: string } = {}) =>
    withQuery('/recommendations', filter),
  recommendation: (id: Id) => `/recommendations/${id}`,
  recommendationRepeats: (id: Id) => `/recommendations/${id}/repeats`,
  repeatWithdrawal: (id: Id) => `/repeats/${id}/withdrawal`,

  /** as the register's filter says, such as owner: an id, or 'nobody'; show: 'late'; and sort, after */
  actions: (filter: object = {}) => withQuery('/actions', filter as Query),
  owners: () => '/actions/owners',
  exportChosen: () => '/actions/export',
  exportActions: (format: 'xlsx' | 'csv' | 'json', filter: object = {}) =>
    withQuery('/actions/export', { ...(filter as Query), format }),
  bringIn: () => '/actions/bring-in',
  bringInPlan: (id: Id) => `/actions/bring-in/${id}`,
  bringInTable: (id: Id, look: { table?: number } = {}) =>
    withQuery(`/actions/bring-in/${id}/table`, { table: look.table?.toString() }),
  bringInColumns: (id: Id) => `/actions/bring-in/${id}/columns`,
  bringInValues: (id: Id, of: { kind?: string; after?: number } = {}) =>
    withQuery(`/actions/bring-in/${id}/words`, { kind: of.kind, after: of.after?.toString() }),
  bringInRows: (id: Id, of: { state?: string; after?: number } = {}) =>
    withQuery(`/actions/bring-in/${id}/rows`, { state: of.state, after: of.after?.toString() }),
  bringInRow: (id: Id, row: Id) => `/actions/bring-in/${id}/rows/${row}`,
  bringInSetAside: (id: Id) => `/actions/bring-in/${id}/set-aside`,
  bringInConfirm: (id: Id) => `/actions/bring-in/${id}/confirm`,
  bringInDiscard: (id: Id) => `/actions/bring-in/${id}/discard`,
  bringInFile: (id: Id) => `/actions/bring-in/${id}/file`,
  actionsTimeline: (filter: object = {}) => withQuery('/actions/timeline', filter as Query),
  bulkChange: (change: string) => `/actions/bulk/${change}`,
  savedViews: (filter: object = {}) => withQuery('/actions/views', filter as Query),
  savedView: (id: Id) => `/actions/views/${id}`,
  removeSavedView: (id: Id) => `/actions/views/${id}/remove`,
  actionDependencies: (id: Id) => `/actions/${id}/dependencies`,
  newAction: (recommendationId?: Id) =>
    withQuery('/actions/new', { recommendation: recommendationId?.toString() }),
  action: (id: Id, { editedFrom }: { editedFrom?: number } = {}) =>
    withQuery(`/actions/${id}`, { 'edited-from': editedFrom?.toString() }),
  editAction: (id: Id) => `/actions/${id}/edit`,
  actionUpdate: (id: Id) => `/actions/${id}/updates/new`,
  actionEvidence: (id: Id, requestId?: Id) =>
    withQuery('/evidence/new', { action: String(id), request: requestId?.toString() }),
  actionEvidenceRequest: (id: Id) => `/actions/${id}/requests/new`,
  actionFindings: (id: Id, filter: { q?: string; inspection?: string } = {}) =>
    withQuery(`/actions/${id}/findings`, filter),
  actionFindingRemove: (id: Id, findingId: Id) => `/actions/${id}/findings/${findingId}/remove`,
  actionMilestone: (id: Id) => `/actions/${id}/milestones/new`,
  actionDelivered: (id: Id) => `/actions/${id}/delivered`,
  actionDueDate: (id: Id) => `/actions/${id}/due-date`,
  actionDueDateDecision: (id: Id) => `/actions/${id}/due-date/decision`,
  /** since: a day; only: 'late' for the late moves */
  actionMoves: (filter: { since?: string; only?: string; before?: string } = {}) =>
    withQuery('/actions/moves', filter),
  /** only: one kind of what the plan lacks; after: where a later page of it begins */
  planLint: (filter: { only?: string; after?: string } = {}) => withQuery('/actions/lint', filter),
  actionColour: (id: Id) => `/actions/${id}/colour`,
  actionColourEnd: (id: Id) => `/actions/${id}/colour/end`,
  actionImpact: (id: Id) => `/actions/${id}/impact`,
  milestoneDone: (id: Id) => `/milestones/${id}/done`,

  evidenceLibrary: (filter: EvidenceLibraryFilter = {}) => withQuery('/evidence', filter),
  newEvidence: (
    forWhat: { action?: string; recommendation?: string; request?: string; follows?: string } = {},
  ) => withQuery('/evidence/new', forWhat),
  evidence: (id: Id, { editedFrom }: { editedFrom?: number } = {}) =>
    withQuery(`/evidence/${id}`, { editedFrom: editedFrom?.toString() }),
  evidenceDeletion: (id: Id) => `/evidence/${id}/deletion`,
  editEvidence: (id: Id) => `/evidence/${id}/edit`,
  evidenceLinks: (id: Id, q?: string) => withQuery(`/evidence/${id}/links`, { q }),
  evidenceFile: (id: Id, fileId: Id) => `/evidence/${id}/files/${fileId}`,
  evidencePreview: (id: Id, fileId: Id) => `/evidence/${id}/files/${fileId}/preview`,
  /** a page of a PDF, counted from 1, or the picture that the file is */
  evidencePreviewPicture: (id: Id, fileId: Id, number: number) =>
    `/evidence/${id}/files/${fileId}/preview/pictures/${number}`,
  evidenceFileHeld: (id: Id, fileId: Id) => `/evidence/${id}/files/${fileId}/held`,
  /** where one goes from adding evidence: to its file, if that is held */
  evidenceOrHeld: (id: Id, heldFileId: Id | undefined) =>
    heldFileId === undefined ? `/evidence/${id}` : `/evidence/${id}/files/${heldFileId}/held`,
  evidenceFileRemoval: (id: Id, fileId: Id) => `/evidence/${id}/files/${fileId}/held/removal`,
  evidenceFileReplacement: (id: Id, fileId: Id) =>
    `/evidence/${id}/files/${fileId}/held/replacement`,
  /** what was said of what looked like an identifier; before: the last one shown */
  notIdentifiers: (filter: { before?: string } = {}) =>
    withQuery('/evidence/not-identifiers', filter),
  evidenceRequest: (id: Id) => `/evidence/requests/${id}`,
  evidenceReview: (id: Id) => `/evidence/${id}/review`,

  uploads: () => '/uploads',
  adminStore: () => '/admin/store',
  adminHeldFileRemoval: (fileId: Id) => `/admin/store/files/${fileId}/removal`,

  measures: () => '/measures',
  newMeasure: () => '/measures/new',
  measure: (id: Id, { show }: { show?: 'all' } = {}) => withQuery(`/measures/${id}`, { show }),
  editMeasure: (id: Id) => `/measures/${id}/edit`,
  measureFigure: (id: Id, from?: string) => withQuery(`/measures/${id}/figures/new`, { from }),
  measureNote: (id: Id, from?: string) => withQuery(`/measures/${id}/notes/new`, { from }),
  measureTarget: (id: Id) => `/measures/${id}/targets/new`,
  measureComparator: (id: Id) => `/measures/${id}/comparators/new`,
  measureLimits: (id: Id) => `/measures/${id}/limits/new`,
  bringFigures: (measureId?: Id) =>
    withQuery('/measures/figures', { measure: measureId?.toString() }),

  visits: () => '/visits',
  newVisit: () => '/visits/new',
  newBoardMeeting: () => '/visits/boards/new',
  visit: (id: Id) => `/visits/${id}`,
  visitHeld: (id: Id) => `/visits/${id}/held`,
  editVisit: (id: Id) => `/visits/${id}/edit`,
  visitLetter: (id: Id) => `/visits/${id}/letter`,
  closeVisit: (id: Id) => `/visits/${id}/close`,
  newKeyLine: (visitId: Id) => `/visits/${visitId}/key-lines/new`,
  keyLine: (visitId: Id, id: Id) => `/visits/${visitId}/key-lines/${id}`,
  withdrawKeyLine: (visitId: Id, id: Id) => `/visits/${visitId}/key-lines/${id}/withdrawal`,
  boardMeeting: (id: Id) => `/visits/boards/${id}`,
  newBoardDecision: (boardId: Id) => `/visits/boards/${boardId}/decisions/new`,
  boardDecision: (boardId: Id, id: Id) => `/visits/boards/${boardId}/decisions/${id}`,
  newChecklistItem: (visitId: Id) => `/visits/${visitId}/checklist/new`,
  checklistItem: (visitId: Id, id: Id) => `/visits/${visitId}/checklist/${id}`,
  checklistItemDone: (visitId: Id, id: Id) => `/visits/${visitId}/checklist/${id}/done`,

  readiness: () => '/readiness',
  readinessArea: (area: string) => `/readiness/${area}`,

  /** show: one direction in full; after: how many of it were shown already */
  compare: (days: { from?: string; to?: string; show?: string; after?: number } = {}) =>
    withQuery('/compare', { ...days, after: days.after?.toString() }),

  offer: (id: Id) => `/offers/${id}`,
  handOver: (personId: Id, toId?: Id) =>
    withQuery(`/people/${personId}/hand-over`, { to: toId?.toString() }),
  away: (personId: Id) => `/people/${personId}/away`,
  absenceEnd: (id: Id) => `/absences/${id}/end`,

  adminPeople: () => '/admin/people',
  adminInvite: () => '/admin/people/new',
  adminPerson: (id: Id) => `/admin/people/${id}`,
  adminNewInvitation: (id: Id) => `/admin/people/${id}/invitation`,
  adminContributions: (id: Id) => `/admin/people/${id}/contributions`,
  adminContributionsFile: (id: Id, takenId: Id) => `/admin/people/${id}/contributions/${takenId}`,
  adminSuspend: (id: Id) => `/admin/people/${id}/suspension`,
  adminEndSuspension: (id: Id) => `/admin/people/${id}/suspension/end`,
  adminProposal: (id: Id) => `/admin/proposals/${id}`,
  adminTeams: () => '/admin/teams',
  adminTeam: (id: Id) => `/admin/teams/${id}`,
  adminRetention: () => '/admin/ratings/retention',
  adminRatings: () => '/admin/ratings',
  adminBragTable: () => '/admin/ratings/table',
  adminDueDateLimits: () => '/admin/ratings/dates',
  adminShelfLives: () => '/admin/ratings/shelf-lives',
  adminIdentifiers: () => '/admin/ratings/identifiers',
  adminAudit: (filter: { person?: string; kind?: string; before?: string } = {}) =>
    withQuery('/admin/audit', filter),

  accessibility: () => '/accessibility',
  privacy: () => '/privacy',
  health: () => '/healthz',
  ready: () => '/readyz',
} as const

/** The pages that can be seen as at a past day, by ?on=2025-09-30 at the end of their address. */
const pagesOfADay = [
  /^\/readiness(\/[a-z-]+)?$/,
  /^\/(recommendations|actions|inspections|visits|measures|evidence)(\/\d+)?$/,
  /^\/actions\/(timeline|lint|moves|owners|export)$/,
  /^\/inspections\/\d+\/(findings|source)$/,
  /^\/visits\/boards\/\d+$/,
]

export const takesADay = (pathname: string): boolean =>
  pagesOfADay.some((page) => page.test(pathname))

/** The address of the same page as at `day`, or as it is where that is undefined. */
export function onDay(address: string, day: string | undefined): string {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(address) ?? []
  const search = new URLSearchParams(query)
  search.delete('on')
  if (day !== undefined) search.append('on', day)
  return `${path}${search.size > 0 ? `?${search}` : ''}${hash}`
}

export type EvidenceLibraryFilter = {
  q?: string
  kind?: string
  state?: string
  gap?: string
  by?: string
  for?: string
  inspection?: string
  from?: string
  to?: string
  after?: string
}
