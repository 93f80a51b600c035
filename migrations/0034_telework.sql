-- Work away from the centre: who, on what, under which conditions, agreed by whom (reminder of the federal service on telework; POL 1.5; MES 2.4).

-- How a device of the inventory that may leave the building was found when it was checked. Its movements are the inventory's.
CREATE TABLE telework_posture (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  device_id uuid NOT NULL,
  -- What of the list of a portable computer was seen in order (lines.ts), and when it was last looked at.
  posture jsonb NOT NULL DEFAULT '[]',
  checked_on date,
  checked_by text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, device_id),
  FOREIGN KEY (organization_id, device_id) REFERENCES device ON DELETE CASCADE
);
CALL protect('telework_posture');

-- One telework of one person, from the asking to the end. What follows from its days (its state, what is due) is computed.
CREATE TABLE telework (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  situation text NOT NULL CHECK (situation IN ('onSite', 'employerDevice', 'virtualDesktop', 'privateDevice')),
  -- Whether flows of the Crossroads Bank are consulted from there.
  bcss boolean NOT NULL DEFAULT false,
  -- ISO weekdays, 1 is Monday.
  weekdays jsonb NOT NULL DEFAULT '[]',
  device_id uuid,
  private_device text,
  reason text,
  asked_on date NOT NULL,
  -- They worked away before anything was agreed: since when.
  began_on date,
  -- What the person said, what was seen, line by line (lines.ts).
  answers jsonb NOT NULL DEFAULT '{}',
  assessed_on date,
  checks jsonb NOT NULL DEFAULT '{}',
  checked_on date,
  checked_by text,
  authorised_on date,
  authorised_by text,
  conditions text,
  agreed_on date,
  agreed_by text,
  start date,
  until date CHECK (until >= start),
  refused_on date,
  refused_by text,
  refusal_reason text,
  reviewed_on date,
  review_note text,
  ended_on date,
  end_reason text,
  -- After the end: local copies are erased, the device is back.
  copies_erased_on date,
  device_back_on date,
  -- The one that this one takes the place of once it is agreed: a change of situation or of device is a new check.
  replaces_id uuid,
  -- The right that was given for it.
  grant_id uuid,
  content_hash text,
  model jsonb,
  audit_head text,
  pdf_file_id uuid,
  docx_file_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (agreed_on IS NULL OR start IS NOT NULL),
  CHECK (authorised_on IS NULL OR checked_on IS NOT NULL),
  -- An agreement of paper, from before Beffroi, was authorised by nobody here, and has no document of Beffroi.
  CHECK ((agreed_on IS NOT NULL AND authorised_on IS NOT NULL) = (content_hash IS NOT NULL)),
  CHECK ((refused_on IS NULL) = (refusal_reason IS NULL)),
  CHECK (refused_on IS NULL OR agreed_on IS NULL),
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, device_id) REFERENCES device,
  FOREIGN KEY (organization_id, replaces_id) REFERENCES telework,
  FOREIGN KEY (organization_id, grant_id) REFERENCES access_grant,
  FOREIGN KEY (organization_id, pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, docx_file_id) REFERENCES file
);
CREATE INDEX telework_person ON telework (organization_id, person_id, asked_on);
CREATE INDEX telework_open ON telework (organization_id, ended_on) WHERE refused_on IS NULL AND ended_on IS NULL;
-- The content is covered by its hash, and kept whole in the frozen files.
CALL protect('telework', left_out => 'model');

-- What was agreed does not change; two records merged into one may still change whom a name stands for.
CREATE FUNCTION telework_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := '{organization_id,version,person_id,device_id,reviewed_on,review_note,ended_on,end_reason,copies_erased_on,device_back_on,grant_id}';
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM organization o WHERE o.id = OLD.organization_id) THEN RAISE EXCEPTION 'a telework that was agreed does not change' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN OLD;
  END IF;
  IF to_jsonb(NEW) - free <> to_jsonb(OLD) - free THEN
    RAISE EXCEPTION 'a telework that was agreed does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER telework_frozen BEFORE UPDATE OR DELETE ON telework FOR EACH ROW WHEN (OLD.agreed_on IS NOT NULL) EXECUTE FUNCTION telework_frozen();

