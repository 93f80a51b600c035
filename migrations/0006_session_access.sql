-- Who asks, and what they are today: asked at every request, so in one statement, by functions that keep their plans
-- (those in plain SQL are planned at every call before PostgreSQL 18), and for the one centre that the request names.

DROP FUNCTION account_roles(uuid, date);
-- The roles of one account on a day, in each of its centres or in the one given: from its grants, the mandates of its person,
-- the services they head, their contracts. The one question asked before a scope is known, hence with the owner's rights.
CREATE FUNCTION account_roles(account uuid, today date, centre uuid DEFAULT NULL) RETURNS TABLE (organization_id uuid, person_id uuid, roles text[]) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT l.organization_id, l.person_id, (
    SELECT COALESCE(array_agg(DISTINCT role), '{}') FROM (
      SELECT unnest(l.granted_roles) AS role
      UNION ALL SELECT m.kind FROM mandate m WHERE m.organization_id = l.organization_id AND m.person_id = l.person_id AND m.start <= today AND (m."end" IS NULL OR m."end" >= today)
      UNION ALL SELECT 'headOfService' FROM service s WHERE s.organization_id = l.organization_id AND s.head_id = l.person_id
      UNION ALL SELECT CASE WHEN c.kind = 'mission' THEN 'outsideFirm' ELSE 'staff' END FROM contract c
        WHERE c.organization_id = l.organization_id AND c.person_id = l.person_id AND c.start <= today AND (c."end" IS NULL OR c."end" >= today)
          AND NOT EXISTS (SELECT FROM jsonb_array_elements(c.suspensions) s WHERE (s ->> 'start')::date <= today AND (s ->> 'end' IS NULL OR (s ->> 'end')::date >= today))
    ) given)
  FROM link l WHERE l.account_id = account AND (centre IS NULL OR l.organization_id = centre) AND l.start <= today AND (l."end" IS NULL OR l."end" >= today);
END $$;
REVOKE EXECUTE ON FUNCTION account_roles(uuid, date, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION account_roles(uuid, date, uuid) TO beffroi_app;

-- A session by its token with its account, the account's roles in the installation, and those in its centres (or in the one given) as
-- [{organizationId, personId, roles}]. With the caller's rights; whether the session has ended is for the caller to say.
CREATE FUNCTION session_access(given_token text, today date, centre uuid) RETURNS TABLE (session_id uuid, created_at timestamptz, expires_at timestamptz, account_id uuid, name text, email text, language text, installation text[], links jsonb) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY SELECT s.id, s.created_at, s.expires_at, a.id, a.name, a.email, a.language,
    ARRAY(SELECT r.role FROM installation_role r WHERE r.account_id = a.id),
    (SELECT jsonb_agg(jsonb_build_object('organizationId', r.organization_id, 'personId', r.person_id, 'roles', r.roles)) FROM account_roles(a.id, today, centre) r)
  FROM session s JOIN account a ON a.id = s.user_id WHERE s.token = given_token;
END $$;
REVOKE EXECUTE ON FUNCTION session_access(text, date, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_access(text, date, uuid) TO beffroi_app;
