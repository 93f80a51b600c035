-- The ground: scope of a query, row versions, audit trail. Run by the owner of the database;
-- the role beffroi_app, under which the server works, is made before by src/server/db/migrate.ts.

-- Names sort as people expect them, whatever the server's locale.
CREATE COLLATION IF NOT EXISTS names (provider = icu, locale = 'und');

-- Every table of a centre is read through this: a query without scope sees nothing. Policies must call
-- it inside a sub-select, so that it is computed once per query and not once per row.
CREATE FUNCTION scope() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT NULLIF(current_setting('beffroi.scope', true), '')::uuid[]
$$;

CREATE FUNCTION confidential_classes() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT COALESCE(NULLIF(current_setting('beffroi.classes', true), ''), '{ordinary}')::text[]
$$;

-- The chain and the scope of what belongs to no centre (accounts, pools, roles of the installation).
CREATE FUNCTION installation() RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '00000000-0000-0000-0000-000000000000'::uuid
$$;

-- Optimistic concurrency: each change of a row raises its version.
CREATE FUNCTION raise_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.version := OLD.version + 1;
  RETURN NEW;
END $$;

-- Audit trail -------------------------------------------------------------------------------------
-- One entry per changed row. `fields` may be erased when its retention has ended (audit_erase): the
-- chain covers `digest`, which is salted so that a national number cannot be guessed from it.
CREATE TABLE audit_entry (
  organization_id uuid NOT NULL,
  class text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  position int NOT NULL,
  transaction_id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id uuid,
  action text NOT NULL,
  table_name text NOT NULL,
  record_id uuid NOT NULL,
  record_version int,
  fields jsonb,
  salt bytea,
  digest bytea NOT NULL,
  erased_at timestamptz,
  PRIMARY KEY (organization_id, class, id)
);
CREATE INDEX audit_entry_record ON audit_entry (organization_id, class, table_name, record_id, at);
CREATE INDEX audit_entry_at ON audit_entry (organization_id, class, at DESC, id DESC);
CREATE INDEX audit_entry_transaction ON audit_entry (organization_id, class, transaction_id);

-- One link per transaction and chain; `hash` covers the link before and every entry of the transaction.
CREATE TABLE audit_link (
  organization_id uuid NOT NULL,
  class text NOT NULL,
  number bigint NOT NULL,
  transaction_id uuid NOT NULL,
  at timestamptz NOT NULL,
  entries int NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (organization_id, class, number),
  UNIQUE (organization_id, class, transaction_id)
);

CREATE TABLE audit_pending (
  transaction_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  class text NOT NULL,
  PRIMARY KEY (transaction_id, organization_id, class)
);

CREATE FUNCTION audit_transaction() RETURNS uuid LANGUAGE sql AS $$
  SELECT COALESCE(NULLIF(current_setting('beffroi.transaction', true), ''), set_config('beffroi.transaction', gen_random_uuid()::text, true))::uuid
$$;

-- What a link says of one entry, in a form that does not depend on settings of the session.
CREATE FUNCTION audit_line(e audit_entry) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT concat_ws('|', e.position, e.id, (extract(epoch FROM e.at) * 1000000)::bigint, e.actor_kind, COALESCE(e.actor_id::text, '-'), e.action,
    e.table_name, e.record_id, COALESCE(e.record_version::text, '-'), encode(e.digest, 'hex'))
$$;

