-- A version of a case type stays as it went live: cases were promised what stands in it.
CREATE OR REPLACE FUNCTION case_type_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of a case type stays as it went live';
END
$$;
CREATE OR REPLACE TRIGGER case_type_versions_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON case_type_versions
  FOR EACH STATEMENT EXECUTE FUNCTION case_type_version_stays();
