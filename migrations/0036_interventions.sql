-- Interventions and the checks that come back (POL 1.3 d, 1.6, 1.9; MES 2.10), and how outsiders announce them.

-- A piece of work on equipment or software: announced, agreed, carried out. It has its number in its year from the announcement on, and keeps it.
CREATE TABLE intervention (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  year int NOT NULL,
  number int NOT NULL CHECK (number > 0),
  -- repair, update, emergencyPowerTest, mediaRotation, disposal, installation, check, other.
  nature text NOT NULL,
  subject text NOT NULL,
  -- Why it is needed, and whatever the adviser has to know.
  reason text,
  urgent boolean NOT NULL DEFAULT false,
  remote boolean NOT NULL DEFAULT false,
  planned_on date,
  planned_time text,
  device_id uuid,
  resource_id uuid,
  zone_id uuid,
  supplier_id uuid,
  -- Who does it: a person of the register, and names in words (those of a firm's people, mostly).
  by_person_id uuid,
  by_names text,
  -- page, link (a firm's), mail, record (another room, a check), workbook.
  how text NOT NULL,
  announced_on date NOT NULL,
  announced_at timestamptz NOT NULL,
  announced_by uuid,
  announced_name text,
  -- The adviser asked something, and nobody has answered.
  question text,
  decision text CHECK (decision IN ('agreed', 'refused')),
  decided_on date,
  decided_by_id uuid,
  decided_name text,
  -- page, or link (the one in the mail).
  decided_how text,
  decision_note text,
  start date,
  start_time text,
  "end" date,
  end_time text,
  -- It began before anybody had agreed: told, and to be ratified.
  unagreed boolean NOT NULL DEFAULT false,
  outcome text CHECK (outcome IN ('good', 'notGood')),
  result text,
  follow_up text,
  cancelled_on date,
  cancel_reason text,
  -- Of one from afar: by which agreement, from where, who looked on, whether the user was warned and nothing of the contents was read (MES 2.10).
  maintenance_id uuid,
  remote_from text,
  supervised_by_id uuid,
  user_warned boolean,
  contents_unread boolean,
  check_id uuid,
  -- The record of another room that it was born from.
  origin_kind text,
  origin_id uuid,
  -- How often it was put right after it was agreed or carried out.
  corrections int NOT NULL DEFAULT 0,
  search_text text NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, year, number),
  CHECK ((decision IS NULL) = (decided_on IS NULL)),
  CHECK ("end" IS NULL OR (start IS NOT NULL AND "end" >= start)),
  CHECK (start IS NULL OR "end" IS NULL OR "end" > start OR start_time IS NULL OR end_time IS NULL OR end_time >= start_time),
  CHECK (("end" IS NULL) = (outcome IS NULL)),
  CHECK ((cancelled_on IS NULL) = (cancel_reason IS NULL)),
  CHECK (cancelled_on IS NULL OR start IS NULL),
  CHECK ((origin_kind IS NULL) = (origin_id IS NULL)),
  FOREIGN KEY (organization_id, device_id) REFERENCES device,
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource,
  FOREIGN KEY (organization_id, zone_id) REFERENCES zone,
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier,
  FOREIGN KEY (organization_id, by_person_id) REFERENCES person,
  FOREIGN KEY (organization_id, decided_by_id) REFERENCES person,
  FOREIGN KEY (organization_id, supervised_by_id) REFERENCES person
);
CREATE INDEX intervention_check ON intervention (organization_id, check_id, start) WHERE check_id IS NOT NULL;
CREATE INDEX intervention_device ON intervention (organization_id, device_id) WHERE device_id IS NOT NULL;
CREATE INDEX intervention_open ON intervention (organization_id, announced_on) WHERE "end" IS NULL AND cancelled_on IS NULL;
CREATE INDEX intervention_unagreed ON intervention (organization_id) WHERE unagreed AND decision IS NULL;
CALL protect('intervention');

-- Numbers never move and nothing disappears; what was agreed, and what was done, changes as a correction that says so.
CREATE FUNCTION intervention_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM organization o WHERE o.id = OLD.organization_id) THEN RAISE EXCEPTION 'an intervention keeps its place in the table of its year' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN OLD;
  END IF;
  IF (NEW.year, NEW.number, NEW.announced_on) IS DISTINCT FROM (OLD.year, OLD.number, OLD.announced_on) THEN
    RAISE EXCEPTION 'an intervention keeps its number' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.corrections = OLD.corrections AND (
    ((OLD.decision IS NOT NULL OR OLD.start IS NOT NULL) AND
      (NEW.nature, NEW.subject, NEW.remote, NEW.planned_on, NEW.planned_time, NEW.device_id, NEW.resource_id, NEW.zone_id, NEW.supplier_id)
      IS DISTINCT FROM (OLD.nature, OLD.subject, OLD.remote, OLD.planned_on, OLD.planned_time, OLD.device_id, OLD.resource_id, OLD.zone_id, OLD.supplier_id))
    OR (OLD."end" IS NOT NULL AND (NEW.start, NEW.start_time, NEW."end", NEW.end_time, NEW.outcome, NEW.result) IS DISTINCT FROM (OLD.start, OLD.start_time, OLD."end", OLD.end_time, OLD.outcome, OLD.result))
  ) THEN
    RAISE EXCEPTION 'what was agreed changes as a correction' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER intervention_kept BEFORE UPDATE OR DELETE ON intervention FOR EACH ROW EXECUTE FUNCTION intervention_kept();

