-- Who signs in at a centre, and why: roles that end with their mandate or contract, roles lent for an absence, invitations, mail.

-- Roles that the groups of an identity provider give, beside those that somebody granted.
ALTER TABLE link ADD COLUMN provided_roles text[] NOT NULL DEFAULT '{}';
-- Who gave the granted roles, and when; unknown for those of before.
ALTER TABLE link ADD COLUMN granted_by uuid REFERENCES account ON DELETE SET NULL, ADD COLUMN granted_on date;
CREATE INDEX link_person ON link (organization_id, person_id);
-- An account that was shut: it holds nothing, wherever it had roles.
ALTER TABLE account ADD COLUMN disabled_at timestamptz;
-- Links that were sent to somebody: whose account they concern, and the address that they confirm.
ALTER TABLE one_time_link ADD COLUMN account_id uuid REFERENCES account ON DELETE CASCADE, ADD COLUMN address text;
CREATE INDEX one_time_link_account ON one_time_link (account_id);

-- Access offered to an address: good once, until its end. The secret of the link is kept hashed; its copies stay in no trail.
CREATE TABLE invitation (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  email text NOT NULL,
  language text NOT NULL,
  person_id uuid,
  roles text[] NOT NULL,
  access_until date,
  token_hash bytea NOT NULL,
  invited_by uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  sent_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  sent_by_mail boolean NOT NULL,
  accepted_at timestamptz,
  accepted_by uuid REFERENCES account ON DELETE SET NULL,
  withdrawn_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, token_hash),
  CHECK (accepted_at IS NULL OR withdrawn_at IS NULL),
  FOREIGN KEY (organization_id, person_id) REFERENCES person
);
-- One open invitation for an address.
CREATE UNIQUE INDEX invitation_open ON invitation (organization_id, email) WHERE accepted_at IS NULL AND withdrawn_at IS NULL;
CALL protect('invitation', left_out => 'token_hash');

-- A role lent for an absence, from a day to a day, to somebody who signs in there or was invited to.
CREATE TABLE delegation (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  id uuid NOT NULL,
  from_link_id uuid NOT NULL,
  to_link_id uuid,
  invitation_id uuid,
  role text NOT NULL,
  start date NOT NULL,
  "end" date NOT NULL CHECK ("end" >= start),
  reason text,
  made_by uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  ended_at timestamptz,
  version int NOT NULL DEFAULT 1,
  PRIMARY KEY (organization_id, id),
  CHECK (to_link_id IS NOT NULL OR invitation_id IS NOT NULL),
  CHECK (to_link_id IS DISTINCT FROM from_link_id),
  FOREIGN KEY (organization_id, from_link_id) REFERENCES link ON DELETE CASCADE,
  FOREIGN KEY (organization_id, to_link_id) REFERENCES link ON DELETE CASCADE,
  FOREIGN KEY (organization_id, invitation_id) REFERENCES invitation
);
CREATE INDEX delegation_to ON delegation (organization_id, to_link_id);
CREATE INDEX delegation_from ON delegation (organization_id, from_link_id);
CREATE INDEX delegation_invitation ON delegation (organization_id, invitation_id);
CALL protect('delegation');

-- Where mail leaves by, one row: of the installation. The password is sealed with the server's secret.
CREATE TABLE mail_settings (
  id uuid PRIMARY KEY CHECK (id = installation()),
  host text NOT NULL,
  port int NOT NULL CHECK (port BETWEEN 1 AND 65535),
  security text NOT NULL CHECK (security IN ('none', 'startTls', 'tls')),
  username text,
  password bytea,
  sender text NOT NULL,
  reply_to text,
  version int NOT NULL DEFAULT 1,
  CHECK ((username IS NULL) = (password IS NULL))
);
ALTER TABLE mail_settings ENABLE ROW LEVEL SECURITY;
CREATE POLICY installation ON mail_settings USING (installation() = ANY ((SELECT scope())::uuid[]));
GRANT SELECT, INSERT, UPDATE, DELETE ON mail_settings TO beffroi_app;
CALL audited('mail_settings', left_out => 'password');

-- Roles ---------------------------------------------------------------------------------------------
CREATE FUNCTION suspended(suspensions jsonb, today date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM jsonb_array_elements(suspensions) s WHERE (s ->> 'start')::date <= today AND (s ->> 'end' IS NULL OR (s ->> 'end')::date >= today))
$$;

