-- Software and its licences (POL 1.3 d, i); what removable media need beside a device's columns; derogations (POL 1.3 h).

-- A program, a system or a service that the centre uses, with the right to use it.
CREATE TABLE software (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  publisher text,
  -- Its version, which here is called release: `version` is that of the record.
  release text,
  -- application, operatingSystem, service (used from elsewhere), own (made by the centre).
  kind text NOT NULL,
  -- user, device: so many seats; subscription: seats for a time; site: whoever works there; free.
  licence text NOT NULL CHECK (licence IN ('user', 'device', 'subscription', 'site', 'free')),
  seats int CHECK (seats > 0),
  -- How its use is counted: by what is written down below, by the rights on its resource, or by hand on a day.
  counting text NOT NULL DEFAULT 'installations' CHECK (counting IN ('installations', 'rights', 'hand')),
  noted int CHECK (noted >= 0),
  noted_on date,
  -- The last day on which its maker mends it, and the last day of the right to use it.
  support_until date,
  licence_until date,
  purchased_on date,
  price_cents bigint CHECK (price_cents >= 0),
  supplier_id uuid,
  contract_id uuid,
  owner_id uuid,
  resource_id uuid,
  -- Where the proof of the licence lies: a file here, or a place in words.
  file_id uuid,
  proof_place text,
  note text,
  -- The last day of its use.
  retired_on date,
  search_text text NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((noted IS NULL) = (noted_on IS NULL)),
  CHECK (counting <> 'rights' OR resource_id IS NOT NULL),
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier,
  FOREIGN KEY (organization_id, contract_id) REFERENCES supplier_contract,
  FOREIGN KEY (organization_id, owner_id) REFERENCES person,
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource,
  FOREIGN KEY (organization_id, file_id) REFERENCES file
);
CREATE INDEX software_name ON software (organization_id, name COLLATE names, id);
CREATE INDEX software_supplier ON software (organization_id, supplier_id) WHERE supplier_id IS NOT NULL;
CREATE INDEX software_resource ON software (organization_id, resource_id) WHERE resource_id IS NOT NULL;
CALL protect('software');

-- One seat that is taken: on a device, or by a person.
CREATE TABLE software_use (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  software_id uuid NOT NULL,
  device_id uuid,
  person_id uuid,
  since date NOT NULL,
  until date CHECK (until >= since),
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (num_nonnulls(device_id, person_id) = 1),
  FOREIGN KEY (organization_id, software_id) REFERENCES software ON DELETE CASCADE,
  FOREIGN KEY (organization_id, device_id) REFERENCES device,
  FOREIGN KEY (organization_id, person_id) REFERENCES person
);
-- A device, or a person, takes one seat of a product at a time.
CREATE UNIQUE INDEX software_use_once ON software_use (organization_id, software_id, COALESCE(device_id, person_id)) WHERE until IS NULL;
CREATE INDEX software_use_software ON software_use (organization_id, software_id, since, id);
CREATE INDEX software_use_device ON software_use (organization_id, device_id) WHERE device_id IS NOT NULL;
CREATE INDEX software_use_person ON software_use (organization_id, person_id) WHERE person_id IS NOT NULL;
CALL protect('software_use');

-- An exception to what the policy forbids (Wi-Fi, media, software from elsewhere, a device of one's own), never without an end (POL 1.3 h).
CREATE TABLE derogation (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  -- Counted within the year of its asking, without a gap.
  year int NOT NULL,
  number int NOT NULL CHECK (number > 0),
  -- wifi, removableMedia, software, privateDevice, other.
  kind text NOT NULL,
  what text NOT NULL,
  reason text NOT NULL,
  -- What is done instead, so that the risk is borne.
  measures text,
  asked_on date NOT NULL,
  asked_by_id uuid NOT NULL,
  -- For whom, and on what: a person, a device, a place, a resource; none: for the centre.
  person_id uuid,
  device_id uuid,
  zone_id uuid,
  resource_id uuid,
  starts_on date NOT NULL,
  ends_on date NOT NULL CHECK (ends_on >= starts_on),
  -- The one before, of which this is the continuation.
  renews_id uuid,
  -- The adviser's: favourable, conditional, unfavourable.
  advice text CHECK (advice IN ('favourable', 'conditional', 'unfavourable')),
  advice_text text,
  advice_on date,
  advice_by text,
  decision text CHECK (decision IN ('agreed', 'refused')),
  decision_text text,
  decided_on date,
  -- Who decided: a person of the centre; in words a body such as the council, or who signed in without being of the centre.
  decided_by_id uuid,
  decided_by text,
  -- It ended: taken back before its time, over and looked at, or carried on by another.
  ended_on date,
  ended_how text CHECK (ended_how IN ('withdrawn', 'closed', 'renewed')),
  ended_why text,
  ended_by text,
  search_text text NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, year, number),
  CHECK (num_nonnulls(advice, advice_on, advice_by) IN (0, 3)),
  CHECK (num_nonnulls(decision, decided_on) IN (0, 2)),
  CHECK (num_nonnulls(decided_by_id, decided_by) = num_nonnulls(decision)),
  CHECK (num_nonnulls(ended_on, ended_how) IN (0, 2)),
  FOREIGN KEY (organization_id, asked_by_id) REFERENCES person,
  FOREIGN KEY (organization_id, decided_by_id) REFERENCES person,
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, device_id) REFERENCES device,
  FOREIGN KEY (organization_id, zone_id) REFERENCES zone,
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource,
  FOREIGN KEY (organization_id, renews_id) REFERENCES derogation
);
CREATE INDEX derogation_end ON derogation (organization_id, ends_on);
CREATE INDEX derogation_person ON derogation (organization_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX derogation_asker ON derogation (organization_id, asked_by_id);
CREATE INDEX derogation_decider ON derogation (organization_id, decided_by_id) WHERE decided_by_id IS NOT NULL;
CREATE INDEX derogation_device ON derogation (organization_id, device_id) WHERE device_id IS NOT NULL;
CALL protect('derogation');
