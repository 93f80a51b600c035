import { sql } from 'kysely';
import '../modules/interventions/server/service.ts';
import { newId } from '../kernel/id.ts';
import type { CivilDate } from '../kernel/dates.ts';
import type { Tx } from '../server/db/database.ts';

export type Mailed = {
  id: string;
  year: number;
  number: number;
  subject: string;
  result: string | null;
  on: CivilDate;
  plannedOn: CivilDate;
  end: CivilDate | null;
  by: string;
  supplierId: string | null;
  supplierName: string | null;
  address: string | null;
  personId: string | null;
};
/** The interventions that were announced by mail, the first first, with the address from which; none where mails came already. */
export const interventionsByMail = async (tx: Tx, organizationId: string): Promise<Mailed[]> =>
  (
    await sql<Mailed>`SELECT i.id, i.year, i.number, i.subject, i.result, i.announced_on AS "on", i.planned_on, i."end", i.announced_name AS "by", s.id AS supplier_id, s.name AS supplier_name,
      COALESCE(s.support_email, s.email, p.email) AS address, p.id AS person_id FROM intervention i
      LEFT JOIN supplier s ON s.organization_id = i.organization_id AND s.id = i.supplier_id LEFT JOIN person p ON p.organization_id = i.organization_id AND p.id = i.by_person_id
      WHERE i.organization_id = ${organizationId} AND i.how = 'mail' AND NOT EXISTS (SELECT FROM incoming_mail m WHERE m.organization_id = ${organizationId}) ORDER BY i.announced_on, i.number`.execute(
      tx,
    )
  ).rows;

/** A mailbox that was read until this morning and rests since: no server answers for it. */
export const insertMailbox = async (
  tx: Tx,
  organizationId: string,
  { address, host, password, since, readAt }: { address: string; host: string; password: Buffer; since: Date; readAt: Date },
): Promise<void> => {
  const id = newId();
  await tx
    .insertInto('mailbox')
    .values({
      organizationId,
      id,
      address,
      host,
      port: 993,
      security: 'tls',
      authority: null,
      username: address,
      password,
      folder: 'INBOX',
      enabled: false,
      vouchedBy: host,
      proof: true,
      keepDays: 365,
      since,
    })
    .execute();
  await tx.insertInto('mailboxReading').values({ organizationId, mailboxId: id, nextAt: readAt, readAt, failures: 0 }).execute();
};
