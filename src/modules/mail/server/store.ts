import { installationId, type Tx } from '../../../server/db/database.ts';
import { refuseStale } from '../../../server/db/records.ts';
import './tables.ts';

type Values = { host: string; port: number; security: 'none' | 'startTls' | 'tls'; username: string | null; password: Buffer | null; sender: string; replyTo: string | null };

export const findSettings = async (tx: Tx) => tx.selectFrom('mailSettings').selectAll().where('id', '=', installationId).executeTakeFirst();

/** Writes the settings over those of this version, or the first ones where it is 0. Throws staleVersion. */
export const putSettings = async (tx: Tx, values: Values, version: number): Promise<void> => {
  const written =
    version === 0
      ? await tx
          .insertInto('mailSettings')
          .values({ id: installationId, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst()
      : await tx.updateTable('mailSettings').set(values).where('id', '=', installationId).where('version', '=', version).returning('id').executeTakeFirst();
  if (!written) await refuseStale(tx, 'mail_settings', installationId, installationId, version);
};

export const deleteSettings = async (tx: Tx, version: number): Promise<void> => {
  const deleted = await tx.deleteFrom('mailSettings').where('id', '=', installationId).where('version', '=', version).returning('id').executeTakeFirst();
  if (!deleted) await refuseStale(tx, 'mail_settings', installationId, installationId, version);
};

/** The same password sealed with another secret: nothing that a reader of the trail would see. */
export const resealPassword = async (tx: Tx, version: number, password: Buffer): Promise<void> => {
  await tx.updateTable('mailSettings').set({ password }).where('id', '=', installationId).where('version', '=', version).execute();
};
