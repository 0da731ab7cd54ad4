-- A version of a case type stays as it went live: cases were promised what stands in it.
DROP TRIGGER IF EXISTS case_type_versions_no_update;
CREATE TRIGGER case_type_versions_no_update BEFORE UPDATE ON case_type_versions BEGIN SELECT RAISE(ABORT, 'a version of a case type stays as it went live'); END;
DROP TRIGGER IF EXISTS case_type_versions_no_delete;
CREATE TRIGGER case_type_versions_no_delete BEFORE DELETE ON case_type_versions BEGIN SELECT RAISE(ABORT, 'a version of a case type stays as it went live'); END;
