-- Requests that made something, by the key their sender gave them: written in the transaction of what they made, so that both or neither are
-- there, and a request whose answer was lost is not applied twice. No copy of the answer, which may name people: the record is read anew.
-- Not audited (what it made is).
CREATE TABLE idempotency_key (
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  key uuid NOT NULL,
  digest bytea NOT NULL,
  record_id uuid,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, account_id, key)
);
CREATE INDEX idempotency_key_at ON idempotency_key (at);
ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON idempotency_key USING (organization_id = ANY ((SELECT scope())::uuid[]));
GRANT SELECT, INSERT, UPDATE ON idempotency_key TO beffroi_app;

-- Keys older than a day, of every centre at once: hence with the owner's rights.
CREATE FUNCTION purge_idempotency_keys() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM idempotency_key WHERE at < now() - interval '1 day'
$$;
REVOKE EXECUTE ON FUNCTION purge_idempotency_keys() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION purge_idempotency_keys() TO beffroi_app;
