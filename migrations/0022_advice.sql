-- The advice of the security adviser (or of the data-protection officer) to the daily manager, and what was decided on it (royal decree of
-- 12 August 1993, art. 3). A number comes at sending; from then on the text does not change, nor the decision once it is taken.
CREATE TABLE advice (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  -- Numbered by calendar year, without gaps; none before it is sent.
  year int,
  number int CHECK (number > 0),
  capacity text NOT NULL CHECK (capacity IN ('adviser', 'deputyAdviser', 'dpo', 'deputyDpo')),
  author_id uuid,
  -- Of whom the register of people has no record.
  author_name text,
  asked_on date,
  asked_by_id uuid,
  asked_by text,
  question text,
  oral boolean NOT NULL DEFAULT false,
  oral_reason text,
  subject text NOT NULL,
  facts text,
  reasons text,
  recommendation text,
  risk text,
  alternatives text,
  -- What circumstances require, where that is less than three months.
  delay_days int CHECK (delay_days BETWEEN 1 AND 92),
  delay_reason text,
  sent_on date,
  received_on date CHECK (received_on >= sent_on),
  due_on date CHECK (due_on >= received_on),
  sent_at timestamptz,
  content_hash text,
  model jsonb,
  audit_head text,
  pdf_file_id uuid,
  docx_file_id uuid,
  outcome text CHECK (outcome IN ('follow', 'followInPart', 'depart')),
  decision_reasons text,
  decided_on date CHECK (decided_on >= received_on),
  decided_by_id uuid,
  decided_by_name text,
  -- For whom they decided, where the mandate was lent to them, from when to when.
  decided_for_id uuid,
  decided_for_name text,
  delegated_from date,
  delegated_until date,
  decided_at timestamptz,
  told_on date CHECK (told_on >= decided_on),
  decision_hash text,
  decision_model jsonb,
  decision_audit_head text,
  decision_pdf_file_id uuid,
  decision_docx_file_id uuid,
  withdrawn_on date CHECK (withdrawn_on >= sent_on),
  withdrawal_reason text,
  search_text text NOT NULL DEFAULT '',
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, year, number),
  CHECK (asked_by_id IS NULL OR asked_by IS NULL),
  CHECK ((sent_on IS NULL) = (number IS NULL)),
  CHECK ((sent_on IS NULL) = (due_on IS NULL)),
  CHECK (outcome IS NULL OR sent_on IS NOT NULL),
  CHECK ((outcome IS NULL) = (decided_on IS NULL)),
  CHECK (outcome IS NULL OR outcome = 'follow' OR decision_reasons IS NOT NULL),
  CHECK (outcome IS NULL OR withdrawn_on IS NULL),
  FOREIGN KEY (organization_id, author_id) REFERENCES person,
  FOREIGN KEY (organization_id, asked_by_id) REFERENCES person,
  FOREIGN KEY (organization_id, decided_by_id) REFERENCES person,
  FOREIGN KEY (organization_id, decided_for_id) REFERENCES person,
  FOREIGN KEY (organization_id, pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, docx_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, decision_pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, decision_docx_file_id) REFERENCES file
);
CREATE INDEX advice_sent ON advice (organization_id, sent_on, id);
CREATE INDEX advice_open ON advice (organization_id, due_on) WHERE outcome IS NULL AND withdrawn_on IS NULL;
-- The content is covered by its hash, and kept whole in the frozen files.
CALL protect('advice', left_out => 'model,decision_model');

-- What was sent does not change, nor what was decided; two records merged into one may still change whom a name stands for.
CREATE FUNCTION advice_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- That none leaves its centre is held by row-level security, which is asked after this.
  free text[] := '{organization_id,version,author_id,asked_by_id,decided_by_id,decided_for_id,told_on}';
BEGIN
  IF OLD.outcome IS NULL AND OLD.withdrawn_on IS NULL THEN
    free := free || '{outcome,decision_reasons,decided_on,decided_by_name,decided_for_name,delegated_from,delegated_until,decided_at,decision_hash,decision_model,decision_audit_head,decision_pdf_file_id,decision_docx_file_id,withdrawn_on,withdrawal_reason}'::text[];
  END IF;
  IF TG_OP = 'DELETE' THEN
    -- With its centre only.
    IF EXISTS (SELECT FROM organization o WHERE o.id = OLD.organization_id) THEN RAISE EXCEPTION 'an advice that was sent does not change' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN OLD;
  END IF;
  IF to_jsonb(NEW) - free <> to_jsonb(OLD) - free OR (OLD.told_on IS NOT NULL AND NEW.told_on IS DISTINCT FROM OLD.told_on) THEN
    RAISE EXCEPTION 'an advice that was sent does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER advice_frozen BEFORE UPDATE OR DELETE ON advice FOR EACH ROW WHEN (OLD.sent_on IS NOT NULL) EXECUTE FUNCTION advice_frozen();
