-- Infringement notices: to the daily manager alone (royal decree of 12 August 1993, art. 3). They live in tables of a class of their own, whose
-- policy asks for the centre and for the right to know of it there; where the daily manager is the one concerned, the notice goes to the president.

-- In which centres, and as what, this transaction may know of confidential records: `<centre>/<role>`. Nothing, unless a route asks for it.
CREATE FUNCTION confidential_scope() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT NULLIF(current_setting('beffroi.confidential', true), '')::text[]
$$;

-- What was lent for an absence holds the confidential records only where the lender said so.
ALTER TABLE delegation ADD COLUMN confidential boolean NOT NULL DEFAULT false;

-- In which of these centres, and as what, an account may know of confidential records on a day: by roles of its own, or lent with them. With the
-- owner's rights, as account_roles.
CREATE FUNCTION confidential_roles(account uuid, today date, centres uuid[]) RETURNS TABLE (organization_id uuid, role text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT DISTINCT l.organization_id, given.role FROM link l
    CROSS JOIN LATERAL (
      SELECT r.role FROM link_roles(l.organization_id, l.person_id, l.granted_roles, l.provided_roles, today, false) r
      UNION ALL SELECT d.role FROM delegation d JOIN link f ON f.organization_id = d.organization_id AND f.id = d.from_link_id
        WHERE d.organization_id = l.organization_id AND d.to_link_id = l.id AND d.confidential AND d.ended_at IS NULL AND d.start <= today AND d."end" >= today
          AND f.start <= today AND (f."end" IS NULL OR f."end" >= today)
          AND EXISTS (SELECT FROM link_roles(f.organization_id, f.person_id, f.granted_roles, f.provided_roles, today, true) r WHERE r.role = d.role)
    ) given
    WHERE l.account_id = account AND l.organization_id = ANY (centres) AND l.start <= today AND (l."end" IS NULL OR l."end" >= today)
      AND given.role IN ('adviser', 'directorGeneral', 'president')
      AND EXISTS (SELECT FROM account a WHERE a.id = account AND a.disabled_at IS NULL);
END $$;
REVOKE EXECUTE ON FUNCTION confidential_roles(uuid, date, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION confidential_roles(uuid, date, uuid[]) TO beffroi_app;

-- Makes a table a confidential one: only in the scope, and only for the adviser or for the one to whom it is addressed. Its trail is a chain of
-- its own, which the server's role cannot read. `told` narrows what the addressee sees.
CREATE PROCEDURE protect_confidential(table_name text, told text DEFAULT 'true', left_out text DEFAULT '') LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
  EXECUTE format('CREATE POLICY scope ON %I USING (organization_id = ANY ((SELECT scope())::uuid[]) AND (organization_id || ''/adviser'' = ANY ((SELECT confidential_scope())::text[])
    OR (%s AND organization_id || ''/'' || addressee = ANY ((SELECT confidential_scope())::text[]))))', table_name, told);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO beffroi_app', table_name);
  CALL audited(table_name, 'confidential', left_out);
END $$;

CREATE TABLE infringement (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  addressee text NOT NULL CHECK (addressee IN ('directorGeneral', 'president')),
  -- Numbered by calendar year and addressee: a gap would betray what the other was told.
  year int,
  number int CHECK (number > 0),
  -- People stand here in words, never by a reference: what names a record of the register of people is shown, merged and erased with it.
  author_name text NOT NULL,
  subject text NOT NULL,
  rule text,
  found_on date,
  facts text,
  concerned text,
  reasons text,
  recommendation text,
  delay_days int CHECK (delay_days BETWEEN 1 AND 92),
  delay_reason text,
  sent_on date,
  received_on date CHECK (received_on >= sent_on),
  due_on date CHECK (due_on >= received_on),
  outcome text CHECK (outcome IN ('follow', 'followInPart', 'depart')),
  decision_reasons text,
  decided_on date CHECK (decided_on >= received_on),
  decided_by_name text,
  decided_for_name text,
  delegated_from date,
  delegated_until date,
  withdrawn_on date CHECK (withdrawn_on >= sent_on),
  withdrawal_reason text,
  -- A request that is sent again makes nothing more; the table of such keys is not of this class.
  request_key uuid,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, addressee, year, number),
  UNIQUE (organization_id, request_key),
  CHECK ((sent_on IS NULL) = (number IS NULL)),
  CHECK ((sent_on IS NULL) = (due_on IS NULL)),
  CHECK ((outcome IS NULL) = (decided_on IS NULL)),
  CHECK (outcome IS NULL OR sent_on IS NOT NULL),
  CHECK (outcome IS NULL OR outcome = 'follow' OR decision_reasons IS NOT NULL),
  CHECK (outcome IS NULL OR withdrawn_on IS NULL)
);
CALL protect_confidential('infringement', told => 'sent_on IS NOT NULL', left_out => 'request_key');

CREATE TABLE infringement_action (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  infringement_id uuid NOT NULL,
  addressee text NOT NULL,
  text text NOT NULL,
  responsible text,
  due_on date,
  done_on date,
  done_how text,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, infringement_id) REFERENCES infringement ON DELETE CASCADE
);
CREATE INDEX infringement_action_of ON infringement_action (organization_id, infringement_id, due_on);
CALL protect_confidential('infringement_action');

-- The frozen letters lie here, whole: the table of files is read, exported and told of in the ordinary trail.
CREATE TABLE infringement_letter (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  infringement_id uuid NOT NULL,
  addressee text NOT NULL,
  document text NOT NULL CHECK (document IN ('notice', 'decision')),
  language text NOT NULL,
  content_hash text NOT NULL,
  model jsonb NOT NULL,
  pdf bytea NOT NULL,
  docx bytea NOT NULL,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, infringement_id, document),
  FOREIGN KEY (organization_id, infringement_id) REFERENCES infringement ON DELETE CASCADE
);
CALL protect_confidential('infringement_letter', left_out => 'model,pdf,docx');

-- What was sent does not change, nor what was decided; letters never.
CREATE FUNCTION infringement_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- That none leaves its centre is held by row-level security, which is asked after this.
  free text[] := '{organization_id,version}';
BEGIN
  IF TG_OP = 'DELETE' THEN
    -- With its centre only.
    IF EXISTS (SELECT FROM organization o WHERE o.id = OLD.organization_id) THEN RAISE EXCEPTION 'a notice that was sent does not change' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN OLD;
  END IF;
  IF TG_TABLE_NAME = 'infringement' AND to_jsonb(OLD) ->> 'outcome' IS NULL AND to_jsonb(OLD) ->> 'withdrawn_on' IS NULL THEN
    free := free || '{outcome,decision_reasons,decided_on,decided_by_name,decided_for_name,delegated_from,delegated_until,withdrawn_on,withdrawal_reason}'::text[];
  END IF;
  IF to_jsonb(NEW) - free <> to_jsonb(OLD) - free THEN RAISE EXCEPTION 'a notice that was sent does not change' USING ERRCODE = 'restrict_violation'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER infringement_frozen BEFORE UPDATE OR DELETE ON infringement FOR EACH ROW WHEN (OLD.sent_on IS NOT NULL) EXECUTE FUNCTION infringement_frozen();
CREATE TRIGGER infringement_frozen BEFORE UPDATE OR DELETE ON infringement_letter FOR EACH ROW EXECUTE FUNCTION infringement_frozen();
