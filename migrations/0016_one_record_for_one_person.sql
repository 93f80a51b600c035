-- Two records of one person become one, and two again where that was a mistake.

-- What is needed to undo it: the record that is gone, the kept one before and after, what was moved from one to the other and
-- what had to go because both had it. Kept for ninety days.
CREATE TABLE person_merge (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  kept_id uuid NOT NULL,
  gone_id uuid NOT NULL,
  gone jsonb NOT NULL,
  kept_before jsonb NOT NULL,
  kept_after jsonb NOT NULL,
  moved jsonb NOT NULL,
  dropped jsonb NOT NULL,
  merged_at timestamptz NOT NULL,
  merged_by uuid,
  undone_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, kept_id) REFERENCES person ON DELETE CASCADE
);
CREATE INDEX person_merge_kept ON person_merge (organization_id, kept_id);
CREATE INDEX person_merge_at ON person_merge (merged_at);
CALL protect('person_merge', left_out => 'gone,kept_before,kept_after,moved,dropped');
-- What can no longer be undone is forgotten, in every centre.
CREATE FUNCTION purge_person_merges(before timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM person_merge WHERE merged_at < before
$$;
REVOKE EXECUTE ON FUNCTION purge_person_merges(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION purge_person_merges(timestamptz) TO beffroi_app;
