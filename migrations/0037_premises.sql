-- Premises: who may enter where and when, keys, passages, visitors, protections, plans and rounds (POL 1.2, 1.3 e; MES 2.2; NOR 4.3).

-- Who may enter a zone, beside those whom the register of access rights names: a category of people, or one of those people outside service hours.
CREATE TABLE zone_entry (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  zone_id uuid NOT NULL,
  -- everybody (the public), staff, service, management, council, it, archivist, cleaning, technicians, rescue, visitors.
  category text,
  service_id uuid,
  person_id uuid,
  -- During service hours, outside them, or always.
  hours text NOT NULL CHECK (hours IN ('service', 'outside', 'always')),
  -- Only with somebody of the centre beside them.
  escorted boolean NOT NULL DEFAULT false,
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((category IS NULL) <> (person_id IS NULL)),
  CHECK ((category IS NOT DISTINCT FROM 'service') = (service_id IS NOT NULL)),
  FOREIGN KEY (organization_id, zone_id) REFERENCES zone ON DELETE CASCADE,
  FOREIGN KEY (organization_id, service_id) REFERENCES service,
  FOREIGN KEY (organization_id, person_id) REFERENCES person
);
CREATE UNIQUE INDEX zone_entry_once ON zone_entry (organization_id, zone_id, COALESCE(category, ''), COALESCE(service_id, person_id, '00000000-0000-0000-0000-000000000000'));
CREATE INDEX zone_entry_person ON zone_entry (organization_id, person_id) WHERE person_id IS NOT NULL;
CALL protect('zone_entry');

-- What holds for all the buildings of a centre.
CREATE TABLE premises_setting (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  -- Service hours: days of the week (1: Monday), from and until (HH:MM, Belgian time).
  weekdays jsonb NOT NULL,
  from_time text NOT NULL,
  until_time text NOT NULL,
  -- How many days the names of visitors are kept.
  visitor_days int NOT NULL CHECK (visitor_days BETWEEN 1 AND 366),
  -- Whether visitors sign for the notice that they read.
  visitors_sign boolean NOT NULL,
  -- For the sheets on the wall: where people meet, where one cuts off, and whom one calls, each {label, phone}.
  assembly_point text,
  electricity_cut text,
  water_cut text,
  gas_cut text,
  contacts jsonb NOT NULL DEFAULT '[]',
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id)
);
CALL protect('premises_setting');

-- A key, a kind of badge, or a code that opens zones. The code itself is never kept.
CREATE TABLE premises_key (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('key', 'badge', 'code')),
  name text NOT NULL,
  -- The right to hold it, in the register of access rights.
  resource_id uuid NOT NULL,
  -- When the lock or the code was last changed.
  changed_on date,
  note text,
  retired_on date,
  search_text text NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, name),
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource
);
CREATE INDEX premises_key_resource ON premises_key (organization_id, resource_id);
CALL protect('premises_key');

-- What it opens.
CREATE TABLE premises_key_zone (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  key_id uuid NOT NULL,
  zone_id uuid NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, key_id, zone_id),
  FOREIGN KEY (organization_id, key_id) REFERENCES premises_key ON DELETE CASCADE,
  FOREIGN KEY (organization_id, zone_id) REFERENCES zone
);
CREATE INDEX premises_key_zone_zone ON premises_key_zone (organization_id, zone_id);
CALL protect('premises_key_zone');

-- One copy of a key, one badge, or that somebody knows a code.
CREATE TABLE key_copy (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  key_id uuid NOT NULL,
  -- What is engraved or printed on it.
  mark text,
  -- kept (somewhere), held (by somebody), lost, gone (destroyed, or a code that was changed since).
  state text NOT NULL CHECK (state IN ('kept', 'held', 'lost', 'gone')),
  kept_where text,
  person_id uuid,
  -- The right that goes with it.
  grant_id uuid,
  since date NOT NULL,
  -- Of a lost one: when one had done with it, and how (changed: the lock; blocked: the badge; accepted, with a reason).
  settled_on date,
  settled_how text CHECK (settled_how IN ('changed', 'blocked', 'accepted')),
  settled_note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((state = 'held') <= (person_id IS NOT NULL)),
  CHECK ((settled_on IS NULL) = (settled_how IS NULL)),
  FOREIGN KEY (organization_id, key_id) REFERENCES premises_key ON DELETE CASCADE,
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, grant_id) REFERENCES access_grant
);
CREATE UNIQUE INDEX key_copy_mark ON key_copy (organization_id, key_id, lower(mark)) WHERE mark IS NOT NULL AND state <> 'gone';
CREATE INDEX key_copy_person ON key_copy (organization_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX key_copy_key ON key_copy (organization_id, key_id, state);
CALL protect('key_copy');

-- What happened to a copy: made, given, returned, lost, found, gone.
CREATE TABLE key_move (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  copy_id uuid NOT NULL,
  what text NOT NULL,
  moved_on date NOT NULL,
  person_id uuid,
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, copy_id) REFERENCES key_copy ON DELETE CASCADE,
  FOREIGN KEY (organization_id, person_id) REFERENCES person
);
CREATE INDEX key_move_copy ON key_move (organization_id, copy_id, moved_on, id);
CALL protect('key_move');

