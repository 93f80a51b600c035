-- What a person may ask of the data about them (GDPR 15, 16 and 17): to see, to have corrected, and their erasure when the retention ends.

CREATE TABLE correction_request (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  asked_on date NOT NULL,
  text text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'granted', 'refused', 'withdrawn')),
  answer text,
  answered_on date,
  answered_by uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((state IN ('granted', 'refused')) = (answered_on IS NOT NULL)),
  FOREIGN KEY (organization_id, person_id) REFERENCES person ON DELETE CASCADE
);
CREATE INDEX correction_request_person ON correction_request (organization_id, person_id);
CREATE INDEX correction_request_open ON correction_request (organization_id) WHERE state = 'open';
CALL protect('correction_request');

-- Since when a record says no more who it was of.
ALTER TABLE person ADD COLUMN erased_on date;

-- Erases from the trail what it says of a person and of the records that were theirs to the last: after their data went, in the same transaction.
-- It finds them itself, in the trail, where those that were deleted long ago and those of a record that was merged into theirs still stand: a
-- caller names nobody else's. The digests stay and the chain still verifies (audit_erase). Returns how many entries.
CREATE FUNCTION erase_trail_of(organization uuid, who uuid, reason text) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  people text[];
BEGIN
  IF (organization = ANY (scope())) IS NOT TRUE THEN RAISE EXCEPTION 'erasure outside the scope'; END IF;
  -- Only of somebody whose record says so already.
  IF NOT EXISTS (SELECT FROM person p WHERE p.organization_id = organization AND p.id = who AND p.erased_on IS NOT NULL) THEN RAISE EXCEPTION 'erasure of a trail before its data'; END IF;
  -- What was merged into it and not parted again was of the same person.
  WITH RECURSIVE theirs (id) AS (
    SELECT who::text
    UNION SELECT m.fields -> 'after' ->> 'gone_id' FROM theirs t JOIN audit_entry m
      ON m.organization_id = organization AND m.class = 'ordinary' AND m.table_name = 'person_merge' AND m.action = 'insert' AND m.fields -> 'after' ->> 'kept_id' = t.id
      WHERE NOT EXISTS (SELECT FROM audit_entry u WHERE u.organization_id = organization AND u.class = 'ordinary' AND u.table_name = 'person_merge' AND u.record_id = m.record_id
        AND u.action = 'update' AND u.fields -> 'after' ->> 'undone_at' IS NOT NULL)
  ) SELECT array_agg(id) INTO people FROM theirs;
  RETURN audit_erase(organization, 'ordinary', ARRAY(
    SELECT e.id FROM audit_entry e WHERE e.organization_id = organization AND e.class = 'ordinary' AND e.erased_at IS NULL AND e.action IN ('insert', 'update', 'delete')
      AND (e.table_name = 'person' AND e.record_id = ANY (people::uuid[])
        OR e.table_name IN ('contract', 'candidacy', 'correction_request', 'invitation')
          AND (SELECT COALESCE(o.fields -> 'after' ->> 'person_id', o.fields -> 'before' ->> 'person_id') FROM audit_entry o
            WHERE o.organization_id = organization AND o.class = 'ordinary' AND o.table_name = e.table_name AND o.record_id = e.record_id
              AND (o.fields -> 'after' ? 'person_id' OR o.fields -> 'before' ? 'person_id') ORDER BY o.at DESC, o.position DESC LIMIT 1) = ANY (people))), reason);
END $$;
REVOKE EXECUTE ON FUNCTION erase_trail_of(uuid, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_trail_of(uuid, uuid, text) TO beffroi_app;
