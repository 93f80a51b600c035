import type { Seal } from '../../../server/auth/seal.ts';
import { type Database, installationId } from '../../../server/db/database.ts';
import type { MailSettings } from '../../../server/mail.ts';
import { findSettings, resealPassword } from './store.ts';

const asJob = { organizations: [installationId], actor: { kind: 'job' as const } };

/**
 * The settings of the page, with the password; undefined where there are none, or where the password was sealed with a secret that is no
 * longer kept. A password that a former secret sealed is sealed anew.
 */
export const storedMail = async (db: Database, seal: Seal): Promise<MailSettings | undefined> =>
  db.tx(asJob, async (tx) => {
    const found = await findSettings(tx);
    if (!found) return undefined;
    const { host, port, security, sender } = found;
    const settings: MailSettings = { host, port, security, sender, ...(found.replyTo ? { replyTo: found.replyTo } : {}) };
    if (found.username === null || found.password === null) return settings;
    const opened = seal.open(found.password);
    if (!opened) return undefined;
    if (opened.stale) await resealPassword(tx, found.version, seal.seal(opened.text));
    return { ...settings, username: found.username, password: opened.text };
  });
