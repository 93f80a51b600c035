import type { CivilDate } from '../../kernel/dates.ts';
import { Address, OrganizationInput } from '../organizations/organization.ts';
import { MandateInput } from '../people/mandate.ts';
import { ContractInput, PersonInput, ServiceInput } from '../people/person.ts';
import { at, onceEach, schemaIssues } from './checks.ts';
import type { Intake, IntakeContract, IntakeMandate, IntakePerson, IntakeService } from './intake.ts';
import { makeIssue } from './issue.ts';
import type { Issue } from './issue.ts';
import type { Line, Register } from './lines.ts';
import { normalize, personKey } from './normalize.ts';
import type { Lookup } from './references.ts';

const text = (line: Line, key: string): string | undefined => (typeof line.values[key] === 'string' ? line.values[key] : undefined);
const pick = (line: Line, keys: readonly string[]): Record<string, unknown> => Object.fromEntries(keys.filter((key) => line.values[key] !== undefined).map((key) => [key, line.values[key]]));
/** Schemas with rules over several values cannot drop their identifiers: a stand-in is checked and taken out again. */
const standIn = '00000000-0000-4000-8000-000000000000';

const NewCentre = OrganizationInput.omit({ slug: true });
const ExistingCentre = NewCentre.partial().extend({ address: Address.optional() });
const ServiceRow = ServiceInput.omit({ parentId: true, headId: true });

/** The centre, from the dotted keys of its sheet. A new one must have its name, language, municipality and region. */
export const readCentre = (register: Register, isNew: boolean, issues: Issue[]): Intake['organization'] => {
  const [line] = register.lines;
  if (!line || (!isNew && Object.keys(line.values).length === 0)) return undefined;
  const draft: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(line.values)) {
    const [group = '', field] = key.split('.');
    if (field === undefined) draft[group] = value;
    else draft[group] = { ...(draft[group] as object | undefined), [field]: value };
  }
  if (isNew) draft.name ??= {};
  const checked = (isNew ? NewCentre : ExistingCentre).safeParse(draft);
  if (checked.success) return checked.data;
  const addressKey = (path: string): string => (path === 'address' ? 'address.street' : path);
  issues.push(...schemaIssues(checked.error, register, line, (path) => (path === 'name' ? firstName(register, line) : addressKey(path))));
  return undefined;
};
const firstName = (register: Register, line: Line): string => `name.${(['fr', 'nl', 'de'] as const).find((language) => language === register.language && line.cellOf(`name.${language}`)) ?? 'fr'}`;

/** People; the same code, national number, or name without codes twice is an issue. */
export const readPeople = (register: Register, issues: Issue[]): IntakePerson[] => {
  const once = onceEach(issues);
  const perName = new Map<string, number>();
  for (const line of register.lines) {
    const name = personKey(text(line, 'lastName') ?? '', text(line, 'firstName') ?? '');
    perName.set(name, (perName.get(name) ?? 0) + 1);
  }
  const seen = new Map<string, Line>();
  return register.lines.flatMap((line) => {
    const reference = text(line, 'reference');
    const checked = PersonInput.safeParse(pick(line, Object.keys(PersonInput.shape)));
    if (!checked.success) issues.push(...schemaIssues(checked.error, register, line));
    if (reference && !once(`reference ${normalize(reference)}`, 'duplicateReference', register, line, 'reference')) return [];
    const [lastName, firstNameOf] = [text(line, 'lastName'), text(line, 'firstName')];
    if (lastName === undefined || firstNameOf === undefined) return [];
    const name = personKey(lastName, firstNameOf);
    const earlier = seen.get(name);
    if (earlier && !(reference && text(earlier, 'reference'))) {
      issues.push(makeIssue('duplicatePerson', { ...at(register, line, 'lastName'), value: `${lastName} ${firstNameOf}`, parameters: { first: earlier.cellOf('lastName') ?? `A${earlier.row}` } }));
      return [];
    }
    seen.set(name, line);
    const key = (perName.get(name) ?? 0) > 1 && reference ? `${name}#${normalize(reference)}` : name;
    // Somebody whose other values are wrong still exists: what refers to them is not a second mistake.
    const person = checked.success ? checked.data : { lastName, firstName: firstNameOf, kind: 'staff' as const };
    if (person.ssin && !once(`ssin ${person.ssin}`, 'duplicateSsin', register, line, 'ssin')) return [];
    return [{ row: line.row, key, ...(reference ? { reference } : {}), ...person }];
  });
};

const namesOnce = (register: Register, issues: Issue[]): Line[] => {
  const once = onceEach(issues);
  return register.lines.filter((line) => line.values.name === undefined || once(normalize(String(line.values.name)), 'duplicateService', register, line, 'name'));
};

