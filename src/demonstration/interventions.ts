import type { CivilDate } from '../kernel/dates.ts';
import { enterIntervention } from '../modules/interventions/server/service.ts';
import type { Scope } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays } from './days.ts';
import { interventionWords } from './intervention-words.ts';
import { hasInterventions } from './interventions-store.ts';
import { hasMess, patternLength } from './mess.ts';
import { randomOf } from './random.ts';

const threeYears = 1080;
const isWeekend = (on: CivilDate): boolean => [0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());
const workday = (on: CivilDate): CivilDate => (isWeekend(on) ? workday(addDays(on, -1)) : on);

/** Three years of interventions: rarer in summer, one urgent begun without agreement each year, a test of emergency power forgotten here and there, and today's that wait. Nothing happens where there are some. */
export const recordInterventions = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, today: CivilDate): Promise<void> => {
  if (hasMess(centre.index, 'justEntered')) return;
  const words = interventionWords[centre.organization.documentLanguage];
  const random = randomOf(`interventions/${centre.index}`);
  const { technician } = centre.cast;
  const decider = centre.cast.shared.adviser;
  type Entry = Parameters<typeof enterIntervention>[2];
  const lines: Entry[] = [];
  const agreed = (on: CivilDate) => ({ decision: 'agreed' as const, decidedOn: on, decidedById: decider });
  for (let ago = threeYears; ago > 8; ago -= random.int(14, 40)) {
    const on = workday(addDays(today, -ago));
    // In summer hardly anybody touches anything.
    if (['07', '08'].includes(on.slice(5, 7)) && random.chance(0.6)) continue;
    const job = words.jobs[lines.length % words.jobs.length]!;
    const announcedOn = workday(addDays(on, -random.int(1, 4)));
    const base = { nature: job.nature, subject: job.subject, announcedOn, plannedOn: on, byPersonId: technician };
    if (random.chance(0.04)) lines.push({ ...base, decision: 'refused', decidedOn: announcedOn, decidedById: decider, decisionNote: words.refused });
    else if (random.chance(0.05)) lines.push({ ...base, ...agreed(announcedOn), cancelledOn: on, cancelReason: words.cancelled });
    else lines.push({ ...base, ...agreed(announcedOn), start: on, end: random.chance(0.15) ? workday(addDays(on, 1)) : on, outcome: 'good', result: job.result, remote: random.chance(0.4) && job.nature === 'update' });
  }
  for (const ago of [1010, 830, 640, 270, 80]) {
    if (ago === 270 && centre.index % 2 === 1) continue;
    const on = workday(addDays(today, -ago));
    const weak = ago === 80 && centre.index % patternLength === 0;
    lines.push({
      nature: 'emergencyPowerTest',
      subject: words.power.subject,
      announcedOn: on,
      start: on,
      end: on,
      byPersonId: technician,
      outcome: weak ? 'notGood' : 'good',
      result: weak ? words.power.weak : words.power.good,
      ...(weak ? { followUp: words.power.replace } : {}),
      ...agreed(on),
    });
  }
  for (const ago of [900, 520, 150]) {
    const on = workday(addDays(today, -ago));
    lines.push({ ...words.outage, urgent: true, announcedOn: on, start: on, end: on, outcome: 'good', unagreed: true, byPersonId: technician, ...agreed(addDays(on, 1)) });
  }
  lines.push({ nature: 'installation', subject: words.waiting, announcedOn: workday(addDays(today, -2)), plannedOn: addDays(today, 6), byPersonId: technician });
  if (centre.index % 2 === 0)
    lines.push({
      nature: 'other',
      subject: words.running,
      announcedOn: workday(addDays(today, -24)),
      start: workday(addDays(today, -20)),
      byPersonId: technician,
      ...agreed(workday(addDays(today, -22))),
    });
  const inOrder = lines.toSorted((a, b) => (a.announcedOn < b.announcedOn ? -1 : a.announcedOn > b.announcedOn ? 1 : 0));
  await db.tx(
    scope,
    async (tx) => {
      if (await hasInterventions(tx, centre.id)) return;
      for (const line of inOrder) await enterIntervention(tx, centre.id, line);
    },
    { seconds: 60 },
  );
};
