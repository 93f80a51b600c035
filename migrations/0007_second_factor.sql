-- Signing in with a second factor: TOTP keys and passkeys, recovery codes, what is asked of a device once, and the events of signing in.

-- better-auth's, never used.
DROP TABLE verification;

-- How a session was proved, when its second factor was given (null: not yet, or none is owed), when something was last proved in it, and since
-- when it is locked.
ALTER TABLE session
  ADD proof text NOT NULL DEFAULT 'password' CHECK (proof IN ('password', 'totp', 'passkey', 'recoveryCode', 'provider')),
  ADD proved_at timestamptz,
  ADD confirmed_at timestamptz,
  ADD locked_at timestamptz;

-- After so many minutes without a movement the page is covered.
ALTER TABLE account ADD idle_minutes int NOT NULL DEFAULT 15 CHECK (idle_minutes BETWEEN 5 AND 60);

-- What an account proves itself with beside a password. A TOTP key is sealed (src/server/auth/seal.ts). `last_step` is the last
-- period of thirty seconds whose code was accepted; `counter` what a passkey last counted.
CREATE TABLE second_factor (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('totp', 'passkey')),
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  totp_key bytea,
  last_step bigint,
  credential_id text UNIQUE,
  public_key bytea,
  counter bigint,
  transports text[],
  version int NOT NULL DEFAULT 1,
  CHECK (kind <> 'totp' OR (totp_key IS NOT NULL AND last_step IS NOT NULL)),
  CHECK (kind <> 'passkey' OR (credential_id IS NOT NULL AND public_key IS NOT NULL AND counter IS NOT NULL))
);
CREATE INDEX second_factor_account ON second_factor (account_id);
CALL audited('second_factor', 'ordinary', 'last_used_at,totp_key,last_step,credential_id,public_key,counter,transports');

-- Each good once; stored hashed, and gone when used.
CREATE TABLE recovery_code (account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE, code_hash bytea NOT NULL, PRIMARY KEY (account_id, code_hash));

-- What was asked of a device or an application and is awaited: good once, a few minutes.
CREATE TABLE sign_in_challenge (
  id uuid PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose IN ('enrolTotp', 'enrolPasskey', 'usePasskey')),
  account_id uuid REFERENCES account ON DELETE CASCADE,
  value text NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX sign_in_challenge_expires_at ON sign_in_challenge (expires_at);

-- What happened when an account signed in: personal data of a class of its own, outside the audit trail, purged after six months. The origin is
-- shortened to a network.
CREATE TABLE sign_in_event (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('signedIn', 'refused', 'signedOut', 'locked', 'unlocked', 'sessionEnded', 'factorAdded', 'factorRemoved', 'recoveryCodeUsed', 'recoveryCodesMade', 'passwordChanged')),
  proof text CHECK (proof IN ('password', 'totp', 'passkey', 'recoveryCode', 'provider')),
  origin text,
  device text
);
CREATE INDEX sign_in_event_account ON sign_in_event (account_id, id);
CREATE INDEX sign_in_event_at ON sign_in_event (at);
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor, recovery_code, sign_in_challenge, sign_in_event TO beffroi_app;

-- Whether an account must have a second factor: it holds one of these roles that day, in the installation or in any centre.
CREATE FUNCTION compelled_factor(account uuid, today date, compelling text[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
  RETURN cardinality(compelling) > 0 AND (
    EXISTS (SELECT FROM installation_role r WHERE r.account_id = account AND r.role = ANY (compelling))
    OR EXISTS (SELECT FROM account_roles(account, today) r WHERE r.roles && compelling));
END $$;
-- What it still owes at a sign-in where no second factor was given: one that it has (`factor`), or one to enrol (`enrolment`).
CREATE FUNCTION owed_factor(account uuid, today date, compelling text[]) RETURNS text LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
  IF EXISTS (SELECT FROM second_factor f WHERE f.account_id = account) THEN RETURN 'factor'; END IF;
  IF compelled_factor(account, today, compelling) THEN RETURN 'enrolment'; END IF;
  RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION compelled_factor(uuid, date, text[]), owed_factor(uuid, date, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION compelled_factor(uuid, date, text[]), owed_factor(uuid, date, text[]) TO beffroi_app;

DROP FUNCTION session_access(text, date, uuid);
-- A session by its token with its account, what it still owes, the account's roles in the installation, and those in its centres (or in the one
-- given) as [{organizationId, personId, roles}]. With the caller's rights; whether the session has ended is for the caller to say.
CREATE FUNCTION session_access(given_token text, today date, centre uuid, compelling text[]) RETURNS TABLE (session_id uuid, created_at timestamptz, expires_at timestamptz, confirmed_at timestamptz, locked_at timestamptz, owed text, account_id uuid, name text, email text, language text, installation text[], links jsonb) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT s.id, s.created_at, s.expires_at, s.confirmed_at, s.locked_at, CASE WHEN s.proved_at IS NULL THEN owed_factor(a.id, today, compelling) END, a.id, a.name, a.email, a.language,
    ARRAY(SELECT r.role FROM installation_role r WHERE r.account_id = a.id),
    (SELECT jsonb_agg(jsonb_build_object('organizationId', r.organization_id, 'personId', r.person_id, 'roles', r.roles)) FROM account_roles(a.id, today, centre) r)
  FROM session s JOIN account a ON a.id = s.user_id WHERE s.token = given_token;
END $$;
REVOKE EXECUTE ON FUNCTION session_access(text, date, uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_access(text, date, uuid, text[]) TO beffroi_app;
