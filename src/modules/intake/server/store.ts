import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { searchText } from '../../../kernel/search.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { Tx } from '../../../server/db/database.ts';
import type { Intake, Known } from '../intake.ts';
import type { MandateInput } from '../../people/mandate.ts';
import { refuseMandates } from '../../people/server/service.ts';
import type { Counts, IntakeReport } from '../report.ts';
import { matchContracts, matchMandates, matchPeople, matchServices, type Stored } from '../match.ts';
import { applyFurther, type Writer } from './further.ts';

type Register = 'person' | 'service' | 'contract' | 'mandate';

const read = async (tx: Tx, table: Register, organizationId: string): Promise<Stored[]> =>
  (await tx.selectFrom(table).selectAll().where('organizationId', '=', organizationId).orderBy('id').execute()) as Stored[];

/** The names that lines of the workbook may refer to although they stand in none of its sheets. */
export const knownNames = async (tx: Tx, organizationId: string): Promise<Known> => ({
  people: await tx.selectFrom('person').select(['lastName', 'firstName']).where('organizationId', '=', organizationId).execute(),
  services: (await tx.selectFrom('service').select('name').where('organizationId', '=', organizationId).execute()).map((service) => service.name),
});

/**
 * Writes what a workbook says into the registers of people of a centre that exists already, by natural keys: a line that
 * is there already changes only what it says, an absent value leaves what is there. Each register is one statement a
 * thousand rows. Mandates and sheets that are not `writer`'s to write are refused. The caller's transaction makes it all or nothing.
 */
export const applyRegisters = async (tx: Tx, organizationId: string, intake: Intake, today: CivilDate, writer?: Writer): Promise<Omit<IntakeReport, 'organization' | 'identity'>> => {
  const people = matchPeople(intake.people, await read(tx, 'person', organizationId), newId);
  const peopleCounts = await write(
    tx,
    'person',
    organizationId,
    people.rows.map((row) => ({
      ...row,
      values: { ...row.values, searchText: searchText(row.values['lastName'] as string, row.values['firstName'] as string, row.values['email'] as string | null) },
    })),
  );
  const personId = (key: string): string => people.ids.get(key) ?? fail(`person ${key}`);

  const services = matchServices(intake.services, await read(tx, 'service', organizationId), personId, newId);
  const serviceCounts = await write(tx, 'service', organizationId, services.rows);
  const serviceId = (name: string): string => services.idOf(name) ?? fail(`service ${name}`);

  const contracts = matchContracts(intake.contracts, await read(tx, 'contract', organizationId), personId, serviceId, newId);
  const contractCounts = await write(tx, 'contract', organizationId, contracts);
  const mandates = matchMandates(intake.mandates, await read(tx, 'mandate', organizationId), personId, newId);
  if (writer) {
    const due = mandates.filter((mandate) => mandate.state !== 'unchanged').map((mandate) => mandate.values as Pick<MandateInput, 'personId' | 'kind'>);
    await refuseMandates(tx, organizationId, writer, due);
  }
  const mandateCounts = await write(tx, 'mandate', organizationId, mandates);
  return {
    people: peopleCounts,
    services: serviceCounts,
    contracts: contractCounts,
    mandates: mandateCounts,
    ...(await applyFurther(tx, organizationId, intake, { today, personId, serviceId }, writer)),
  };
};

// References were checked while reading the workbook; one that is lost here is our own mistake.
const fail = (what: string): never => {
  throw new Error(`the intake refers to an unknown ${what.split(' ')[0]}`);
};

type Row = { id: string; state: 'created' | 'changed' | 'unchanged'; values: Record<string, unknown> };

const write = async (tx: Tx, table: Register, organizationId: string, rows: readonly Row[]): Promise<Counts> => {
  const due = rows.filter((row) => row.state !== 'unchanged');
  for (let start = 0; start < due.length; start += 1000) {
    const chunk = due.slice(start, start + 1000).map((row) => ({ ...columns(row.values), organizationId, id: row.id }));
    const names = Object.keys(chunk[0] ?? {}).filter((name) => name !== 'organizationId' && name !== 'id');
    await tx
      .insertInto(table)
      .values(chunk as never)
      .onConflict((conflict) => conflict.columns(['organizationId', 'id'] as never).doUpdateSet(Object.fromEntries(names.map((name) => [name, sql.ref(`excluded.${name}`)])) as never))
      .execute();
  }
  const count = (state: Row['state']): number => rows.filter((row) => row.state === state).length;
  return { created: count('created'), changed: count('changed'), unchanged: count('unchanged') };
};

const columns = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value === undefined ? null : value !== null && typeof value === 'object' ? JSON.stringify(value) : value]));
