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
