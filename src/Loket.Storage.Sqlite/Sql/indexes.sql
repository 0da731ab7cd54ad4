-- Indexes on parts of a value that the model holds as one thing.
CREATE INDEX IF NOT EXISTS ix_cases_asset ON cases (place_asset, last_contact_at);
CREATE INDEX IF NOT EXISTS ix_cases_area ON cases (place_area, last_contact_at) WHERE status <> 'Closed';
