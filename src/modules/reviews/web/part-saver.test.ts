import { expect, test } from 'vitest';
import { makePartSaver } from './part-saver.ts';
import type { Right } from './queries.ts';

test('whoever asks that all be saved waits for what is on its way, and for what was answered meanwhile', async () => {
  const right = (id: string) => ({ id, version: 1, offered: ['read'], level: 'read', handed: false, warnings: [] }) as unknown as Right;
  const answers: (() => void)[] = [];
  const sent: string[][] = [];
  const saver = makePartSaver([right('a'), right('b')], {
    send: async (items) => {
      sent.push(items.map(({ id }) => id));
      await new Promise<void>((resolve) => answers.push(resolve));
      return items.map(({ id, decision }) => ({ ...right(id), version: 2, decision }) as Right);
    },
    read: async () => [],
    keep: () => {},
  });
  saver.set({ a: { decision: 'confirm' } });
  void saver.flush();
  saver.set({ b: { decision: 'confirm' } });
  let done = false;
  const all = saver.flush().then(() => (done = true));
  await Promise.resolve();
  expect([sent, done]).toEqual([[['a']], false]);
  answers[0]!();
  await expect.poll(() => answers.length).toBe(2);
  expect(done).toBe(false);
  answers[1]!();
  await all;
  expect([sent, saver.read().state]).toEqual([[['a'], ['b']], 'saved']);
});
