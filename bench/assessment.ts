import { installationId } from '../src/server/db/database.ts';
import { largeFramework } from '../src/modules/norms/fixture.ts';
import { type Figures, oneByOne } from './measure.ts';
import { centreId, centres, fillCentres } from './rows.ts';
import { type Bench, openEmbedded } from './server.ts';

const norms = 250;
const framework = { frameworkId: 'grand-cadre', frameworkVersion: '1' };
/** The years that are over before the one that is measured. */
const histories = [1, 10] as const;

const keepFramework = async (bench: Bench): Promise<void> => {
  const content = JSON.stringify(largeFramework(norms));
  await bench.sql(
    `INSERT INTO framework (id, framework_id, framework_version, origin, format, title, languages, norms, content, content_hash, imported_at)
     VALUES (gen_random_uuid(), $1, $2, 'import', 'xlsx', '{"fr": "Grand cadre"}', '{fr}', $3, $4::jsonb, sha256($4::text::bytea), now())`,
    [framework.frameworkId, framework.frameworkVersion, norms, content],
  );
};

/** So many years, of every centre, answered and sent, as the superuser writes them: rows, evidence and sums without the triggers. */
const fillYears = async (bench: Bench, from: number, to: number): Promise<void> => {
  const tally = JSON.stringify({ norms, yes: norms, partly: 0, no: 0, notApplicable: 0, open: 0, toConfirm: 0 });
  const chapters = JSON.stringify(
    Array.from({ length: Math.ceil(norms / 20) }, (_, index) => ({ id: String(index + 1), norms: 20, yes: 20, partly: 0, no: 0, notApplicable: 0, open: 0, toConfirm: 0 })),
  );
  const statements = [
    `INSERT INTO assessment (organization_id, id, framework, framework_version, year, state, opened_on, submitted_at, acknowledged_on, summary)
     SELECT o.id, gen_random_uuid(), '${framework.frameworkId}', '1', year, 'acknowledged', make_date(year, 1, 10), make_date(year, 3, 1), make_date(year, 3, 10), jsonb_build_object('total', '${tally}'::jsonb, 'chapters', '${chapters}'::jsonb, 'weak', '{}'::jsonb)
     FROM organization o, generate_series(${from}, ${to}) year WHERE o.id <> '${installationId}'`,
    `INSERT INTO assessment_norm (organization_id, id, assessment_id, norm_id, chapter_id, position, answers, comment, result)
     SELECT a.organization_id, gen_random_uuid(), a.id, (n / 20 + 1) || '.' || (n % 20 + 1), (n / 20 + 1)::text, n, '{"a": true, "b": true, "c": true, "d": false, "e": false}', 'Vérifié en septembre.', 'yes'
     FROM assessment a, generate_series(0, ${norms - 1}) n WHERE a.year BETWEEN ${from} AND ${to}`,
    `INSERT INTO assessment_evidence (organization_id, id, assessment_norm_id, kind, url, added_on)
     SELECT n.organization_id, gen_random_uuid(), n.id, 'link', 'https://intranet.example.be/' || n.norm_id, '2020-01-01' FROM assessment_norm n JOIN assessment a ON a.id = n.assessment_id AND a.organization_id = n.organization_id
     WHERE n.position % 5 = 0 AND a.year BETWEEN ${from} AND ${to}`,
  ];
  for (const statement of statements) await bench.sql(`BEGIN; SET LOCAL session_replication_role = replica; ${statement}; COMMIT`);
  await bench.sql('VACUUM ANALYZE assessment, assessment_norm, assessment_evidence');
};

type Made = { id: string; version: number };
const ofBody = <T>(body: Buffer): T => JSON.parse(body.toString()) as T;

/**
 * An assessment of 250 norms of five guidelines each, where every centre has one and then ten years of them: opened with last year's answers,
 * its overview, one chapter, one answer saved.
 */
export const measureAssessment = async (directory: string): Promise<Figures> => {
  const bench = await openEmbedded(directory);
  try {
    await fillCentres(bench);
    await keepFramework(bench);
    const figures: Figures = { centres, norms };
    const year = new Date().getUTCFullYear();
    let first = year;
    for (const years of histories) {
      await fillYears(bench, year - years, first - 1);
      first = year - years;
      let turn = years === histories[0] ? 0 : 6;
      const made: (Made & { centre: string })[] = [];
      const opened = await oneByOne(6, async () => {
        const centre = centreId(turn);
        turn += 1;
        const answer = await bench.call(`/organizations/${centre}/assessments`, { method: 'POST', body: { ...framework, year } });
        made.push({ ...ofBody<Made>(answer.body), centre });
      });
      const at = ({ centre, id }: { centre: string; id: string }) => `/organizations/${centre}/assessments/${id}`;
      const overview = await oneByOne(30, (n) => bench.call(at(made[n % made.length]!)));
      const chapter = await oneByOne(30, (n) => bench.call(`${at(made[n % made.length]!)}/norms?chapterId=3`));
      const [target] = made;
      const rows = ofBody<{ items: Made[] }>((await bench.call(`${at(target!)}/norms?chapterId=4`)).body).items;
      const versions = new Map(rows.map(({ id, version }) => [id, version]));
      const saved = await oneByOne(60, async (n) => {
        const { id } = rows[n % rows.length]!;
        const body = { answers: { a: n % 2 === 0, d: n % 3 === 0 } };
        const answer = await bench.call(`/organizations/${target!.centre}/assessmentNorms/${id}`, { method: 'PATCH', body, headers: { 'if-match': `"${versions.get(id)}"` } });
        versions.set(id, ofBody<Made>(answer.body).version);
      });
      figures[`years${years}`] = { openMs: opened.p50, overviewMs: overview.p50, chapterMs: chapter.p50, saveMs: saved.p50, saveP99Ms: saved.p99 };
    }
    return figures;
  } finally {
    await bench.close();
  }
};
