-- Remote maintenance as it is asked for, agreed and carried out (MES 2.10).

-- Who was there when somebody connected: warned, not warned, or nobody at the machine.
ALTER TABLE intervention ALTER COLUMN user_warned TYPE text USING CASE WHEN user_warned THEN 'yes' WHEN NOT user_warned THEN 'no' END;
ALTER TABLE intervention ADD CONSTRAINT intervention_user_warned CHECK (user_warned IN ('yes', 'no', 'nobody'));
CREATE INDEX intervention_maintenance ON intervention (organization_id, maintenance_id, start) WHERE maintenance_id IS NOT NULL;
-- Firms that connected without an agreement.
CREATE INDEX intervention_uncovered ON intervention (organization_id, supplier_id, start) WHERE remote AND maintenance_id IS NULL AND supplier_id IS NOT NULL AND start IS NOT NULL;

-- The day it was asked for, and who agreed, where the register of people knows them; else their names stand.
ALTER TABLE remote_maintenance
  ADD COLUMN asked_on date NOT NULL DEFAULT CURRENT_DATE,
  ADD COLUMN adviser_id uuid,
  ADD COLUMN it_head_id uuid,
  ADD COLUMN controller_id uuid,
  ADD FOREIGN KEY (organization_id, adviser_id) REFERENCES person,
  ADD FOREIGN KEY (organization_id, it_head_id) REFERENCES person,
  ADD FOREIGN KEY (organization_id, controller_id) REFERENCES person,
  DROP CONSTRAINT remote_maintenance_check1,
  DROP CONSTRAINT remote_maintenance_check2,
  DROP CONSTRAINT remote_maintenance_check3,
  ADD CONSTRAINT remote_maintenance_adviser CHECK ((adviser_on IS NOT NULL) = (adviser_id IS NOT NULL OR adviser_name IS NOT NULL)),
  ADD CONSTRAINT remote_maintenance_it_head CHECK ((it_head_on IS NOT NULL) = (it_head_id IS NOT NULL OR it_head_name IS NOT NULL)),
  ADD CONSTRAINT remote_maintenance_controller CHECK ((controller_on IS NOT NULL) = (controller_id IS NOT NULL OR controller_name IS NOT NULL));
ALTER TABLE remote_maintenance ALTER COLUMN asked_on DROP DEFAULT;

-- What three have agreed to stays what it was: something else is another agreement.
CREATE FUNCTION remote_maintenance_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.adviser_on IS NOT NULL AND OLD.it_head_on IS NOT NULL AND OLD.controller_on IS NOT NULL AND
    (NEW.subject, NEW.means, NEW.origin, NEW.supervision, NEW.start, NEW."end", NEW.adviser_on, NEW.it_head_on, NEW.controller_on)
    IS DISTINCT FROM (OLD.subject, OLD.means, OLD.origin, OLD.supervision, OLD.start, OLD."end", OLD.adviser_on, OLD.it_head_on, OLD.controller_on) THEN
    RAISE EXCEPTION 'what was agreed of remote maintenance does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER remote_maintenance_kept BEFORE UPDATE ON remote_maintenance FOR EACH ROW EXECUTE FUNCTION remote_maintenance_kept();
