import { renderPdf, closePdf } from '../src/documents/pdf.ts';
import type { DocumentModel } from '../src/documents/section.ts';
import { type ChartFacts, chartWords } from '../src/modules/people/chart/chart.ts';
import { layoutOf } from '../src/modules/people/chart/layout.ts';
import { chartPages } from '../src/modules/people/chart/pages.ts';
import { drawChart } from '../src/modules/people/chart/svg.ts';
import { roomText } from '../src/server/texts.ts';
import { type Figures, oneByOne } from './measure.ts';

const people = 180;

/** A centre of 180 people in forty services, four levels deep. */
const makeChart = (): ChartFacts => {
  const services: ChartFacts['services'] = [];
  const grow = (parentId: string | undefined, level: number): void => {
    for (let at = 0; at < (level === 1 ? 1 : 3); at += 1) {
      const id = `s${services.length}`;
      services.push({ id, name: `Service de l’accompagnement ${id}`, ...(parentId ? { parentId } : {}), seesPersonalData: services.length % 3 !== 2, headless: false, count: 0, people: [] });
      if (level < 4) grow(id, level + 1);
    }
  };
  grow(undefined, 1);
  for (let at = 0; at < people; at += 1) {
    const service = services[(at * 7) % services.length]!;
    service.people.push({
      personId: `p${at}`,
      name: `Prénom${at} Nom-de-Famille`,
      function: at % 3 === 0 ? 'assistante sociale en chef' : 'employé',
      mandates: at % 40 === 0 ? ['adviser'] : [],
      head: service.people.length === 0,
    });
    service.count += 1;
  }
  return { services, others: [] };
};

/** The organization chart of 180 people: drawn for the page, split over A4, and as PDF. */
export const measureChart = async (): Promise<Figures> => {
  const chart = makeChart();
  const words = chartWords((key) => roomText('people', key, 'fr'));
  const model: DocumentModel = {
    language: 'fr',
    layout: 'sheet',
    title: 'Organigramme',
    sender: { name: 'CPAS de Valombre', lines: [] },
    front: [],
    sections: [{ key: 'chart', level: 1, title: 'Organigramme', blocks: [{ type: 'chart', label: 'Organigramme', chart, words, paper: 'a4' }] }],
    runningTitle: 'Organigramme',
    footer: '',
    date: '2026-11-22',
  };
  const draw = async (): Promise<string> =>
    drawChart(layoutOf(chart, { words, face: 'sans', room: { width: 780, height: 4000 }, folded: new Set() }), { face: 'sans', label: 'x', words, interactive: true });
  for (let warm = 0; warm < 20; warm += 1) await draw();
  const page = await oneByOne(100, draw);
  const pages = await oneByOne(20, async () => void chartPages(chart, words, { face: 'serif', paper: 'a4', label: 'x' }));
  await renderPdf(model);
  // Each time another name, so that nothing is drawn twice.
  const pdf = await oneByOne(10, (n) =>
    renderPdf({
      ...model,
      sections: [
        {
          ...model.sections[0]!,
          blocks: [{ type: 'chart', label: 'x', words, paper: 'a4', chart: { ...chart, services: chart.services.map((service) => ({ ...service, name: `${service.name} ${n}` })) } }],
        },
      ],
    }),
  );
  await closePdf();
  return {
    people,
    services: chart.services.length,
    pageP50ms: page.p50,
    pageP99ms: page.p99,
    svgKilobytes: Math.round((await draw()).length / 1000),
    pagesA4: chartPages(chart, words, { face: 'serif', paper: 'a4', label: 'x' }).length,
    pagesA3: chartPages(chart, words, { face: 'serif', paper: 'a3', label: 'x' }).length,
    splitP50ms: pages.p50,
    pdfP50ms: pdf.p50,
  };
};
