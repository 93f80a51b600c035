-- What an update changed is told from one picture of the row before and one of the row after: without OFFSET 0 the subquery is folded into the outer one, which then draws both anew for every column.
CREATE OR REPLACE FUNCTION audit_changes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  class text := TG_ARGV[0];
  left_out text[] := string_to_array(COALESCE(TG_ARGV[1], ''), ',') || ARRAY['organization_id', 'id', 'version', 'search_text'];
  entries jsonb;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT jsonb_agg(jsonb_build_object('row', n, 'after', jsonb_strip_nulls(n - left_out))) INTO entries FROM (SELECT to_jsonb(r) AS n FROM new_rows r OFFSET 0) s;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT jsonb_agg(jsonb_build_object('row', o, 'before', jsonb_strip_nulls(o - left_out))) INTO entries FROM (SELECT to_jsonb(r) AS o FROM old_rows r OFFSET 0) s;
  ELSE
    SELECT jsonb_agg(jsonb_build_object('row', n,
      'before', COALESCE((SELECT jsonb_object_agg(key, value) FROM jsonb_each(o - left_out) WHERE value IS DISTINCT FROM n -> key), '{}'),
      'after', COALESCE((SELECT jsonb_object_agg(key, value) FROM jsonb_each(n - left_out) WHERE value IS DISTINCT FROM o -> key), '{}'))) INTO entries
    FROM (SELECT to_jsonb(old_row) AS o, to_jsonb(new_row) AS n FROM old_rows old_row JOIN new_rows new_row USING (id) OFFSET 0) s;
  END IF;
  IF entries IS NULL THEN RETURN NULL; END IF;
  PERFORM audit_append((SELECT jsonb_agg(jsonb_build_object(
    'organizationId', COALESCE(value -> 'row' ->> 'organization_id', CASE WHEN TG_TABLE_NAME = 'organization' THEN value -> 'row' ->> 'id' END, installation()::text),
    'class', class, 'action', lower(TG_OP), 'table', TG_TABLE_NAME, 'recordId', value -> 'row' ->> 'id', 'version', value -> 'row' -> 'version', 'fields', value - 'row'))
    FROM jsonb_array_elements(entries)));
  RETURN NULL;
END $$;
