-- Real account lists against the list of rights (POL 1.4; MES 2.8). Nothing here is ever written back to a directory or an application.

-- How the account list of a resource is read, and how often it is read again.
CREATE TABLE account_source (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  resource_id uuid NOT NULL,
  -- What the columns of its files mean, where somebody had to say it: each {heading, field}; and words for rights, each {word, level}.
  columns jsonb NOT NULL DEFAULT '[]',
  levels jsonb NOT NULL DEFAULT '[]',
  -- The directory that is asked, always over TLS; `authority` is the certificate of who vouches for it, in PEM.
  host text,
  port int CHECK (port BETWEEN 1 AND 65535),
  security text CHECK (security IN ('tls', 'startTls')),
  authority text,
  bind_dn text,
  password bytea,
  base_dn text,
  filter text,
  -- How often the directory is read by itself: week, month, quarter; and the day of the next time.
  every text CHECK (every IN ('week', 'month', 'quarter')),
  next_on date,
  -- Why the directory could not be read the last time.
  fault text,
  fault_on date,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, resource_id),
  CHECK ((host IS NULL) = (base_dn IS NULL) AND (host IS NULL) = (port IS NULL) AND (host IS NULL) = (security IS NULL)),
  CHECK (every IS NULL OR host IS NOT NULL),
  CHECK ((fault IS NULL) = (fault_on IS NULL)),
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource
);
CALL protect('account_source', left_out => 'password');

-- A list that was compared. Its accounts are kept for the last two of each resource, with what the comparison needs and no more, in one value that
-- nothing here ever looks into: JSON compressed with zstd, because a trigger that turned twenty thousand of them into a row of the trail would cost
-- more than comparing them.
CREATE TABLE reconciliation (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  resource_id uuid NOT NULL,
  ran_at timestamptz NOT NULL,
  ran_on date NOT NULL,
  source text NOT NULL CHECK (source IN ('file', 'ldap')),
  file_name text,
  content_hash text NOT NULL,
  -- How the file was read: encoding, separator, sheet, lines above the headings, dates, columns.
  format jsonb NOT NULL,
  -- Accounts, matched, asked, technical; rows named as faulty; findings new, gone, open.
  counts jsonb NOT NULL,
  -- The rows that are no account, each {line, code, …}.
  faults jsonb NOT NULL,
  accounts bytea,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource
);
CREATE INDEX reconciliation_resource ON reconciliation (organization_id, resource_id, ran_at DESC);
CREATE INDEX reconciliation_day ON reconciliation (organization_id, ran_on);
CALL protect('reconciliation', left_out => 'accounts,faults');

-- Whose an account is, once somebody said so. `asked`: the comparison thinks of `person_id`, and nobody has said yet.
CREATE TABLE account_match (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  resource_id uuid NOT NULL,
  account text NOT NULL,
  -- What else the list says of it, for whoever answers.
  label text,
  kind text NOT NULL CHECK (kind IN ('asked', 'person', 'shared', 'service', 'unknown')),
  -- The person; of a shared or technical account, who answers for it.
  person_id uuid,
  -- Why it is uncertain: name, namesakes, initial, close, login.
  why text,
  answered_on date,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, resource_id, account),
  CHECK (kind NOT IN ('asked', 'person') OR person_id IS NOT NULL),
  CHECK ((kind = 'asked') = (answered_on IS NULL)),
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource,
  FOREIGN KEY (organization_id, person_id) REFERENCES person
);
CREATE INDEX account_match_person ON account_match (organization_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX account_match_asked ON account_match (organization_id, resource_id) WHERE kind = 'asked';
CALL protect('account_match');

-- Where a list and the rights contradict each other. It lasts from the run that found it to the one that found it no more.
CREATE TABLE account_finding (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  resource_id uuid NOT NULL,
  -- withoutPerson, ofGone, withoutGrant, administrator, withoutAccount, shared, unused, disabled.
  kind text NOT NULL CHECK (kind IN ('withoutPerson', 'ofGone', 'withoutGrant', 'administrator', 'withoutAccount', 'shared', 'unused', 'disabled')),
  -- As the list writes it; of a right without an account, as the right does, if it does.
  account text,
  label text,
  person_id uuid,
  grant_id uuid,
  level text,
  -- The day the person left, or the account was last used.
  day date,
  -- What it rests on: a closed one returns when this changes.
  facts text NOT NULL,
  found_on date NOT NULL,
  found_by uuid NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'step')),
  -- Why it is as it should be: agreed, temporary, transition, duplicate, mistake, other; and in words.
  reason text,
  note text,
  closed_on date,
  gone_on date,
  gone_by uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK ((state = 'closed') = (closed_on IS NOT NULL) AND (state = 'closed') = (reason IS NOT NULL)),
  CHECK ((gone_on IS NULL) = (gone_by IS NULL)),
  FOREIGN KEY (organization_id, resource_id) REFERENCES resource,
  FOREIGN KEY (organization_id, person_id) REFERENCES person,
  FOREIGN KEY (organization_id, grant_id) REFERENCES access_grant,
  FOREIGN KEY (organization_id, found_by) REFERENCES reconciliation,
  FOREIGN KEY (organization_id, gone_by) REFERENCES reconciliation
);
CREATE INDEX account_finding_open ON account_finding (organization_id, resource_id, kind, id) WHERE gone_on IS NULL;
CREATE INDEX account_finding_found ON account_finding (organization_id, found_by);
CREATE INDEX account_finding_gone ON account_finding (organization_id, gone_by) WHERE gone_by IS NOT NULL;
CREATE INDEX account_finding_person ON account_finding (organization_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX account_finding_grant ON account_finding (organization_id, grant_id) WHERE grant_id IS NOT NULL;
CALL protect('account_finding');

-- The directories whose day has come, over all centres, for the job that reads them; and the centres that have a sealed password.
CREATE FUNCTION directories_due(day date) RETURNS TABLE (organization_id uuid, resource_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT organization_id, resource_id FROM account_source WHERE host IS NOT NULL AND every IS NOT NULL AND next_on <= day ORDER BY 1, 2';
CREATE FUNCTION directories_sealed() RETURNS TABLE (organization_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT DISTINCT organization_id FROM account_source WHERE password IS NOT NULL';
REVOKE ALL ON FUNCTION directories_due(date), directories_sealed() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION directories_due(date), directories_sealed() TO beffroi_app;
