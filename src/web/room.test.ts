import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import words from './locales/fr.json' with { type: 'json' };
import { addressOfRoom } from './room.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const folders = [...read('../modules/deadlines/server/sources.ts').matchAll(/'\.\.\/\.\.\/([a-z]+)\/server\/service\.ts'/g)].map((found) => found[1]!);
const table = read('./rooms.ts');

describe('what is due leads to its room', () => {
  test('every room with obligations is found', () => {
    expect(folders).toContain('subjects');
  });

  // The backups belong to the installation: no centre has them.
  test.each(folders.filter((folder) => folder !== 'backups'))('%s, which the navigation names, has an address in a centre, and is counted there', (folder) => {
    const { name, path } = addressOfRoom(folder);
    expect(words.rooms).toHaveProperty(name);
    const line = table.split('\n').find((one) => one.includes(`{ name: '${name}', group:`)) ?? '';
    expect(line).toContain(`inCentre: '${path}'`);
    if (name !== folder) expect(line).toContain(`folder: '${folder}'`);
  });
});
