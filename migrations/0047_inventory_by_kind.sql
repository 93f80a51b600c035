-- What a signed count found by kind of device, for the policy (POL 1.3 i), which names the list that was frozen last. Counts signed before have none.
ALTER TABLE inventory_review ADD COLUMN kinds jsonb;

-- A review is signed in a moment, sealed with its content; its files are drawn from it afterwards, and added once. Nothing else of it changes.
CREATE OR REPLACE FUNCTION inventory_review_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE drawn text[] := ARRAY['pdf_file_id', 'docx_file_id', 'xlsx_file_id', 'version'];
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM organization o WHERE o.id = OLD.organization_id) THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND OLD.pdf_file_id IS NULL AND NEW.pdf_file_id IS NOT NULL AND to_jsonb(NEW) - drawn = to_jsonb(OLD) - drawn THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a review of the inventory that was signed does not change' USING ERRCODE = 'restrict_violation';
END $$;
