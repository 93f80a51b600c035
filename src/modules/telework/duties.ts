import type { CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { Role } from '../../kernel/permissions.ts';

/** What telework leaves to do in a centre, a row each. */
export type DutyRow = {
  what: 'asked' | 'assessed' | 'checked' | 'authorised' | 'review' | 'departed' | 'close' | 'loss' | 'line';
  organizationId: string;
  id: string;
  /** The day from which it counts. */
  on: CivilDate;
  personId: string | null;
  name: string | null;
  /** Of a line: how much its fullest day asks of it, in percent of what telework may take. */
  load?: number;
};

const keepers: readonly Role[] = ['adviser', 'deputyAdviser'];
const equip: readonly Role[] = ['itHead', 'itAgent'];

/** Each step is waited for by whoever takes it; the person themselves answers the questions. */
const steps = {
  asked: { roles: [...keepers, 'localCorrespondent'], path: 'telework/own' },
  assessed: { roles: [...equip, 'itSecurityOfficer'], path: undefined },
  checked: { roles: keepers, path: undefined },
  authorised: { roles: ['directorGeneral'], path: undefined },
} as const satisfies Record<string, { roles: readonly Role[]; path: string | undefined }>;

/** Requests that wait for somebody, agreements to review, teleworks of people who left, what is left after an end, losses that were not told, and lines that carry less than the agreements ask of them. */
export const teleworkDuties = (rows: readonly DutyRow[], { due }: Pick<Asking, 'due'>): Obligation[] =>
  rows.map(({ what, organizationId, id, on, personId, name, load = 0 }): Obligation => {
    const start = { on };
    const about = name ?? undefined;
    const base = { organizationId, room: 'telework', read: 'telework.read' as const, start, about };
    const reason = (key: string) => ({ key, values: { date: { date: on } } });
    const record = { path: `telework/${id}` };
    switch (what) {
      case 'asked':
      case 'assessed':
      case 'checked':
      case 'authorised':
        return {
          ...base,
          rule: 'teleworkStep',
          subject: { kind: 'telework', id },
          title: { key: `step.${what}.title` },
          reason: reason('step.reason'),
          due: due('teleworkStep', organizationId, start),
          act: { roles: what === 'asked' ? [] : steps[what].roles, ...(what === 'asked' && personId ? { people: [personId] } : {}) },
          action: { label: { key: `step.${what}.do` }, path: steps[what].path ?? record.path },
        };
      case 'review':
        return {
          ...base,
          rule: 'teleworkReviewed',
          subject: { kind: 'telework', id },
          title: { key: 'review.title' },
          reason: reason('review.reason'),
          due: due('teleworkReviewed', organizationId, start),
          act: { roles: keepers },
          action: { label: { key: 'review.do' }, ...record },
        };
      case 'departed':
        return {
          ...base,
          rule: 'teleworkEnded',
          subject: { kind: 'telework', id },
          title: { key: 'departed.title' },
          reason: reason('departed.reason'),
          due: due('teleworkEnded', organizationId, start),
          act: { roles: [...keepers, 'localCorrespondent'] },
          action: { label: { key: 'departed.do' }, ...record },
        };
      case 'close':
        return {
          ...base,
          rule: 'teleworkClosed',
          subject: { kind: 'telework', id },
          title: { key: 'close.title' },
          reason: reason('close.reason'),
          due: due('teleworkClosed', organizationId, start),
          act: { roles: [...equip, ...keepers] },
          action: { label: { key: 'close.do' }, ...record },
        };
      case 'line':
        return {
          ...base,
          rule: 'teleworkLine',
          subject: { kind: 'teleworkLine', id },
          title: { key: 'line.title' },
          reason: { key: 'line.reason', values: { load } },
          due: due('teleworkLine', organizationId, start),
          act: { roles: [...keepers, 'itHead'] },
          action: { label: { key: 'line.do' }, path: 'telework/rule' },
        };
      case 'loss':
        return {
          ...base,
          rule: 'theftTold',
          subject: { kind: 'teleworkLoss', id },
          title: { key: 'loss.title' },
          reason: reason('loss.reason'),
          due: due('theftTold', organizationId, start),
          act: { roles: [...keepers, ...equip, 'directorGeneral', 'localCorrespondent'] },
          action: { label: { key: 'loss.do' }, path: `telework/losses/${id}` },
        };
    }
  });
