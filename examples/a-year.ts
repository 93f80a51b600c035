/**
 * A whole year of a security adviser, for one centre, through the API alone: the minimum norms assessed with evidence, prepared, validated, sent and
 * acknowledged; a gap and the finding of a formal audit that become actions; an advice and its decision; the plan of three years and the report of
 * the year before, approved in one sitting; a sitting of the council each month with its note or nihil; and at the end the bundle of the sitting
 * that approves the year's last document. It shows which calls follow which. It is a function and no command, for the clock is the caller's: a
 * running server, that of the demonstration too, refuses what is dated after its own day, and a year there takes a year.
 *
 *   await playYear({ year: 2026, framework: { id: 'bcss-minimum', version: '2026.3' }, at, call, download, upload })
 */

/** Who calls: the adviser, or the director-general. */
export type Caller = 'adviser' | 'director';
export type Stage = {
  year: number;
  framework: { id: string; version: string };
  /** The civil day on which what follows happens. */
  at: (day: string) => void;
  /** One call below `/organizations/<centre>/`, with `If-Match` where a version is given; throws where it is refused. */
  call: <T>(as: Caller, method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, body?: unknown, version?: number) => Promise<T>;
  /** Gives a document of the centre's own its file. */
  upload: (path: string, name: string, pdf: Uint8Array) => Promise<{ id: string; version: number }>;
  download: (as: Caller, path: string) => Promise<Uint8Array>;
};

type Record = { id: string; version: number };
type Item = Record & { kind: string; title: string; noteId?: string; subjectKind?: string; allowed: string[]; can: { record?: boolean } };
type Sitting = Record & { agenda: Item[] };
type Note = Record & { lines: { id: string; text: string }[]; nihil: boolean; state: string };

/** What the year left: the approved bundle, how many months the council heard of security, and what was decided. */
export type Played = { bundle: Uint8Array; pages: number; months: number; approved: { title: string; decisionNumber: string }[] };

/** Months without anything to tell. */
const quiet = [2, 5, 8];
const two = (month: number): string => String(month).padStart(2, '0');

