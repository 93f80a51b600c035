import type { CivilDate } from '../kernel/dates.ts';
import { enterIntervention } from '../modules/interventions/server/service.ts';
import type { Scope } from '../server/db/database.ts';
import type { Services } from '../server/services.ts';
import type { Centre } from './centre.ts';
import { addDays, mondayOf, workday } from './days.ts';
import { interventionWords } from './intervention-words.ts';
import type { Diary } from './diary.ts';
import { firmsOfKinds, hasInterventions } from './interventions-store.ts';
import { tellMaintenance } from './maintenance.ts';
import { hasMess } from './mess.ts';
import { randomOf } from './random.ts';

const threeYears = 1080;

/**
 * Three years of interventions, for the diary: rarer in summer, one urgent begun without agreement each year, and today's that
 * wait. Nothing where there are some.
 */
export const tellInterventions = async ({ db }: Pick<Services, 'db'>, scope: Scope, centre: Centre, diary: Diary, today: CivilDate): Promise<void> => {
  if (hasMess(centre.index, 'justEntered')) return;
  const firms = await db.tx(scope, async (tx) => ((await hasInterventions(tx, centre.id)) ? undefined : firmsOfKinds(tx, centre.id, today)));
  if (!firms) return;
  const words = interventionWords[centre.organization.documentLanguage];
  const random = randomOf(`interventions/${centre.index}`);
  const { technician } = centre.cast;
  const decider = centre.cast.shared.adviser;
  const nameOf = (id: string): string => centre.people.filter((one) => one.id === id).map(({ firstName, lastName }) => `${firstName} ${lastName}`)[0] ?? '';
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
    else
      lines.push({
        ...base,
        ...agreed(announcedOn),
        start: on,
        end: random.chance(0.15) ? workday(addDays(on, 1)) : on,
        outcome: 'good',
        result: job.result,
        remote: random.chance(0.4) && job.nature === 'update',
      });
  }
  for (const ago of [900, 520, 150]) {
    // Servers that were switched off over the weekend fail on Mondays.
    const on = mondayOf(addDays(today, -ago));
    lines.push({ ...words.outage, urgent: true, announcedOn: on, start: on, end: on, outcome: 'good', unagreed: true, byPersonId: technician, ...agreed(addDays(on, 1)) });
  }
  lines.push({
    nature: 'installation',
    subject: words.waiting,
    announcedOn: workday(addDays(today, -2)),
    plannedOn: workday(addDays(today, 6)),
    byPersonId: technician,
    ...(centre.index === 0 ? { mailedBy: nameOf(technician) } : {}),
  });
  if (centre.index % 2 === 0)
    lines.push({
      nature: 'other',
      subject: words.running,
      announcedOn: workday(addDays(today, -24)),
      start: workday(addDays(today, -20)),
      byPersonId: technician,
      ...agreed(workday(addDays(today, -22))),
    });
  for (const line of lines) diary.add(line.announcedOn, (tx) => enterIntervention(tx, centre.id, line));
  tellMaintenance(diary, centre, firms, today);
};
