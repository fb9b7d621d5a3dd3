/**
 * What the database refuses, in the words a person reads. A rule in app/domain says the same before
 * it comes to this; these speak where a race or another writer let it through.
 */
export const constraintSentences: Record<string, string> = {
  // people and signing in
  teams_have_a_name: 'Give the team a name.',
  teams_name_is_used_once: 'There is a team of that name already.',
  teams_are_not_their_own_parent: 'A team cannot be part of itself.',
  teams_are_a_tree_without_circles:
    'That team stands below this one. Move it first, or choose another.',
  absences_run_forwards: 'The last day away cannot come before the first.',
  absences_have_somebody_else_as_deputy: 'Somebody else must stand in.',
  absences_end_within_their_days: 'These days away are over.',
  absences_end_by_somebody_at_a_moment: 'Somebody has already said so.',
  absences_of_one_person_do_not_overlap:
    'Somebody stands in on some of these days already. End that first, or choose other days.',
  people_have_a_name: 'Give the person’s name.',
  people_email_is_in_small_letters: 'Give an email address, such as name@example.gov.uk.',
  people_email_is_used_once: 'Somebody with that email address is here already.',
  person_roles_role_is_one_we_know: 'Choose a role from the list.',
  passwords_are_argon2id: 'The password could not be kept safely. Try again.',
  sessions_id_is_hashed: 'You could not be signed in. Try again.',
  sessions_end_for_good: 'You could not be signed in. Try again.',
  invitations_token_is_hashed: 'The invitation could not be made. Try again.',
  invitations_expire_after_they_are_sent: 'The invitation could not be made. Try again.',
  events_say_what_happened: 'The change could not be recorded, so it was not made.',
  events_are_never_changed: 'What happened is on record and cannot be changed.',
  the_past_is_never_changed: 'A past day is only looked at: nothing can be changed there.',
  // inspections
  frameworks_run_forwards: 'A framework cannot end before it begins.',
  framework_areas_position_is_used_once: 'Two areas of a framework cannot have the same place.',
  framework_grades_position_is_used_once: 'Two grades of a framework cannot have the same place.',
  blobs_are_named_by_their_sha256: 'The file could not be stored. Try again.',
  blobs_are_not_empty: 'The file is empty. Choose another.',
  report_sources_format_is_one_we_read: 'Waymark reads PDF, DOCX, HTML and plain text.',
  report_sources_have_pages: 'The report has no pages.',
  report_sources_are_never_changed: 'The report is kept as it came and cannot be changed.',
  report_imports_are_confirmed_or_discarded: 'Somebody has already dealt with this report.',
  inspections_kind_is_one_we_know: 'Choose the kind of inspection from the list.',
  inspections_name_the_council: 'Give the council’s name.',
  inspections_end_after_they_start: 'The inspection cannot end before it starts.',
  inspections_report_comes_after_the_visit:
    'The report cannot be received before the inspection ended.',
  inspections_come_from_one_import: 'This report is already in the plan.',
  inspections_of_a_kind_begin_once_a_day:
    'An inspection of this kind that began on this day is in the plan already.',
  inspections_and_frameworks_go_together: 'This report is already in the plan.',
  judgements_use_the_framework_of_the_inspection:
    'A judgement must belong to the framework of its inspection.',
  judgements_are_of_an_area_of_the_framework:
    'This framework has no such judgement area. Choose one from the list.',
  judgements_are_a_grade_of_the_framework:
    'This framework has no such grade. Choose one from the list.',
  inspection_duties_duty_is_one_we_know: 'Choose one of the dates on the page.',
  recommendations_kind_is_one_we_know: 'Choose the kind of recommendation from the list.',
  recommendations_have_words: 'A recommendation needs its words.',
  recommendations_wording_is_verbatim_or_reworded: 'Say whether the words are the report’s own.',
  recommendations_page_is_counted_from_one: 'Pages are counted from 1.',
  recommendations_position_is_used_once: 'Somebody has already added these recommendations.',
  recommendations_words_are_never_rewritten:
    'The words of a recommendation are the report’s own and are never rewritten.',
  findings_kind_is_one_we_know: 'Choose whether it is a strength or a concern.',
  findings_have_words: 'A finding needs its words.',
  findings_page_is_counted_from_one: 'Pages are counted from 1.',
  findings_position_is_used_once: 'Somebody has already added these findings.',
  findings_words_are_never_rewritten:
    'The words of a finding are the report’s own and are never rewritten.',
  recommendations_and_their_inspection_go_together:
    'Somebody has already added these recommendations.',
  progress_verdicts_verdict_is_one_we_know:
    'Choose what the letter says of progress from the list.',
  progress_verdicts_have_a_quote: 'A verdict needs the words of the letter.',
  progress_verdicts_page_is_counted_from_one: 'Pages are counted from 1.',
  progress_verdicts_know_who_told_the_recommendation:
    'This recommendation is not there any more. Choose another.',
  progress_verdicts_are_on_another_inspection:
    'A verdict is on a recommendation of an earlier inspection. Choose one from the list.',
  progress_verdicts_say_a_thing_once:
    'The letter’s verdict on this recommendation is kept already.',
  progress_verdicts_are_never_changed: 'What a visit said stays as it was said.',
  // what was told again
  repeat_decisions_verdict_is_one_we_know: 'Say whether it says the same again.',
  repeat_decisions_are_of_two_recommendations: 'A recommendation cannot repeat itself.',
  repeat_decisions_are_of_one_council:
    'Only what the same council was told can have been said again.',
  repeat_decisions_look_back: 'Choose a recommendation of an earlier inspection.',
  repeat_decisions_of_a_pair_are_made_once:
    'Somebody decided this while you were reading. Look at what they said first.',
  repeat_decisions_are_never_changed:
    'A decision stays as it was made. Take it back to open it again.',
  repeat_withdrawals_are_made_once: 'This has been taken back already.',
  repeat_withdrawals_are_never_changed: 'That a decision was taken back stays on record.',
  // actions
  actions_have_a_title: 'Say what will be done.',
  actions_keep_the_first_date_beside_the_present_one: 'An action keeps its first due date.',
  actions_are_due_after_they_start: 'An action cannot be due before it starts.',
  actions_original_due_date_is_never_rewritten: 'The first due date is never rewritten.',
  actions_due_date_moves_only_by_a_recorded_change:
    'A due date moves only by a recorded change with its reason.',
  hand_overs_have_a_note: 'Say what the new owner should know.',
  hand_overs_go_to_somebody_else: 'Choose somebody else to hand it over to.',
  hand_overs_and_their_people_go_together: 'This hand-over is already made.',
  hand_overs_are_never_changed: 'A hand-over is on record and stays as it was made.',
  offers_are_part_of_a_hand_over: 'This hand-over is no longer there.',
  offers_are_of_one_thing: 'Choose from the list what to hand over.',
  offers_name_a_thing_once: 'This is in the hand-over already.',
  offers_answer_is_one_we_know: 'Accept it or decline it.',
  offers_answer_has_its_moment: 'Accept it or decline it.',
  offers_are_answered_by_the_person_asked: 'Only the person who is asked can accept or decline.',
  offers_are_declined_with_a_reason: 'Say why you decline.',
  offers_one_open_for_a_thing: 'It is handed over to somebody already, who has not answered yet.',
  offers_once_answered_stay: 'Somebody has already answered this.',
  offers_are_never_removed: 'What was handed over is on record and stays.',
  offers_are_of_what_somebody_has: 'Somebody else has this now.',
  // until everything was offered, and not actions only
  offers_name_an_action_once: 'This is in the hand-over already.',
  offers_one_open_for_an_action: 'It is handed over to somebody already, who has not answered yet.',
  offers_are_of_what_somebody_owns: 'Somebody else has this now.',
  actions_are_not_owned_by_who_accepted_their_evidence:
    'Whoever accepted evidence of an action cannot come to own it: nobody assures their own work.',
  actions_are_not_owned_by_who_states_their_colour:
    'Whoever states another colour of an action does not own it. End that colour first.',
  actions_are_not_owned_by_who_signed_off_their_impact:
    'Whoever signed off the impact of an action cannot come to own it: nobody assures their own work.',
  milestones_have_a_title: 'Say what the milestone is.',
  due_date_changes_have_a_reason: 'Say why the date should move.',
  due_date_changes_move_the_date: 'Choose a date other than the present one.',
  due_date_changes_decision_is_one_we_know: 'Agree or refuse the new date.',
  due_date_changes_decision_has_its_moment: 'Agree or refuse the new date.',
  due_date_changes_are_decided_by_somebody: 'Agree or refuse the new date.',
  due_date_changes_need_agreement_where_a_rule_says_so:
    'This change of date waits for a leader’s agreement.',
  due_date_changes_not_agreed_by_the_person_who_asked:
    'Somebody other than the person who asked must agree the new date.',
  due_date_changes_refused_with_a_reason: 'Say why the new date is refused.',
  due_date_changes_of_an_old_plan_took_effect_there:
    'A date that was moved in the old plan took effect there: nobody is asked about it here.',
  due_date_changes_one_open_request_for_an_action:
    'A new date has been asked for already and waits for a leader’s agreement.',
  updates_delivery_is_one_we_know: 'Choose how the action stands from the list.',
  updates_confidence_is_one_we_know: 'Choose how sure you are from the list.',
  updates_have_words: 'Say how things stand.',
  updates_are_never_changed: 'An update stays as it was said. Add another to put it right.',
  impact_sign_offs_verdict_is_one_we_know: 'Choose what difference it made from the list.',
  impact_sign_offs_have_words: 'Say what you base this on.',
  impact_sign_offs_not_by_the_owner:
    'A leader who does not own the action must sign off its impact.',
  impact_sign_offs_are_never_changed:
    'A sign-off stays as it was given. Give another to change it.',
  // bringing in old plans
  bring_ins_have_a_name: 'The file needs a name.',
  bring_ins_are_confirmed_or_discarded: 'Somebody has already dealt with this old plan.',
  bring_ins_are_confirmed_by_somebody: 'Somebody has already dealt with this old plan.',
  bring_in_rows_state_is_one_we_know: 'The rows could not be judged. Try again.',
  bring_in_rows_are_set_aside_with_a_reason: 'Say why the row is set aside.',
  bring_in_values_kind_is_one_we_know: 'The rows could not be judged. Try again.',
  invitation_proposals_have_a_name: 'Give the person’s name.',
  invitation_proposals_email_is_in_small_letters:
    'Give an email address, such as name@example.gov.uk.',
  invitation_proposals_name_somebody_once: 'Somebody with that address is proposed already.',
  invitation_proposals_answer_is_one_we_know: 'Invite the person or decline.',
  invitation_proposals_are_answered_by_somebody_at_a_moment: 'Invite the person or decline.',
  invitation_proposals_that_invite_make_a_person: 'Invite the person or decline.',
  invitation_proposals_are_declined_with_a_reason: 'Say why you decline.',
  action_sources_one_action_from_a_row: 'Somebody has brought in these rows meanwhile.',
  action_sources_the_same_words_are_brought_in_once:
    'Somebody has brought in one of these rows meanwhile. Look at the rows again.',
  // evidence
  themes_have_a_name: 'Give the theme a name.',
  themes_name_is_used_once: 'There is a theme of that name already.',
  action_words_reach_is_one_we_know: 'The words of the action could not be kept. Try again.',
  past_word_days_reach_is_one_we_know: 'The words of that day could not be kept. Try again.',
  evidence_file_texts_are_not_endless: 'The file holds more text than can be kept for searching.',
  saved_views_have_a_name: 'Give the view a name.',
  saved_views_name_is_used_once_by_a_person: 'You have a view of that name already.',
  update_requests_are_due_after_they_are_asked: 'Choose today or a later day.',
  action_dependencies_not_on_itself: 'An action cannot wait for itself.',
  action_dependencies_have_no_circle: 'That action waits for this one already.',
  evidence_has_a_title: 'Give the evidence a short name.',
  evidence_kind_is_one_we_know: 'Choose the kind of evidence from the list.',
  evidence_period_runs_forwards: 'The period cannot end before it starts.',
  evidence_says_what_it_shows: 'Say what the evidence shows.',
  evidence_period_has_both_its_ends: 'Give the first and the last day that it covers.',
  evidence_follows_what_was_there_before: 'A version follows evidence that was there before it.',
  evidence_is_accepted_only_when_it_is_whole:
    'Evidence without its kind, its period or what it shows cannot be accepted.',
  evidence_stays_as_it_was_judged:
    'Evidence that was judged for good stays as it was. Add a new version of it.',
  evidence_is_not_linked_to_what_its_reviewer_owns:
    'Somebody other than the owner of the action must have accepted it.',
  evidence_reviews_strength_is_one_we_know:
    'Say whether it shows activity, output or a difference for children.',
  evidence_reviews_sample_is_counted: 'Give the size of the sample as a number from 1 to 100,000.',
  evidence_holds_say_why: 'Say why it must be kept.',
  evidence_holds_are_lifted_by_somebody: 'This hold has been lifted already.',
  evidence_holds_one_at_a_time: 'This evidence is on hold already.',
  evidence_deletions_say_why: 'Say why the evidence is to be deleted.',
  evidence_deletions_decision_is_one_we_know: 'Confirm the deletion or decline it.',
  evidence_deletions_are_decided_by_somebody: 'Somebody has decided about this deletion already.',
  evidence_deletions_take_two_people:
    'Somebody other than the person who proposed it must confirm a deletion.',
  evidence_deletions_one_open: 'Somebody has proposed to delete this evidence already.',
  evidence_deletions_once: 'This evidence is deleted already.',
  evidence_deletions_once_decided_stay: 'Somebody has decided about this deletion already.',
  evidence_deletions_are_never_removed: 'What was proposed stays on record.',
  evidence_deletions_not_while_it_is_held:
    'This evidence is on hold: it must be kept until the hold is lifted.',
  shelf_lives_say_why: 'Say why the shelf lives change.',
  shelf_lives_begin_one_at_a_time:
    'Other shelf lives were set at this very moment. Read them first.',
  shelf_lives_are_counted: 'Give each shelf life in months, from 1 to 36.',
  shelf_lives_are_never_changed: 'Shelf lives stay on record. Set others to change them.',
  identifier_settings_say_why: 'Say why it changes.',
  identifier_settings_begin_one_at_a_time:
    'Somebody else saved what is looked for at this very moment. Read it first.',
  identifier_settings_patterns_are_few:
    'Give at most 5 patterns, of # for a digit, @ for a letter, letters, digits and - / . _',
  identifier_settings_offices_are_postcodes: 'Give at most 50 postcodes, such as LS1 4AP.',
  identifier_settings_are_never_changed:
    'What was looked for stays on record. Save something else to change it.',
  retention_periods_say_why: 'Say why the periods change.',
  retention_periods_begin_one_at_a_time:
    'Other periods were set at this very moment. Read them first.',
  retention_periods_are_counted: 'Give each period in years, from 1 to 100.',
  retention_periods_are_never_changed: 'Periods stay on record. Set others to change them.',
  evidence_request_withdrawals_say_why: 'Say why it is no longer needed.',
  evidence_request_withdrawals_are_never_changed: 'This request has been taken back already.',
  evidence_request_refusals_say_why:
    'Say why you cannot bring it, so that somebody else can be asked.',
  evidence_request_refusals_are_never_changed: 'You have said already that you cannot bring it.',
  evidence_request_refusals_by_the_person_asked: 'Only the person who is asked can say this.',
  uploads_are_called_by_chance: 'The file could not be sent. Try again.',
  uploads_have_a_name: 'The file needs a name.',
  uploads_are_not_empty: 'The file is empty. Choose another.',
  uploads_are_recognised_when_they_are_kept: 'The file could not be stored. Try again.',
  virus_checks_are_of_a_sha256: 'The file could not be stored. Try again.',
  virus_checks_outcome_is_one_we_know: 'The file could not be checked for viruses. Try again.',
  virus_checks_outcome_has_its_moment: 'The file could not be checked for viruses. Try again.',
  virus_checks_infected_say_what_was_found: 'The file could not be checked for viruses. Try again.',
  blob_checks_trouble_is_one_we_know: 'The store of files could not be checked. Try again.',
  blob_checks_blob_sha256_fkey: 'The file is not in the store any more.',
  evidence_link_is_a_web_address: 'A link must begin with https:// or http://.',
  evidence_and_who_added_it_go_together: 'This evidence is already in the plan.',
  evidence_files_have_a_name: 'The file needs a name.',
  evidence_file_searches_rules_are_counted: 'The file could not be searched. Try again.',
  evidence_file_holds_reason_is_one_we_know: 'The file could not be held. Try again.',
  evidence_file_holds_say_what_was_found: 'The file could not be held. Try again.',
  evidence_file_holds_say_what_could_not_be_searched: 'The file could not be held. Try again.',
  evidence_file_holds_outcome_is_one_we_know: 'Remove the file, replace it, or say what it is.',
  evidence_file_holds_outcome_has_its_moment: 'This file has been answered for already.',
  evidence_file_holds_are_released_by_a_statement: 'Say why it tells nobody who a child is.',
  evidence_files_are_held_once_at_a_time: 'This file is held already.',
  evidence_file_held_texts_are_not_endless:
    'The file holds more text than can be kept for searching.',
  file_tombstones_say_why: 'Say why the file is destroyed.',
  file_tombstones_name_what_was_destroyed: 'The file could not be destroyed. Try again.',
  file_tombstones_are_agreed_by_somebody_else: 'Somebody else must agree to it.',
  file_tombstones_are_never_changed: 'That a file was destroyed stays on record.',
  evidence_files_taken_out_is_one_we_know: 'The file could not be kept. Try again.',
  evidence_files_replace_what_was_there_before: 'A file stands in the place of an earlier one.',
  evidence_files_without_bytes_have_a_tombstone: 'A file is destroyed with a tombstone, for good.',
  evidence_with_a_held_file_is_not_accepted:
    'Nobody but its author has seen one of its files: it is held until she has answered for it.',
  evidence_reviews_are_of_evidence: 'This evidence is no longer there.',
  evidence_reviews_verdict_is_one_we_know: 'Accept the evidence, return it or reject it.',
  evidence_reviews_returned_with_a_reason: 'Say why the evidence is returned or rejected.',
  evidence_reviews_accepted_say_how_much_it_shows:
    'Say whether it shows activity, output or a difference for children.',
  evidence_reviews_not_by_the_person_who_added_it:
    'Somebody other than the person who added the evidence must judge it.',
  evidence_reviews_are_never_changed: 'A judgement of evidence stays as it was given.',
  evidence_requests_say_what_is_asked: 'Say what evidence you are asking for.',
  evidence_requests_answer_has_its_moment: 'This request has been answered already.',
  // ratings
  brag_tables_say_why: 'Say why the table changes.',
  brag_tables_begin_one_at_a_time: 'Another table was saved at this very moment. Read it first.',
  brag_tables_are_never_changed: 'A table of colours stays on record. Save another to change it.',
  brag_tables_end_with_a_row_that_catches_all:
    'The last row must catch all that no row before it fits.',
  brag_rows_colour_is_one_we_know: 'Choose the colour from the list.',
  brag_rows_name_at_least_one: 'A condition of a row names at least one rating.',
  brag_rows_ratings_are_ones_we_know: 'Choose the ratings from the list.',
  brag_rows_days_are_counted_from_none: 'Days late are counted from 0.',
  brag_rows_are_never_changed: 'A table of colours stays on record. Save another to change it.',
  brag_overrides_colour_is_one_we_know: 'Choose the colour from the list.',
  brag_overrides_have_a_reason: 'Say why the table is wrong about this action.',
  brag_overrides_end: 'A stated colour ends on a day ahead, within three months.',
  brag_overrides_ended_by_somebody: 'This stated colour has ended already.',
  brag_overrides_ended_after_they_began: 'A stated colour cannot end before it began.',
  brag_overrides_not_by_the_owner: 'Somebody other than the owner must state another colour.',
  brag_overrides_end_for_a_reason_when_they_end: 'This stated colour runs still.',
  brag_overrides_one_at_a_time: 'Another colour is stated for this action already.',
  due_date_limits_say_why: 'Say why the limits change.',
  due_date_limits_begin_one_at_a_time:
    'Other limits were set at this very moment. Read them first.',
  due_date_limits_are_counted: 'Give limits within the ranges on the page.',
  due_date_limits_are_never_changed: 'Limits stay on record. Set others to change them.',
  // visits
  board_meetings_have_a_name: 'Give the meeting a name.',
  board_meetings_are_held_once_a_day: 'This meeting is in the plan already.',
  visits_kind_is_one_we_know: 'Choose the kind of visit from the list.',
  visits_window_runs_forwards: 'The visit cannot end before it starts.',
  visits_end_after_they_start: 'The visit cannot end before it starts.',
  visits_are_held_from_a_day_to_a_day: 'Give the first and the last day of the visit.',
  visits_come_after_their_inspection: 'A visit comes after its inspection. Choose a later date.',
  checklist_items_say_what_is_to_be_ready: 'Say what is to be made ready.',
  checklist_completions_are_said_once: 'Somebody has already said that this is done.',
  checklist_completions_are_never_changed:
    'That it was done stays on record. Take it back instead.',
  checklist_reopenings_are_made_once: 'This has been taken back already.',
  checklist_reopenings_are_never_changed: 'That it was taken back stays on record.',
  board_decisions_have_words: 'Say what was decided.',
  board_decisions_are_about_one_thing_at_most: 'Name an action or a recommendation, not both.',
  board_decision_endings_are_said_once: 'Somebody has already said how this ended.',
  board_decision_endings_are_done_or_withdrawn: 'Say whether it is done or withdrawn.',
  board_decision_endings_withdrawn_with_a_reason: 'Say why the decision is withdrawn.',
  board_decision_endings_are_never_changed: 'How a decision ended stays on record.',
  key_line_wordings_follow_one_another:
    'Somebody else wrote this key line while you were typing. Look, and save again.',
  key_line_wordings_have_a_question: 'Write the question.',
  key_line_wordings_are_never_changed: 'What was written stays on record. Write it anew.',
  key_line_evidence_belongs_to_a_wording: 'This key line of enquiry is no longer there.',
  key_line_actions_belong_to_a_wording: 'This key line of enquiry is no longer there.',
  key_line_withdrawals_are_made_once: 'This key line of enquiry has been taken away already.',
  key_line_withdrawals_are_never_changed: 'That it was taken away stays on record.',
  visit_letter_imports_are_of_one_visit: 'This letter is being read for a visit already.',
  visit_letters_are_one_of_a_visit: 'This visit has its letter already.',
  visit_letters_are_of_one_visit: 'This is the letter of another visit already.',
  visit_letters_are_never_changed: 'Which letter is of which visit stays on record.',
  visit_closings_are_made_once: 'This visit is closed already.',
  visit_closings_rest_on_a_letter_or_on_words: 'Say what inspectors said.',
  visit_closings_are_never_changed: 'That a visit was closed stays on record.',
  // measures
  measures_have_a_title: 'Give the measure a name.',
  measures_have_a_definition: 'Say what exactly is counted.',
  measures_unit_is_one_we_know: 'Choose the unit from the list.',
  measures_period_is_one_we_know: 'Choose the periods from the list.',
  measures_better_is_one_we_know: 'Choose which direction is better.',
  measures_go_with_their_unit_and_period: 'This measure is in the plan already.',
  measures_title_is_used_once: 'There is a measure of that name already.',
  measure_points_one_of_each_revision:
    'Somebody has recorded a figure for this period meanwhile. Look at it, and correct it if it is wrong.',
  measure_points_keep_the_unit_and_period:
    'The unit and the periods of a measure stay as they are once it has figures.',
  measure_points_begin_with_their_period: 'A figure belongs to a whole week, month or quarter.',
  measure_points_are_of_periods_past: 'A period can have its figure only when it is over.',
  measure_points_corrected_with_a_reason: 'Say why the figure is corrected.',
  measure_points_begin_with_a_figure: 'There is no figure to take away.',
  measure_points_fit_their_unit:
    'A figure cannot be below 0, and a percentage lies between 0 and 100.',
  measure_points_counts_are_whole: 'A count is one whole number.',
  measure_points_parts_come_together: 'Give the numerator and the denominator, or neither.',
  measure_points_denominator_is_above_zero: 'The denominator must be more than 0.',
  measure_points_follow_from_their_parts:
    'The figure does not follow from its numerator and denominator.',
  measure_points_are_never_changed:
    'A figure stays as it was recorded. Correct it, and both are kept.',
  measure_notes_have_words: 'Say what happened.',
  measure_targets_one_from_a_day: 'Somebody has set a target from this day meanwhile.',
  measure_targets_fit_their_unit: 'Give a target that a figure can reach.',
  measure_comparators_kind_is_one_we_know: 'Choose whom to compare with from the list.',
  measure_comparators_name_their_year: 'Give the year, such as 2024-25.',
  measure_comparators_name_their_source: 'Say where the figure was published.',
  measure_comparators_fit_their_unit: 'Give a figure that this measure could have.',
  measure_comparators_one_of_a_kind_and_year:
    'Somebody has given this comparison for the year meanwhile.',
  measure_baselines_one_from_a_period: 'The limits begin anew from this period already.',
  measure_baselines_have_a_reason: 'Say why the limits begin anew.',
  measure_baselines_are_never_changed: 'A decision on the limits stays as it was made.',
  measure_links_are_to_one_thing: 'A measure is linked to an action or to a recommendation.',
  measure_links_are_made_once: 'The measure is linked to this already.',
}

/** The sentence for an error that Postgres raised on one of our constraints, otherwise undefined. */
export function sentenceFor(error: unknown): string | undefined {
  const name = (error as { constraint?: unknown } | null)?.constraint
  return typeof name === 'string' ? constraintSentences[name] : undefined
}