export const playYear = async (stage: Stage): Promise<Played> => {
  const { year, framework, at, call } = stage;
  const day = (month: number, date: number): string => `${year}-${two(month)}-${two(date)}`;

  // January: the sittings of the year, entered at once.
  at(day(1, 5));
  const dates = Array.from({ length: 12 }, (_, index) => day(index + 1, 20));
  const { ids } = await call<{ ids: string[] }>('adviser', 'POST', 'councilCalendars', { organ: 'council', startTime: '19:30', place: 'Salle du conseil', dates });

  // February: the norms of the year, answered with evidence.
  const assess = async (): Promise<{ id: string; gap: string }> => {
    const assessment = await call<Record>('adviser', 'POST', 'assessments', { frameworkId: framework.id, frameworkVersion: framework.version, year });
    const norms = (await call<{ items: (Record & { norm: { guidelines: { id: string }[] } })[] }>('adviser', 'GET', `assessments/${assessment.id}/norms`)).items;
    const [weak, ...sound] = norms;
    for (const { id, version, norm } of sound)
      await call('adviser', 'PATCH', `assessmentNorms/${id}`, { answers: Object.fromEntries(norm.guidelines.map((line) => [line.id, true])), comment: 'En place et vérifié.' }, version);
    await call('adviser', 'POST', `assessmentNorms/${sound[0]!.id}/proofs`, { kind: 'link', title: 'Procédure', url: 'https://example.be/procedure' });
    await call('adviser', 'PATCH', `assessmentNorms/${weak!.id}`, { answers: Object.fromEntries(weak!.norm.guidelines.map((line) => [line.id, false])), comment: 'À organiser.' }, weak!.version);
    return { id: assessment.id, gap: weak!.id };
  };

  /** A step in the life of the assessment, on what it is now. */
  const step = async (as: Caller, id: string, name: 'prepare' | 'validate' | 'submit' | 'acknowledge', body: object = {}): Promise<void> => {
    const { version } = await call<Record>(as, 'GET', `assessments/${id}/life`);
    await call(as, 'POST', `assessments/${id}/${name}`, body, version);
  };

  /** The report of the year before: its texts written beside what the registers say, then put before the council. */
  const report = async (): Promise<void> => {
    type Report = Record & { missing: string[]; sections: { key: string; text?: Record }[] };
    const { id, sections, missing } = await call<Report>('adviser', 'POST', 'yearlyReports', { year: year - 1 });
    for (const { key, text } of sections)
      if (text && missing.includes(key)) await call('adviser', 'PUT', `reportTexts/${text.id}`, { body: 'La situation s’est améliorée.\n\n- Les sauvegardes sont essayées.' }, text.version);
    const { version } = await call<Report>('adviser', 'GET', `yearlyReports/${id}`);
    await call('adviser', 'PATCH', `yearlyReports/${id}`, { submittedOn: day(9, 2) }, version);
  };

  /** The item of a month: its note drafted, read again by the adviser, presented by the director-general; noted by the council. */
  const monthly = async (month: number): Promise<void> => {
    at(day(month, 12));
    const sittingId = ids[month - 1]!;
    await call('adviser', 'POST', `councilSittings/${sittingId}/items`, { kind: 'monthly' });
    const note = await call<Note>('adviser', 'GET', `councilSittings/${sittingId}/note`);
    const nihil = quiet.includes(month);
    const edited = await call<Note>('adviser', 'PATCH', `councilNotes/${note.id}`, nihil ? { nihil: true } : { introduction: 'Situation du mois.', nihil: false }, note.version);
    const ready = await call<Note>('adviser', 'POST', `councilNotes/${note.id}/ready`, { ready: true }, edited.version);
    await call('director', 'POST', `councilNotes/${note.id}/present`, {}, ready.version);
  };
  const record = async (month: number): Promise<{ title: string; decisionNumber: string }[]> => {
    at(day(month, 21));
    const { agenda } = await call<Sitting>('adviser', 'GET', `councilSittings/${ids[month - 1]}/agenda`);
    const given = agenda.map(({ id, version, title, allowed }, index) => ({
      id,
      version,
      title,
      result: allowed.includes('approved') ? 'approved' : 'noted',
      decisionNumber: `${year}/${month * 10 + index}`,
    }));
    await call('director', 'POST', `councilSittings/${ids[month - 1]}/results`, { items: given.map(({ title: _title, ...one }) => one) });
    return given.filter(({ result }) => result === 'approved').map(({ title, decisionNumber }) => ({ title, decisionNumber }));
  };

  const approved: { title: string; decisionNumber: string }[] = [];
  for (let month = 1; month <= 12; month += 1) {
    if (month === 2) {
      at(day(2, 3));
      // A gap becomes an action, with its time and its money.
      const { id, gap } = await assess();
      await call('adviser', 'POST', 'planActions', {
        title: 'Combler l’écart relevé à l’évaluation',
        origins: [{ kind: 'norm', id: gap }],
        ownerRole: 'itHead',
        priority: 'high',
        dueOn: day(10, 31),
        personDays: 3,
        costs: [{ kind: 'oneOff', year: year + 1, amount: 125_000 }],
      });
      // The adviser prepares the answers, the daily manager takes them upon themselves; SPP IS says that it has them.
      await step('adviser', id, 'prepare', { despite: true });
      await step('director', id, 'validate');
      await step('adviser', id, 'submit');
      at(day(2, 10));
      await step('adviser', id, 'acknowledge', { acknowledgedOn: day(2, 9), acknowledgement: `SPPIS/${year}/0412` });
    }
    if (month === 4) {
      // An advice, and the decision of the director-general within the delay.
      at(day(4, 2));
      const advice = await call<Record>('adviser', 'POST', 'advices', {
        subject: 'Chiffrement des portables',
        facts: 'Douze portables quittent le centre.',
        reasons: 'Un vol suffit.',
        recommendation: 'Les chiffrer avant l’été.',
      });
      await call('adviser', 'POST', `advices/${advice.id}/send`, {}, advice.version);
      const sent = await call<Record>('director', 'GET', `advices/${advice.id}`);
      at(day(4, 28));
      await call('director', 'POST', `advices/${advice.id}/decide`, { outcome: 'follow', decidedOn: day(4, 28) }, sent.version);
    }
    if (month === 6) {
      // A formal audit, and what it found: an action of the plan follows it until it is closed.
      at(day(6, 8));
      const audit = await call<Record>('adviser', 'POST', 'inspections', {
        title: 'Audit des normes minimales',
        kind: 'complete',
        auditorKind: 'external',
        auditorFirm: 'Bureau Vérification',
        heldOn: day(6, 2),
        reportOn: day(6, 8),
      });
      const finding = await call<Record>('adviser', 'POST', 'inspectionFindings', { inspectionId: audit.id, severity: 'major', text: 'Les comptes des partants restent ouverts.' });
      await call('adviser', 'POST', 'planActions', { title: 'Fermer les comptes des partants', origins: [{ kind: 'finding', id: finding.id }], priority: 'high', dueOn: day(9, 30) });
    }
    if (month === 9) {
      // The plan of three years leaves for the council, in time for its budget; the report of the year before with it.
      at(day(9, 2));
      const version = await call<Record>('adviser', 'POST', 'planVersions', { year: year + 1, introduction: 'Les portables d’abord.' });
      await call('adviser', 'POST', `planVersions/${version.id}/submit`, { submittedOn: day(9, 2) }, version.version);
      await report();
    }
    if (month === 12) {
      at(day(12, 3));
      const { id } = await call<Record>('adviser', 'POST', 'ownDocuments', { title: 'Charte informatique', category: 'charter', language: 'fr', inPolicy: true });
      const first = (await call<Note>('adviser', 'GET', `councilSittings/${ids[0]}/note`)).id;
      await stage.upload(`ownDocuments/${id}/versions`, 'charte.pdf', await stage.download('adviser', `councilNotes/${first}/file?format=pdf`));
    }
    await monthly(month);
    // Whatever awaits the council goes on this month's agenda.
    const { awaiting } = await call<{ awaiting: { subjectKind: string; id: string }[] }>('adviser', 'GET', 'council');
    for (const { subjectKind, id } of awaiting) await call('adviser', 'POST', `councilSittings/${ids[month - 1]}/items`, { kind: 'subject', subjectKind, subjectId: id });
    approved.push(...(await record(month)));
  }

  // The bundle of the last sitting, with what was approved as it was frozen.
  const asked = await call<{ id: string }>('adviser', 'POST', `councilSittings/${ids[11]}/bundles`, {});
  while ((await call<{ state?: string }>('adviser', 'GET', `tasks/${asked.id}`)).state !== 'done') await new Promise((resolve) => setTimeout(resolve, 200));
  const { pages } = await call<{ pages: number }>('adviser', 'GET', `councilBundles/${asked.id}`);
  const { months } = await call<{ months: { mark: string }[] }>('adviser', 'GET', `council?year=${year}`);
  return { bundle: await stage.download('adviser', `councilBundles/${asked.id}/file?part=pdf`), pages, months: months.filter(({ mark }) => mark === 'noted' || mark === 'nihil').length, approved };
};
