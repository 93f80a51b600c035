import type { Language } from '../../kernel/language.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DecisionInput } from '../../kernel/reasoned-decision.ts';
import type { NewRight } from '../access/grant.ts';
import type { AdviceInput } from '../advice/advice.ts';
import type { BackupPlanInput } from '../continuity/backup.ts';
import type { RestoreTestInput } from '../continuity/restore.ts';
import type { SittingInput } from '../council/council.ts';
import type { EarlierInput } from '../declarations/declaration.ts';
import type { RecordedDerogation } from '../inventories/derogation.ts';
import type { DeviceInput } from '../inventories/device.ts';
import type { SoftwareInput } from '../inventories/software.ts';
import type { RecordedAnswer } from '../norms/recorded.ts';
import type { OrganizationInput } from '../organizations/organization.ts';
import type { MandateInput } from '../people/mandate.ts';
import type { ContractInput, PersonInput, ServiceInput } from '../people/person.ts';
import type { ActionInput } from '../plan/action.ts';
import type { ResourceInput } from '../resources/resource.ts';
import type { RecordInput } from '../interventions/intervention.ts';
import type { EarlierAgreement } from '../telework/telework.ts';
import type { SupplierContractInput, SupplierInput } from '../suppliers/supplier.ts';
import type { CopyState, KeyInput, Settling } from '../premises/key.ts';
import type { ZoneEntryInput, ZoneInput } from '../premises/zone.ts';
import type { Issue } from './issue.ts';

/** `row` is the line's number in its sheet, for messages. */
type Row = { row: number };
/** Where a column of the line stands, for faults that only the database shows. */
type Placed = { where: (column: string) => Pick<Issue, 'sheet' | 'cell' | 'column' | 'value'> };

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
/** `people` are of the centre; whom its register of people does not know, `names` has as they were written. */
export type IntakeAdvice = Row &
  Placed & {
    input: AdviceInput;
    year: number;
    number?: number;
    sentOn: CivilDate;
    receivedOn: CivilDate;
    decision?: Required<Pick<DecisionInput, 'outcome' | 'decidedOn'>> & { decisionReasons?: string };
    toldOn?: CivilDate;
    withdrawn?: { on: CivilDate; reason?: string };
    people: Partial<Record<'author' | 'askedBy' | 'decidedBy', PersonKey>>;
    names: Partial<Record<'author' | 'askedBy' | 'decidedBy', string>>;
  };
export type IntakeSitting = Row & SittingInput;
/** `framework` as it was typed, empty for the minimum norms. */
export type IntakeAnswer = Row & Placed & { framework: string; year: number } & RecordedAnswer;

/** Lines of one firm share one object `firm`. */
export type IntakeSupplier = Row & { firm: SupplierInput; contract?: Pick<SupplierContractInput, 'title' | 'reference' | 'start' | 'end'> };
/** `supplier` as it was typed. */
export type IntakeResource = Row & Placed & { input: ResourceInput; owner?: PersonKey; serviceName?: string; supplier?: string };

/** `resource` as it was typed. */
export type IntakeRight = Row & Placed & Pick<NewRight, 'level' | 'account' | 'start' | 'until' | 'reason'> & { person: PersonKey; resource: string };
export type IntakeDeclaration = Row & Pick<EarlierInput, 'variant' | 'signedOn' | 'place'> & { person: PersonKey };
/** `zone` and `supplier` as they were typed. */
export type IntakeDevice = Row & Placed & { input: DeviceInput; holder?: PersonKey; serviceName?: string; zone?: string; supplier?: string };
/** `supplier`, `contract` and `resource` as they were typed. */
export type IntakeSoftware = Row & Placed & { input: SoftwareInput; owner?: PersonKey; supplier?: string; contract?: string; resource?: string };
/** `device`, `zone`, `resource` and `renews` as they were typed; `number` as it was in its `year`; `decidedBy` is of the centre, or else in `recorded`. */
export type IntakeDerogation = Row &
  Placed & {
    recorded: Omit<RecordedDerogation, 'askedById' | 'personId' | 'deviceId' | 'zoneId' | 'resourceId'>;
    year: number;
    number?: number;
    askedBy: PersonKey;
    person?: PersonKey;
    decidedBy?: PersonKey;
    device?: string;
    zone?: string;
    resource?: string;
    renews?: string;
  };
export type IntakeTelework = Row & Omit<EarlierAgreement, 'personId'> & { person: PersonKey };
/** A line of an old table; `number` as it was there, in its `year`; `supplier` as it was typed. */
export type IntakeIntervention = Row & Placed & { input: RecordInput; year: number; number?: number; supplier?: string };

/** `supplier`, `resource` and `backup` as they were typed. */
export type IntakeBackup = Row & Placed & { input: BackupPlanInput; person?: PersonKey; supplier?: string; resource?: string };
export type IntakeRestore = Row & Placed & { backup: string; input: Omit<RestoreTestInput, 'planId'>; person?: PersonKey; supplier?: string };

/** `room`, the resource, as it was typed. */
export type IntakeZone = Row & Placed & { input: ZoneInput; room?: string };
/** `zone` as it was typed. */
export type IntakeZoneEntry = Row & Placed & { zone: string; input: Pick<ZoneEntryInput, 'category' | 'hours' | 'escorted' | 'note'>; person?: PersonKey; serviceName?: string };
/** Lines of one key share one object `key`, whose `zones` are as they were typed; a line without a copy is of the key alone. */
export type IntakeKey = Row &
  Placed & {
    key: { input: Omit<KeyInput, 'zoneIds'>; zones?: string };
    copy?: { state: CopyState; since: CivilDate; mark?: string; keptWhere?: string; until?: CivilDate; settledOn?: CivilDate; settledHow?: Settling; settledNote?: string };
    person?: PersonKey;
  };

/** What the sheets of other rooms than that of the people say. */
export type Further = {
  actions: IntakeAction[];
  advice: IntakeAdvice[];
  sittings: IntakeSitting[];
  answers: IntakeAnswer[];
  suppliers: IntakeSupplier[];
  resources: IntakeResource[];
  rights: IntakeRight[];
  declarations: IntakeDeclaration[];
  telework: IntakeTelework[];
  interventions: IntakeIntervention[];
  backups: IntakeBackup[];
  restores: IntakeRestore[];
  zones: IntakeZone[];
  zoneEntries: IntakeZoneEntry[];
  keys: IntakeKey[];
  devices: IntakeDevice[];
  softwareProducts: IntakeSoftware[];
  derogations: IntakeDerogation[];
};

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
} & Further;

/** What the centre already has when it is not new: lines of the workbook may refer to it. */
export type Known = { people: readonly { lastName: string; firstName: string }[]; services: readonly string[] };
