-- The yearly report of the security service to the council (royal decree of 12 August 1993, art. 8; MUT A; POL 7): the figures are read from
-- the registers whenever one looks, the adviser's text is kept by section, and the whole is frozen when the council has approved it.
CREATE TABLE yearly_report (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  year int NOT NULL CHECK (year BETWEEN 1990 AND 2199),
  language text NOT NULL CHECK (language IN ('fr', 'nl', 'de')),
  begun_on date NOT NULL,
  -- From this day on it lies before the council.
  submitted_on date,
  decided_on date,
  decision_number text,
  approved_at timestamptz,
  approved_by uuid,
  content_hash text,
  model jsonb,
  audit_head text,
  pdf_file_id uuid,
  docx_file_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, year),
  CHECK ((decided_on IS NULL) = (content_hash IS NULL)),
  FOREIGN KEY (organization_id, pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, docx_file_id) REFERENCES file
);
-- The content is covered by its hash, and kept whole in the frozen files.
CALL protect('yearly_report', left_out => 'model');

-- What the adviser writes under a section: what no register can say.
CREATE TABLE report_text (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  report_id uuid NOT NULL,
  section text NOT NULL,
  body text NOT NULL DEFAULT '',
  written_at timestamptz,
  written_by uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, report_id, section),
  FOREIGN KEY (organization_id, report_id) REFERENCES yearly_report ON DELETE CASCADE
);
CALL protect('report_text');

CREATE FUNCTION yearly_report_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an approved report does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER yearly_report_frozen BEFORE UPDATE OR DELETE ON yearly_report FOR EACH ROW WHEN (OLD.decided_on IS NOT NULL) EXECUTE FUNCTION yearly_report_frozen();

CREATE FUNCTION report_text_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- Of a text that goes elsewhere, what it leaves and what it joins.
  parts jsonb[] := CASE TG_OP WHEN 'DELETE' THEN ARRAY[to_jsonb(OLD)] WHEN 'INSERT' THEN ARRAY[to_jsonb(NEW)] ELSE ARRAY[to_jsonb(OLD), to_jsonb(NEW)] END;
BEGIN
  -- Whose a row is, the policy of the table guards.
  IF TG_OP = 'UPDATE' AND NEW.organization_id <> OLD.organization_id THEN RETURN NEW; END IF;
  IF EXISTS (SELECT FROM unnest(parts) part JOIN yearly_report r ON r.organization_id = (part ->> 'organization_id')::uuid AND r.id = (part ->> 'report_id')::uuid WHERE r.decided_on IS NOT NULL) THEN
    RAISE EXCEPTION 'an approved report does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER report_text_frozen BEFORE INSERT OR UPDATE OR DELETE ON report_text FOR EACH ROW EXECUTE FUNCTION report_text_frozen();
