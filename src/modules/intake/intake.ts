import type { Language } from '../../kernel/language.ts';
import type { OrganizationInput } from '../organizations/organization.ts';
import type { MandateInput } from '../people/mandate.ts';
import type { ContractInput, PersonInput, ServiceInput } from '../people/person.ts';
import type { ActionInput } from '../plan/action.ts';

/** `row` is the line's number in its sheet, for messages. */
type Row = { row: number };

/**
 * Key of a person within an intake: `personKey(lastName, firstName)`; two people of one name have `#` and their code
 * after it. It is the key of people that the centre already has, too.
 */
export type PersonKey = string;

export type IntakeService = Row & Omit<ServiceInput, 'parentId' | 'headId'> & { parentName?: string; head?: PersonKey };
export type IntakePerson = Row & PersonInput & { key: PersonKey; reference?: string };
export type IntakeContract = Row & Omit<ContractInput, 'personId' | 'serviceId'> & { person: PersonKey; serviceName?: string };
export type IntakeMandate = Row & Omit<MandateInput, 'personId'> & { person: PersonKey };
export type IntakeAction = Row & Omit<ActionInput, 'ownerId'> & { owner?: PersonKey };

/**
 * What a right workbook says, by natural keys. Values left empty are absent: what a centre already has stays.
 * `organization` has every required value when the centre is new. Names of services are those of the sheet, or of the service the centre has.
 */
export type Intake = {
  language: Language;
  organization?: Partial<Omit<OrganizationInput, 'slug'>>;
  services: IntakeService[];
  people: IntakePerson[];
  contracts: IntakeContract[];
  mandates: IntakeMandate[];
  actions: IntakeAction[];
};

/** What the centre already has when it is not new: lines of the workbook may refer to it. */
export type Known = { people: readonly { lastName: string; firstName: string }[]; services: readonly string[] };
