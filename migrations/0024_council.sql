-- The council and its sittings: when it meets, what is put before it about security, the monthly note, and what it noted or decided
-- (POL operational 1, AR 12/8/1993).
CREATE TABLE council_sitting (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  organ text NOT NULL CHECK (organ IN ('council', 'permanentBureau', 'specialCommittee')),
  held_on date NOT NULL,
  start_time text,
  place text,
  -- The days on which it was to be held before it was moved, the first one first.
  former_dates jsonb NOT NULL DEFAULT '[]',
  cancelled_on date,
  cancel_reason text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (cancel_reason IS NULL OR cancelled_on IS NOT NULL)
);
CREATE UNIQUE INDEX council_sitting_day ON council_sitting (organization_id, organ, held_on) WHERE cancelled_on IS NULL;
CREATE INDEX council_sitting_held ON council_sitting (organization_id, held_on, id);
CALL protect('council_sitting');

-- What is put before a sitting, and what was noted or decided on it. `subject_id` is the record of another room that is decided on.
CREATE TABLE council_item (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  sitting_id uuid NOT NULL,
  position int NOT NULL,
  kind text NOT NULL CHECK (kind IN ('monthly', 'urgent', 'procedures', 'subject', 'other')),
  title text NOT NULL,
  text text,
  -- A monthly item with nothing to tell.
  nihil boolean NOT NULL DEFAULT false,
  -- Whose procedures are listed.
  year int,
  subject_kind text,
  subject_id uuid,
  -- From which item of an earlier sitting it was postponed.
  postponed_from_id uuid,
  result text CHECK (result IN ('noted', 'approved', 'refused', 'postponed')),
  decision_number text,
  result_note text,
  recorded_at timestamptz,
  recorded_by uuid,
  search_text text NOT NULL DEFAULT '',
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, sitting_id) REFERENCES council_sitting ON DELETE CASCADE,
  FOREIGN KEY (organization_id, postponed_from_id) REFERENCES council_item,
  CHECK ((kind = 'subject') = (subject_kind IS NOT NULL AND subject_id IS NOT NULL)),
  CHECK ((kind = 'procedures') = (year IS NOT NULL)),
  CHECK (kind = 'monthly' OR NOT nihil),
  CHECK ((result IS NULL) = (recorded_at IS NULL))
);
CREATE INDEX council_item_sitting ON council_item (organization_id, sitting_id, position);
CREATE UNIQUE INDEX council_item_monthly ON council_item (organization_id, sitting_id) WHERE kind = 'monthly';
CREATE INDEX council_item_subject ON council_item (organization_id, subject_id) WHERE subject_id IS NOT NULL;
CALL protect('council_item');

-- What the council noted or decided is not taken off its agenda.
CREATE FUNCTION council_item_settled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was put before the council stays' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER council_item_settled BEFORE DELETE ON council_item FOR EACH ROW WHEN (OLD.result IS NOT NULL) EXECUTE FUNCTION council_item_settled();

-- The note under a monthly item: drafted from what happened, completed by the adviser, presented by the director-general, and frozen then.
CREATE TABLE council_note (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  item_id uuid NOT NULL,
  language text NOT NULL CHECK (language IN ('fr', 'nl', 'de')),
  period_from date NOT NULL,
  period_until date NOT NULL CHECK (period_until >= period_from),
  introduction text,
  -- [{ id, heading, on, text, drafted, path, leftOut }]: `drafted` is the wording that came from the records, `path` the record behind it.
  lines jsonb NOT NULL DEFAULT '[]',
  ready_on date,
  presented_on date,
  presented_at timestamptz,
  presented_by uuid,
  content_hash text,
  model jsonb,
  audit_head text,
  pdf_file_id uuid,
  docx_file_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, item_id),
  CHECK ((presented_on IS NULL) = (content_hash IS NULL)),
  FOREIGN KEY (organization_id, item_id) REFERENCES council_item ON DELETE CASCADE,
  FOREIGN KEY (organization_id, pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, docx_file_id) REFERENCES file
);
-- The content is covered by its hash, and kept whole in the frozen files.
CALL protect('council_note', left_out => 'model');

CREATE FUNCTION council_note_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - '{version}'::text[] <> to_jsonb(OLD) - '{version}'::text[] THEN
    RAISE EXCEPTION 'a note that was presented does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER council_note_frozen BEFORE UPDATE OR DELETE ON council_note FOR EACH ROW WHEN (OLD.presented_on IS NOT NULL) EXECUTE FUNCTION council_note_frozen();
