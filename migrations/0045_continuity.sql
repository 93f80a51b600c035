-- Continuity, made whole: a program speaks of its own backup alone, and the council is asked how soon and how much.

-- The token of a backup program names the one backup of which it may tell; null: as its scopes say.
ALTER TABLE personal_token ADD COLUMN backup_plan_id uuid;

DROP FUNCTION token_access(bytea, timestamptz, date, uuid);
CREATE FUNCTION token_access(given_hash bytea, instant timestamptz, today date, centre uuid) RETURNS TABLE (token_id uuid, scopes text[], expires_at timestamptz, revoked_at timestamptz, account_id uuid, name text, email text, language text, backup_plan_id uuid, links jsonb) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  found personal_token;
BEGIN
  SELECT t.* INTO found FROM personal_token t JOIN account a ON a.id = t.account_id WHERE t.token_hash = given_hash AND a.disabled_at IS NULL;
  IF found.id IS NULL THEN RETURN; END IF;
  IF found.revoked_at IS NULL AND found.expires_at > instant AND NOT EXISTS (SELECT FROM personal_token_use u WHERE u.token_id = found.id AND u.last_on >= today) THEN
    INSERT INTO personal_token_use VALUES (found.id, today) ON CONFLICT (token_id) DO UPDATE SET last_on = EXCLUDED.last_on;
  END IF;
  RETURN QUERY SELECT found.id, found.scopes, found.expires_at, found.revoked_at, a.id, a.name, a.email, a.language, found.backup_plan_id,
    (SELECT jsonb_agg(jsonb_build_object('organizationId', r.organization_id, 'personId', r.person_id, 'roles', r.roles)) FROM account_roles(a.id, today, centre) r WHERE r.organization_id = ANY (found.organization_ids))
  FROM account a WHERE a.id = found.account_id;
END $$;
REVOKE EXECUTE ON FUNCTION token_access(bytea, timestamptz, date, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION token_access(bytea, timestamptz, date, uuid) TO beffroi_app;

-- What the council is asked to decide: how soon the work goes on, and how much of it may be lost (POL 1.6). What it approves becomes a recovery_objective.
CREATE TABLE recovery_proposal (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  -- Null: whatever has no objective of its own.
  plan_id uuid,
  restart_hours int NOT NULL CHECK (restart_hours > 0),
  loss_hours int NOT NULL CHECK (loss_hours > 0),
  reason text,
  proposed_on date NOT NULL,
  outcome text CHECK (outcome IN ('approved', 'refused')),
  decided_on date,
  decision_number text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((outcome IS NULL) = (decided_on IS NULL)),
  FOREIGN KEY (organization_id, plan_id) REFERENCES backup_plan
);
CREATE INDEX recovery_proposal_day ON recovery_proposal (organization_id, proposed_on DESC, id);
CALL protect('recovery_proposal');

-- What else one backup holds: the applications on a server beside the server itself. Ids of resources; one that is deleted since counts for nothing.
ALTER TABLE backup_plan ADD COLUMN covered_ids jsonb NOT NULL DEFAULT '[]';

-- The list of runs is read from its newest end, whatever the plan.
CREATE INDEX backup_plan_run_day ON backup_plan_run (organization_id, planned_on, planned_time, id);
