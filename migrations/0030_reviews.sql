-- The yearly review of access rights (MES 2.8), and what is kept for an emergency (MES 2.2, 2.8).

-- One review of a centre and a year: begun on a day, answered by heads of service, signed off by the adviser and frozen.
CREATE TABLE access_review (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  year int NOT NULL CHECK (year BETWEEN 1990 AND 2199),
  -- The day whose rights are reviewed.
  taken_on date NOT NULL,
  -- The day by which the heads of service are to have answered.
  answer_by date NOT NULL CHECK (answer_by >= taken_on),
  begun_at timestamptz NOT NULL,
  begun_by uuid,
  language text NOT NULL,
  conclusion text,
  signed_at timestamptz,
  signed_by uuid,
  -- Under which name it was signed off: the account may go.
  signed_name text,
  content_hash text,
  model jsonb,
  audit_head text,
  pdf_file_id uuid,
  docx_file_id uuid,
  xlsx_file_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, year),
  CHECK ((signed_at IS NULL) = (content_hash IS NULL)),
  CHECK ((signed_at IS NULL) = (signed_name IS NULL)),
  FOREIGN KEY (organization_id, pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, docx_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, xlsx_file_id) REFERENCES file
);
-- One at a time: of two who begin at once, the second is refused.
CREATE UNIQUE INDEX access_review_open ON access_review (organization_id) WHERE signed_at IS NULL;
CALL protect('access_review', left_out => 'model');

-- Each person of a review, as they stood that day. Whose part they fall in is asked of the organization chart of today: a head may go.
CREATE TABLE access_review_person (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  review_id uuid NOT NULL,
  person_id uuid NOT NULL,
  service_id uuid,
  service_name text,
  function text,
  -- From outside: whoever answers for the resource reviews it.
  outsider boolean NOT NULL,
  -- The accounts that opened this person's rights: the rest is confirmed at once for those only.
  seen_by uuid[] NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, review_id, person_id),
  FOREIGN KEY (organization_id, review_id) REFERENCES access_review ON DELETE CASCADE,
  FOREIGN KEY (organization_id, person_id) REFERENCES person
);
CREATE INDEX access_review_person_person ON access_review_person (organization_id, person_id);
CALL protect('access_review_person');

-- Each right that was held that day, and what was decided upon it.
CREATE TABLE access_review_item (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  review_id uuid NOT NULL,
  person_id uuid NOT NULL,
  resource_id uuid NOT NULL,
  -- The right in the register of access. Not a reference: what was reviewed stays, whatever becomes of the right.
  grant_id uuid NOT NULL,
  level text NOT NULL,
  account text,
  since date,
  until date,
  last_used_on date,
  decision text CHECK (decision IN ('confirm', 'change', 'withdraw')),
  new_level text,
  reason text,
  decided_at timestamptz,
  decided_by uuid,
  -- Handed in by whoever answers: what follows from it is under way, and it does not change any more.
  handed_at timestamptz,
  -- Why it was left without an answer when the review was signed off.
  left_open text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, review_id, grant_id),
  CHECK ((decision IS NULL) = (decided_at IS NULL)),
  CHECK ((decision = 'change') = (new_level IS NOT NULL) OR decision IS NULL AND new_level IS NULL),
  CHECK (decision IS DISTINCT FROM 'withdraw' OR reason IS NOT NULL),
  CHECK (decision IS NOT NULL OR handed_at IS NULL),
  FOREIGN KEY (organization_id, review_id) REFERENCES access_review ON DELETE CASCADE,
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource
);
CREATE INDEX access_review_item_person ON access_review_item (organization_id, review_id, person_id);
CREATE INDEX access_review_item_open ON access_review_item (organization_id, review_id) WHERE decision IS NULL;
CALL protect('access_review_item');

CREATE FUNCTION access_review_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Whose a row is, the policy of the table guards.
  IF TG_OP = 'UPDATE' AND NEW.organization_id <> OLD.organization_id THEN RETURN NEW; END IF;
  -- With its centre only.
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM organization o WHERE o.id = OLD.organization_id) THEN RETURN OLD; END IF;
  IF OLD.signed_at IS NOT NULL THEN
    RAISE EXCEPTION 'a review that was signed off does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER access_review_frozen BEFORE UPDATE OR DELETE ON access_review FOR EACH ROW EXECUTE FUNCTION access_review_frozen();

-- Nor do the people and rights of one: of whom they are may be told anew, where two records of one person are joined. A person of whom the review
-- holds no right says nothing: joining records takes such a row away, and undoing it puts the row back.
CREATE FUNCTION access_review_part_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := '{organization_id,version,person_id}';
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.organization_id <> OLD.organization_id OR to_jsonb(NEW) - free = to_jsonb(OLD) - free) THEN RETURN NEW; END IF;
  IF EXISTS (SELECT FROM access_review v WHERE v.organization_id = OLD.organization_id AND v.id = OLD.review_id AND v.signed_at IS NOT NULL) THEN
    IF TG_OP = 'UPDATE' OR TG_TABLE_NAME = 'access_review_item'
      OR EXISTS (SELECT FROM access_review_item i WHERE i.organization_id = OLD.organization_id AND i.review_id = OLD.review_id AND i.person_id = OLD.person_id) THEN
      RAISE EXCEPTION 'a review that was signed off does not change' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER access_review_person_frozen BEFORE UPDATE OR DELETE ON access_review_person FOR EACH ROW EXECUTE FUNCTION access_review_part_frozen();