-- What a link holds of its own on a day, and from what: each grant, group, mandate, service headed and contract is a row.
--   A contract gives its role while it runs and is not suspended; a service its head's, as long as the head's contract does so
--   (a head of whom the register holds no contract keeps it).
--   A mandate gives its role from its start to its end. That of somebody whose contracts have ended gives none any more,
--   but for those whom an election made: president and council member.
-- With `absent`, also what is suspended meanwhile: somebody on leave may be stood in for. Written so that it is planned with the query that asks.
CREATE FUNCTION link_roles(centre uuid, person uuid, granted text[], provided text[], today date, absent boolean) RETURNS TABLE (role text, source text, record_id uuid, since date, until date) LANGUAGE sql STABLE AS $$
  SELECT g, 'grant', NULL::uuid, NULL::date, NULL::date FROM unnest(granted) g
  UNION ALL SELECT p, 'provider', NULL, NULL, NULL FROM unnest(provided) p
  UNION ALL SELECT m.kind, 'mandate', m.id, m.start, m."end" FROM mandate m
    WHERE m.organization_id = centre AND m.person_id = person AND m.start <= today AND (m."end" IS NULL OR m."end" >= today)
      AND (m.kind IN ('president', 'councilMember') OR (SELECT bool_or(c."end" < today) AND NOT bool_or(c.start <= today AND (c."end" IS NULL OR c."end" >= today))
        FROM contract c WHERE c.organization_id = centre AND c.person_id = person) IS NOT TRUE)
  UNION ALL SELECT 'headOfService', 'service', s.id, NULL, NULL FROM service s
    WHERE s.organization_id = centre AND s.head_id = person
      AND (SELECT bool_or(c.start <= today AND (c."end" IS NULL OR c."end" >= today) AND (absent OR NOT suspended(c.suspensions, today)))
        FROM contract c WHERE c.organization_id = centre AND c.person_id = person) IS NOT FALSE
  UNION ALL SELECT CASE WHEN c.kind = 'mission' THEN 'outsideFirm' ELSE 'staff' END, 'contract', c.id, c.start, c."end" FROM contract c
    WHERE c.organization_id = centre AND c.person_id = person AND c.start <= today AND (c."end" IS NULL OR c."end" >= today)
      AND (absent OR NOT suspended(c.suspensions, today))
$$;

-- The roles of one account on a day, in each of its centres or in the one given: its own, and those lent to it by somebody who
-- holds them that day of their own (so that nothing lent is lent on). A disabled account has none. The one question asked before
-- a scope is known, hence with the owner's rights; in a language that keeps its plan.
CREATE OR REPLACE FUNCTION account_roles(account uuid, today date, centre uuid DEFAULT NULL) RETURNS TABLE (organization_id uuid, person_id uuid, roles text[]) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT l.organization_id, l.person_id, (
    SELECT COALESCE(array_agg(DISTINCT role), '{}') FROM (
      SELECT r.role FROM link_roles(l.organization_id, l.person_id, l.granted_roles, l.provided_roles, today, false) r
      UNION ALL SELECT d.role FROM delegation d JOIN link f ON f.organization_id = d.organization_id AND f.id = d.from_link_id
        WHERE d.organization_id = l.organization_id AND d.to_link_id = l.id AND d.ended_at IS NULL AND d.start <= today AND d."end" >= today
          AND f.start <= today AND (f."end" IS NULL OR f."end" >= today)
          AND EXISTS (SELECT FROM link_roles(f.organization_id, f.person_id, f.granted_roles, f.provided_roles, today, true) r WHERE r.role = d.role)
    ) given)
  FROM link l WHERE l.account_id = account AND (centre IS NULL OR l.organization_id = centre) AND l.start <= today AND (l."end" IS NULL OR l."end" >= today)
    AND EXISTS (SELECT FROM account a WHERE a.id = account AND a.disabled_at IS NULL);
END $$;
REVOKE EXECUTE ON FUNCTION suspended(jsonb, date), link_roles(uuid, uuid, text[], text[], date, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION suspended(jsonb, date), link_roles(uuid, uuid, text[], text[], date, boolean) TO beffroi_app;
