/**
 * What somebody with the owner's rights runs to hide a change of a centre's trail: the digests of its entries anew, then every link anew from the
 * first, numbered without a gap. Afterwards the chain is sound in itself.
 */
export const rechained = (organizationId: string): string => `DO $$
DECLARE
  l audit_link;
  previous bytea;
  place bigint := 0;
BEGIN
  UPDATE audit_entry SET digest = sha256(salt || convert_to(fields::text, 'UTF8')) WHERE organization_id = '${organizationId}' AND erased_at IS NULL;
  FOR l IN SELECT * FROM audit_link WHERE organization_id = '${organizationId}' AND class = 'ordinary' ORDER BY number LOOP
    place := place + 1;
    UPDATE audit_link t SET number = place, entries = e.count, hash = audit_hash(previous, place, l.transaction_id, l.at, e.lines)
    FROM (SELECT count(*)::int AS count, string_agg(audit_line(a), E'\\n' ORDER BY a.position, a.id) AS lines FROM audit_entry a
      WHERE a.organization_id = l.organization_id AND a.class = l.class AND a.transaction_id = l.transaction_id) e
    WHERE t.organization_id = l.organization_id AND t.class = l.class AND t.number = l.number RETURNING t.hash INTO previous;
  END LOOP;
END $$`;

/** An entry written by hand, sound in itself, into that transaction of a centre. */
export const forgedEntry = (organizationId: string, transactionId: string): string => `
  WITH made AS (SELECT '{"after": {"name": "X"}}'::jsonb AS fields, uuid_send(gen_random_uuid()) AS salt)
  INSERT INTO audit_entry (organization_id, class, position, transaction_id, at, actor_kind, action, table_name, record_id, record_version, fields, salt, digest)
  SELECT '${organizationId}', 'ordinary', 99, '${transactionId}', now(), 'database', 'insert', 'service', gen_random_uuid(), 1, fields, salt, sha256(salt || convert_to(fields::text, 'UTF8')) FROM made`;
