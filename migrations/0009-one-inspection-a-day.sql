-- The same report, brought twice and confirmed twice at once, is still one inspection.
alter table inspections
  add constraint inspections_of_a_kind_begin_once_a_day unique (kind, council, inspected_from);
