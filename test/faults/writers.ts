import type pg from 'pg';
import { intakeTemplate } from '../../src/modules/intake/template.ts';
import { writeWorkbook } from '../../src/server/spreadsheet/write.ts';
import type { Client } from '../process.ts';

/** What clients were told, and what they could not know because no answer came. */
export type Ledger = {
  /** People who must be there, with the telephone numbers that each may have. */
  people: Map<string, (string | undefined)[]>;
  /** Names of people whose creation was never answered: there or not. */
  unanswered: Set<string>;
  /** Each workbook by the family name of its people; its task, when it was accepted. */
  workbooks: Map<string, { task?: string }>;
};
export type Writers = {
  ledger: Ledger;
  /** Resolves once so many more writes were acknowledged, a workbook among them where `workbook` says so; rejects after a minute without. */
  acknowledge: (count: number, workbook?: boolean) => Promise<void>;
  /** Answers that were neither a success nor what a client must expect while the server or the database is away. */
  refusals: string[];
  /** Each failed request: when, and how. */
  failures: { at: number; how: string }[];
  stop: () => Promise<void>;
};

/** How many people a workbook holds: they come in together or not at all. */
export const lot = 4;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const workbookOf = (name: string): Promise<Uint8Array> =>
  writeWorkbook(intakeTemplate('fr', { people: Array.from({ length: lot }, (_, i) => ({ lastName: name, firstName: `Prénom ${i}`, kind: 'staff' })), services: [], contracts: [], mandates: [] }));

