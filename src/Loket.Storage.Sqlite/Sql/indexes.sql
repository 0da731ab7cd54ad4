-- Indexes on parts of a value that the model holds as one thing. Most cases have no object: those would be the longest part of its index, and nobody looks there.
CREATE INDEX IF NOT EXISTS ix_cases_asset ON cases (place_asset, last_contact_at) WHERE place_asset IS NOT NULL;
CREATE INDEX IF NOT EXISTS ix_cases_area ON cases (place_area, last_contact_at) WHERE status <> 'Closed';
CREATE INDEX IF NOT EXISTS ix_cases_area_list ON cases (place_area, sort_at, id) WHERE status <> 'Closed';
CREATE INDEX IF NOT EXISTS ix_cases_area_category ON cases (place_area, category, last_contact_at) WHERE status <> 'Closed';
CREATE INDEX IF NOT EXISTS ix_cases_street ON cases (place_address, last_contact_at) WHERE status <> 'Closed' AND place_address IS NOT NULL;
