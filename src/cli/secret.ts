import { readConfig } from '../server/config.ts';
import { StartupError } from '../server/errors.ts';
import { givenSecrets, rotateSecret } from '../server/secret.ts';
import { sessionSeconds } from '../server/auth/session-cookie.ts';
import { readArguments } from './usage.ts';

/**
 * Puts a new secret first in `BEFFROI_DATA/secret`. The former is accepted for a day, so that nobody is signed out by a
 * restart within its first half; with `--now` no longer, and everybody signs in again. It leaves the file at a start that needs it no more. Throws StartupError where BEFFROI_SECRET rules.
 */
export const rotate = async (args: string[]): Promise<void> => {
  const { values } = readArguments(args, { now: { type: 'boolean' } });
  if (givenSecrets(process.env['BEFFROI_SECRET']))
    throw new StartupError(
      'The secret is given in BEFFROI_SECRET, not kept in the file: add a new one there, with a comma between them: before the present one, or with several nodes behind it first (docs/operations.md, "Keys").',
    );
  const now = new Date();
  const until = await rotateSecret(readConfig(process.env).dataDirectory, now, values.now ?? false);
  const by = (instant: Date): string => `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  process.stdout.write(
    !values.now
      ? `There is a new secret. Restart the server before ${by(new Date(now.getTime() + sessionSeconds * 1000))}: nobody is signed out. The former secret is accepted until ${by(until)}.\n`
      : 'There is a new secret, and the former signs nobody in. Restart the server: from then on everybody signs in again.\n',
  );
};
