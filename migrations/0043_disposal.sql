-- Disposal: several devices on one list, one order, one record (POL 1.3 d); and what is answered for data that leave or change hands otherwise (MES).

-- An order of disposal and what became of it: drafted, ordered, carried out, checked; or cancelled, with the reason.
CREATE TABLE disposal (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  title text NOT NULL,
  -- How the devices leave: disposed, returned (end of lease), transferred.
  how text NOT NULL CHECK (how IN ('disposed', 'returned', 'transferred')),
  -- When it is to be carried out, and by whom: a firm, or somebody of the centre.
  planned_on date NOT NULL,
  supplier_id uuid,
  carrier text,
  note text,
  drafted_on date NOT NULL,
  drafted_by text,
  -- The order: by whom, in which capacity, signed in their own session or drawn on a screen.
  ordered_on date,
  ordered_by text,
  ordered_as text CHECK (ordered_as IN ('directorGeneral', 'adviser', 'other')),
  ordered_how text CHECK (ordered_how IN ('session', 'screen')),
  signature jsonb,
  order_hash text,
  order_model jsonb,
  order_audit_head text,
  order_pdf_file_id uuid,
  order_docx_file_id uuid,
  carried_on date,
  carried_by text,
  -- The adviser was there, or looked at the result after.
  checked text CHECK (checked IN ('present', 'after')),
  checked_on date,
  checked_by text,
  check_note text,
  -- The certificate of the firm.
  file_id uuid,
  intervention_id uuid,
  record_hash text,
  record_model jsonb,
  record_audit_head text,
  record_pdf_file_id uuid,
  record_docx_file_id uuid,
  cancelled_on date,
  cancel_reason text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((ordered_on IS NULL) = (order_hash IS NULL)),
  CHECK ((ordered_on IS NULL) = (ordered_by IS NULL)),
  CHECK (carried_on IS NULL OR carried_on >= ordered_on),
  CHECK (carried_on IS NULL OR carried_by IS NOT NULL),
  CHECK ((checked_on IS NULL) = (record_hash IS NULL)),
  CHECK (checked_on IS NULL OR (checked IS NOT NULL AND checked_on >= carried_on)),
  CHECK ((cancelled_on IS NULL) = (cancel_reason IS NULL)),
  CHECK (cancelled_on IS NULL OR carried_on IS NULL),
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier,
  FOREIGN KEY (organization_id, file_id) REFERENCES file,
  FOREIGN KEY (organization_id, order_pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, order_docx_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, record_pdf_file_id) REFERENCES file,
  FOREIGN KEY (organization_id, record_docx_file_id) REFERENCES file
);
CREATE INDEX disposal_open ON disposal (organization_id, planned_on) WHERE checked_on IS NULL AND cancelled_on IS NULL;
CREATE INDEX disposal_firm ON disposal (organization_id, supplier_id) WHERE supplier_id IS NOT NULL;
-- The contents are covered by their hashes, and kept whole in the frozen files.
CALL protect('disposal', left_out => 'order_model,record_model,signature');

-- A device on the list, with the medium it has and the method that takes its data away; without them where it holds none.
CREATE TABLE disposal_item (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  disposal_id uuid NOT NULL,
  device_id uuid NOT NULL,
  position int NOT NULL,
  medium text,
  method text,
  note text,
  -- Why it did not go that day: it stays in the inventory.
  left_because text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, disposal_id, device_id),
  CHECK ((medium IS NULL) = (method IS NULL)),
  FOREIGN KEY (organization_id, disposal_id) REFERENCES disposal ON DELETE CASCADE,
  FOREIGN KEY (organization_id, device_id) REFERENCES device
);
CREATE INDEX disposal_item_device ON disposal_item (organization_id, device_id);
CALL protect('disposal_item');

