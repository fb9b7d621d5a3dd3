-- An old plan also names teams, themes, those who contribute, milestones and the day of delivery: words of
-- these that are not clear are asked about as an owner or a due date is.
alter table bring_in_values
  drop constraint bring_in_values_kind_is_one_we_know,
  add constraint bring_in_values_kind_is_one_we_know
    check (kind in ('status', 'owner', 'contributor', 'team', 'theme', 'recommendation',
                    'due', 'start', 'delivered', 'milestone'));
