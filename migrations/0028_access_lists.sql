-- Profiles of functions, what should not be held together, and the frozen versions of the list of access rights (POL 1.4).
CREATE TABLE access_profile (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  -- The functions, as contracts name them; none: whoever works in the service.
  functions text[] NOT NULL DEFAULT '{}',
  -- Of one service, or of any.
  service_id uuid,
  -- Its entry in library/access/profiles.yaml, where it came from there.
  library_id text,
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, name),
  CHECK (cardinality(functions) > 0 OR service_id IS NOT NULL),
  FOREIGN KEY (organization_id, service_id) REFERENCES service
);
CALL protect('access_profile');

CREATE TABLE access_profile_right (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  profile_id uuid NOT NULL,
  resource_id uuid NOT NULL,
  level text NOT NULL CHECK (level IN ('hold', 'read', 'write', 'validate', 'administer')),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, profile_id, resource_id),
  FOREIGN KEY (organization_id, profile_id) REFERENCES access_profile ON DELETE CASCADE,
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource ON DELETE CASCADE
);
CREATE INDEX access_profile_right_resource ON access_profile_right (organization_id, resource_id);
CALL protect('access_profile_right');

-- What a centre says of segregation: a rule of library/access/segregation.yaml that it set aside, or a pair of its own.
CREATE TABLE access_segregation (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  -- The rule of the library that does not count here.
  library_id text,
  -- Or a pair of its own: at least these levels on both are not held by one person.
  first_resource_id uuid,
  first_level text CHECK (first_level IN ('hold', 'read', 'write', 'validate', 'administer')),
  second_resource_id uuid,
  second_level text CHECK (second_level IN ('hold', 'read', 'write', 'validate', 'administer')),
  reason text NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, library_id),
  UNIQUE (organization_id, first_resource_id, first_level, second_resource_id, second_level),
  CHECK ((library_id IS NULL) = (first_resource_id IS NOT NULL AND first_level IS NOT NULL AND second_resource_id IS NOT NULL AND second_level IS NOT NULL)),
  FOREIGN KEY (organization_id, first_resource_id) REFERENCES resource ON DELETE CASCADE,
  FOREIGN KEY (organization_id, second_resource_id) REFERENCES resource ON DELETE CASCADE
);
CALL protect('access_segregation');

-- The list as it was on a day: kept whole, with the documents that were drawn of it.
CREATE TABLE access_list (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  number int NOT NULL,
  "on" date NOT NULL,
  -- demand, review.
  reason text NOT NULL CHECK (reason IN ('demand', 'review')),
  note text,
  language text NOT NULL,
  people int NOT NULL,
  resources int NOT NULL,
  rights int NOT NULL,
  content jsonb NOT NULL,
  model jsonb NOT NULL,
  content_hash text NOT NULL,
  audit_head text,
  pdf_file_id uuid NOT NULL,
  docx_file_id uuid NOT NULL,
  xlsx_file_id uuid NOT NULL,
  frozen_at timestamptz NOT NULL,
  frozen_by uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, number),
  FOREIGN KEY (organization_id, pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, docx_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, xlsx_file_id) REFERENCES file
);
CREATE INDEX access_list_on ON access_list (organization_id, "on" DESC, number DESC);
CALL protect('access_list', left_out => 'model,content');

CREATE FUNCTION access_list_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Whose a row is, the policy of the table guards.
  IF TG_OP = 'UPDATE' AND NEW.organization_id <> OLD.organization_id THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a frozen list does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER access_list_frozen BEFORE UPDATE OR DELETE ON access_list FOR EACH ROW EXECUTE FUNCTION access_list_frozen();