CREATE TRIGGER access_review_item_frozen BEFORE UPDATE OR DELETE ON access_review_item FOR EACH ROW EXECUTE FUNCTION access_review_part_frozen();

-- Asked once for all the rows of a statement: thousands of rights begin together.
CREATE FUNCTION access_review_part_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT organization_id, review_id FROM added) a JOIN access_review v ON v.organization_id = a.organization_id AND v.id = a.review_id WHERE v.signed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a review that was signed off does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER access_review_item_closed AFTER INSERT ON access_review_item REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION access_review_part_closed();

-- The sealed way in, for when nobody can reach whoever has it: where the envelope lies, and who may open it. What it holds is never kept here.
CREATE TABLE emergency_envelope (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  resource_id uuid NOT NULL,
  -- What it gives access to, in words: never the secret.
  title text NOT NULL,
  place text NOT NULL,
  seal text NOT NULL,
  sealed_on date NOT NULL,
  sealed_by_id uuid,
  -- Who may open it. The name of the column is known to whatever joins two records of a person.
  person_ids uuid[] NOT NULL DEFAULT '{}',
  note text,
  retired_on date,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource,
  FOREIGN KEY (organization_id, sealed_by_id) REFERENCES person
);
CREATE INDEX emergency_envelope_resource ON emergency_envelope (organization_id, resource_id);
CALL protect('emergency_envelope');

-- Looked at once a year: there, and whole.
CREATE TABLE emergency_check (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  envelope_id uuid NOT NULL,
  checked_on date NOT NULL,
  checked_by_id uuid NOT NULL,
  intact boolean NOT NULL,
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (intact OR note IS NOT NULL),
  FOREIGN KEY (organization_id, envelope_id) REFERENCES emergency_envelope ON DELETE CASCADE,
  FOREIGN KEY (organization_id, checked_by_id) REFERENCES person
);
CREATE INDEX emergency_check_envelope ON emergency_check (organization_id, envelope_id, checked_on);
CALL protect('emergency_check');

-- Each opening, and the change of the secret that followed.
CREATE TABLE emergency_opening (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  envelope_id uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  opened_by_id uuid NOT NULL,
  witness_id uuid,
  -- Whether whoever opened it stood among those who may, that day.
  entitled boolean NOT NULL,
  reason text NOT NULL,
  -- Where the envelope was, and under which seal.
  seal text NOT NULL,
  closed_at timestamptz CHECK (closed_at >= opened_at),
  changed_on date,
  changed_by_id uuid,
  resealed_on date CHECK (resealed_on >= changed_on),
  new_seal text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((changed_on IS NULL) = (changed_by_id IS NULL)),
  CHECK ((resealed_on IS NULL) = (new_seal IS NULL)),
  FOREIGN KEY (organization_id, envelope_id) REFERENCES emergency_envelope,
  FOREIGN KEY (organization_id, opened_by_id) REFERENCES person,
  FOREIGN KEY (organization_id, witness_id) REFERENCES person,
  FOREIGN KEY (organization_id, changed_by_id) REFERENCES person
);
CREATE INDEX emergency_opening_envelope ON emergency_opening (organization_id, envelope_id, opened_at);
CREATE UNIQUE INDEX emergency_opening_open ON emergency_opening (organization_id, envelope_id) WHERE resealed_on IS NULL;
CALL protect('emergency_opening');

-- Looking into the mailbox, the computer or the folder of somebody absent: asked, decided, done, told (MES 2.2).
CREATE TABLE absent_access (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  -- mailbox, computer, folder, other.
  what text NOT NULL,
  resource_id uuid,
  absent_since date NOT NULL,
  absent_until date CHECK (absent_until >= absent_since),
  -- What is looked for, and why it cannot wait for the return.
  purpose text NOT NULL,
  urgent boolean NOT NULL DEFAULT false,
  urgency text,
  asked_on date NOT NULL CHECK (asked_on >= absent_since),
  asked_by_id uuid NOT NULL,
  outcome text CHECK (outcome IN ('allowed', 'refused')),
  decided_on date CHECK (decided_on >= asked_on),
  decided_by uuid,
  -- Under which name and function it was decided.
  decided_name text,
  decision_reason text,
  looked_by_id uuid,
  presence_id uuid,
  looked_from timestamptz,
  looked_until timestamptz CHECK (looked_until >= looked_from),
  looked_at text,
  -- Whether something marked personal was met: it was left closed.
  personal_met boolean,
  told_on date,
  told_how text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (NOT urgent OR urgency IS NOT NULL),
  CHECK ((outcome IS NULL) = (decided_on IS NULL) AND (outcome IS NULL) = (decided_name IS NULL)),
  CHECK (outcome = 'allowed' OR looked_from IS NULL),
  CHECK ((looked_from IS NULL) = (looked_by_id IS NULL) AND (looked_from IS NULL) = (presence_id IS NULL)),
  CHECK (looked_until IS NULL OR (looked_at IS NOT NULL AND personal_met IS NOT NULL AND looked_from IS NOT NULL)),
  CHECK (looked_by_id IS DISTINCT FROM presence_id OR looked_by_id IS NULL),
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource,
  FOREIGN KEY (organization_id, asked_by_id) REFERENCES person,
  FOREIGN KEY (organization_id, looked_by_id) REFERENCES person,
  FOREIGN KEY (organization_id, presence_id) REFERENCES person
);
CREATE INDEX absent_access_asked ON absent_access (organization_id, asked_on);
CALL protect('absent_access');
