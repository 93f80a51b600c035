import type { CivilDate } from '../kernel/dates.ts';
import { enterIntervention } from '../modules/interventions/server/service.ts';
import type { Centre } from './centre.ts';
import { addDays, workday } from './days.ts';
import type { Diary } from './diary.ts';
import { type FirmOfKind, type firmsOfKinds, insertAgreement } from './interventions-store.ts';
import { firmWords } from './firm-words.ts';
import { maintenanceWords } from './maintenance-words.ts';
import { randomOf } from './random.ts';

type Entry = Parameters<typeof enterIntervention>[2];
/** Days since which firms announce by mail: mails are kept for a year. */
const mailedSince = 330;

/**
 * Three years of remote maintenance: yearly agreements with the firm of the social software, the present one near its end; one without an end with the
 * IT firm; one that waits; one that was withdrawn, and its firm connected all the same. In the first centre the firm announces its sessions by mail since a year.
 */
export const tellMaintenance = (diary: Diary, centre: Centre, firms: Awaited<ReturnType<typeof firmsOfKinds>>, today: CivilDate): void => {
  const words = maintenanceWords[centre.organization.documentLanguage];
  const names = firmWords[centre.organization.documentLanguage].people.map((name) => name.join(' '));
  const random = randomOf(`maintenance/${centre.index}`);
  const { directorGeneral, shared, heads } = centre.cast;
  const itHead = heads.get('it');
  const supervisor = itHead ?? directorGeneral;
  const { software: social, itServices: it, network, finance } = firms;
  const three = (on: CivilDate) => ({
    adviserOn: on,
    adviserId: shared.adviser,
    itHeadOn: addDays(on, 1),
    itHeadId: itHead ?? directorGeneral,
    controllerOn: addDays(on, 3),
    controllerId: directorGeneral,
  });
  // Sessions go by the id that their agreement gets when it is told.
  const agreement = (firm: FirmOfKind, what: keyof typeof words & ('social' | 'it' | 'network' | 'finance'), askedAgo: number, values: object): { id?: string } => {
    const kept: { id?: string } = {};
    const askedOn = addDays(today, -askedAgo);
    diary.add(askedOn, async (tx) => {
      kept.id = await insertAgreement(tx, centre.id, { ...words[what], supplierId: firm.id, contractId: firm.contractId, askedOn, start: addDays(askedOn, 6), ...values });
    });
    return kept;
  };
  const session = (firm: FirmOfKind, by: { id?: string } | undefined, ago: number, place: number, said: Partial<Entry>): void => {
    const on = workday(addDays(today, -ago));
    const job = words.sessions[place % words.sessions.length]!;
    const line: Entry = {
      ...job,
      announcedOn: workday(addDays(on, -1)),
      plannedOn: on,
      start: on,
      end: on,
      outcome: 'good',
      remote: true,
      supplierId: firm.id,
      decision: 'agreed',
      decidedOn: workday(addDays(on, -1)),
      decidedById: shared.adviser,
      ...said,
    };
    diary.add(line.announcedOn, (tx) => enterIntervention(tx, centre.id, { ...line, ...(by?.id ? { maintenanceId: by.id } : {}) }));
  };
  if (social) {
    const terms = [
      [1_050, 690],
      [685, 325],
      [320, -50],
    ] as const;
    for (const [from, to] of terms) {
      const kept = agreement(social, 'social', from, { ...three(addDays(today, -from + 1)), end: addDays(today, -to) });
      let place = 0;
      for (let ago = from - 20; ago > Math.max(to, 4); ago -= random.int(35, 75)) {
        const byNames = random.chance(0.7) ? names[0]! : names[1]!;
        const known = {
          byNames,
          ...(centre.index === 0 && ago < mailedSince ? { mailedBy: byNames } : {}),
          remoteFrom: random.chance(0.1) ? words.home : random.pick(words.from),
          userWarned: random.chance(0.6) ? ('yes' as const) : ('nobody' as const),
          contentsUnread: true,
          // Now and then nobody noted who looked on.
          ...(random.chance(0.85) ? { supervisedById: supervisor } : {}),
        };
        session(social, kept, ago, place, known);
        place += 1;
      }
    }
  }
  if (it) agreement(it, 'it', 500, three(addDays(today, -498)));
  if (network) agreement(network, 'network', 6, { start: addDays(today, 8), end: addDays(today, 373), adviserOn: addDays(today, -4), adviserId: shared.adviser });
  if (finance) {
    agreement(finance, 'finance', 420, { ...three(addDays(today, -418)), withdrawnOn: addDays(today, -210), withdrawalReason: words.withdrawn });
    if (centre.index % 3 === 0) session(finance, undefined, 38, 0, { ...words.bare, byNames: names[2]!, remoteFrom: words.finance.origin, userWarned: 'yes' });
  }
};
