-- Finding people by a few letters of their name, over one centre or over all of an account's. Text search is not leakproof: under row-level
-- security it would lose its index. Hence this function with the owner's rights, which takes the scope from the setting, as the policies do,
-- and filters by it before anything else.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE INDEX person_search ON person USING gin (search_text gin_trgm_ops);

-- `words` are as src/kernel/search.ts writes them; `centres` narrows the scope to those where the caller may read people; `near` finds what
-- resembles each word instead of what holds it. Gives {total, hits (ten at most), centres (those with the most, ten at most)}; counts up to 1001.
CREATE FUNCTION search_people(words text[], centres uuid[], today date, near boolean) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  mine uuid[] := ARRAY(SELECT unnest(scope()) INTERSECT SELECT unnest(centres));
  matching text := (SELECT string_agg(CASE WHEN near THEN format('%L <%% p.search_text', word) ELSE format('p.search_text LIKE %L', '%' || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%') END, ' AND ') FROM unnest(words) word);
  given jsonb;
BEGIN
  IF matching IS NULL OR cardinality(mine) = 0 THEN RETURN '{"total": 0, "hits": [], "centres": []}'; END IF;
  -- Planned anew each time: whether the centres or the letters are fewer decides which index serves.
  EXECUTE format($query$
    WITH found AS MATERIALIZED (SELECT p.organization_id, p.id, p.last_name, p.first_name, p.search_text FROM person p WHERE p.organization_id = ANY ($1) AND %s LIMIT 1001),
    best AS (SELECT *, row_number() OVER (ORDER BY %s, last_name COLLATE names, first_name COLLATE names, id) AS place FROM found ORDER BY place LIMIT 10)
    SELECT jsonb_build_object(
      'total', (SELECT count(*) FROM found),
      'hits', COALESCE((SELECT jsonb_agg(jsonb_build_object('organizationId', b.organization_id, 'id', b.id, 'title', b.last_name || ' ' || b.first_name, 'detail', c.function, 'past', c."end" < $2) ORDER BY b.place)
        FROM best b LEFT JOIN LATERAL (SELECT k.function, k."end" FROM contract k WHERE k.organization_id = b.organization_id AND k.person_id = b.id
          ORDER BY (k.start <= $2 AND (k."end" IS NULL OR k."end" >= $2)) DESC, k.start DESC LIMIT 1) c ON true), '[]'),
      'centres', COALESCE((SELECT jsonb_agg(jsonb_build_object('organizationId', n.organization_id, 'total', n.total) ORDER BY n.total DESC, n.organization_id)
        FROM (SELECT organization_id, count(*) AS total FROM found GROUP BY organization_id ORDER BY count(*) DESC, organization_id LIMIT 10) n), '[]'))
    $query$, matching, CASE WHEN near THEN format('word_similarity(%L, search_text) DESC', words[1]) ELSE format('search_text NOT LIKE %L', replace(replace(replace(words[1], '\', '\\'), '%', '\%'), '_', '\_') || '%') END)
  INTO given USING mine, today;
  RETURN given;
END $$;
REVOKE EXECUTE ON FUNCTION search_people(text[], uuid[], date, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_people(text[], uuid[], date, boolean) TO beffroi_app;

-- Who has the form of a record open, since when, and which fields they have changed and not saved: of the moment, told to whoever opens the same
-- record, and gone within the minute. Not audited (nothing has changed yet), in no backup, and lost when the engine falls.
CREATE UNLOGGED TABLE editing (
  organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
  register text NOT NULL,
  record_id text NOT NULL,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  fields text[] NOT NULL,
  since timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, register, record_id, account_id)
);
CREATE INDEX editing_account ON editing (account_id);
CREATE INDEX editing_seen_at ON editing (seen_at);
ALTER TABLE editing ENABLE ROW LEVEL SECURITY;
CREATE POLICY scope ON editing USING (organization_id = ANY ((SELECT scope())::uuid[]));
GRANT SELECT, INSERT, UPDATE, DELETE ON editing TO beffroi_app;

-- Of every centre at once: hence with the owner's rights.
CREATE FUNCTION purge_editing(before timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM editing WHERE seen_at < before
$$;
REVOKE EXECUTE ON FUNCTION purge_editing(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION purge_editing(timestamptz) TO beffroi_app;
