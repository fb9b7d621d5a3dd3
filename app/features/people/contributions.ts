/**
 * What of one person is in the export of what they wrote and did: every column that names a person, by
 * table. A column that is not here fails contributions.test.ts, so that a new table cannot be forgotten.
 */

/** Rows of a table in which the person has a hand. */
export interface Given {
  title: string
  /** what they did, for each column that names them */
  hands: Readonly<Record<string, string>>
  /** columns that tell of others, or hold what is only for the machine; the people of a row are never told */
  without?: readonly string[]
}

export interface LeftOut {
  leftOut: string
  hands: readonly string[]
}

export const contributions: Readonly<Record<string, Given | LeftOut>> = {
  people: { title: 'Their account', hands: { id: 'it is theirs' } },
  person_roles: { title: 'Their roles', hands: { person_id: 'it is theirs' } },
  absences: {
    title: 'Absences',
    hands: {
      person_id: 'was away',
      deputy_id: 'stood in',
      set_by_id: 'wrote it down',
      back_said_by_id: 'said that it ended',
    },
  },
  actions: {
    title: 'Actions',
    hands: { owner_id: 'owns it', created_by_id: 'added it' },
  },
  action_contributors: { title: 'Parts in actions', hands: { person_id: 'contributes' } },
  action_dependencies: { title: 'What actions need', hands: { added_by_id: 'said so' } },
  action_findings: { title: 'Findings that actions rest on', hands: { cited_by_id: 'cited it' } },
  updates: { title: 'Updates', hands: { author_id: 'wrote it' } },
  update_requests: {
    title: 'Requests for an update',
    hands: { asked_of_id: 'was asked', asked_by_id: 'asked' },
  },
  due_date_changes: {
    title: 'New due dates',
    hands: { asked_by_id: 'asked for it', decided_by_id: 'decided about it' },
  },
  brag_overrides: {
    title: 'Stated colours',
    hands: {
      owner_id: 'owned the action',
      stated_by_id: 'stated it',
      ended_by_id: 'ended it',
    },
  },
  impact_sign_offs: {
    title: 'Impact signed off',
    hands: { owner_id: 'owned the action', signed_by_id: 'signed it' },
  },
  hand_overs: {
    title: 'Hand-overs',
    hands: { from_id: 'handed over', to_id: 'was to take over', made_by_id: 'made it' },
  },
  offers: {
    title: 'What was handed over',
    hands: {
      from_id: 'had it',
      to_id: 'was to take it',
      answered_by_id: 'answered',
    },
  },
  evidence: { title: 'Evidence', hands: { added_by_id: 'added it' } },
  evidence_reviews: { title: 'Judgements of evidence', hands: { reviewer_id: 'judged it' } },
  evidence_requests: {
    title: 'Requests for evidence',
    hands: {
      asked_of_id: 'was asked',
      asked_by_id: 'asked',
      reviewer_id: 'is to judge the answer',
    },
  },
  evidence_request_refusals: {
    title: 'Requests that could not be met',
    hands: { refused_by_id: 'could not bring it' },
  },
  evidence_request_withdrawals: {
    title: 'Requests taken back',
    hands: { withdrawn_by_id: 'took it back' },
  },
  evidence_file_holds: {
    title: 'What was said of held files',
    hands: { ended_by_id: 'answered for it' },
    without: ['found', 'unsearched'],
  },
  evidence_holds: {
    title: 'Evidence on hold',
    hands: { placed_by_id: 'placed the hold', lifted_by_id: 'lifted it' },
  },
  evidence_deletions: {
    title: 'Deletions of evidence',
    hands: { proposed_by_id: 'proposed it', decided_by_id: 'decided about it' },
  },
  file_tombstones: {
    title: 'Files destroyed',
    hands: { destroyed_by_id: 'destroyed it', agreed_by_id: 'agreed' },
  },
  measures: { title: 'Measures', hands: { owner_id: 'owns it', created_by_id: 'added it' } },
  measure_points: { title: 'Figures', hands: { entered_by_id: 'recorded it' } },
  measure_notes: { title: 'Notes on measures', hands: { written_by_id: 'wrote it' } },
  measure_targets: { title: 'Targets', hands: { set_by_id: 'set it' } },
  measure_comparators: { title: 'Comparisons', hands: { given_by_id: 'gave it' } },
  measure_baselines: { title: 'Limits begun anew', hands: { decided_by_id: 'decided it' } },
  visits: { title: 'Visits', hands: { planned_by_id: 'planned it' }, without: ['lead_inspector'] },
  visit_closings: { title: 'Visits closed', hands: { closed_by_id: 'closed it' } },
  visit_letters: { title: 'Letters of visits', hands: { linked_by_id: 'added it' } },
  checklist_items: {
    title: 'Checklists',
    hands: { owner_id: 'is to see to it', added_by_id: 'added it' },
  },
  checklist_completions: { title: 'Done on checklists', hands: { done_by_id: 'said so' } },
  checklist_reopenings: {
    title: 'Not done after all on checklists',
    hands: { taken_back_by_id: 'said so' },
  },
  key_lines: { title: 'Key lines of enquiry', hands: { added_by_id: 'added it' } },
  key_line_wordings: { title: 'Words of key lines', hands: { written_by_id: 'wrote it' } },
  key_line_withdrawals: {
    title: 'Key lines taken away',
    hands: { withdrawn_by_id: 'took it away' },
  },
  board_meetings: { title: 'Board meetings', hands: { added_by_id: 'added it' } },
  board_decisions: {
    title: 'Decisions of the board',
    hands: { owner_id: 'is to see to it', written_by_id: 'wrote it down' },
  },
  board_decision_endings: {
    title: 'Ends of decisions of the board',
    hands: { ended_by_id: 'said so' },
  },
  inspections: {
    title: 'Inspections',
    hands: { confirmed_by_id: 'confirmed the report' },
    without: ['lead_inspector'],
  },
  progress_verdicts: {
    title: 'What visits said of recommendations',
    hands: { confirmed_by_id: 'confirmed it' },
  },
  repeat_decisions: { title: 'What was told again', hands: { decided_by_id: 'decided it' } },
  repeat_withdrawals: {
    title: 'Decisions about what was told again taken back',
    hands: { withdrawn_by_id: 'took it back' },
  },
  report_sources: {
    title: 'Reports added',
    hands: { added_by_id: 'added it' },
    without: ['lines', 'page_sizes'],
  },
  report_imports: {
    title: 'Reports read',
    hands: { started_by_id: 'began it' },
    without: ['reading', 'draft'],
  },
  bring_ins: {
    title: 'Old plans brought in',
    hands: { started_by_id: 'began it', confirmed_by_id: 'confirmed it' },
    without: ['tables', 'draft'],
  },
  invitation_proposals: {
    title: 'Proposed invitations',
    hands: {
      proposed_by_id: 'proposed it',
      answered_by_id: 'answered it',
      person_id: 'was invited',
    },
    without: ['name', 'email'],
  },
  invitations: {
    title: 'Invitations',
    hands: { person_id: 'was invited', invited_by_id: 'invited somebody' },
    without: ['token_hash'],
  },
  saved_views: { title: 'Saved views', hands: { person_id: 'saved it' } },
  brag_tables: { title: 'Tables of colours', hands: { saved_by_id: 'saved it' } },
  due_date_limits: { title: 'Limits of new dates', hands: { saved_by_id: 'set them' } },
  shelf_lives: { title: 'Shelf lives of evidence', hands: { saved_by_id: 'set them' } },
  retention_periods: { title: 'How long evidence is kept', hands: { saved_by_id: 'set it' } },
  identifier_settings: {
    title: 'Identifiers that are looked for',
    hands: { saved_by_id: 'set it' },
  },
  // with what others wrote beside it, an event could tell of them; the words themselves are in the other files
  events: {
    title: 'The audit trail, sign-ins too',
    hands: { actor_id: 'did it' },
    without: ['before', 'after'],
  },
  passwords: { leftOut: 'A secret, kept only as a hash.', hands: ['person_id'] },
  sessions: {
    leftOut: 'Secrets, kept only as hashes; when somebody signed in is in the audit trail.',
    hands: ['person_id'],
  },
  uploads: {
    leftOut: 'Files on their way, which are gone within a day unless they became evidence.',
    hands: ['person_id'],
  },
}