CREATE FUNCTION audit_hash(previous bytea, number bigint, transaction_id uuid, at timestamptz, lines text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(COALESCE(previous, ''::bytea) || convert_to(concat_ws('|', number, transaction_id, (extract(epoch FROM at) * 1000000)::bigint, lines), 'UTF8'))
$$;

CREATE FUNCTION audit_append(entries jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  this_transaction uuid := audit_transaction();
  already int;
BEGIN
  SELECT count(*) INTO already FROM audit_pending WHERE transaction_id = this_transaction;
  SELECT CASE WHEN already = 0 THEN 0 ELSE (SELECT COALESCE(max(e.position), 0) FROM audit_entry e JOIN audit_pending p USING (organization_id, class, transaction_id) WHERE p.transaction_id = this_transaction) END INTO already;
  INSERT INTO audit_entry (organization_id, class, position, transaction_id, at, actor_kind, actor_id, action, table_name, record_id, record_version, fields, salt, digest)
  SELECT e.organization_id, e.class, already + e.ordinal, this_transaction, transaction_timestamp(),
    COALESCE(NULLIF(current_setting('beffroi.actor_kind', true), ''), 'database'), NULLIF(current_setting('beffroi.actor', true), '')::uuid,
    e.action, e.table_name, e.record_id, e.record_version, e.fields, e.salt, sha256(e.salt || convert_to(e.fields::text, 'UTF8'))
  FROM (
    SELECT (value ->> 'organizationId')::uuid AS organization_id, value ->> 'class' AS class, value ->> 'action' AS action, value ->> 'table' AS table_name,
      (value ->> 'recordId')::uuid AS record_id, (value ->> 'version')::int AS record_version, value -> 'fields' AS fields, ordinality::int AS ordinal,
      uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) AS salt
    FROM jsonb_array_elements(entries) WITH ORDINALITY
  ) e;
  INSERT INTO audit_pending SELECT DISTINCT this_transaction, (value ->> 'organizationId')::uuid, value ->> 'class' FROM jsonb_array_elements(entries)
  ON CONFLICT DO NOTHING;
END $$;

-- Trigger of every audited table. Arguments: class of confidentiality; columns whose content stays out
-- of the trail (secrets, file bytes), separated by commas.
CREATE FUNCTION audit_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  class text := TG_ARGV[0];
  left_out text[] := string_to_array(COALESCE(TG_ARGV[1], ''), ',') || ARRAY['organization_id', 'id', 'version', 'search_text'];
  entries jsonb;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT jsonb_agg(jsonb_build_object('row', n, 'after', jsonb_strip_nulls(n - left_out))) INTO entries FROM (SELECT to_jsonb(r) AS n FROM new_rows r) s;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT jsonb_agg(jsonb_build_object('row', o, 'before', jsonb_strip_nulls(o - left_out))) INTO entries FROM (SELECT to_jsonb(r) AS o FROM old_rows r) s;
  ELSE
    SELECT jsonb_agg(jsonb_build_object('row', n,
      'before', COALESCE((SELECT jsonb_object_agg(key, value) FROM jsonb_each(o - left_out) WHERE value IS DISTINCT FROM n -> key), '{}'),
      'after', COALESCE((SELECT jsonb_object_agg(key, value) FROM jsonb_each(n - left_out) WHERE value IS DISTINCT FROM o -> key), '{}'))) INTO entries
    FROM (SELECT to_jsonb(old_row) AS o, to_jsonb(new_row) AS n FROM old_rows old_row JOIN new_rows new_row USING (id)) s;
  END IF;
  IF entries IS NULL THEN RETURN NULL; END IF;
  PERFORM audit_append((SELECT jsonb_agg(jsonb_build_object(
    'organizationId', COALESCE(value -> 'row' ->> 'organization_id', CASE WHEN TG_TABLE_NAME = 'organization' THEN value -> 'row' ->> 'id' END, installation()::text),
    'class', class, 'action', lower(TG_OP), 'table', TG_TABLE_NAME, 'recordId', value -> 'row' ->> 'id', 'version', value -> 'row' -> 'version', 'fields', value - 'row'))
    FROM jsonb_array_elements(entries)));
  RETURN NULL;
END $$;

-- At commit: one link per chain that this transaction touched, chains in order so that two transactions never wait for each other in a circle.
CREATE FUNCTION audit_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  chain record;
  previous record;
BEGIN
  FOR chain IN SELECT organization_id, class FROM audit_pending WHERE transaction_id = NEW.transaction_id ORDER BY organization_id, class LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended('audit ' || chain.organization_id || ' ' || chain.class, 0));
    SELECT number, hash INTO previous FROM audit_link l WHERE l.organization_id = chain.organization_id AND l.class = chain.class ORDER BY number DESC LIMIT 1;
    INSERT INTO audit_link (organization_id, class, number, transaction_id, at, entries, hash)
    SELECT chain.organization_id, chain.class, COALESCE(previous.number, 0) + 1, NEW.transaction_id, transaction_timestamp(), count(*),
      audit_hash(previous.hash, COALESCE(previous.number, 0) + 1, NEW.transaction_id, transaction_timestamp(), string_agg(audit_line(e), E'\n' ORDER BY e.position, e.id))
    FROM audit_entry e WHERE e.organization_id = chain.organization_id AND e.class = chain.class AND e.transaction_id = NEW.transaction_id;
  END LOOP;
  DELETE FROM audit_pending WHERE transaction_id = NEW.transaction_id;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER audit_seal AFTER INSERT ON audit_pending DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_seal();