-- What was said and done about it, in order: asked, answered, agreed, refused, ratified, started, done, cancelled, corrected.
CREATE TABLE intervention_event (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  intervention_id uuid NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  by uuid,
  by_name text,
  text text,
  -- Of a correction: the fields as they were, and as they are.
  before jsonb,
  after jsonb,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, intervention_id) REFERENCES intervention
);
CREATE INDEX intervention_event_of ON intervention_event (organization_id, intervention_id, at);
CALL protect('intervention_event');

-- Something to look at again and again: emergency power, alarms, extinguishers, backups, restores. Each time is an intervention.
CREATE TABLE recurring_check (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  title text NOT NULL,
  rule text NOT NULL,
  nature text NOT NULL,
  -- Where the rule of the house is not what this one needs.
  every_amount int CHECK (every_amount > 0),
  every_unit text CHECK (every_unit IN ('day', 'month', 'year')),
  -- own, or the room's record that asks for it: protection, backup, plan, device.
  origin_kind text NOT NULL,
  origin_id uuid,
  owner_role text,
  owner_id uuid,
  device_id uuid,
  resource_id uuid,
  zone_id uuid,
  supplier_id uuid,
  -- When it is due where it was never done.
  first_on date NOT NULL,
  note text,
  dropped_on date,
  dropped_because text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((every_amount IS NULL) = (every_unit IS NULL)),
  CHECK ((origin_kind = 'own') = (origin_id IS NULL)),
  CHECK ((dropped_on IS NULL) = (dropped_because IS NULL)),
  FOREIGN KEY (organization_id, owner_id) REFERENCES person,
  FOREIGN KEY (organization_id, device_id) REFERENCES device,
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource,
  FOREIGN KEY (organization_id, zone_id) REFERENCES zone,
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier
);
CREATE UNIQUE INDEX recurring_check_origin ON recurring_check (organization_id, origin_kind, origin_id, rule) WHERE origin_id IS NOT NULL AND dropped_on IS NULL;
CREATE INDEX recurring_check_living ON recurring_check (organization_id) WHERE dropped_on IS NULL;
CALL protect('recurring_check');
ALTER TABLE intervention ADD FOREIGN KEY (organization_id, check_id) REFERENCES recurring_check;

-- What a centre chose about its interventions.
CREATE TABLE intervention_setting (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  -- Urgent ones may begin before the adviser has agreed: told at once, ratified after.
  urgent_first boolean NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id)
);
CALL protect('intervention_setting');