-- What was signed does not change: the order once it is signed, the whole once it was checked; a certificate may come after.
CREATE FUNCTION disposal_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  late CONSTANT text[] := '{organization_id,version,file_id}';
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM organization o WHERE o.id = OLD.organization_id) THEN RAISE EXCEPTION 'an order of disposal that was signed stays' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN OLD;
  END IF;
  IF (OLD.checked_on IS NOT NULL OR OLD.cancelled_on IS NOT NULL) AND (to_jsonb(NEW) - late IS DISTINCT FROM to_jsonb(OLD) - late OR (OLD.file_id IS NOT NULL AND NEW.file_id IS DISTINCT FROM OLD.file_id)) THEN
    RAISE EXCEPTION 'a disposal that is closed does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.title, NEW.how, NEW.planned_on, NEW.supplier_id, NEW.carrier, NEW.note, NEW.ordered_on, NEW.ordered_by, NEW.ordered_as, NEW.ordered_how, NEW.signature, NEW.order_hash, NEW.order_pdf_file_id, NEW.order_docx_file_id)
    IS DISTINCT FROM (OLD.title, OLD.how, OLD.planned_on, OLD.supplier_id, OLD.carrier, OLD.note, OLD.ordered_on, OLD.ordered_by, OLD.ordered_as, OLD.ordered_how, OLD.signature, OLD.order_hash, OLD.order_pdf_file_id, OLD.order_docx_file_id) THEN
    RAISE EXCEPTION 'an order of disposal that was signed does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER disposal_frozen BEFORE UPDATE OR DELETE ON disposal FOR EACH ROW WHEN (OLD.ordered_on IS NOT NULL OR OLD.cancelled_on IS NOT NULL) EXECUTE FUNCTION disposal_frozen();

-- An erasure that a disposal proves.
ALTER TABLE device_erasure ADD COLUMN disposal_id uuid;
ALTER TABLE device_erasure ADD FOREIGN KEY (organization_id, disposal_id) REFERENCES disposal;
CREATE INDEX device_erasure_disposal ON device_erasure (organization_id, disposal_id) WHERE disposal_id IS NOT NULL;

-- That they were there, or looked at the result after, is said by the adviser alone; until then the erasure lets nothing leave for good.
ALTER TABLE device_erasure ALTER COLUMN checked DROP NOT NULL;

-- What the adviser answers for data that are not erased: they stay with the same function, the medium stays here, a clause binds the firm, what was lost was wiped from afar.
-- One answer lets one device pass one way.
CREATE TABLE device_answer (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  device_id uuid NOT NULL,
  -- repair, reassignment, lost, register (the sheet said that it holds data, wrongly).
  way text NOT NULL CHECK (way IN ('repair', 'reassignment', 'lost', 'register')),
  answer text NOT NULL CHECK (answer IN ('mediumOut', 'clause', 'sameFunction', 'ownSessions', 'wiped', 'assessed', 'neverHeld')),
  -- To whom it may go; of a clause, the contract that holds it.
  person_id uuid,
  supplier_id uuid,
  contract_id uuid,
  answered_on date NOT NULL,
  answered_by text NOT NULL,
  note text,
  -- When it let the device pass.
  used_on date,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, device_id) REFERENCES device,
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, supplier_id) REFERENCES supplier,
  FOREIGN KEY (organization_id, contract_id) REFERENCES supplier_contract
);
CREATE INDEX device_answer_device ON device_answer (organization_id, device_id, answered_on);
CALL protect('device_answer');

-- Which answer opened a way out for repair; an erasure that let a device pass once is spent by it.
ALTER TABLE device_movement ADD COLUMN answer_id uuid;
ALTER TABLE device_movement ADD FOREIGN KEY (organization_id, answer_id) REFERENCES device_answer;
ALTER TABLE device_erasure ADD COLUMN used_on date;
UPDATE device_erasure SET used_on = erased_on WHERE purpose IN ('reassignment', 'repair');

-- Who had it last: their data lie on it until it is erased, also when it stands in the store.
ALTER TABLE device ADD COLUMN last_person_id uuid;
ALTER TABLE device ADD FOREIGN KEY (organization_id, last_person_id) REFERENCES person;
CREATE INDEX device_last_person ON device (organization_id, last_person_id) WHERE last_person_id IS NOT NULL;
UPDATE device SET last_person_id = person_id WHERE person_id IS NOT NULL AND retired_on IS NULL;
CREATE FUNCTION device_hands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.person_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.person_id IS DISTINCT FROM OLD.person_id) THEN NEW.last_person_id := NEW.person_id; END IF;
  IF TG_OP = 'UPDATE' AND NEW.person_id IS NULL AND OLD.person_id IS NOT NULL THEN NEW.last_person_id := OLD.person_id; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER device_hands BEFORE INSERT OR UPDATE OF person_id ON device FOR EACH ROW EXECUTE FUNCTION device_hands();
CREATE INDEX device_gone ON device (organization_id, retired_on) WHERE retired_on IS NOT NULL AND holds_data;
