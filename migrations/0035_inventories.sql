-- What the centre owns, where it goes and how it ends (POL 1.3 d, i; MES 2.3): movements of devices, counts, software, media, derogations, erasures.

-- One row per centre: the last number that was given, so that none is ever given twice, and which column of a list means which field.
CREATE TABLE inventory_setting (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  last_number int NOT NULL DEFAULT 0 CHECK (last_number >= 0),
  -- Heading as it is searched → field, or "" for a column that is left aside.
  columns jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id)
);
CALL protect('inventory_setting');

-- One way of a device, out of the building or back: lent to a person, or given to a firm for repair.
CREATE TABLE device_movement (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  device_id uuid NOT NULL,
  direction text NOT NULL CHECK (direction IN ('out', 'in')),
  why text NOT NULL CHECK (why IN ('lent', 'repair')),
  person_id uuid,
  supplier_id uuid,
  moved_on date NOT NULL,
  -- Out: until when, where it was said.
  back_by date CHECK (back_by >= moved_on),
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (direction = 'in' OR (CASE why WHEN 'lent' THEN person_id WHEN 'repair' THEN supplier_id END) IS NOT NULL),
  FOREIGN KEY (organization_id, device_id) REFERENCES device,
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier
);
CREATE INDEX device_movement_device ON device_movement (organization_id, device_id, moved_on, id);
CREATE INDEX device_movement_person ON device_movement (organization_id, person_id) WHERE person_id IS NOT NULL;
CALL protect('device_movement');

-- A count of everything, begun and signed off by the adviser (POL 1.3 i: every six months).
CREATE TABLE inventory_review (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  begun_on date NOT NULL,
  begun_by text,
  signed_on date CHECK (signed_on >= begun_on),
  signed_by text,
  note text,
  -- What it found, once signed.
  expected int,
  seen int,
  missing int,
  added int,
  content_hash text,
  model jsonb,
  audit_head text,
  pdf_file_id uuid,
  docx_file_id uuid,
  xlsx_file_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((signed_on IS NULL) = (content_hash IS NULL)),
  FOREIGN KEY (organization_id, pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, docx_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, xlsx_file_id) REFERENCES file
);
CREATE UNIQUE INDEX inventory_review_open ON inventory_review (organization_id) WHERE signed_on IS NULL;
-- The content is covered by its hash, and kept whole in the frozen files.
CALL protect('inventory_review', left_out => 'model');

-- A device that was seen at a count, and where.
CREATE TABLE inventory_sighting (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  review_id uuid NOT NULL,
  device_id uuid NOT NULL,
  zone_id uuid,
  seen_on date NOT NULL,
  seen_by text,
  found text NOT NULL CHECK (found IN ('label', 'hand')),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, review_id, device_id),
  FOREIGN KEY (organization_id, review_id) REFERENCES inventory_review ON DELETE CASCADE,
  FOREIGN KEY (organization_id, device_id) REFERENCES device,
  FOREIGN KEY (organization_id, zone_id) REFERENCES zone
);
CALL protect('inventory_sighting');

-- A review that was signed does not change, and neither does what was seen in it.
CREATE FUNCTION inventory_review_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM organization o WHERE o.id = OLD.organization_id) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'a review of the inventory that was signed does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER inventory_review_frozen BEFORE UPDATE OR DELETE ON inventory_review FOR EACH ROW WHEN (OLD.signed_on IS NOT NULL) EXECUTE FUNCTION inventory_review_frozen();

-- Data taken off a device for good: before it leaves, is repaired outside, or is given to somebody else.
CREATE TABLE device_erasure (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  device_id uuid NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('disposal', 'reassignment', 'repair', 'leaseEnd')),
  medium text NOT NULL,
  method text NOT NULL,
  ordered_on date NOT NULL,
  ordered_by text,
  erased_on date NOT NULL CHECK (erased_on >= ordered_on),
  carried_out_by text NOT NULL,
  -- The adviser was there, or looked at the result after.
  checked text NOT NULL CHECK (checked IN ('present', 'after')),
  checked_by text,
  file_id uuid,
  intervention_id uuid,
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, device_id) REFERENCES device,
  FOREIGN KEY (organization_id, file_id) REFERENCES file
);
CREATE INDEX device_erasure_device ON device_erasure (organization_id, device_id, erased_on);
CALL protect('device_erasure');