-- Who was in the server room or the archives, when and why (POL 1.2).
CREATE TABLE passage (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  zone_id uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  left_at timestamptz CHECK (left_at >= entered_at),
  -- Somebody of the register, or an outsider by name and firm, with somebody of the centre beside them.
  person_id uuid,
  name text,
  firm text,
  escort_id uuid,
  reason text NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((person_id IS NULL) <> (name IS NULL)),
  CHECK (name IS NULL OR escort_id IS NOT NULL),
  FOREIGN KEY (organization_id, zone_id) REFERENCES zone,
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, escort_id) REFERENCES person
);
CREATE INDEX passage_day ON passage (organization_id, entered_at, id);
CREATE INDEX passage_zone ON passage (organization_id, zone_id, entered_at);
CALL protect('passage');

-- Visitors at the reception. What names them stays out of the trail, and goes when its time is over.
CREATE TABLE visitor (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  firm text,
  -- Whom they visit, of the register, or in words.
  host_id uuid,
  host text,
  escort_id uuid,
  badge text,
  arrived_at timestamptz NOT NULL,
  left_at timestamptz CHECK (left_at >= arrived_at),
  -- They had gone when somebody looked, and nobody knows when.
  left_unseen boolean NOT NULL DEFAULT false,
  -- The notice that they were shown, and their signature below it.
  language text CHECK (language IN ('fr', 'nl', 'de')),
  signature jsonb,
  signed_at timestamptz,
  -- The names were taken away on that day.
  purged_on date,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((signature IS NULL) OR (signed_at IS NOT NULL)),
  FOREIGN KEY (organization_id, host_id) REFERENCES person,
  FOREIGN KEY (organization_id, escort_id) REFERENCES person
);
CREATE INDEX visitor_day ON visitor (organization_id, arrived_at, id);
CREATE INDEX visitor_inside ON visitor (organization_id, arrived_at) WHERE left_at IS NULL AND NOT left_unseen;
CALL protect('visitor', left_out => 'name,firm,host_id,host,escort_id,badge,signature');

-- Takes the names of visitors away, in every centre, once as many days have passed as that centre keeps them.
CREATE FUNCTION purge_visitors(today date) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE purged int;
BEGIN
  UPDATE visitor v SET name = '–', firm = NULL, host_id = NULL, host = NULL, escort_id = NULL, badge = NULL, signature = NULL, purged_on = today
  WHERE v.purged_on IS NULL AND (v.arrived_at AT TIME ZONE 'Europe/Brussels')::date + coalesce((SELECT s.visitor_days FROM premises_setting s WHERE s.organization_id = v.organization_id), 90) < today;
  GET DIAGNOSTICS purged = ROW_COUNT;
  RETURN purged;
END $$;
REVOKE EXECUTE ON FUNCTION purge_visitors(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION purge_visitors(date) TO beffroi_app;

-- What protects a zone; when it is checked next stands with the recurring checks of the room interventions.
CREATE TABLE protection (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  zone_id uuid NOT NULL,
  -- alarm, smokeDetector, extinguisher, waterDetector, raisedEquipment, cooling, emergencyPower, fireDoor, camera, lock, other.
  kind text NOT NULL,
  name text NOT NULL,
  place text,
  quantity int NOT NULL DEFAULT 1 CHECK (quantity > 0),
  supplier_id uuid,
  installed_on date,
  -- How often it is checked, in months, and from when on; null: it needs no check.
  every_months int CHECK (every_months BETWEEN 1 AND 120),
  first_check_on date,
  note text,
  retired_on date,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((every_months IS NULL) = (first_check_on IS NULL)),
  FOREIGN KEY (organization_id, zone_id) REFERENCES zone,
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier
);
CREATE INDEX protection_zone ON protection (organization_id, zone_id);
CALL protect('protection');

-- A plan of a floor: an image, and the zones drawn on it.
CREATE TABLE floor_plan (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  building text,
  floor text,
  file_id uuid,
  -- Of each zone its outline, {zoneId, points: [[x, y], …]} in thousandths of width and height; one point alone marks a place.
  shapes jsonb NOT NULL DEFAULT '[]',
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, name),
  FOREIGN KEY (organization_id, file_id) REFERENCES file
);
CALL protect('floor_plan');

-- A round through the offices after hours: what lies open, what is heard.
CREATE TABLE desk_round (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  held_on date NOT NULL,
  held_by_id uuid,
  -- Each {zoneId, topic, good, note}: keyCabinet, cupboards, papers, screens, absence (files reachable while somebody is away), ear, waste.
  findings jsonb NOT NULL DEFAULT '[]',
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, held_by_id) REFERENCES person
);
CREATE INDEX desk_round_day ON desk_round (organization_id, held_on, id);
CALL protect('desk_round');
