-- Arrivals, changes of function, suspensions and departures, and what is to be done about rights of access (POL 1.4; MES 2.8).

CREATE TABLE movement (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('arrival', 'change', 'suspension', 'departure')),
  person_id uuid NOT NULL,
  -- The contract that begins, is suspended or ends; and the one before it, at a change of function.
  contract_id uuid,
  from_contract_id uuid,
  -- The first day of an arrival, a change or a suspension; the last day of a departure.
  day date NOT NULL,
  -- The last day of a suspension, where it is known.
  until date CHECK (until >= day),
  -- The suspension that an arrival ends: the same rights are given again.
  resumes_id uuid,
  note text,
  -- When the centre was told: of a departure announced late, the clock had run out before.
  announced_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'cancelled')),
  closed_at timestamptz,
  closed_by uuid,
  cancelled_at timestamptz,
  cancel_reason text,
  search_text text NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL)),
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, contract_id) REFERENCES contract,
  FOREIGN KEY (organization_id, from_contract_id) REFERENCES contract,
  FOREIGN KEY (organization_id, resumes_id) REFERENCES movement
);
-- One event of a contract has one case: of two who enter the same departure at once, the second is told.
CREATE UNIQUE INDEX movement_once ON movement (organization_id, contract_id, kind, (CASE WHEN kind = 'suspension' OR resumes_id IS NOT NULL THEN day ELSE 'infinity'::date END)) WHERE state <> 'cancelled';
CREATE INDEX movement_day ON movement (organization_id, day DESC, id);
CREATE INDEX movement_person ON movement (organization_id, person_id, day);
CREATE INDEX movement_open ON movement (organization_id, day) WHERE state = 'open';
CALL protect('movement');

-- What somebody is to do: about a case of this room, a decision of the yearly review, a finding of the reconciliation, an emergency access, something lost or stolen.
CREATE TABLE access_step (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  origin_kind text NOT NULL CHECK (origin_kind IN ('movement', 'review', 'finding', 'emergency', 'loss')),
  origin_id uuid NOT NULL,
  kind text NOT NULL,
  -- Its entry in library/access/steps.yaml or in the centre's own steps, where it comes from one.
  template_id text,
  -- In the centre's own words, where the kind does not say all.
  title text,
  person_id uuid,
  resource_id uuid,
  grant_id uuid,
  supplier_id uuid,
  level text,
  account text,
  -- Why the right is to come or to go.
  because text,
  owner_id uuid,
  owner_role text,
  -- Hours are counted to an instant, days to a day.
  due_at timestamptz,
  due_on date,
  -- What it is counted by, so that it follows when the day of the case moves: {rule} or {amount, unit}.
  term jsonb,
  -- Steps of this kind of the same origin come first.
  after_kind text,
  position int NOT NULL DEFAULT 0,
  opened_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'notApplicable', 'dropped')),
  -- When it was done, or said not to apply; by which account; what shows it.
  done_at timestamptz,
  done_by uuid,
  proof text,
  proof_file_id uuid,
  -- Why it does not apply; or why messages go on to somebody.
  reason text,
  -- Who receives the documents or the messages.
  recipient_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (owner_id IS NULL OR owner_role IS NULL),
  CHECK (due_at IS NULL OR due_on IS NULL),
  CHECK ((state = 'open') = (done_at IS NULL)),
  CHECK (state <> 'notApplicable' OR reason IS NOT NULL),
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource,
  FOREIGN KEY (organization_id, grant_id) REFERENCES access_grant,
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier,
  FOREIGN KEY (organization_id, owner_id) REFERENCES person,
  FOREIGN KEY (organization_id, recipient_id) REFERENCES person,
  FOREIGN KEY (organization_id, proof_file_id) REFERENCES file
);
-- One origin asks once for the same of the same right.
CREATE UNIQUE INDEX access_step_once ON access_step (organization_id, origin_kind, origin_id, kind, grant_id) WHERE grant_id IS NOT NULL AND state = 'open';
CREATE INDEX access_step_origin ON access_step (organization_id, origin_kind, origin_id, position, id);
CREATE INDEX access_step_open ON access_step (organization_id, owner_id, owner_role) WHERE state = 'open';
CREATE INDEX access_step_grant ON access_step (organization_id, grant_id) WHERE grant_id IS NOT NULL;
CREATE INDEX access_step_person ON access_step (organization_id, person_id) WHERE person_id IS NOT NULL;
CALL protect('access_step');

-- What a centre changes of the steps that the library proposes for a kind of movement, and the steps that it adds.
CREATE TABLE step_setting (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  movement_kind text NOT NULL CHECK (movement_kind IN ('arrival', 'change', 'suspension', 'departure')),
  -- The entry of the library that it changes; without one, a step of the centre's own.
  template_id text,
  title text,
  dropped boolean NOT NULL DEFAULT false,
  drop_reason text,
  -- A function of the centre, or a person by name.
  owner text,
  owner_id uuid,
  term jsonb,
  -- Of a step of the centre's own: how many of the library's come before it.
  position int NOT NULL DEFAULT 999,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, movement_kind, template_id),
  CHECK (template_id IS NOT NULL OR (title IS NOT NULL AND term IS NOT NULL AND num_nonnulls(owner, owner_id) = 1)),
  CHECK (NOT dropped OR (template_id IS NOT NULL AND drop_reason IS NOT NULL)),
  CHECK (owner IS NULL OR owner_id IS NULL),
  FOREIGN KEY (organization_id, owner_id) REFERENCES person
);
CALL protect('step_setting');

-- What was certified when a case closed, as it was then.
CREATE TABLE movement_certificate (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  movement_id uuid NOT NULL,
  -- Counted by calendar year in the centre.
  year int NOT NULL,
  number int NOT NULL,
  language text NOT NULL CHECK (language IN ('fr', 'nl', 'de')),
  issued_at timestamptz NOT NULL,
  content_hash text NOT NULL,
  audit_head text,
  model jsonb NOT NULL,
  pdf_file_id uuid NOT NULL,
  docx_file_id uuid NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, movement_id),
  UNIQUE (organization_id, year, number),
  FOREIGN KEY (organization_id, movement_id) REFERENCES movement,
  FOREIGN KEY (organization_id, pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, docx_file_id) REFERENCES file
);
CALL protect('movement_certificate', left_out => 'model');

CREATE FUNCTION movement_certificate_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Whose a row is, the policy of the table guards.
  IF TG_OP = 'UPDATE' AND NEW.organization_id <> OLD.organization_id THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a certificate does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER movement_certificate_frozen BEFORE UPDATE OR DELETE ON movement_certificate FOR EACH ROW EXECUTE FUNCTION movement_certificate_frozen();
