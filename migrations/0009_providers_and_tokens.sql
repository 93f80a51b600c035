-- Programs act for an account by personal tokens. Of the token itself only its hash is kept; the trail says what it may and never what it is.
CREATE TABLE personal_token (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  name text NOT NULL,
  scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
  organization_ids uuid[] NOT NULL CHECK (cardinality(organization_ids) > 0),
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at <= created_at + interval '366 days'),
  revoked_at timestamptz,
  version int NOT NULL DEFAULT 1
);
CREATE INDEX personal_token_account ON personal_token (account_id, id);
-- On which day a token was last used: its own table, so that the trail keeps what became of a token and not each of its days.
CREATE TABLE personal_token_use (token_id uuid PRIMARY KEY REFERENCES personal_token ON DELETE CASCADE, last_on date NOT NULL);
ALTER TABLE personal_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE personal_token_use ENABLE ROW LEVEL SECURITY;
CREATE POLICY installation ON personal_token USING (installation() = ANY ((SELECT scope())::uuid[]));
CREATE POLICY installation ON personal_token_use USING (installation() = ANY ((SELECT scope())::uuid[]));
GRANT SELECT, INSERT, UPDATE, DELETE ON personal_token, personal_token_use TO beffroi_app;
CALL audited('personal_token', 'ordinary', 'token_hash');

-- A token by its hash with its account, and what that account is on a day in those centres of the token that are asked for; notes the day on
-- which a good one was used. Asked before a scope is known, hence with the owner's rights. Whether it has ended is for the caller to say.
CREATE FUNCTION token_access(given_hash bytea, instant timestamptz, today date, centre uuid) RETURNS TABLE (token_id uuid, scopes text[], expires_at timestamptz, revoked_at timestamptz, account_id uuid, name text, email text, language text, links jsonb) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  found personal_token;
BEGIN
  SELECT t.* INTO found FROM personal_token t JOIN account a ON a.id = t.account_id WHERE t.token_hash = given_hash AND a.disabled_at IS NULL;
  IF found.id IS NULL THEN RETURN; END IF;
  IF found.revoked_at IS NULL AND found.expires_at > instant AND NOT EXISTS (SELECT FROM personal_token_use u WHERE u.token_id = found.id AND u.last_on >= today) THEN
    INSERT INTO personal_token_use VALUES (found.id, today) ON CONFLICT (token_id) DO UPDATE SET last_on = EXCLUDED.last_on;
  END IF;
  RETURN QUERY SELECT found.id, found.scopes, found.expires_at, found.revoked_at, a.id, a.name, a.email, a.language,
    (SELECT jsonb_agg(jsonb_build_object('organizationId', r.organization_id, 'personId', r.person_id, 'roles', r.roles)) FROM account_roles(a.id, today, centre) r WHERE r.organization_id = ANY (found.organization_ids))
  FROM account a WHERE a.id = found.account_id;
END $$;
REVOKE EXECUTE ON FUNCTION token_access(bytea, timestamptz, date, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION token_access(bytea, timestamptz, date, uuid) TO beffroi_app;

-- What a program did says through which token, in the fields that the digest covers.
CREATE OR REPLACE FUNCTION audit_append(entries jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  this_transaction uuid := audit_transaction();
  token text := NULLIF(current_setting('beffroi.token', true), '');
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
      (value ->> 'recordId')::uuid AS record_id, (value ->> 'version')::int AS record_version,
      CASE WHEN token IS NULL THEN value -> 'fields' ELSE value -> 'fields' || jsonb_build_object('token', token) END AS fields, ordinality::int AS ordinal,
      uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) AS salt
    FROM jsonb_array_elements(entries) WITH ORDINALITY
  ) e;
  INSERT INTO audit_pending SELECT DISTINCT this_transaction, (value ->> 'organizationId')::uuid, value ->> 'class' FROM jsonb_array_elements(entries)
  ON CONFLICT DO NOTHING;
END $$;

