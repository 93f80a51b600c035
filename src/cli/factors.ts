import { accountByEmail, takeFactors } from '../modules/accounts/server/service.ts';
import { StartupError } from '../server/errors.ts';
import { withDatabase } from './database.ts';
import { readArguments, required } from './usage.ts';

/**
 * Takes every second factor and recovery code of an account away and ends its sessions: for whoever has lost them all where nobody else may help,
 * as the only administrator. The trail says that a command did it. Throws StartupError for an address that nobody has.
 */
export const removeFactors = async (args: string[]): Promise<void> => {
  const { values } = readArguments(args, { account: { type: 'string' } });
  const email = required(values.account, '--account').toLowerCase();
  await withDatabase(async ({ db }) => {
    const account = await accountByEmail(db.kysely, email);
    if (!account) throw new StartupError('Nobody has this address here.');
    const count = await takeFactors(db, { kind: 'command' }, account.id, new Date());
    process.stdout.write(`${count} taken away, and the sessions of the account ended. Whoever holds a role that asks for a second factor enrols one at the next sign-in.\n`);
  });
};
