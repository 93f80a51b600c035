import { addDays, type CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { Role } from '../../kernel/permissions.ts';
import type { RuleId } from '../../kernel/rules.ts';
import type { MandateKind } from './mandate.ts';

/** Functions that a centre must never be without, and the rule that says so; a deputy is replaced where there was one. */
export const filledKinds = { adviser: 'adviserAppointed', dpo: 'dpoAppointed', directorGeneral: 'directionAppointed', deputyAdviser: 'deputyAppointed' } as const satisfies Partial<
  Record<MandateKind, RuleId>
>;
type FilledKind = keyof typeof filledKinds;

/** One fact of a centre's people that asks for something, as the store finds it. */
export type DutyRow = { organizationId: string; id: string; date: CivilDate | null; name: string | null } & (
  | { what: 'vacant' | 'ending'; kind: FilledKind }
  | { what: 'undecided' | 'federalNotice' | 'authorityNotice' | 'candidacyUnsent' | 'candidacySent'; kind: MandateKind }
  | { what: 'headless' | 'headGone' | 'departure'; kind: string }
);

const keepers: readonly Role[] = ['adviser', 'deputyAdviser'];
const direction: readonly Role[] = ['directorGeneral', 'president'];
const privacy: readonly Role[] = ['dpo', 'deputyDpo'];

/** What is due by these facts: functions to fill, appointments to decide and to communicate, services without a head, accounts to close. */
export const duties = (rows: readonly DutyRow[], asking: Asking): Obligation[] => rows.map((row) => duty(row, asking));

const duty = (row: DutyRow, asking: Asking): Obligation => {
  const { organizationId, id, date, name } = row;
  const make = (rule: RuleId, start: CivilDate, more: Omit<Obligation, 'organizationId' | 'room' | 'rule' | 'start' | 'due' | 'subject'> & { subject: string }): Obligation => ({
    organizationId,
    room: 'people',
    rule,
    start: { on: start },
    due: asking.due(rule, organizationId, { on: start }),
    ...more,
    subject: { kind: more.subject, id },
  });
  const since = (): CivilDate => asking.since(organizationId);
  const mandate = { subject: 'mandate', about: name ?? undefined, read: 'mandate.read', action: { label: { key: 'do.openMandate' }, path: `people/mandates/${id}` } } as const;
  const candidacy = { subject: 'candidacy', about: name ?? undefined, read: 'candidacy.read', action: { label: { key: 'do.openCandidacy' }, path: `people/candidacies/${id}` } } as const;
  switch (row.what) {
    case 'vacant':
      return make(filledKinds[row.kind], date ? addDays(date, 1) : since(), {
        subject: row.kind,
        title: { key: `appoint.${row.kind}` },
        reason: date ? { key: 'reason.vacantSince', values: { date: { date: addDays(date, 1) } } } : { key: 'reason.neverHeld' },
        act: { roles: row.kind === 'directorGeneral' ? ['president'] : direction },
        read: 'mandate.read',
        action: { label: { key: 'do.appoint' }, path: `people/mandates/new?kind=${row.kind}` },
      });
    case 'ending':
      return make(filledKinds[row.kind], addDays(date!, 1), {
        ...mandate,
        title: { key: `succeed.${row.kind}` },
        reason: { key: 'reason.mandateEnds', values: { date: { date: date! } } },
        act: { roles: row.kind === 'directorGeneral' ? ['president'] : direction },
      });
    case 'undecided':
      return make('appointmentDecided', date!, {
        ...mandate,
        title: { key: `decide.${row.kind}` },
        reason: { key: 'reason.inOfficeSince', values: { date: { date: date! } } },
        act: { roles: direction },
      });
    case 'federalNotice':
      return make('appointmentToFederalService', date!, {
        ...mandate,
        title: { key: `tellFederal.${row.kind}` },
        reason: { key: 'reason.decidedOn', values: { date: { date: date! } } },
        act: { roles: [...keepers, 'directorGeneral'] },
      });
    case 'authorityNotice':
      return make('dpoToAuthority', date!, {
        ...mandate,
        title: { key: `tellAuthority.${row.kind}` },
        reason: { key: 'reason.decidedOn', values: { date: { date: date! } } },
        act: { roles: [...keepers, ...privacy, 'directorGeneral'] },
      });
    case 'candidacyUnsent':
      return make('candidacyToFederalService', date!, {
        ...candidacy,
        title: { key: 'sendCandidacy' },
        reason: { key: 'reason.decidedOn', values: { date: { date: date! } } },
        act: { roles: [...keepers, 'directorGeneral'] },
      });
    case 'candidacySent':
      return make('candidacyAnswer', date!, {
        ...candidacy,
        title: { key: 'awaitCandidacy' },
        reason: { key: 'reason.sentOn', values: { date: { date: date! } } },
        act: { roles: keepers },
        waitsFor: { key: 'federalService' },
      });
    case 'headless':
    case 'headGone':
      return make('serviceHeaded', date ? addDays(date, 1) : since(), {
        subject: 'service',
        title: { key: 'headService' },
        about: name ?? undefined,
        reason: date ? { key: 'reason.headGone', values: { date: { date } } } : { key: 'reason.headless' },
        act: { roles: [...keepers, 'directorGeneral', 'localCorrespondent'] },
        read: 'service.read',
        action: { label: { key: 'do.openService' }, path: `people/services/${id}` },
      });
    case 'departure':
      return make(row.kind === 'traineeship' ? 'traineeAccountsEnded' : 'accountsDisabled', date!, {
        subject: 'contract',
        title: { key: 'closeAccounts' },
        about: name ?? undefined,
        reason: { key: 'reason.lastDay', values: { date: { date: date! } } },
        act: { roles: [...keepers, 'localCorrespondent'] },
        read: 'contract.read',
        action: { label: { key: 'do.closeAccounts' }, path: `people/contracts/${id}` },
      });
  }
};
