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