-- Sign-in by OpenID Connect. Who may say who somebody is: of the installation. The secret that we share with a provider is sealed with the server's.
CREATE TABLE identity_provider (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  preset text NOT NULL CHECK (preset IN ('entra', 'keycloak', 'csam', 'other')),
  issuer text NOT NULL,
  client_id text NOT NULL,
  client_secret bytea NOT NULL,
  scopes text NOT NULL,
  groups_claim text,
  second_factor_values text[] NOT NULL DEFAULT '{}',
  email_domains text[] NOT NULL DEFAULT '{}',
  session_hours int NOT NULL CHECK (session_hours BETWEEN 1 AND 12),
  enabled boolean NOT NULL,
  version int NOT NULL DEFAULT 1
);
CALL audited('identity_provider', 'ordinary', 'client_secret');
-- Who an account is for a provider: by issuer and subject, and by nothing else. The address is what the provider last said, to be shown.
CREATE TABLE provider_identity (
  id uuid PRIMARY KEY,
  provider_id uuid NOT NULL REFERENCES identity_provider ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  issuer text NOT NULL,
  subject text NOT NULL,
  email text,
  linked_at timestamptz NOT NULL,
  version int NOT NULL DEFAULT 1,
  UNIQUE (issuer, subject),
  UNIQUE (provider_id, account_id)
);
CREATE INDEX provider_identity_account ON provider_identity (account_id);
CALL audited('provider_identity');
-- The groups that a provider last named: the trail keeps the roles that come of them (link), not each sign-in.
CREATE TABLE provider_groups (
  identity_id uuid PRIMARY KEY REFERENCES provider_identity ON DELETE CASCADE,
  groups text[] NOT NULL,
  seen_at timestamptz NOT NULL
);
-- A sign-in that went to a provider and is awaited, and then, where its identity is nobody's yet, what the provider said: bound to one browser
-- (`browser_hash`), good once, ten minutes.
CREATE TABLE provider_flow (
  id uuid PRIMARY KEY,
  provider_id uuid NOT NULL REFERENCES identity_provider ON DELETE CASCADE,
  browser_hash bytea NOT NULL,
  state_hash bytea UNIQUE,
  nonce text,
  verifier text,
  account_id uuid REFERENCES account ON DELETE CASCADE,
  return_to text,
  claims jsonb,
  expires_at timestamptz NOT NULL
);
CREATE INDEX provider_flow_browser ON provider_flow (browser_hash);
CREATE INDEX provider_flow_expires_at ON provider_flow (expires_at);
-- When a session that a provider proved ends, used or not, so that what changed there is seen.
CREATE TABLE provider_session (session_id uuid PRIMARY KEY REFERENCES session ON DELETE CASCADE, provider_id uuid NOT NULL REFERENCES identity_provider ON DELETE CASCADE, ends_at timestamptz NOT NULL);
CREATE INDEX provider_session_ends_at ON provider_session (ends_at);
ALTER TABLE identity_provider ENABLE ROW LEVEL SECURITY;
ALTER TABLE provider_identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE provider_groups ENABLE ROW LEVEL SECURITY;
CREATE POLICY installation ON identity_provider USING (installation() = ANY ((SELECT scope())::uuid[]));
CREATE POLICY installation ON provider_identity USING (installation() = ANY ((SELECT scope())::uuid[]));
CREATE POLICY installation ON provider_groups USING (installation() = ANY ((SELECT scope())::uuid[]));
GRANT SELECT, INSERT, UPDATE, DELETE ON identity_provider, provider_identity, provider_groups, provider_flow, provider_session TO beffroi_app;

-- Which role a group of a provider gives in a centre: as the centre wishes it, and as it counts since it was last applied.
CREATE TABLE group_mapping (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  provider_id uuid NOT NULL REFERENCES identity_provider ON DELETE CASCADE,
  group_name text NOT NULL,
  role text NOT NULL,
  wanted boolean NOT NULL DEFAULT true,
  applied boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, provider_id, group_name, role)
);
CREATE INDEX group_mapping_group ON group_mapping (provider_id, group_name) WHERE applied;
CALL protect('group_mapping');

-- In which centres these groups of a provider give a role, and in which an account has roles by its groups: asked at a sign-in, before a
-- scope is known, hence with the owner's rights. Says no more than which centres.
CREATE FUNCTION provided_centres(provider uuid, groups text[], account uuid) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT m.organization_id FROM group_mapping m WHERE m.provider_id = provider AND m.applied AND m.group_name = ANY (groups)
    UNION SELECT l.organization_id FROM link l WHERE l.account_id = account AND l.provided_roles <> '{}'
    UNION SELECT m.organization_id FROM provider_identity i JOIN provider_groups g ON g.identity_id = i.id JOIN group_mapping m ON m.provider_id = i.provider_id AND m.applied AND m.group_name = ANY (g.groups)
      WHERE i.account_id = account;
END $$;
REVOKE EXECUTE ON FUNCTION provided_centres(uuid, text[], uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION provided_centres(uuid, text[], uuid) TO beffroi_app;
