import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command was called wrongly; the message says how. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Parses the arguments of a command. Throws UsageError for one it does not know. */
export const readArguments = <T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T, positionals = 0) => {
  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: positionals > 0, strict: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}.`);
  }
  if (parsed.positionals.length !== positionals) throw new UsageError(positionals === 1 ? 'Name one file.' : 'Too many arguments.');
  return parsed;
};

/** The value, which the command needs. */
export const required = (value: string | undefined, option: string): string => {
  if (!value) throw new UsageError(`${option} is missing.`);
  return value;
};

/** The value, which must be one of these. */
export const oneOf = <T extends string>(value: string | undefined, allowed: readonly T[], option: string): T => {
  const found = allowed.find((candidate) => candidate === value);
  if (!found) throw new UsageError(`${option} must be one of ${allowed.join(', ')}.`);
  return found;
};
