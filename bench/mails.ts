import { drainUnderKills } from '../test/faults/drain.ts';
import { mailboxPrograms, mailPrograms } from '../test/tools.ts';
import type { Figures } from './measure.ts';

/** A thousand mails of all sorts in a mailbox of Dovecot, taken in and answered through exim by a server that is killed fifty times; fails where one is lost, counts twice or became something else. */
export const measureMails = async (directory: string): Promise<Figures> => {
  if (!mailboxPrograms() || !mailPrograms()) return { absent: 'Dovecot or exim' };
  const mails = 1000;
  const { lost, double, wrong, ...counts } = await drainUnderKills(directory, { mails, kills: 50 });
  const faults = [...lost.map((name) => `lost: ${name}`), ...double.map((name) => `double: ${name}`), ...wrong];
  if (faults.length > 0) throw new Error(`${faults.length} of ${mails} mails: ${faults.slice(0, 10).join('; ')}`);
  return { mails, lost: 0, double: 0, wrong: 0, ...counts };
};
