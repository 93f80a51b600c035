/** The server or a command cannot start; the message is one English sentence for the person who runs it. */
export class StartupError extends Error {
  override name = 'StartupError';
}

/** An environment variable has a value that cannot be used. */
export class ConfigError extends StartupError {
  override name = 'ConfigError';
}

/** Another Beffroi server already runs on this data directory. */
export class DataDirectoryInUse extends StartupError {
  override name = 'DataDirectoryInUse';
}

/** The disk of the embedded database is full: it can be tried again when there is room. */
export class DiskFull extends StartupError {
  override name = 'DiskFull';
}

/** The code of a system or PostgreSQL error (`ENOENT`, `28P01`…), or '' where there is none. */
export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** The message of anything thrown, on one line. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? error.message || errorCode(error) || error.name : String(error);
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** What the log keeps of anything thrown. The database repeats in its messages the values it was given, which may name people: of its errors the code stands for the text. */
export function loggable(error: unknown): { type: string; message: string; stack?: string } {
  const code = errorCode(error);
  const known = /^[0-9A-Z]{5}$/.test(code) ? `PostgreSQL ${code}` : undefined;
  // The queue hands over copies of its errors.
  if (!(error instanceof Error)) return { type: typeof error, message: known ?? (code || 'not an error') };
  const message = known ?? error.message;
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  return { type: error.name, message, ...(frames ? { stack: frames } : {}) };
}
