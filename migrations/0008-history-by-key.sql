-- The facts of an action on a past day are read by these keys, from today's rows and from history alike.
create index on history.actions (id);
create index on history.people (id);
create index on history.recommendations (id);
create index on history.action_recommendations (action_id);
create index on history.action_contributors (action_id);
create index on history.milestones (action_id);
create index on history.due_date_changes (action_id);
create index on history.evidence (id);
create index on history.evidence_actions (action_id);
create index on history.evidence_requests (action_id);
