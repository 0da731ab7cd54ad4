-- The journal only grows: the database itself refuses a change.
CREATE OR REPLACE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only';
END
$$;
CREATE OR REPLACE TRIGGER journal_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entries
  FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
CREATE OR REPLACE TRIGGER journal_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_seals
  FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
-- The index by which a timeline is read: without its row an entry would stand on nobody's.
CREATE OR REPLACE TRIGGER journal_subjects_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_subjects
  FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
