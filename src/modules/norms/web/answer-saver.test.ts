import { describe, expect, test, vi } from 'vitest';
import { ProblemError } from '../../../web/problem.ts';
import { makeSaver, type Sending } from './answer-saver.ts';
import type { NormRow } from './assessment-queries.ts';

const row = (more: Partial<NormRow> = {}): NormRow =>
  ({ id: 'n', version: 1, answers: {}, evidence: [], facts: [], can: { answer: true }, norm: { id: '5.1', title: { fr: 'x' }, guidelines: [] }, ...more }) as unknown as NormRow;
const stale = new ProblemError({ type: 'urn:problem-type:beffroi:staleVersion', status: 412, changes: [{ at: '2026-11-22T10:00:00Z', by: 'Marc Lambert', fields: ['comment'] }] });
const offline = new ProblemError({ type: 'urn:problem-type:beffroi:offline', status: 0 });

const open = (given: NormRow, sending: Partial<Sending> = {}, draft?: Parameters<typeof makeSaver>[2]) => {
  const patches: object[] = [];
  const saver = makeSaver(
    given,
    {
      send: async (upon, patch) => {
        patches.push(patch);
        return { ...upon, ...patch, version: upon.version + 1 } as NormRow;
      },
      read: async () => given,
      saved: () => undefined,
      keep: () => undefined,
      ...sending,
    },
    draft,
  );
  const until = (state: string) => vi.waitFor(() => expect(saver.read().state).toBe(state));
  return { saver, patches, until };
};

describe('an answer that saves itself', () => {
  test('sends what was ticked, and nothing else', async () => {
    const { saver, patches, until } = open(row({ answers: { b: true }, comment: 'Vu' }));
    saver.set('answers.a', true);
    await until('saved');
    expect(patches).toEqual([{ answers: { a: true } }]);
  });

  test('waits for the reason of a norm that does not apply', async () => {
    const { saver, patches, until } = open(row());
    saver.setAll({ answer: 'notApplicable' });
    await until('needsReason');
    saver.set('reason', 'Pas de réseau sans fil');
    await until('saved');
    expect(patches).toEqual([{ answer: 'notApplicable', reason: 'Pas de réseau sans fil' }]);
  });

  test('what is typed while a save is under way is sent after it', async () => {
    const first = Promise.withResolvers<NormRow>();
    const sent: object[] = [];
    const { saver, until } = open(row(), {
      send: (upon, patch) => {
        sent.push(patch);
        return sent.length === 1 ? first.promise : Promise.resolve({ ...upon, ...patch, version: 3 } as NormRow);
      },
    });
    saver.set('answers.a', true);
    await until('saving');
    saver.set('comment', 'Depuis mars');
    first.resolve(row({ answers: { a: true }, version: 2 }));
    await until('saved');
    expect(sent).toEqual([{ answers: { a: true } }, { comment: 'Depuis mars' }]);
    expect(saver.read().values).toMatchObject({ answers: { a: true }, comment: 'Depuis mars' });
  });

  test('another field that somebody else changed goes with mine', async () => {
    const theirs = row({ version: 2, comment: 'Le leur' });
    const sent: [number, object][] = [];
    const { saver, until } = open(row(), {
      send: (upon, patch) => {
        sent.push([upon.version, patch]);
        return upon.version === 1 ? Promise.reject(stale) : Promise.resolve({ ...theirs, answers: { a: true }, version: 3 } as NormRow);
      },
      read: async () => theirs,
    });
    saver.set('answers.a', true);
    await until('saved');
    expect(sent).toEqual([
      [1, { answers: { a: true } }],
      [2, { answers: { a: true } }],
    ]);
    expect(saver.read().values).toMatchObject({ comment: 'Le leur', answers: { a: true } });
  });

  test.each([
    [true, 'Le mien', 1],
    [false, 'Le leur', 0],
  ])('of the same field the person chooses, mine kept until then: %s', async (mine, kept, more) => {
    const theirs = row({ version: 2, comment: 'Le leur' });
    const sent: object[] = [];
    const { saver, until } = open(row(), {
      send: (upon, patch) => {
        if (upon.version === 1) return Promise.reject(stale);
        sent.push(patch);
        return Promise.resolve({ ...upon, ...patch, version: 3 } as NormRow);
      },
      read: async () => theirs,
    });
    saver.set('comment', 'Le mien');
    await until('conflict');
    expect(saver.read()).toMatchObject({ values: { comment: 'Le mien' }, conflict: { both: ['comment'], by: 'Marc Lambert' } });
    saver.resolve(mine);
    await until('saved');
    expect(saver.read().values.comment).toBe(kept);
    expect(sent).toHaveLength(more);
  });

  test('without a line it waits, and goes out when the line is back', async () => {
    let up = false;
    const { saver, until } = open(row(), { send: (upon, patch) => (up ? Promise.resolve({ ...upon, ...patch, version: 2 } as NormRow) : Promise.reject(offline)) });
    saver.set('answers.a', true);
    await until('offline');
    up = true;
    saver.flush();
    await until('saved');
  });

  test('what a device kept and somebody changed since is asked, not written over', async () => {
    const { saver } = open(row({ comment: 'Le leur', version: 4 }), {}, { from: { answers: {}, comment: 'Avant' }, values: { answers: {}, comment: 'Le mien' } });
    expect(saver.read()).toMatchObject({ state: 'conflict', values: { comment: 'Le mien' } });
  });

  test('what is read anew takes no text away that is not saved yet', () => {
    const { saver } = open(row(), { send: () => new Promise(() => undefined) });
    saver.set('comment', 'Le mien', true);
    saver.adopt(row({ version: 2, comment: 'Le leur' }));
    expect(saver.read().values.comment).toBe('Le mien');
  });
});
