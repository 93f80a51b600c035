import { addDays, type CivilDate } from '../../kernel/dates.ts';
import type { Asking, Obligation } from '../../kernel/obligation.ts';
import type { Role } from '../../kernel/permissions.ts';
import { type Authorisation, authorisedUntil } from './resource.ts';

/** A flow whose authorisation has an end or is not there, or how many resources of a centre nobody answers for. */
export type DutyRow = { organizationId: string } & ({ what: 'flow'; id: string; name: string; authorisations: Authorisation[] } | { what: 'ownerless'; count: number });

const act: readonly Role[] = ['adviser', 'deputyAdviser', 'directorGeneral', 'localCorrespondent'];

/** What is due by the resources: an authorisation for each flow of the network, before the one that runs has ended; and an owner of what holds social data. */
export const duties = (rows: readonly DutyRow[], asking: Asking): Obligation[] =>
  rows.map((row) => {
    const { organizationId } = row;
    if (row.what === 'ownerless') {
      const since = asking.since(organizationId);
      return {
        organizationId,
        room: 'resources',
        rule: 'resourceOwned',
        subject: { kind: 'ownerless', id: organizationId },
        title: { key: 'ownerless.title', values: { count: row.count } },
        start: { on: since },
        due: asking.due('resourceOwned', organizationId, { on: since }),
        act: { roles: act },
        read: 'resource.read',
        action: { label: { key: 'do.list' }, path: 'resources?missing=owner&socialData=true' },
      };
    }
    const until = authorisedUntil(row.authorisations, asking.today, (date) => addDays(date, 1));
    const past = lastPast(row.authorisations, asking.today);
    // Without one for long: since the last that ran, or since the centre is followed.
    const on: CivilDate = until ?? past ?? asking.since(organizationId);
    return {
      organizationId,
      room: 'resources',
      rule: 'flowAuthorised',
      subject: { kind: 'flow', id: row.id },
      title: { key: until ? 'authorisationEnds.title' : 'unauthorised.title' },
      about: row.name,
      reason: until ? { key: 'authorisationEnds.reason', values: { date: { date: until } } } : past ? { key: 'unauthorised.ended', values: { date: { date: past } } } : { key: 'unauthorised.never' },
      start: { on },
      due: asking.due('flowAuthorised', organizationId, { on }),
      act: { roles: act },
      read: 'resource.read',
      action: { label: { key: 'do.resource' }, path: `resources/${row.id}` },
    };
  });

const lastPast = (authorisations: readonly Authorisation[], day: CivilDate): CivilDate | undefined =>
  authorisations
    .flatMap(({ until }) => (until && until < day ? [until] : []))
    .toSorted()
    .at(-1);
