-- The journal only grows: the database itself refuses a change.
DROP TRIGGER IF EXISTS journal_entries_no_update;
CREATE TRIGGER journal_entries_no_update BEFORE UPDATE ON journal_entries BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
DROP TRIGGER IF EXISTS journal_entries_no_delete;
CREATE TRIGGER journal_entries_no_delete BEFORE DELETE ON journal_entries BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
DROP TRIGGER IF EXISTS journal_seals_no_update;
CREATE TRIGGER journal_seals_no_update BEFORE UPDATE ON journal_seals BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
DROP TRIGGER IF EXISTS journal_seals_no_delete;
CREATE TRIGGER journal_seals_no_delete BEFORE DELETE ON journal_seals BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
-- The index by which a timeline is read: without its row an entry would stand on nobody's.
DROP TRIGGER IF EXISTS journal_subjects_no_update;
CREATE TRIGGER journal_subjects_no_update BEFORE UPDATE ON journal_subjects BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
DROP TRIGGER IF EXISTS journal_subjects_no_delete;
CREATE TRIGGER journal_subjects_no_delete BEFORE DELETE ON journal_subjects BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