-- Other hours or countries for one person, from one day to another.
CREATE TABLE telework_exception (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  start date NOT NULL,
  "end" date NOT NULL CHECK ("end" >= start),
  weekdays jsonb NOT NULL,
  from_time text NOT NULL,
  until_time text NOT NULL,
  countries jsonb NOT NULL,
  reason text NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, person_id) REFERENCES person
);
CREATE INDEX telework_exception_person ON telework_exception (organization_id, person_id, start);
CALL protect('telework_exception');

-- What the line of the centre carries, as it was measured or as its contract says.
CREATE TABLE telework_measure (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  measured_on date NOT NULL,
  how text NOT NULL CHECK (how IN ('measured', 'contract')),
  -- Mbit/s.
  down real NOT NULL CHECK (down > 0),
  up real NOT NULL CHECK (up > 0),
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX telework_measure_day ON telework_measure (organization_id, measured_on, id);
CALL protect('telework_measure');

-- A device, or what was on it, that was lost or stolen: told to the management and the data protection officer without delay (MES 2.4).
CREATE TABLE telework_loss (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('loss', 'theft')),
  device_id uuid,
  person_id uuid,
  -- What it was and what was on it, in words.
  what text NOT NULL,
  discovered_on date NOT NULL,
  place text,
  -- Whether accounts must be blocked, and since when they are.
  blocked_on date,
  management_told_on date,
  dpo_told_on date,
  police_reference text,
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, device_id) REFERENCES device,
  FOREIGN KEY (organization_id, person_id) REFERENCES person
);
CREATE INDEX telework_loss_day ON telework_loss (organization_id, discovered_on, id);
CALL protect('telework_loss');

-- What was told stays as it was told: it is completed, and nothing of it is taken back or rewritten. Merged records may change whom and what it names.
CREATE FUNCTION telework_loss_told() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb;
  told text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    -- With its centre only.
    IF EXISTS (SELECT FROM organization o WHERE o.id = OLD.organization_id) THEN RAISE EXCEPTION 'what was told of a loss stays' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN OLD;
  END IF;
  before := to_jsonb(OLD);
  FOREACH told IN ARRAY ARRAY['kind', 'what', 'discovered_on', 'place', 'blocked_on', 'management_told_on', 'dpo_told_on', 'police_reference'] LOOP
    IF before ->> told IS NOT NULL AND to_jsonb(NEW) ->> told IS DISTINCT FROM before ->> told THEN
      RAISE EXCEPTION 'what was told of a loss stays' USING ERRCODE = 'restrict_violation';
    END IF;
  END LOOP;
  IF OLD.note IS NOT NULL AND NOT starts_with(COALESCE(NEW.note, ''), OLD.note) THEN RAISE EXCEPTION 'what was told of a loss stays' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER telework_loss_told BEFORE UPDATE OR DELETE ON telework_loss FOR EACH ROW EXECUTE FUNCTION telework_loss_told();

-- The rule of the centre: days, hours and countries from which it is reached; what a session takes of the line; the right that goes with an agreement.
CREATE TABLE telework_setting (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  weekdays jsonb NOT NULL,
  from_time text NOT NULL,
  until_time text NOT NULL,
  countries jsonb NOT NULL,
  -- The part of the line that telework may take, in percent; the rest is for the building.
  share int NOT NULL CHECK (share BETWEEN 1 AND 100),
  -- Mbit/s of one session by kind: {remoteDesktop: {down, up}, …} (capacity.ts).
  needs jsonb NOT NULL,
  resource_id uuid,
  level text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id),
  CHECK ((resource_id IS NULL) = (level IS NULL)),
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource
);
CALL protect('telework_setting');
