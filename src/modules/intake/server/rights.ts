import type { Tx } from '../../../server/db/database.ts';
import { giveRights, rightsKept } from '../../access/server/service.ts';
import { resourcesOf } from '../../resources/server/service.ts';
import { levelWords } from '../../resources/workbook.ts';
import type { IntakeRight } from '../intake.ts';
import { makeIssue } from '../issue.ts';
import { nearest, normalize } from '../normalize.ts';
import type { Counts } from '../report.ts';
import type { Writing } from './writing.ts';

/**
 * Rights that the centre does not have yet. One that began on that day is there, whatever became of it since; so is one that is still held for as
 * long. A resource that the centre does not have, or a level that it does not offer, is a fault on its cell.
 */
export const writeRights = async (tx: Tx, organizationId: string, lines: readonly IntakeRight[], { personId, language, issues }: Writing): Promise<Counts> => {
  const resources = await resourcesOf(tx, organizationId);
  const byName = new Map(resources.map((resource) => [normalize(resource.name), resource]));
  const keyOf = (right: { personId: string; resourceId: string; level: string }): string => `${right.personId} ${right.resourceId} ${right.level}`;
  const kept = Map.groupBy(await rightsKept(tx, organizationId), keyOf);
  const rights = lines.flatMap(({ row: _row, where, person, resource: name, ...right }) => {
    const resource = byName.get(normalize(name));
    if (!resource) {
      const suggestion = nearest(
        name,
        resources.map((one) => one.name),
      );
      issues.push(makeIssue('resourceUnknown', { ...where('resource'), parameters: suggestion === undefined ? {} : { suggestion } }));
      return [];
    }
    if (!resource.levels.includes(right.level)) {
      issues.push(makeIssue('levelNotOffered', { ...where('level'), parameters: { resource: resource.name, choices: resource.levels.map((level) => levelWords[language][level]).join(', ') } }));
      return [];
    }
    return [{ ...right, personId: personId(person), resourceId: resource.id, source: 'intake' as const }];
  });
  const missing = rights.filter((right) => !kept.get(keyOf(right))?.some((one) => one.start === right.start || (one.endedOn === null && (one.until ?? '9999-12-31') >= (right.until ?? '9999-12-31'))));
  if (issues.length === 0) await giveRights(tx, organizationId, missing);
  return { created: missing.length, changed: 0, unchanged: lines.length - missing.length };
};
