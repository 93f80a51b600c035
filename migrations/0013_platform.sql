-- The security platform: its meetings, who was there, the agenda with its minutes, and the decisions that become duties (POL 8).
CREATE TABLE platform_meeting (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  -- Numbered by calendar year.
  year int NOT NULL,
  number int NOT NULL,
  held_on date NOT NULL,
  start_time text,
  place text,
  called_by_id uuid,
  called_on date,
  prepared_on date CHECK (prepared_on >= held_on),
  approved_on date CHECK (approved_on >= held_on),
  approval text CHECK (approval IN ('nextMeeting', 'present')),
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
  CHECK ((approved_on IS NULL) = (content_hash IS NULL)),
  FOREIGN KEY (organization_id, called_by_id) REFERENCES person,
  FOREIGN KEY (organization_id, pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, docx_file_id) REFERENCES file
);
CREATE INDEX platform_meeting_held ON platform_meeting (organization_id, held_on, id);
-- The content is covered by its hash, and kept whole in the frozen files.
CALL protect('platform_meeting', left_out => 'model');

CREATE TABLE platform_attendance (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  position int NOT NULL,
  person_id uuid,
  -- Of somebody whom the register does not know.
  name text,
  capacity text,
  presence text CHECK (presence IN ('present', 'excused', 'absent')),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((person_id IS NULL) <> (name IS NULL)),
  FOREIGN KEY (organization_id, meeting_id) REFERENCES platform_meeting ON DELETE CASCADE,
  FOREIGN KEY (organization_id, person_id) REFERENCES person
);
CREATE INDEX platform_attendance_meeting ON platform_attendance (organization_id, meeting_id, position);
CREATE INDEX platform_attendance_person ON platform_attendance (organization_id, person_id);
CALL protect('platform_attendance');

CREATE TABLE platform_point (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  position int NOT NULL,
  title text NOT NULL,
  minutes text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, meeting_id) REFERENCES platform_meeting ON DELETE CASCADE
);
CREATE INDEX platform_point_meeting ON platform_point (organization_id, meeting_id, position);
CALL protect('platform_point');

-- What was decided on a point: who does what by when, and when it was done, how.
CREATE TABLE platform_decision (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  meeting_id uuid NOT NULL,
  point_id uuid NOT NULL,
  text text NOT NULL,
  person_id uuid,
  role text,
  due_on date,
  done_on date,
  done_how text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, point_id),
  FOREIGN KEY (organization_id, meeting_id) REFERENCES platform_meeting ON DELETE CASCADE,
  FOREIGN KEY (organization_id, point_id) REFERENCES platform_point ON DELETE CASCADE,
  FOREIGN KEY (organization_id, person_id) REFERENCES person
);
CREATE INDEX platform_decision_meeting ON platform_decision (organization_id, meeting_id);
CREATE INDEX platform_decision_person ON platform_decision (organization_id, person_id);
CREATE INDEX platform_decision_open ON platform_decision (organization_id, due_on) WHERE done_on IS NULL;
CALL protect('platform_decision');

-- Approved minutes do not change: their text lies in the frozen files. What may still change is which record of the register stands for a
-- person (two records merged into one), and of a decision when and how it was done.
CREATE FUNCTION platform_meeting_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - '{called_by_id,version}'::text[] <> to_jsonb(OLD) - '{called_by_id,version}'::text[] THEN
    RAISE EXCEPTION 'approved minutes do not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER platform_meeting_frozen BEFORE UPDATE OR DELETE ON platform_meeting FOR EACH ROW WHEN (OLD.approved_on IS NOT NULL) EXECUTE FUNCTION platform_meeting_frozen();

CREATE FUNCTION platform_part_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  part jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
  free text[] := CASE WHEN TG_TABLE_NAME = 'platform_decision' THEN '{person_id,done_on,done_how,version}' ELSE '{person_id,version}' END;
BEGIN
  IF EXISTS (SELECT FROM platform_meeting m WHERE m.organization_id = (part ->> 'organization_id')::uuid AND m.id = (part ->> 'meeting_id')::uuid AND m.approved_on IS NOT NULL)
    AND (TG_OP <> 'UPDATE' OR to_jsonb(NEW) - free <> to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'approved minutes do not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER platform_part_frozen BEFORE INSERT OR UPDATE OR DELETE ON platform_attendance FOR EACH ROW EXECUTE FUNCTION platform_part_frozen();
CREATE TRIGGER platform_part_frozen BEFORE INSERT OR UPDATE OR DELETE ON platform_point FOR EACH ROW EXECUTE FUNCTION platform_part_frozen();
CREATE TRIGGER platform_part_frozen BEFORE INSERT OR UPDATE OR DELETE ON platform_decision FOR EACH ROW EXECUTE FUNCTION platform_part_frozen();
