-- The plan of three years: actions with their origin, owner, time and money; the yearly version that the council approves (AR 1993; POL 7, 1.10).
CREATE TABLE plan_action (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  -- Counted in the centre, for good: documents name an action by it.
  number int NOT NULL,
  title text NOT NULL,
  description text,
  -- What the action comes from: [{kind, id} | {kind, reference}].
  origins jsonb NOT NULL DEFAULT '[]',
  owner_id uuid,
  owner_role text,
  priority text NOT NULL CHECK (priority IN ('high', 'normal', 'low')),
  start_on date,
  due_on date CHECK (due_on >= start_on),
  state text NOT NULL CHECK (state IN ('planned', 'underWay', 'done', 'givenUp')),
  progress int NOT NULL CHECK (progress BETWEEN 0 AND 100),
  -- Halves are exact in it.
  person_days real NOT NULL DEFAULT 0 CHECK (person_days BETWEEN 0 AND 999),
  -- Lines of cost per budget year, and what was asked and adopted per budget year; cents.
  costs jsonb NOT NULL DEFAULT '[]',
  budgets jsonb NOT NULL DEFAULT '[]',
  repeats_months int CHECK (repeats_months BETWEEN 1 AND 120),
  -- The occurrences of a recurring action are one series; the dues are counted from `anchor_on`, so that the end of a month does not wander.
  series_id uuid NOT NULL,
  occurrence int NOT NULL DEFAULT 1 CHECK (occurrence >= 1),
  anchor_on date,
  anchor_occurrence int NOT NULL DEFAULT 1,
  done_on date,
  done_how text,
  proof_file_id uuid,
  given_up_on date,
  given_up_reason text,
  -- The action of another centre that this one was copied from: once only.
  copied_from_id uuid,
  created_on date NOT NULL,
  search_text text NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, number),
  -- Of two who finish the same occurrence, one makes the next.
  UNIQUE (organization_id, series_id, occurrence),
  UNIQUE (organization_id, copied_from_id),
  CHECK (owner_id IS NULL OR owner_role IS NULL),
  CHECK ((state = 'done') = (done_on IS NOT NULL)),
  CHECK ((state = 'givenUp') = (given_up_reason IS NOT NULL)),
  CHECK ((state = 'givenUp') = (given_up_on IS NOT NULL)),
  CHECK (repeats_months IS NULL OR due_on IS NOT NULL),
  FOREIGN KEY (organization_id, owner_id) REFERENCES person,
  FOREIGN KEY (organization_id, proof_file_id) REFERENCES file
);
CREATE INDEX plan_action_due ON plan_action (organization_id, due_on, id);
CREATE INDEX plan_action_owner ON plan_action (organization_id, owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX plan_action_open ON plan_action (organization_id, due_on) WHERE state IN ('planned', 'underWay');
CALL protect('plan_action');

-- The plan as it is put to the council each year; frozen with its content once approved.
CREATE TABLE plan_version (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  -- The first of its three years, and the how manieth version of that year.
  year int NOT NULL,
  number int NOT NULL,
  language text NOT NULL CHECK (language IN ('fr', 'nl', 'de')),
  introduction text,
  drafted_on date NOT NULL,
  submitted_on date CHECK (submitted_on >= drafted_on),
  decided_on date,
  outcome text CHECK (outcome IN ('approved', 'refused')),
  decision_number text,
  -- All that it says, as it was when it was put to the council: what is approved is what was put; and what the plan is compared with from then on.
  content jsonb,
  approved_at timestamptz,
  approved_by uuid,
  content_hash text,
  model jsonb,
  audit_head text,
  pdf_file_id uuid,
  docx_file_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, year, number),
  CHECK ((outcome IS NULL) = (decided_on IS NULL)),
  CHECK ((outcome = 'approved') IS TRUE = (content_hash IS NOT NULL)),
  CHECK ((submitted_on IS NULL) = (content IS NULL)),
  CHECK (outcome IS NULL OR submitted_on IS NOT NULL),
  FOREIGN KEY (organization_id, pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, docx_file_id) REFERENCES file
);
-- One at a time is being written for a year.
CREATE UNIQUE INDEX plan_version_open ON plan_version (organization_id, year) WHERE outcome IS NULL;
-- The content is covered by its hash, and kept whole in the frozen files.
CALL protect('plan_version', left_out => 'model,content');

CREATE FUNCTION plan_version_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a plan that was decided does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER plan_version_frozen BEFORE UPDATE OR DELETE ON plan_version FOR EACH ROW WHEN (OLD.outcome IS NOT NULL) EXECUTE FUNCTION plan_version_frozen();

-- By which day of the year the plan must leave for the budget of the next, in this centre.
CREATE TABLE plan_setting (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  month int NOT NULL CHECK (month BETWEEN 1 AND 12),
  day int NOT NULL CHECK (day BETWEEN 1 AND 31),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id)
);
CALL protect('plan_setting');
