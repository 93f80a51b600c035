import type { CivilDate } from '../kernel/dates.ts';
import { recordIntervention, checksOf, type Recorded } from '../modules/interventions/server/service.ts';
import type { Tx } from '../server/db/database.ts';
import { addDays, workday } from './days.ts';
import type { Diary } from './diary.ts';
import type { premisesWords } from './premises-words.ts';
import { randomOf } from './random.ts';

type Told = { id: string; name: string; zoneId: string; kind: 'emergencyPower' | 'smokeDetector' | 'extinguisher'; months: number };

/**
 * Three years of looking at what protects: the emergency power twice a year, the rest once, a little late here and there, once not good and mended the
 * week after; for the diary. Where `forgotten`, nobody has looked at the smoke detectors this year.
 */
export const checkProtections = async (
  tx: Tx,
  diary: Diary,
  organizationId: string,
  protections: readonly Told[],
  { own, technician, forgotten, seed, today }: { own: (typeof premisesWords)['fr']; technician: string | undefined; forgotten: boolean; seed: string; today: CivilDate },
): Promise<void> => {
  const random = randomOf(`premises checks/${seed}`);
  const checks = await checksOf(
    tx,
    organizationId,
    protections.map(({ id }) => ({ kind: 'protection', id })),
  );
  const lines: Recorded[] = [];
  for (const { id, name, zoneId, kind, months } of protections) {
    const check = checks.find(({ origin }) => origin.id === id);
    if (!check) continue;
    const every = months * 30;
    const last = kind === 'smokeDetector' ? (forgotten ? 400 : 40) : kind === 'extinguisher' ? 165 : 160;
    for (let ago = last; ago < 1000; ago += every + random.int(-12, 10)) {
      const on = workday(addDays(today, -ago));
      const bad = kind === 'emergencyPower' && ago > 500 && ago < 700;
      const by = kind === 'extinguisher' ? { byNames: own.extinguisherFirm } : { byPersonId: technician };
      const line = {
        nature: kind === 'emergencyPower' ? ('emergencyPowerTest' as const) : ('check' as const),
        subject: `${own.checkOf} : ${name}`,
        zoneId,
        checkId: check.id,
        origin: { kind: 'protection', id },
        ...by,
      };
      lines.push({
        ...line,
        start: on,
        end: on,
        at: new Date(`${on}T13:00:00Z`),
        ...(bad ? { outcome: 'notGood' as const, result: own.battery, followUp: own.batteryOrdered } : { outcome: 'good' as const, result: own.checked[kind] }),
      });
      if (bad) {
        const mended = workday(addDays(on, 9));
        lines.push({ ...line, start: mended, end: mended, at: new Date(`${mended}T13:00:00Z`), outcome: 'good', result: own.batteryNew });
      }
    }
  }
  for (const line of lines) diary.add(line.start, (later) => recordIntervention(later, organizationId, line));
};
