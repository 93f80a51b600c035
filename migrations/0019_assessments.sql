-- The assessment of a centre against a framework for a year: its answers norm by norm, who answers them, what proves them, and its life from
-- opened to acknowledged (POL 7, MUT A).
CREATE TABLE assessment (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  framework text NOT NULL,
  framework_version text NOT NULL,
  -- The level of the framework that is asked of the centre, where it has levels.
  level text,
  year int NOT NULL CHECK (year BETWEEN 1990 AND 2199),
  state text NOT NULL DEFAULT 'opened' CHECK (state IN ('opened', 'prepared', 'validated', 'submitted', 'acknowledged')),
  opened_on date NOT NULL,
  closes_on date CHECK (closes_on >= opened_on),
  prepared_at timestamptz,
  prepared_by uuid,
  validated_at timestamptz,
  validated_by uuid,
  submitted_at timestamptz,
  submitted_by uuid,
  acknowledged_on date,
  acknowledged_by uuid,
  acknowledgement text,
  -- What its rows add up to, in all and by chapter, written with each of them: a picture of many centres reads one row of each.
  summary jsonb NOT NULL DEFAULT '{}',
  content_hash text,
  model jsonb,
  audit_head text,
  pdf_file_id uuid,
  docx_file_id uuid,
  xlsx_file_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, framework, year),
  FOREIGN KEY (framework, framework_version) REFERENCES framework (framework_id, framework_version),
  CHECK ((submitted_at IS NULL) = (state NOT IN ('submitted', 'acknowledged'))),
  CHECK ((acknowledged_on IS NULL) = (state <> 'acknowledged')),
  FOREIGN KEY (organization_id, pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, docx_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, xlsx_file_id) REFERENCES file
);
CREATE INDEX assessment_year ON assessment (organization_id, year, framework);
-- The content is covered by its hash, and kept whole in the frozen files; the summary follows from the rows.
CALL protect('assessment', left_out => 'model,summary');

CREATE TABLE assessment_norm (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  norm_id text NOT NULL,
  chapter_id text NOT NULL,
  position int NOT NULL,
  -- Guideline by guideline, true where it is followed; one that is absent has not been looked at.
  answers jsonb NOT NULL DEFAULT '{}',
  answer text CHECK (answer IN ('yes', 'partly', 'no', 'notApplicable')),
  -- Why a norm does not apply.
  reason text,
  documentation int CHECK (documentation BETWEEN 1 AND 5),
  implementation int CHECK (implementation BETWEEN 1 AND 5),
  comment text,
  -- What the answers come to by the rule of the framework's scale; NULL: not answered yet.
  result text CHECK (result IN ('yes', 'partly', 'no', 'notApplicable')),
  -- The profile of the centre says that the norm is not asked of it.
  by_profile boolean NOT NULL DEFAULT false,
  owner_id uuid,
  -- The row of the year before, and whether the text of the norm is another since: its answers were then not taken over.
  carried_from uuid,
  norm_changed boolean NOT NULL DEFAULT false,
  confirmed_at timestamptz,
  confirmed_by uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, assessment_id, norm_id),
  CHECK (answer IS DISTINCT FROM 'notApplicable' OR reason IS NOT NULL),
  FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment ON DELETE CASCADE,
  FOREIGN KEY (organization_id, carried_from) REFERENCES assessment_norm,
  FOREIGN KEY (organization_id, owner_id) REFERENCES person
);
CREATE INDEX assessment_norm_chapter ON assessment_norm (organization_id, assessment_id, position);
CREATE INDEX assessment_norm_owner ON assessment_norm (organization_id, owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX assessment_norm_carried ON assessment_norm (organization_id, carried_from) WHERE carried_from IS NOT NULL;
CALL protect('assessment_norm');

CREATE TABLE assessment_evidence (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  assessment_norm_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('file', 'link', 'fact')),
  -- NULL where the file was taken away elsewhere: the evidence stays, and says so.
  file_id uuid,
  url text,
  -- A fact that Beffroi knows of the centre (`documents.policyApproved`): its state is read on the day one looks.
  fact text,
  title text,
  valid_until date,
  added_on date NOT NULL,
  added_by uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((kind = 'link') = (url IS NOT NULL) AND (kind = 'fact') = (fact IS NOT NULL) AND (kind = 'file' OR file_id IS NULL)),
  FOREIGN KEY (organization_id, assessment_norm_id) REFERENCES assessment_norm ON DELETE CASCADE,
  FOREIGN KEY (organization_id, file_id) REFERENCES file ON DELETE SET NULL (file_id)
);
CREATE INDEX assessment_evidence_norm ON assessment_evidence (organization_id, assessment_norm_id);
CREATE UNIQUE INDEX assessment_evidence_fact ON assessment_evidence (organization_id, assessment_norm_id, fact) WHERE fact IS NOT NULL;
CREATE INDEX assessment_evidence_file ON assessment_evidence (organization_id, file_id) WHERE file_id IS NOT NULL;
CREATE INDEX assessment_evidence_ends ON assessment_evidence (organization_id, valid_until) WHERE valid_until IS NOT NULL;
CALL protect('assessment_evidence');