/** Makes a centre, of which the caller is the adviser; returns its id. */
export const makeCentre = async (client: Client, slug: string): Promise<string> => {
  const answer = await client.call('POST', '/organizations', { body: { slug, name: { fr: `CPAS de ${slug}` }, documentLanguage: 'fr', municipality: slug, region: 'wallonia' } });
  if (answer.status !== 201) throw new Error(`The centre was answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
};

let addresses = 0;
/** Each request comes from an address of its own, as a proxy tells: how many one address may send is not the matter here. */
const elsewhere = (): { 'x-forwarded-for': string } => {
  addresses += 1;
  return { 'x-forwarded-for': `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}` };
};

/** Sends a workbook to be entered; the answer of the server. */
export const sendWorkbook = async (base: string, client: Client, centre: string, name: string): Promise<Response> => {
  const form = new FormData();
  form.set('file', new Blob([Buffer.from(await workbookOf(name))]), `${name}.xlsx`);
  return fetch(`${base}/api/beffroi/v1/organizations/${centre}/intakes?dryRun=false`, { method: 'POST', headers: { 'x-beffroi': '1', cookie: client.cookie, ...elsewhere() }, body: form });
};

/** Writes as several clients of one person: two create people, one changes them, one sends workbooks. Told apart by `mark`; each rests so many milliseconds after an answer. */
export const startWriters = (base: string, client: Client, centre: string, mark = 'a', rest = 0): Writers => {
  const ledger: Ledger = { people: new Map(), unanswered: new Set(), workbooks: new Map() };
  const refusals: string[] = [];
  const failures: Writers['failures'] = [];
  const waiting = new Set<() => void>();
  const ending = new AbortController();
  let count = 0;
  let workbooks = 0;
  const told = (): void => {
    count += 1;
    for (const look of waiting) look();
  };
  const people = `/organizations/${centre}/people`;

  // The answer, or undefined where none came or the server said that it cannot answer now.
  const ask = async (request: () => Promise<Response>): Promise<Response | undefined> => {
    try {
      if (rest > 0) await pause(rest);
      const answer = await request();
      if (answer.ok || answer.status === 412) return answer;
      failures.push({ at: Date.now(), how: String(answer.status) });
      if (![502, 503, 504].includes(answer.status)) refusals.push(`${answer.status} ${await answer.text()}`);
    } catch (error) {
      failures.push({ at: Date.now(), how: (error as Error).message });
    }
    await pause(100);
    return undefined;
  };

  const create = async (who: string): Promise<void> => {
    for (let number = 0; !ending.signal.aborted; number += 1) {
      const lastName = `Nom ${mark}${who} ${number}`;
      ledger.unanswered.add(lastName);
      const answer = await ask(() => client.call('POST', people, { body: { lastName, firstName: 'Odile', kind: 'staff' }, headers: elsewhere() }));
      const id = answer && (((await answer.json().catch(() => ({}))) as { id?: string }).id ?? answer.headers.get('location')?.split('/').at(-1));
      if (!id) continue;
      ledger.unanswered.delete(lastName);
      ledger.people.set(id, [undefined]);
      told();
    }
  };
  const change = async (): Promise<void> => {
    for (let number = 0; !ending.signal.aborted; number += 1) {
      const chosen = [...ledger.people].at(-1 - (number % 7));
      if (!chosen) {
        await pause(10);
        continue;
      }
      const [id, phones] = chosen;
      const read = await ask(() => client.call('GET', `${people}/${id}`, { headers: elsewhere() }));
      const version = read?.headers.get('etag');
      await read?.arrayBuffer().catch(() => undefined);
      if (!version) continue;
      const phone = `02 ${number}`;
      phones.push(phone);
      const answer = await ask(() => client.call('PATCH', `${people}/${id}`, { body: { phone }, headers: { 'if-match': version, ...elsewhere() } }));
      await answer?.arrayBuffer().catch(() => undefined);
      if (answer?.ok) {
        ledger.people.set(id, [phone]);
        told();
      }
    }
  };
  const upload = async (): Promise<void> => {
    for (let number = 0; !ending.signal.aborted; number += 1) {
      const name = `Lot ${mark} ${number}`;
      const sent: { task?: string } = {};
      ledger.workbooks.set(name, sent);
      const answer = await ask(() => sendWorkbook(base, client, centre, name));
      const task = answer?.headers.get('location')?.split('/').at(-1);
      await answer?.arrayBuffer().catch(() => undefined);
      if (task) {
        sent.task = task;
        workbooks += 1;
        told();
      }
      await pause(250);
    }
  };
  const loops = [create('x'), create('y'), change(), upload()];
  return {
    ledger,
    refusals,
    failures,
    acknowledge: (more, workbook = false) => {
      const [writes, books] = [count + more, workbooks + (workbook ? 1 : 0)];
      return new Promise((resolve, reject) => {
        const patience = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`Nothing more was acknowledged; the last that failed: ${JSON.stringify(failures.slice(-5))} ${refusals.at(-1) ?? ''}`));
        }, 60_000);
        const look = (): void => {
          if (count < writes || workbooks < books) return;
          clearTimeout(patience);
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      });
    },
    stop: async () => {
      ending.abort();
      await Promise.all(loops);
    },
  };
};

/** Compares a ledger with the database: every fault in words, nothing when all that was acknowledged is there and no workbook stands half in it. */
export const faultsOf = async (database: pg.Client, centre: string, ledgers: readonly Ledger[]): Promise<string[]> => {
  // What is acknowledged later than this question is not asked for.
  const expected = ledgers.map(({ people, unanswered, workbooks }) => ({ people: structuredClone(people), unanswered: new Set(unanswered), workbooks: new Map(workbooks) }));
  const { rows } = await database.query<{ id: string; name: string; phone: string | null }>('SELECT id, last_name AS name, phone FROM person WHERE organization_id = $1', [centre]);
  const found = new Map(rows.map((row) => [row.id, row]));
  const lots = Map.groupBy(rows, ({ name }) => name);
  const faults: string[] = [];
  for (const [index, { people, workbooks }] of expected.entries()) {
    for (const [id, phones] of people) {
      const person = found.get(id);
      // Changed between the two: the ledger of now knows the number too.
      const allowed = [...phones, ...(ledgers[index]?.people.get(id) ?? [])];
      if (!person) faults.push(`The person ${id} is gone`);
      else if (!allowed.includes(person.phone ?? undefined)) faults.push(`${person.name} has ${person.phone}, not one of ${allowed.join(', ')}`);
    }
    for (const name of workbooks.keys()) {
      const count = lots.get(name)?.length ?? 0;
      if (count !== 0 && count !== lot) faults.push(`${name}: ${count} people of ${lot}`);
    }
  }
  for (const [name, same] of lots) if (same.length > 1 && !name.startsWith('Lot ')) faults.push(`${name} was created ${same.length} times`);
  return faults;
};

/** The tasks of a ledger that were accepted and are not as they must be: done, their people entered once and all of them, each with one entry of the trail. */
export const unfinished = async (database: pg.Client, centre: string, { workbooks }: Ledger): Promise<string[]> => {
  const accepted = [...workbooks].flatMap(([name, { task }]) => (task ? [{ name, task }] : []));
  const { rows } = await database.query<{ id: string; state: string; created: number | null; people: number; entries: number; problem: string | null }>(
    `SELECT t.id, t.state, (t.result #>> '{report,counts,people,created}')::int AS created, t.result ->> 'code' AS problem,
       (SELECT count(*)::int FROM person p WHERE p.organization_id = t.organization_id AND p.last_name = asked.name) AS people,
       (SELECT count(*)::int FROM audit_entry e JOIN person p ON p.organization_id = e.organization_id AND p.id = e.record_id
         WHERE e.organization_id = t.organization_id AND e.table_name = 'person' AND p.last_name = asked.name) AS entries
     FROM task t JOIN unnest($2::uuid[], $3::text[]) AS asked (task, name) ON asked.task = t.id WHERE t.organization_id = $1`,
    [centre, accepted.map(({ task }) => task), accepted.map(({ name }) => name)],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  return accepted.flatMap(({ name, task }) => {
    const row = found.get(task);
    if (!row) return [`${name}: its task is gone`];
    const right = row.state === 'done' && row.created === lot && row.people === lot && row.entries === lot;
    return right ? [] : [`${name}: ${row.state} ${row.problem ?? ''}, ${row.created} created in its report, ${row.people} there, ${row.entries} entries`];
  });
};
