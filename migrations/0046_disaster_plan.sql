-- The disaster plan of a centre (POL 1.6, 9; MES 2.8): what the document is drawn from. Its versions and their approval are those of the documents.

-- Whom to call, in which order, and by whom they are called. A number is its own here: that of the office is of no use when the office is gone.
CREATE TABLE call_entry (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  position int NOT NULL DEFAULT 0,
  task text NOT NULL CHECK (task IN ('leads', 'replaces', 'security', 'informatics', 'services', 'premises', 'communication', 'privacy', 'rescue', 'supplier', 'authority', 'insurance', 'other')),
  person_id uuid,
  supplier_id uuid,
  -- Whoever is neither: the police, the insurer.
  name text,
  phone text,
  second_phone text,
  called_by_id uuid,
  -- None: in every scenario.
  scenarios jsonb NOT NULL DEFAULT '[]',
  -- Everybody of the centre may see the number, not the readers of this room alone.
  for_everybody boolean NOT NULL DEFAULT false,
  on_card boolean NOT NULL DEFAULT true,
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (num_nonnulls(person_id, supplier_id, name) = 1),
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier,
  FOREIGN KEY (organization_id, called_by_id) REFERENCES call_entry ON DELETE SET NULL (called_by_id)
);
CREATE INDEX call_entry_order ON call_entry (organization_id, position);
CREATE INDEX call_entry_person ON call_entry (organization_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX call_entry_supplier ON call_entry (organization_id, supplier_id) WHERE supplier_id IS NOT NULL;
CREATE INDEX call_entry_caller ON call_entry (organization_id, called_by_id) WHERE called_by_id IS NOT NULL;
CALL protect('call_entry');

-- What a centre makes of the steps of the library: one in its own words, one left out with its reason, one of its own.
CREATE TABLE disaster_step (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  scenario text NOT NULL CHECK (scenario IN ('every', 'building', 'server', 'telecommunications', 'people', 'ransomware')),
  phase text NOT NULL CHECK (phase IN ('atOnce', 'firstDay', 'after')),
  library_key text,
  text text,
  dropped_reason text,
  who text,
  position int NOT NULL DEFAULT 0,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (library_key IS NOT NULL OR (text IS NOT NULL AND dropped_reason IS NULL))
);
CREATE UNIQUE INDEX disaster_step_library ON disaster_step (organization_id, library_key) WHERE library_key IS NOT NULL;
CREATE INDEX disaster_step_scenario ON disaster_step (organization_id, scenario, position);
CALL protect('disaster_step');

-- What must not stop: within how many hours, by whom, where, and by what means when nothing but paper is left.
CREATE TABLE minimum_service (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  position int NOT NULL DEFAULT 0,
  name text NOT NULL,
  within_hours int NOT NULL CHECK (within_hours > 0),
  what text NOT NULL,
  lead_id uuid,
  deputy_id uuid,
  people text,
  place text,
  means text,
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, name),
  FOREIGN KEY (organization_id, lead_id) REFERENCES person,
  FOREIGN KEY (organization_id, deputy_id) REFERENCES person
);
CREATE INDEX minimum_service_lead ON minimum_service (organization_id, lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX minimum_service_deputy ON minimum_service (organization_id, deputy_id) WHERE deputy_id IS NOT NULL;
CALL protect('minimum_service');

-- Where the work goes on when the building cannot be used.
CREATE TABLE fallback_place (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  position int NOT NULL DEFAULT 0,
  name text NOT NULL,
  address text NOT NULL,
  contact text,
  phone text,
  seats int CHECK (seats > 0),
  equipment text,
  agreed_on date,
  agreed_until date,
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, name)
);
CALL protect('fallback_place');

-- In which order the resources come back.
CREATE TABLE restart_item (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  position int NOT NULL DEFAULT 0,
  resource_id uuid,
  name text,
  within_hours int CHECK (within_hours > 0),
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (num_nonnulls(resource_id, name) = 1),
  UNIQUE (organization_id, resource_id),
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource
);
CALL protect('restart_item');

-- The plan or its card outside the building: who keeps it and where, which version, since when, and when somebody last saw that it is there.
CREATE TABLE disaster_copy (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  content text NOT NULL CHECK (content IN ('plan', 'card', 'both')),
  medium text NOT NULL CHECK (medium IN ('paper', 'phone', 'key', 'elsewhere')),
  -- Null: what was given away had not been approved.
  document_version_id uuid,
  place text NOT NULL,
  person_id uuid,
  holder text,
  given_on date NOT NULL,
  confirmed_on date,
  ended_on date,
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (num_nonnulls(person_id, holder) = 1),
  CHECK (confirmed_on >= given_on),
  CHECK (ended_on >= given_on),
  FOREIGN KEY (organization_id, document_version_id) REFERENCES document_version,
  FOREIGN KEY (organization_id, person_id) REFERENCES person
);
CREATE INDEX disaster_copy_person ON disaster_copy (organization_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX disaster_copy_version ON disaster_copy (organization_id, document_version_id) WHERE document_version_id IS NOT NULL;
CALL protect('disaster_copy');

-- A service that was lost and came back, or has not yet.
CREATE TABLE outage (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  what text NOT NULL,
  scenario text NOT NULL CHECK (scenario IN ('building', 'server', 'telecommunications', 'people', 'ransomware', 'other')),
  started_at timestamptz NOT NULL,
  restored_at timestamptz CHECK (restored_at >= started_at),
  resource_id uuid,
  -- The backup whose objective counts; null: that of the whole centre.
  plan_id uuid,
  supplier_id uuid,
  cause text,
  consequence text,
  told text,
  lessons text,
  intervention_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource,
  FOREIGN KEY (organization_id, plan_id) REFERENCES backup_plan,
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier,
  FOREIGN KEY (organization_id, intervention_id) REFERENCES intervention
);
CREATE INDEX outage_started ON outage (organization_id, started_at DESC);
CREATE INDEX outage_open ON outage (organization_id) WHERE restored_at IS NULL;
CALL protect('outage');