-- The table of a year as it was at the end of that year, frozen with its document.
CREATE TABLE intervention_year (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  year int NOT NULL,
  language text NOT NULL CHECK (language IN ('fr', 'nl', 'de')),
  interventions int NOT NULL,
  frozen_at timestamptz NOT NULL,
  frozen_by uuid,
  frozen_name text NOT NULL,
  content_hash text NOT NULL,
  model jsonb NOT NULL,
  audit_head text,
  pdf_file_id uuid NOT NULL,
  docx_file_id uuid NOT NULL,
  xlsx_file_id uuid NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, year),
  FOREIGN KEY (organization_id, pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, docx_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, xlsx_file_id) REFERENCES file
);
-- The content is covered by its hash, and kept whole in the frozen files.
CALL protect('intervention_year', left_out => 'model');

CREATE FUNCTION intervention_year_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM organization o WHERE o.id = OLD.organization_id) THEN RETURN OLD; END IF;
  -- Whose row it is, the policy of the table says.
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - '{organization_id,version}'::text[] = to_jsonb(OLD) - '{organization_id,version}'::text[] THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the table of a year that was frozen does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER intervention_year_frozen BEFORE UPDATE OR DELETE ON intervention_year FOR EACH ROW EXECUTE FUNCTION intervention_year_frozen();

-- Maintenance from afar by a firm, agreed beforehand by the adviser, the head of IT and the controller (MES 2.10); each session is an intervention.
CREATE TABLE remote_maintenance (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  supplier_id uuid NOT NULL,
  contract_id uuid,
  -- What is maintained, by what means, from where, and who looks on.
  subject text NOT NULL,
  means text NOT NULL,
  origin text NOT NULL,
  supervision text NOT NULL,
  resource_id uuid,
  device_id uuid,
  start date NOT NULL,
  "end" date,
  adviser_on date,
  adviser_name text,
  it_head_on date,
  it_head_name text,
  controller_on date,
  controller_name text,
  withdrawn_on date,
  withdrawal_reason text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ("end" IS NULL OR "end" >= start),
  CHECK ((adviser_on IS NULL) = (adviser_name IS NULL)),
  CHECK ((it_head_on IS NULL) = (it_head_name IS NULL)),
  CHECK ((controller_on IS NULL) = (controller_name IS NULL)),
  CHECK ((withdrawn_on IS NULL) = (withdrawal_reason IS NULL)),
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier,
  FOREIGN KEY (organization_id, contract_id) REFERENCES supplier_contract,
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource,
  FOREIGN KEY (organization_id, device_id) REFERENCES device
);
CREATE INDEX remote_maintenance_firm ON remote_maintenance (organization_id, supplier_id);
CALL protect('remote_maintenance');
ALTER TABLE intervention ADD FOREIGN KEY (organization_id, maintenance_id) REFERENCES remote_maintenance;

-- The address in a mail by which one person answers for one intervention, once: its secret is kept hashed, and the page it opens has the buttons.
CREATE TABLE intervention_link (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  intervention_id uuid NOT NULL,
  account_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, intervention_id) REFERENCES intervention
);
CREATE INDEX intervention_link_token ON intervention_link (token_hash);
CREATE INDEX intervention_link_of ON intervention_link (organization_id, intervention_id);
CALL protect('intervention_link', left_out => 'token_hash');

-- The address by which a firm announces its interventions and tells how they ended, without an account. Revoked when it is no longer the firm's.
CREATE TABLE firm_link (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  supplier_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid,
  revoked_at timestamptz,
  -- The day it was last opened, so that a link nobody uses is seen.
  used_on date,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier
);
CREATE INDEX firm_link_token ON firm_link (token_hash);
CREATE INDEX firm_link_firm ON firm_link (organization_id, supplier_id);
CALL protect('firm_link', left_out => 'token_hash');

