import type { FastifyRequest } from 'fastify';
import { can } from '../../../kernel/permissions.ts';
import type { CivilDate } from '../../../kernel/dates.ts';
import type { ItemRow, PartRow } from './part-store.ts';
import type { ReviewRow } from './store.ts';
import type { Warning } from './warnings.ts';

/** The person that the caller is in this centre, where the register knows them. */
export const personOf = (request: FastifyRequest, organizationId: string): string | null => request.access.links.find((link) => link.organizationId === organizationId)?.personId ?? null;

/** Whether the caller reads of everybody: as a head of service and nothing more, of nobody but their own part. */
export const readsAll = (request: FastifyRequest): boolean => {
  const { actor } = request.access;
  return can({ ...actor, roles: actor.roles.filter((role) => role !== 'headOfService') }, 'review.read');
};

const absent = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

/** A review as the API shows it, with what falls to this caller and what they may do. */
export const presentReview = (url: string, request: FastifyRequest, organizationId: string, row: ReviewRow, day: CivilDate, parts: readonly PartRow[]) => {
  const { actor } = request.access;
  const personId = personOf(request, organizationId);
  const own = personId === null ? undefined : parts.find(({ reviewId, reviewerId }) => reviewId === row.id && reviewerId === personId);
  const open = row.signedAt === null;
  return {
    id: row.id,
    version: row.version,
    href: `${url}/api/beffroi/v1/organizations/${organizationId}/accessReviews/${row.id}`,
    year: row.year,
    takenOn: row.takenOn,
    answerBy: row.answerBy,
    begunAt: row.begunAt.toISOString(),
    begunName: absent(row.begunName),
    state: open ? ('underWay' as const) : ('signed' as const),
    late: open && row.undecided > 0 && row.answerBy < day,
    conclusion: absent(row.conclusion),
    signedAt: row.signedAt?.toISOString(),
    signedName: absent(row.signedName),
    contentHash: absent(row.contentHash),
    auditHead: absent(row.auditHead),
    people: row.people,
    rights: row.rights,
    undecided: row.undecided,
    changed: row.changed,
    withdrawn: row.withdrawn,
    leftOpen: row.leftOpen,
    ...(own ? { own: { people: own.people, waiting: own.waiting, undecided: own.undecided } } : {}),
    can: {
      read: can(actor, 'review.read'),
      update: open && can(actor, 'review.write'),
      delete: open && can(actor, 'review.write'),
      follow: can(actor, 'review.follow'),
      answerForOthers: open && can(actor, 'review.write'),
      sign: open && can(actor, 'review.sign'),
      file: !open && readsAll(request),
    },
  };
};

export const presentPart = ({ reviewerId, reviewerName, ground, services, people, waiting, rights, undecided, changed, withdrawn, leftOpen, handedAt }: PartRow) => ({
  ...(reviewerId ? { reviewerId } : {}),
  ...(reviewerName ? { reviewerName } : {}),
  ground,
  services,
  people,
  waiting,
  rights,
  undecided,
  changed,
  withdrawn,
  leftOpen,
  ...(handedAt ? { handedAt: new Date(handedAt).toISOString() } : {}),
});

export const presentRight = (row: ItemRow, warnings: readonly Warning[] = []) => ({
  id: row.id,
  version: row.version,
  resourceId: row.resourceId,
  resourceName: row.resourceName,
  offered: row.offered,
  level: row.level,
  account: absent(row.account),
  given: absent(row.given),
  since: absent(row.since),
  until: absent(row.until),
  lastUsedOn: absent(row.lastUsedOn),
  goneOn: absent(row.goneOn),
  warnings: [...warnings],
  decision: absent(row.decision),
  newLevel: absent(row.newLevel),
  reason: absent(row.reason),
  decidedAt: row.decidedAt?.toISOString(),
  decidedName: absent(row.decidedName),
  handed: row.handedAt !== null,
  leftOpen: absent(row.leftOpen),
});

/** The rights of a part, person by person. */
export const presentPeople = (rows: readonly ItemRow[], accountId: string | undefined, warningsOf: (row: ItemRow) => readonly Warning[]) => {
  const people = new Map<
    string,
    { personId: string; name: string; function: string | undefined; serviceName: string | undefined; outsider: boolean; seen: boolean; rights: ReturnType<typeof presentRight>[] }
  >();
  for (const row of rows) {
    const known = people.get(row.personId);
    const right = presentRight(row, warningsOf(row));
    if (known) known.rights.push(right);
    else
      people.set(row.personId, {
        personId: row.personId,
        name: row.personName,
        function: absent(row.function),
        serviceName: absent(row.serviceName),
        outsider: row.outsider,
        seen: accountId !== undefined && row.seenBy.includes(accountId),
        rights: [right],
      });
  }
  return [...people.values()];
};