const reportCycles = (register: Register, services: readonly IntakeService[], issues: Issue[]): void => {
  const parents = new Map(services.map((service) => [normalize(service.name), service.parentName === undefined ? undefined : normalize(service.parentName)]));
  for (const line of register.lines) {
    const start = normalize(String(line.values.name ?? ''));
    const visited = new Set<string>();
    let current = parents.get(start);
    while (current !== undefined && current !== start && !visited.has(current)) {
      visited.add(current);
      current = parents.get(current);
    }
    if (current === start && start !== '') issues.push(makeIssue('serviceCycle', { ...at(register, line, 'parent'), value: String(line.values.name) }));
  }
};

/** Services with the person who heads each and the service each is part of. */
export const readServices = (register: Register, person: Lookup, service: Lookup, issues: Issue[]): IntakeService[] => {
  const services = namesOnce(register, issues).flatMap((line): IntakeService[] => {
    const head = person(register, line, 'head');
    const parentName = service(register, line, 'parent');
    const checked = ServiceRow.safeParse(pick(line, Object.keys(ServiceRow.shape)));
    if (checked.success) return [{ row: line.row, ...checked.data, ...(head === undefined ? {} : { head }), ...(parentName === undefined ? {} : { parentName }) }];
    issues.push(...schemaIssues(checked.error, register, line));
    return [];
  });
  reportCycles(register, services, issues);
  return services;
};

const suspensionKeys = ['suspensionStart', 'suspensionEnd', 'suspensionReason'] as const;
const suspensionColumn = (path: string): string => {
  const [, , field] = path.split('.');
  return path.startsWith('suspensions') ? `suspension${field === undefined ? 'Start' : field.charAt(0).toUpperCase() + field.slice(1)}` : path;
};

/** Contracts with their person and service; the same person, kind, function and start twice is an issue. */
export const readContracts = (register: Register, person: Lookup, service: Lookup, issues: Issue[]): IntakeContract[] => {
  const once = onceEach(issues);
  return register.lines.flatMap((line): IntakeContract[] => {
    const key = person(register, line, 'person');
    const serviceName = service(register, line, 'service');
    const [start, end, reason] = suspensionKeys.map((column) => text(line, column));
    const suspended = suspensionKeys.some((column) => line.values[column] !== undefined);
    const faultySuspension = suspensionKeys.some((column) => line.faulty.has(column));
    if (suspended && !faultySuspension && (start === undefined || reason === undefined)) {
      const missing = start === undefined ? 'suspensionStart' : 'suspensionReason';
      issues.push(makeIssue('suspensionIncomplete', at(register, line, line.cellOf(missing) ? missing : 'person')));
    }
    const suspensions = start !== undefined && reason !== undefined && !faultySuspension ? [{ start, reason, ...(end === undefined ? {} : { end }) }] : [];
    const checked = ContractInput.safeParse({ ...pick(line, ['kind', 'function', 'start', 'end', 'weeklyHours']), suspensions, personId: standIn });
    if (!checked.success) {
      issues.push(...schemaIssues(checked.error, register, line, suspensionColumn));
      return [];
    }
    if (key === undefined) return [];
    const { personId: _, serviceId: __, ...contract } = checked.data;
    if (!once(`${key} ${contract.kind} ${normalize(contract.function)} ${contract.start}`, 'duplicateRow', register, line, 'person')) return [];
    return [{ row: line.row, ...contract, person: key, ...(serviceName === undefined ? {} : { serviceName }) }];
  });
};

/** Mandates with their person; the same person, kind and start twice is an issue, and so is a decision not yet taken. */
export const readMandates = (register: Register, person: Lookup, today: CivilDate, issues: Issue[]): IntakeMandate[] => {
  const once = onceEach(issues);
  return register.lines.flatMap((line): IntakeMandate[] => {
    const key = person(register, line, 'person');
    const decidedOn = text(line, 'decidedOn');
    if (decidedOn !== undefined && decidedOn > today) issues.push(makeIssue('inTheFuture', at(register, line, 'decidedOn')));
    const checked = MandateInput.safeParse({ ...pick(line, Object.keys(MandateInput.shape)), personId: standIn });
    if (!checked.success) {
      issues.push(...schemaIssues(checked.error, register, line));
      return [];
    }
    if (key === undefined) return [];
    const { personId: _, ...mandate } = checked.data;
    if (!once(`${key} ${mandate.kind} ${mandate.start}`, 'duplicateRow', register, line, 'person')) return [];
    return [{ row: line.row, ...mandate, person: key }];
  });
};
