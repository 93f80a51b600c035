import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Compares lines with a reviewed table: a file beside the tests, or in the documentation. To write it anew on purpose: `BEFFROI_WRITE_TABLES=1 npm test -- test/access.test.ts`, then review the difference. */
export const expectTable = (name: string, head: string, lines: readonly string[]): void => {
  const file = new URL(name, import.meta.url);
  const text = `${head}\n${lines.join('\n')}\n`;
  if (process.env['BEFFROI_WRITE_TABLES']) writeFileSync(file, text);
  const reviewed = existsSync(file) ? readFileSync(file, 'utf8') : '';
  expect(lines).toEqual(reviewed.split('\n').slice(head.split('\n').length, -1));
};
