-- Tasks that have not ended, of every centre. A node asks at its start and from time to time which of them lost their job (the queue
-- is in no backup) or were given up by the queue, before any scope is known; hence with the owner's rights.
CREATE INDEX task_unfinished ON task (kind) WHERE state IN ('waiting', 'running');
CREATE FUNCTION unfinished_tasks() RETURNS TABLE (organization_id uuid, id uuid, kind text, account_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT t.organization_id, t.id, t.kind, t.account_id FROM task t WHERE t.state IN ('waiting', 'running') ORDER BY t.created_at, t.id
$$;
REVOKE EXECUTE ON FUNCTION unfinished_tasks() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION unfinished_tasks() TO beffroi_app;
