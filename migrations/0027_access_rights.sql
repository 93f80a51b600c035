-- Firms, what may be reached, and who may reach it (POL 1.4, 3; MES 2.8, 2.10, 2.11).
CREATE TABLE supplier (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  -- What the firm does for the centre: software, itServices, network, hosting, telephony, security, cleaning, archives, other.
  kind text NOT NULL,
  enterprise_number text,
  address text,
  email text,
  phone text,
  -- Where letters about accounts and calls for help go, if elsewhere.
  support_email text,
  support_phone text,
  -- Whether it handles personal data for the centre, as a processor.
  processor boolean NOT NULL DEFAULT false,
  note text,
  ended_on date,
  search_text text NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, name),
  UNIQUE (organization_id, enterprise_number)
);
CALL protect('supplier');

CREATE TABLE supplier_contract (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  supplier_id uuid NOT NULL,
  title text NOT NULL,
  reference text,
  start date NOT NULL,
  "end" date CHECK ("end" >= start),
  -- The clauses it holds, each {kind, covered, at}: confidentiality, security, processing, incidents, audit, remoteMaintenance, subcontracting, return.
  clauses jsonb NOT NULL DEFAULT '[]',
  -- Whether its confidentiality clause covers the firm's people by name, so that they need no undertaking of their own.
  covers_people boolean NOT NULL DEFAULT false,
  -- The clauses are checked at signature and at each renewal (MES 2.11).
  checked_on date,
  checked_by_id uuid,
  file_id uuid,
  note text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier,
  FOREIGN KEY (organization_id, checked_by_id) REFERENCES person,
  FOREIGN KEY (organization_id, file_id) REFERENCES file
);
CREATE INDEX supplier_contract_supplier ON supplier_contract (organization_id, supplier_id, start);
CALL protect('supplier_contract');

-- The people of a firm who come or connect: each is a person of the register, of the kind outsider.
CREATE TABLE supplier_person (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  supplier_id uuid NOT NULL,
  person_id uuid NOT NULL,
  contract_id uuid,
  task text,
  start date NOT NULL,
  "end" date CHECK ("end" >= start),
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier,
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, contract_id) REFERENCES supplier_contract
);
CREATE INDEX supplier_person_supplier ON supplier_person (organization_id, supplier_id);
CREATE INDEX supplier_person_person ON supplier_person (organization_id, person_id);
CALL protect('supplier_person');

-- Whatever somebody may have access to, on paper as on a screen.
CREATE TABLE resource (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  name text NOT NULL,
  -- application, bcssFlow, portal, server, networkEquipment, domain, computer (stands alone), mailbox, folder, remoteAccess, room, key, code, other.
  kind text NOT NULL,
  -- Its entry in library/access/catalogue.yaml, where it came from there.
  catalogue_id text,
  description text,
  owner_id uuid,
  owner_service_id uuid,
  supplier_id uuid,
  -- Whether social data of persons pass through: the minimum norms ask it.
  social_data boolean NOT NULL DEFAULT false,
  -- The levels of right that it offers, lowest first, of: hold (a key, a room, a mailbox), read, write, validate, administer.
  levels text[] NOT NULL CHECK (cardinality(levels) BETWEEN 1 AND 5),
  -- Where the list of its accounts comes from: none, file, activeDirectory, microsoft365, ldap, paper.
  account_source text NOT NULL DEFAULT 'none',
  -- How accounts are named in it, as an example or a pattern for whoever reads.
  identifier_format text,
  -- BCSS flows: the authorisations, each {deliberation, date, purpose, conditions, from, until}.
  authorisations jsonb NOT NULL DEFAULT '[]',
  retired_on date,
  -- Place in the list and the matrix.
  position int NOT NULL DEFAULT 0,
  search_text text NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, name),
  FOREIGN KEY (organization_id, owner_id) REFERENCES person,
  FOREIGN KEY (organization_id, owner_service_id) REFERENCES service,
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier
);
CREATE INDEX resource_place ON resource (organization_id, position, name COLLATE names, id);
CREATE INDEX resource_supplier ON resource (organization_id, supplier_id) WHERE supplier_id IS NOT NULL;
CALL protect('resource');

-- A right of one person: asked, agreed, given, and ended. It counts on each day from `start` to LEAST(until, ended_on), both included.
CREATE TABLE access_grant (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  resource_id uuid NOT NULL,
  level text NOT NULL CHECK (level IN ('hold', 'read', 'write', 'validate', 'administer')),
  -- How the person is known there: never a password.
  account text,
  reason text,
  asked_on date,
  asked_by_id uuid,
  -- In words where the person who asked or agreed stands in no register.
  asked_by text,
  agreed_on date,
  agreed_by_id uuid,
  agreed_by text,
  refused_on date,
  refusal_reason text,
  start date,
  -- A temporary right ends by itself after this day.
  until date CHECK (until >= start),
  -- It is to be withdrawn: decided, and not done yet.
  withdrawal_on date,
  withdrawal_reason text,
  -- The last day on which it was there, once it was taken away.
  ended_on date CHECK (ended_on >= start),
  -- departure, change, suspension, review, reconciliation, correction, other.
  ended_because text,
  -- Where it comes from: hand, profile, case, review, reconciliation, intake.
  source text NOT NULL DEFAULT 'hand',
  -- The right that this one takes up again, after a suspension.
  resumes_id uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((ended_on IS NULL) = (ended_because IS NULL)),
  CHECK (ended_on IS NULL OR start IS NOT NULL),
  CHECK (refused_on IS NULL OR start IS NULL),
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource,
  FOREIGN KEY (organization_id, asked_by_id) REFERENCES person,
  FOREIGN KEY (organization_id, agreed_by_id) REFERENCES person,
  FOREIGN KEY (organization_id, resumes_id) REFERENCES access_grant
);
-- A right is there once: of two who give the same at once, the second is refused. Temporary ones of the past may repeat.
CREATE UNIQUE INDEX access_grant_once ON access_grant (organization_id, person_id, resource_id, level, COALESCE(until, 'infinity'::date)) WHERE ended_on IS NULL AND refused_on IS NULL;
CREATE INDEX access_grant_person ON access_grant (organization_id, person_id, start);
CREATE INDEX access_grant_resource ON access_grant (organization_id, resource_id, start);
CREATE INDEX access_grant_open ON access_grant (organization_id, until) WHERE ended_on IS NULL AND refused_on IS NULL;
CALL protect('access_grant');