-- What was submitted does not change: it lies in the frozen files. What may still come is the acknowledgement, and which record of the
-- register stands for a person (two records merged into one).
CREATE FUNCTION assessment_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := '{state,acknowledged_on,acknowledged_by,acknowledgement,version}';
BEGIN
  IF TG_OP = 'DELETE' OR NEW.state NOT IN ('submitted', 'acknowledged') OR to_jsonb(NEW) - free <> to_jsonb(OLD) - free THEN
    RAISE EXCEPTION 'a submitted assessment does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_frozen BEFORE UPDATE OR DELETE ON assessment FOR EACH ROW WHEN (OLD.submitted_at IS NOT NULL) EXECUTE FUNCTION assessment_frozen();

CREATE FUNCTION assessment_part_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- Of a row that goes elsewhere, what it leaves and what it joins.
  parts jsonb[] := CASE TG_OP WHEN 'DELETE' THEN ARRAY[to_jsonb(OLD)] WHEN 'INSERT' THEN ARRAY[to_jsonb(NEW)] ELSE ARRAY[to_jsonb(OLD), to_jsonb(NEW)] END;
  free text[] := CASE WHEN TG_TABLE_NAME = 'assessment_norm' THEN '{owner_id,version}' ELSE '{file_id,version}' END;
  frozen boolean;
BEGIN
  -- Whose a row is, the policy of the table guards.
  IF TG_OP = 'UPDATE' AND NEW.organization_id <> OLD.organization_id THEN RETURN NEW; END IF;
  SELECT bool_or(a.submitted_at IS NOT NULL) INTO frozen FROM unnest(parts) part JOIN assessment a ON a.organization_id = (part ->> 'organization_id')::uuid AND a.id = CASE
    WHEN TG_TABLE_NAME = 'assessment_norm' THEN (part ->> 'assessment_id')::uuid
    ELSE (SELECT n.assessment_id FROM assessment_norm n WHERE n.organization_id = (part ->> 'organization_id')::uuid AND n.id = (part ->> 'assessment_norm_id')::uuid) END;
  IF frozen AND (TG_OP <> 'UPDATE' OR to_jsonb(NEW) - free <> to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'a submitted assessment does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER assessment_part_frozen BEFORE INSERT OR UPDATE OR DELETE ON assessment_norm FOR EACH ROW EXECUTE FUNCTION assessment_part_frozen();
CREATE TRIGGER assessment_part_frozen BEFORE INSERT OR UPDATE OR DELETE ON assessment_evidence FOR EACH ROW EXECUTE FUNCTION assessment_part_frozen();

-- The day of the last backup of Beffroi, for a centre that names it as evidence; the runs themselves stay with the installation.
CREATE FUNCTION last_backup_on() RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT max((r.finished_at AT TIME ZONE 'Europe/Brussels')::date) FROM backup_run r WHERE r.state = 'done'
$$;
REVOKE EXECUTE ON FUNCTION last_backup_on() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION last_backup_on() TO beffroi_app;
