import { readConfig } from './config.ts';
import { fail } from './fail.ts';
import { type Server, startServer } from './start.ts';
import type { Services } from './services.ts';

/** What an update leaves behind, said while the tables are brought to this version. */
export const tellSaved = (file: string): void => {
  process.stdout.write(`An earlier version made this database. It was saved in ${file} and is brought to this version.\n`);
};

/** Runs the server until SIGINT or SIGTERM: prints its address and, while nobody exists, the one-time set-up link. */
export const serve = async (options: { demonstration?: boolean; env?: NodeJS.ProcessEnv; beforeListening?: (services: Services) => Promise<void> } = {}): Promise<void> => {
  let server: Server | undefined;
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    // A second signal, or a request that does not end, must not keep the machine waiting.
    setTimeout(() => process.exit(1), 15_000).unref();
    await server?.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());
  try {
    server = await startServer(readConfig(options.env ?? process.env), { ...options, onLost: fail, onSaved: tellSaved });
    process.stdout.write(`Beffroi: ${server.address}\n`);
    if (server.setUpLink) process.stdout.write(`Nobody has an account yet. Make the first one within a day: ${server.setUpLink}\n`);
  } catch (error) {
    fail(error);
  }
};