-- What changed no row but must be known (an export, a dossier handed out).
CREATE FUNCTION audit_event(organization uuid, action text, table_name text, record uuid, fields jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (organization = ANY (scope())) IS NOT TRUE THEN RAISE EXCEPTION 'audit event outside the scope'; END IF;
  -- What says that a row changed is written by the triggers alone.
  IF audit_event.action IN ('insert', 'update', 'delete') THEN RAISE EXCEPTION 'an audit event is no change of a row'; END IF;
  PERFORM audit_append(jsonb_build_array(jsonb_build_object('organizationId', organization, 'class', 'ordinary', 'action', action, 'table', table_name, 'recordId', record, 'fields', fields)));
END $$;

-- Erases the texts of entries whose retention has ended, and says so in the same chain: the digests stay, so every link still
-- verifies. The owner's alone; returns how many were erased.
CREATE FUNCTION audit_erase(organization uuid, class text, entries uuid[], reason text) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  erased uuid[];
BEGIN
  WITH gone AS (
    UPDATE audit_entry e SET fields = NULL, salt = NULL, erased_at = transaction_timestamp()
    WHERE e.organization_id = organization AND e.class = audit_erase.class AND e.id = ANY (entries) AND e.erased_at IS NULL AND e.action <> 'erase' RETURNING e.id
  ) SELECT array_agg(id) INTO erased FROM gone;
  IF erased IS NULL THEN RETURN 0; END IF;
  PERFORM audit_append(jsonb_build_array(jsonb_build_object('organizationId', organization, 'class', audit_erase.class, 'action', 'erase', 'table', 'audit_entry', 'recordId', organization,
    'fields', jsonb_build_object('reason', reason, 'entries', to_jsonb(erased)))));
  RETURN cardinality(erased);
END $$;

-- Every fault of every chain, in order; nothing when all is well. The owner's alone: it reads all centres.
CREATE FUNCTION audit_verify() RETURNS TABLE (organization_id uuid, class text, number bigint, fault text, entry_id uuid) LANGUAGE sql STABLE AS $$
  WITH lines AS (
    SELECT e.organization_id, e.class, e.transaction_id, count(*) AS entries, string_agg(audit_line(e), E'\n' ORDER BY e.position, e.id) AS lines
    FROM audit_entry e GROUP BY 1, 2, 3
  ), chain AS (
    SELECT l.*, lag(l.hash) OVER w AS previous, lag(l.number, 1, 0::bigint) OVER w AS previous_number
    FROM audit_link l WINDOW w AS (PARTITION BY l.organization_id, l.class ORDER BY l.number)
  )
  SELECT e.organization_id, e.class, NULL::bigint, 'altered', e.id FROM audit_entry e
    WHERE CASE WHEN e.erased_at IS NULL THEN e.digest IS DISTINCT FROM sha256(e.salt || convert_to(e.fields::text, 'UTF8')) ELSE e.fields IS NOT NULL OR e.salt IS NOT NULL END
  UNION ALL
  SELECT e.organization_id, e.class, NULL, 'erasedUnrecorded', e.id FROM audit_entry e
    WHERE e.erased_at IS NOT NULL AND NOT EXISTS (SELECT FROM audit_entry r WHERE (r.organization_id, r.class, r.action) = (e.organization_id, e.class, 'erase') AND r.fields -> 'entries' ? e.id::text)
  UNION ALL
  SELECT c.organization_id, c.class, c.number, 'missingLink', NULL FROM chain c WHERE c.number <> c.previous_number + 1
  UNION ALL
  SELECT c.organization_id, c.class, c.number, CASE WHEN COALESCE(n.entries, 0) < c.entries THEN 'entryRemoved' ELSE 'broken' END, NULL
    FROM chain c LEFT JOIN lines n USING (organization_id, class, transaction_id)
    WHERE c.hash IS DISTINCT FROM audit_hash(c.previous, c.number, c.transaction_id, c.at, n.lines)
  UNION ALL
  SELECT n.organization_id, n.class, NULL, 'unsealed', NULL FROM lines n
    WHERE NOT EXISTS (SELECT FROM audit_link l WHERE (l.organization_id, l.class, l.transaction_id) = (n.organization_id, n.class, n.transaction_id))
  ORDER BY 1, 2, 3 NULLS LAST
$$;

-- Makes a table one of the house: the server's role may use it, only inside the scope; versions rise; changes are audited.
-- `column_name` holds the centre; `left_out` names columns whose content stays out of the trail.
CREATE PROCEDURE protect(table_name text, column_name text DEFAULT 'organization_id', class text DEFAULT 'ordinary', left_out text DEFAULT '') LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
  EXECUTE format('CREATE POLICY scope ON %I USING (%I = ANY ((SELECT scope())::uuid[]))', table_name, column_name);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO beffroi_app', table_name);
  CALL audited(table_name, class, left_out);
END $$;

CREATE PROCEDURE audited(table_name text, class text DEFAULT 'ordinary', left_out text DEFAULT '') LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER raise_version BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION raise_version()', table_name);
  EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit_changes(%L, %L)', table_name, class, left_out);
  EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit_changes(%L, %L)', table_name, class, left_out);
  EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit_changes(%L, %L)', table_name, class, left_out);
END $$;

ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON audit_entry USING (organization_id = ANY ((SELECT scope())::uuid[]) AND class = ANY ((SELECT confidential_classes())::text[]));
CREATE POLICY scope ON audit_link USING (organization_id = ANY ((SELECT scope())::uuid[]) AND class = ANY ((SELECT confidential_classes())::text[]));
GRANT SELECT ON audit_entry, audit_link TO beffroi_app;

-- audit_changes too: hung on a temporary table, it would write whatever entry one likes.
REVOKE EXECUTE ON FUNCTION audit_verify(), audit_erase(uuid, text, uuid[], text), audit_append(jsonb), audit_seal(), audit_changes() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION audit_event(uuid, text, text, uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_event(uuid, text, text, uuid, jsonb) TO beffroi_app;
