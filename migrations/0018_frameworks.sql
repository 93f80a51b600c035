-- What centres are measured against: frameworks of norms, each version as one text that never changes, and what a norm of one says of a norm of
-- another. They belong to no centre: everybody who is signed in may read them, the installation writes them. An assessment names a framework and
-- its version, and so keeps its text for as long as it exists.
CREATE TABLE framework (
  id uuid PRIMARY KEY,
  framework_id text NOT NULL,
  framework_version text NOT NULL,
  origin text NOT NULL CHECK (origin IN ('library', 'import')),
  format text NOT NULL,
  title jsonb NOT NULL,
  languages text[] NOT NULL CHECK (cardinality(languages) > 0),
  norms int NOT NULL CHECK (norms > 0),
  content jsonb NOT NULL,
  content_hash bytea NOT NULL,
  imported_by uuid REFERENCES account,
  imported_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  UNIQUE (framework_id, framework_version)
);
CREATE INDEX framework_imported_by ON framework (imported_by);

-- One for each direction between two frameworks; the library's follow the library, so that a better one reaches every centre.
CREATE TABLE framework_mapping (
  id uuid PRIMARY KEY,
  from_framework text NOT NULL,
  to_framework text NOT NULL CHECK (to_framework <> from_framework),
  origin text NOT NULL CHECK (origin IN ('library', 'import')),
  relations int NOT NULL CHECK (relations > 0),
  content jsonb NOT NULL,
  content_hash bytea NOT NULL,
  imported_by uuid REFERENCES account,
  imported_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  UNIQUE (from_framework, to_framework)
);
CREATE INDEX framework_mapping_imported_by ON framework_mapping (imported_by);

ALTER TABLE framework ENABLE ROW LEVEL SECURITY;
ALTER TABLE framework_mapping ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody ON framework FOR SELECT USING (cardinality((SELECT scope())::uuid[]) > 0);
CREATE POLICY installation ON framework USING (installation() = ANY ((SELECT scope())::uuid[]));
CREATE POLICY everybody ON framework_mapping FOR SELECT USING (cardinality((SELECT scope())::uuid[]) > 0);
CREATE POLICY installation ON framework_mapping USING (installation() = ANY ((SELECT scope())::uuid[]));
GRANT SELECT, INSERT, DELETE ON framework TO beffroi_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON framework_mapping TO beffroi_app;
-- The text itself is thousands of norms: the trail keeps its hash.
CALL audited('framework', 'ordinary', 'content');
CALL audited('framework_mapping', 'ordinary', 'content');

CREATE FUNCTION framework_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of a framework never changes: its text is what assessments were made against' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER stays BEFORE UPDATE ON framework FOR EACH ROW EXECUTE FUNCTION framework_stays();
