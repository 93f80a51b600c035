-- Premises: what differs from building to building in an emergency, the centre's own lines of the sheets, and which sheets hang where.

-- Where the keys of the main cut-offs and of the technical rooms lie.
ALTER TABLE premises_setting ADD COLUMN keys_at text;

-- A building whose facts are not those of the whole centre; what it leaves empty is the centre's (premises_setting).
CREATE TABLE premises_building (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  -- As zones name it.
  building text NOT NULL,
  -- What one tells the rescue services.
  address text,
  assembly_point text,
  electricity_cut text,
  water_cut text,
  gas_cut text,
  keys_at text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, building)
);
CALL protect('premises_building');

-- The centre's own lines on the sheet of a danger, beside those of the library.
CREATE TABLE emergency_wording (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  danger text NOT NULL CHECK (danger IN ('fire', 'water', 'intrusion', 'evacuation')),
  -- Each {kind: do or never, language, text, building?}; a line of one building stands on its sheets alone.
  lines jsonb NOT NULL DEFAULT '[]',
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, danger)
);
CALL protect('emergency_wording');

-- A sheet that hangs somewhere, with the facts that stood on it: where those of today differ, it is out of date.
CREATE TABLE sheet_posting (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  danger text NOT NULL CHECK (danger IN ('fire', 'water', 'intrusion', 'evacuation')),
  -- For a building, a zone, or (neither) the whole house.
  building text,
  zone_id uuid,
  posted_on date NOT NULL,
  -- The account of whoever said so.
  posted_by uuid,
  facts jsonb NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (building IS NULL OR zone_id IS NULL),
  FOREIGN KEY (organization_id, zone_id) REFERENCES zone ON DELETE CASCADE
);
CREATE UNIQUE INDEX sheet_posting_once ON sheet_posting (organization_id, danger, COALESCE(building, ''), COALESCE(zone_id, '00000000-0000-0000-0000-000000000000'));
CREATE INDEX sheet_posting_zone ON sheet_posting (organization_id, zone_id) WHERE zone_id IS NOT NULL;
CALL protect('sheet_posting');

-- The register of visitors holds those whose names are kept; ten years of visits lie behind it.
CREATE INDEX visitor_named ON visitor (organization_id, arrived_at, id) WHERE purged_on IS NULL;

-- Visitors who were announced beforehand. What names them stays out of the trail, and goes with the names of those who came.
CREATE TABLE expected_visitor (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  firm text,
  -- The Belgian day, and the time (HH:MM) where one is agreed.
  expected_on date NOT NULL,
  expected_time text CHECK (expected_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- For whom they come, of the register, or in words.
  host_id uuid,
  host text,
  escort_id uuid,
  announced_by_id uuid,
  -- The visit that it became.
  visitor_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((host_id IS NULL) <> (host IS NULL)),
  FOREIGN KEY (organization_id, host_id) REFERENCES person,
  FOREIGN KEY (organization_id, escort_id) REFERENCES person,
  FOREIGN KEY (organization_id, announced_by_id) REFERENCES person,
  FOREIGN KEY (organization_id, visitor_id) REFERENCES visitor
);
CREATE INDEX expected_visitor_day ON expected_visitor (organization_id, expected_on, expected_time);
CREATE UNIQUE INDEX expected_visitor_came ON expected_visitor (organization_id, visitor_id) WHERE visitor_id IS NOT NULL;
CALL protect('expected_visitor', left_out => 'name,firm,host_id,host,escort_id,announced_by_id');

-- Who was announced is forgotten whole, came they or not; of who came, the visit is left without names.
CREATE OR REPLACE FUNCTION purge_visitors(today date) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  purged int;
  forgotten int;
BEGIN
  DELETE FROM expected_visitor e
  WHERE e.expected_on + coalesce((SELECT s.visitor_days FROM premises_setting s WHERE s.organization_id = e.organization_id), 90) < today;
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  UPDATE visitor v SET name = '–', firm = NULL, host_id = NULL, host = NULL, escort_id = NULL, badge = NULL, signature = NULL, purged_on = today
  WHERE v.purged_on IS NULL AND (v.arrived_at AT TIME ZONE 'Europe/Brussels')::date + coalesce((SELECT s.visitor_days FROM premises_setting s WHERE s.organization_id = v.organization_id), 90) < today;
  GET DIAGNOSTICS purged = ROW_COUNT;
  RETURN purged + forgotten;
END $$;
