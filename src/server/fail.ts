import { errorText, StartupError } from './errors.ts';

/** Says in one sentence why the program cannot start or go on, and ends it with code 1. */
export const fail = (error: unknown): never => {
  process.stderr.write(`${error instanceof StartupError ? error.message : `Beffroi stopped: ${errorText(error)}`}\n`);
  process.exit(1);
};
