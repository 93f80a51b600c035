-- The life of an assessment after its answers: sent back with a remark, submitted in rounds, corrected with a reason.

ALTER TABLE assessment
  -- What the director-general said when it was sent back, until it is prepared again.
  ADD COLUMN remark text,
  ADD COLUMN remarked_at timestamptz,
  ADD COLUMN remarked_by uuid,
  -- Why what was submitted is corrected: of the round that is open.
  ADD COLUMN correction_reason text;

-- Each submission, with what was sent: for good. Its acknowledgement may still come.
CREATE TABLE assessment_submission (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  round int NOT NULL CHECK (round >= 1),
  -- Why there is another round than the first.
  reason text,
  submitted_at timestamptz NOT NULL,
  submitted_by uuid,
  content_hash text NOT NULL,
  summary jsonb NOT NULL,
  model jsonb NOT NULL,
  audit_head text,
  pdf_file_id uuid NOT NULL,
  docx_file_id uuid NOT NULL,
  xlsx_file_id uuid NOT NULL,
  acknowledged_on date,
  acknowledgement text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, assessment_id, round),
  CHECK ((round = 1) = (reason IS NULL)),
  FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment ON DELETE CASCADE,
  FOREIGN KEY (organization_id, pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, docx_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, xlsx_file_id) REFERENCES file
);
CALL protect('assessment_submission', left_out => 'model,summary');

CREATE FUNCTION assessment_submission_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := '{acknowledged_on,acknowledgement,version}';
BEGIN
  -- Whose a row is, the policy of the table guards.
  IF TG_OP = 'UPDATE' AND NEW.organization_id <> OLD.organization_id THEN RETURN NEW; END IF;
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - free <> to_jsonb(OLD) - free OR (OLD.acknowledged_on IS NOT NULL AND to_jsonb(NEW) - 'version'::text <> to_jsonb(OLD) - 'version'::text) THEN
    RAISE EXCEPTION 'a submitted assessment does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_submission_frozen BEFORE UPDATE OR DELETE ON assessment_submission FOR EACH ROW EXECUTE FUNCTION assessment_submission_frozen();

-- What was submitted changes in one way: it is opened for a correction, with its reason, once what was sent is kept as a round.
CREATE OR REPLACE FUNCTION assessment_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := '{state,acknowledged_on,acknowledged_by,acknowledgement,version}';
  cleared text[] := '{state,prepared_at,prepared_by,validated_at,validated_by,submitted_at,submitted_by,acknowledged_on,acknowledged_by,acknowledgement,content_hash,model,audit_head,pdf_file_id,docx_file_id,xlsx_file_id,closes_on,correction_reason,version}';
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.state = 'opened' AND NEW.correction_reason IS NOT NULL AND NEW.submitted_at IS NULL
    AND to_jsonb(NEW) - cleared = to_jsonb(OLD) - cleared
    AND EXISTS (SELECT FROM assessment_submission s WHERE s.organization_id = OLD.organization_id AND s.assessment_id = OLD.id AND s.content_hash = OLD.content_hash AND s.submitted_at = OLD.submitted_at) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR NEW.state NOT IN ('submitted', 'acknowledged') OR to_jsonb(NEW) - free <> to_jsonb(OLD) - free THEN
    RAISE EXCEPTION 'a submitted assessment does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
