-- Accounts and sessions: global, used by better-auth through the server's role. Secrets stay out of the trail.
CREATE TABLE account (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  language text NOT NULL DEFAULT 'fr',
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1
);
CREATE TABLE credential (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  issuer text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX credential_user ON credential (user_id);
CREATE TABLE session (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  token text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX session_user_id ON session (user_id);
CREATE TABLE verification (
  id uuid PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX verification_identifier ON verification (identifier);
-- Failed sign-ins by e-mail address (hashed) and by origin, so that any node slows and locks alike; purged after a day.
CREATE TABLE sign_in_attempt (key text PRIMARY KEY, failures int NOT NULL, last_at timestamptz NOT NULL, locked_until timestamptz);
-- One-time links (set-up), stored hashed.
CREATE TABLE one_time_link (id uuid PRIMARY KEY, purpose text NOT NULL, token_hash bytea NOT NULL UNIQUE, created_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, used_at timestamptz);
GRANT SELECT, INSERT, UPDATE, DELETE ON account, credential, session, verification, sign_in_attempt, one_time_link TO beffroi_app;
CALL audited('account', 'ordinary', 'image,updated_at');

-- Organizations -----------------------------------------------------------------------------------
CREATE TABLE organization (
  id uuid PRIMARY KEY,
  slug text NOT NULL UNIQUE,
  name jsonb NOT NULL,
  document_language text NOT NULL CHECK (document_language IN ('fr', 'nl', 'de')),
  nis_code text,
  enterprise_number text,
  municipality text NOT NULL,
  region text NOT NULL,
  population int,
  address jsonb,
  phone text,
  email text,
  federal_contact jsonb,
  profile jsonb NOT NULL DEFAULT '{}',
  facts jsonb NOT NULL DEFAULT '{}',
  search_text text NOT NULL,
  version int NOT NULL DEFAULT 1
);
CALL protect('organization', 'id');

CREATE TABLE pool (id uuid PRIMARY KEY, name text NOT NULL, form text NOT NULL, version int NOT NULL DEFAULT 1);
CREATE TABLE pool_membership (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  pool_id uuid NOT NULL REFERENCES pool,
  start date NOT NULL,
  "end" date CHECK ("end" >= start),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX pool_membership_pool ON pool_membership (pool_id);
CREATE UNIQUE INDEX pool_membership_open ON pool_membership (organization_id) WHERE "end" IS NULL;
CALL protect('pool_membership');
CALL audited('pool');
GRANT SELECT, INSERT, UPDATE, DELETE ON pool TO beffroi_app;
ALTER TABLE pool ENABLE ROW LEVEL SECURITY;
-- A pool is seen by its members; only the installation makes and changes pools.
CREATE POLICY members ON pool FOR SELECT USING (id IN (SELECT m.pool_id FROM pool_membership m) OR installation() = ANY ((SELECT scope())::uuid[]));
CREATE POLICY installation ON pool USING (installation() = ANY ((SELECT scope())::uuid[]));

-- Roles of the installation: they belong to no centre.
CREATE TABLE installation_role (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('administrator', 'federalSupervisor', 'poolCoordinator')),
  pool_id uuid REFERENCES pool,
  version int NOT NULL DEFAULT 1,
  UNIQUE (account_id, role, pool_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON installation_role TO beffroi_app;
CALL audited('installation_role');

-- People ------------------------------------------------------------------------------------------
CREATE TABLE person (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  last_name text NOT NULL,
  first_name text NOT NULL,
  kind text NOT NULL,
  reference text,
  title text,
  language text,
  email text,
  phone text,
  ssin text,
  employer text,
  note text,
  search_text text NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX person_name ON person (organization_id, last_name COLLATE names, first_name COLLATE names, id);
CREATE UNIQUE INDEX person_ssin ON person (organization_id, ssin);
CREATE UNIQUE INDEX person_reference ON person (organization_id, reference);
CALL protect('person');

CREATE TABLE service (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  parent_id uuid,
  head_id uuid,
  sees_personal_data boolean NOT NULL DEFAULT true,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, name),
  FOREIGN KEY (organization_id, parent_id) REFERENCES service,
  FOREIGN KEY (organization_id, head_id) REFERENCES person
);
CREATE INDEX service_head ON service (organization_id, head_id);
CALL protect('service');

CREATE TABLE contract (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  service_id uuid,
  kind text NOT NULL,
  function text NOT NULL,
  start date NOT NULL,
  "end" date CHECK ("end" >= start),
  weekly_hours int,
  suspensions jsonb NOT NULL DEFAULT '[]',
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, service_id) REFERENCES service
);
CREATE INDEX contract_person ON contract (organization_id, person_id, start);
CREATE INDEX contract_service ON contract (organization_id, service_id);
CALL protect('contract');

CREATE TABLE mandate (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  start date NOT NULL,
  "end" date CHECK ("end" >= start),
  decided_on date,
  decision_number text,
  federal_service_notified_on date,
  authority_notified_on date,
  weekly_hours int,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, person_id) REFERENCES person
);
CREATE INDEX mandate_person ON mandate (organization_id, person_id);
CREATE INDEX mandate_kind ON mandate (organization_id, kind, start);
CALL protect('mandate');

CREATE TABLE candidacy (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  function text NOT NULL,
  studies jsonb NOT NULL DEFAULT '[]',
  career jsonb NOT NULL DEFAULT '[]',
  outside_functions jsonb NOT NULL DEFAULT '[]',
  knowledge jsonb NOT NULL DEFAULT '{}',
  conditions jsonb NOT NULL DEFAULT '{}',
  weekly_hours int,
  sent_on date,
  outcome text NOT NULL,
  outcome_on date,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, person_id) REFERENCES person
);
CREATE INDEX candidacy_person ON candidacy (organization_id, person_id);
CALL protect('candidacy');

-- A link joins an account to a centre, and to its person there when there is one.
CREATE TABLE link (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  person_id uuid,
  granted_roles text[] NOT NULL DEFAULT '{}',
  start date NOT NULL,
  "end" date CHECK ("end" >= start),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, account_id),
  FOREIGN KEY (organization_id, person_id) REFERENCES person
);
CREATE INDEX link_account ON link (account_id);
CALL protect('link');

-- The roles of one account in each of its centres on a day: from its grants, the mandates of its person, the services
-- they head, their contracts. The one question asked before a scope is known, hence with the owner's rights.
CREATE FUNCTION account_roles(account uuid, today date) RETURNS TABLE (organization_id uuid, person_id uuid, roles text[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.organization_id, l.person_id, (
    SELECT COALESCE(array_agg(DISTINCT role), '{}') FROM (
      SELECT unnest(l.granted_roles) AS role
      UNION ALL SELECT m.kind FROM mandate m WHERE m.organization_id = l.organization_id AND m.person_id = l.person_id AND m.start <= today AND (m."end" IS NULL OR m."end" >= today)
      UNION ALL SELECT 'headOfService' FROM service s WHERE s.organization_id = l.organization_id AND s.head_id = l.person_id
      UNION ALL SELECT CASE WHEN c.kind = 'mission' THEN 'outsideFirm' ELSE 'staff' END FROM contract c
        WHERE c.organization_id = l.organization_id AND c.person_id = l.person_id AND c.start <= today AND (c."end" IS NULL OR c."end" >= today)
          AND NOT EXISTS (SELECT FROM jsonb_array_elements(c.suspensions) s WHERE (s ->> 'start')::date <= today AND (s ->> 'end' IS NULL OR (s ->> 'end')::date >= today))
    ) given)
  FROM link l WHERE l.account_id = account AND l.start <= today AND (l."end" IS NULL OR l."end" >= today)
$$;
REVOKE EXECUTE ON FUNCTION account_roles(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION account_roles(uuid, date) TO beffroi_app;

-- Files, tasks, documents ----------------------------------------------------------------------------
CREATE TABLE file (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  sha256 bytea NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size int NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX file_content ON file (organization_id, sha256);
CALL protect('file');
-- The bytes, once per centre whatever the number of names; not audited (the hash is, in `file`).
CREATE TABLE file_chunk (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  sha256 bytea NOT NULL,
  number int NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (organization_id, sha256, number)
);
ALTER TABLE file_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL, ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON file_chunk USING (organization_id = ANY ((SELECT scope())::uuid[]));
GRANT SELECT, INSERT, DELETE ON file_chunk TO beffroi_app;

-- Long work: its progress and its end; purged with its report after a year, not audited (what it changes is).
CREATE TABLE task (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  done int NOT NULL DEFAULT 0,
  total int,
  input jsonb NOT NULL DEFAULT '{}',
  result jsonb,
  account_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  PRIMARY KEY (organization_id, id)
);
ALTER TABLE task ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON task USING (organization_id = ANY ((SELECT scope())::uuid[]));
GRANT SELECT, INSERT, UPDATE, DELETE ON task TO beffroi_app;

CREATE TABLE document_version (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text NOT NULL,
  language text NOT NULL CHECK (language IN ('fr', 'nl', 'de')),
  number int NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'approved', 'superseded')),
  library_revision int NOT NULL,
  drafted_on date NOT NULL,
  decided_on date,
  decision_number text,
  approver text,
  approved_at timestamptz,
  approved_by uuid,
  content_hash text,
  model jsonb,
  audit_head text,
  pdf_file_id uuid,
  docx_file_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, kind, language, number),
  CHECK ((state = 'draft') = (content_hash IS NULL)),
  FOREIGN KEY (organization_id, pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, docx_file_id) REFERENCES file
);
CREATE UNIQUE INDEX document_version_draft ON document_version (organization_id, kind, language) WHERE state = 'draft';
CREATE UNIQUE INDEX document_version_in_force ON document_version (organization_id, kind, language) WHERE state = 'approved';
-- The content is covered by its hash, and kept whole in the frozen files.
CALL protect('document_version', left_out => 'model');
-- What is approved is frozen: only the passage to superseded may follow.
CREATE FUNCTION document_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NOT (OLD.state = 'approved' AND NEW.state = 'superseded' AND to_jsonb(NEW) - '{state,version}'::text[] = to_jsonb(OLD) - '{state,version}'::text[]) THEN
    RAISE EXCEPTION 'an approved document does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER document_frozen BEFORE UPDATE OR DELETE ON document_version FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION document_frozen();

CREATE TABLE document_verification (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  document_version_id uuid NOT NULL,
  verified_on date NOT NULL,
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, document_version_id) REFERENCES document_version
);
CREATE INDEX document_verification_version ON document_verification (organization_id, document_version_id);
CALL protect('document_verification');
