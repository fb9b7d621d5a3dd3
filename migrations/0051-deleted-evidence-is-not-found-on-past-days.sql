-- What two people agreed to delete is forgotten when the second says so, and not when the first proposes it:
-- a note or a link has no file whose words would go with it, and what was laid down for a past day since the
-- proposal would still lead to the action by it.
drop trigger past_words_follow_what_is_deleted on evidence_deletions;
create trigger past_words_follow_what_is_deleted after update of decision on evidence_deletions
  for each row when (new.decision = 'confirmed') execute function forget_past_words();
-- What was confirmed since words were laid down is among them still; they are laid down again when they are asked for.
delete from past_word_days;