-- Whose address a secret is: asked before any scope is known, hence with the owner's rights; it tells nothing but two ids.
CREATE FUNCTION intervention_link_of(hash bytea) RETURNS TABLE (organization_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.organization_id, l.id FROM intervention_link l WHERE l.token_hash = hash
$$;
CREATE FUNCTION firm_link_of(hash bytea) RETURNS TABLE (organization_id uuid, id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.organization_id, l.id FROM firm_link l WHERE l.token_hash = hash
$$;
REVOKE EXECUTE ON FUNCTION intervention_link_of(bytea), firm_link_of(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intervention_link_of(bytea), firm_link_of(bytea) TO beffroi_app;

-- Letters about an intervention that wait to leave: to agree, or to be told that an urgent one has begun.
CREATE TABLE intervention_letter (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  intervention_id uuid NOT NULL,
  account_id uuid NOT NULL,
  -- asked: to agree; begun: it began before anybody agreed; answered: what was asked was answered.
  kind text NOT NULL,
  made_at timestamptz NOT NULL,
  sent_at timestamptz,
  fault text,
  taken_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, intervention_id) REFERENCES intervention
);
CREATE INDEX intervention_letter_waiting ON intervention_letter (made_at) WHERE sent_at IS NULL AND fault IS NULL;
CALL protect('intervention_letter', left_out => 'taken_at');

-- The mailbox to which interventions are announced, and how far it was read.
CREATE TABLE mailbox (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  address text NOT NULL,
  host text NOT NULL,
  port int NOT NULL CHECK (port BETWEEN 1 AND 65535),
  security text NOT NULL CHECK (security IN ('none', 'startTls', 'tls')),
  username text NOT NULL,
  password bytea NOT NULL,
  folder text NOT NULL,
  enabled boolean NOT NULL,
  -- Of the folder as the server names it; where it changes, all uids are new.
  uid_validity bigint,
  last_uid bigint,
  read_at timestamptz,
  fault text,
  fault_since timestamptz,
  fault_told_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id)
);
CALL protect('mailbox', left_out => 'password,last_uid,read_at');

-- A mail that came there, once: what became of it stands in the same transaction.
CREATE TABLE incoming_mail (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  uid_validity bigint NOT NULL,
  uid bigint NOT NULL,
  message_id text,
  sender text,
  sender_name text,
  subject text,
  text text,
  sent_at timestamptz,
  received_at timestamptz NOT NULL,
  -- taken: an intervention was made, or its answer noted; toSort: somebody must look; automatic, refused: nothing is made of it; filed, setAside: somebody looked.
  state text NOT NULL CHECK (state IN ('taken', 'toSort', 'automatic', 'refused', 'filed', 'setAside')),
  -- Why it was not taken: unknownSender, forgedSender, tooLarge, unreadable, empty, automatic, loop.
  why text,
  supplier_id uuid,
  person_id uuid,
  intervention_id uuid,
  sorted_on date,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, uid_validity, uid),
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier,
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, intervention_id) REFERENCES intervention
);
CREATE UNIQUE INDEX incoming_mail_message ON incoming_mail (organization_id, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX incoming_mail_to_sort ON incoming_mail (organization_id, received_at) WHERE state = 'toSort';
CALL protect('incoming_mail', left_out => 'text');

-- Where letters about interventions wait, or a mailbox is to be read: asked by jobs, which belong to no centre; it tells nothing but ids.
CREATE FUNCTION intervention_letters_waiting() RETURNS TABLE (organization_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT l.organization_id FROM intervention_letter l WHERE l.sent_at IS NULL AND l.fault IS NULL
$$;
CREATE FUNCTION mailboxes_enabled() RETURNS TABLE (organization_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.organization_id FROM mailbox m WHERE m.enabled
$$;
REVOKE EXECUTE ON FUNCTION intervention_letters_waiting(), mailboxes_enabled() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intervention_letters_waiting(), mailboxes_enabled() TO beffroi_app;
