-- Where things are, and what there is: the ground of inventories, premises, interventions, continuity and telework (POL 1.2, 1.3 i; MES 2.2, 2.3).

-- A part of the buildings with one risk and one rule about who may enter.
CREATE TABLE zone (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  building text,
  floor text,
  -- reception, office, meeting, serverRoom, archives, technical, store, common, outside, other.
  kind text NOT NULL,
  -- How grave it is that somebody enters who may not: public, internal, restricted, critical.
  risk text NOT NULL CHECK (risk IN ('public', 'internal', 'restricted', 'critical')),
  -- The right to enter it, where the register of access rights keeps one: a resource of the kind room.
  resource_id uuid,
  note text,
  retired_on date,
  position int NOT NULL DEFAULT 0,
  search_text text NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource
);
CREATE UNIQUE INDEX zone_named ON zone (organization_id, name, COALESCE(building, ''));
CREATE INDEX zone_place ON zone (organization_id, position, name COLLATE names, id);
CALL protect('zone');

-- A device, or a lot of small ones that are counted together.
CREATE TABLE device (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  -- Its number in the inventory, as it stands on its label. It is never given to another.
  number int NOT NULL,
  -- What people call it: a host name, or words.
  name text NOT NULL,
  -- desktop, laptop, tablet, phone, server, storage, networkEquipment, printer, screen, cardReader, emergencyPower, other.
  kind text NOT NULL,
  brand text,
  model text,
  serial text,
  quantity int NOT NULL DEFAULT 1 CHECK (quantity > 0),
  -- Who has it; where it stands.
  person_id uuid,
  service_id uuid,
  zone_id uuid,
  supplier_id uuid,
  purchased_on date,
  -- The last day of the warranty.
  warranty_until date,
  price_cents bigint CHECK (price_cents >= 0),
  -- owned, leased (until), private.
  tenure text NOT NULL DEFAULT 'owned' CHECK (tenure IN ('owned', 'leased', 'private')),
  leased_until date,
  -- Whether data lie on it, and whether they are encrypted; null: not known.
  holds_data boolean NOT NULL DEFAULT true,
  encrypted boolean,
  operating_system text,
  system_support_until date,
  -- What is seen of it, null where nobody looked: antivirus, automatic lock, Wi-Fi switched off, eID reader.
  antivirus boolean,
  auto_lock boolean,
  wifi text CHECK (wifi IN ('none', 'off', 'on')),
  eid_reader boolean,
  -- Whether it may leave the building: the room telework keeps what it is checked for.
  portable boolean NOT NULL DEFAULT false,
  -- When it was last seen at a count.
  counted_on date,
  -- The day it left for good, and how: disposed, returned (end of lease), lost, stolen, transferred.
  retired_on date,
  retired_how text CHECK (retired_how IN ('disposed', 'returned', 'lost', 'stolen', 'transferred')),
  note text,
  -- hand, workbook, file, scan.
  source text NOT NULL DEFAULT 'hand',
  search_text text NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, number),
  CHECK ((retired_on IS NULL) = (retired_how IS NULL)),
  CHECK (serial IS NULL OR quantity = 1),
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, service_id) REFERENCES service,
  FOREIGN KEY (organization_id, zone_id) REFERENCES zone,
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier
);
-- A serial number is one device's; what was disposed of may come back as another's only by mistake.
CREATE UNIQUE INDEX device_serial ON device (organization_id, upper(serial), COALESCE(lower(brand), '')) WHERE serial IS NOT NULL;
CREATE INDEX device_name ON device (organization_id, name COLLATE names, id);
CREATE INDEX device_person ON device (organization_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX device_zone ON device (organization_id, zone_id) WHERE zone_id IS NOT NULL;
CALL protect('device');
