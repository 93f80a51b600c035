import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnWidth } from './box.ts';
import { chartFacts, type ChartFacts, type ChartPerson, type ChartWords, withoutPeople } from './chart.ts';
import { type Layout, layoutOf, scaleIn } from './layout.ts';
import { mandateKinds } from '../mandate.ts';
import { chartPages, papers } from './pages.ts';
import { drawChart } from './svg.ts';
import { textWidth, wrapText } from './widths.ts';

const words: ChartWords = {
  sees: 'Données à caractère personnel : oui',
  seesNot: 'Données à caractère personnel : non',
  head: 'chef de service',
  headIs: 'Chef de service : {name}',
  noHead: 'Sans chef de service',
  others: 'Hors services',
  onePerson: '{count} personne',
  manyPeople: '{count} personnes',
  continued: '(suite)',
  under: 'Dépend de : {name}',
  mandates: Object.fromEntries(mandateKinds.map((kind) => [kind, `Mandat ${kind}`])) as ChartWords['mandates'],
};
const odd = [
  'Éléonore Van den Bossche-Ødegård de la Croix-du-Bois',
  'محمد بن علي',
  'שרה לוי',
  '"O’Neil" & <script>alert(1)</script>',
  'x'.repeat(80),
  'A',
  '\u202eevil\u0000',
  '山田太郎',
  'e\u0301'.repeat(20),
  ' ',
];

/** A centre of so many people in services of that many levels, each with up to `fan` below it. */
const centre = (people: number, levels: number, fan: number): ChartFacts => {
  const services: ChartFacts['services'] = [];
  const grow = (parentId: string | undefined, level: number): void => {
    for (let at = 0; at < (level === 1 ? 1 : fan); at += 1) {
      const id = `s${services.length}`;
      services.push({ id, name: `Service ${id} de l’accompagnement`, ...(parentId ? { parentId } : {}), seesPersonalData: services.length % 3 !== 2, headless: false, count: 0, people: [] });
      if (level < levels) grow(id, level + 1);
    }
  };
  grow(undefined, 1);
  for (let at = 0; at < people; at += 1) {
    const service = services[(at * 7) % services.length]!;
    const person: ChartPerson = {
      personId: `p${at}`,
      name: `Prénom${at} Nom-de-Famille`,
      function: at % 3 === 0 ? 'assistante sociale en chef, coordination des aides' : 'employé',
      mandates: at % 40 === 0 ? ['adviser', 'platformMember'] : [],
    };
    if (service.people.length === 0) person.head = true;
    service.people.push(person);
    service.count += 1;
  }
  return { services, others: [] };
};

const person = fc.record({
  name: fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'binary', maxLength: 60 })),
  work: fc.option(fc.constantFrom(...odd, 'infirmier'), { nil: undefined }),
  mandates: fc.subarray([...mandateKinds], { maxLength: 3 }),
});
const anyChart = fc
  .array(fc.record({ name: fc.oneof(fc.constantFrom(...odd), fc.string({ maxLength: 90 })), under: fc.nat(), sees: fc.boolean(), people: fc.array(person, { maxLength: 9 }) }), { maxLength: 14 })
  .chain((services) => fc.array(person, { maxLength: 5 }).map((others) => ({ services, others })))
  .map(({ services, others }): ChartFacts => {
    let next = 0;
    const told = (list: typeof others): ChartPerson[] => list.map(({ name, work, mandates }) => ({ personId: `p${(next += 1)}`, name, ...(work ? { function: work } : {}), mandates }));
    return {
      // Whatever the superior, circles included: nothing here knows of a rule that forbids them.
      services: services.map(({ name, under, sees, people }, index) => ({
        id: `s${index}`,
        name,
        ...(under % 4 === 0 ? {} : { parentId: `s${under % (services.length + 1)}` }),
        seesPersonalData: sees,
        headless: true,
        count: people.length,
        people: told(people),
      })),
      others: told(others),
    };
  });

const room = { width: 1200, height: 700 };
const overlaps = ({ boxes }: Layout): string[] =>
  boxes.flatMap((a, at) => boxes.slice(at + 1).flatMap((b) => (a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height ? [`${a.service.id} ${b.service.id}`] : [])));
const outside = ({ boxes, links, width, height }: Layout): unknown[] => [
  ...boxes.filter((box) => box.x < 0 || box.y < 0 || box.x + box.width > width + 0.01 || box.y + box.height > height + 0.01).map(({ service }) => service.id),
  ...links.flat().filter(([x, y]) => x < 0 || y < 0 || x > width + 0.01 || y > height + 0.01),
];
const sticksOut = ({ boxes }: Layout, face: 'sans' | 'serif'): string[] =>
  boxes.flatMap((box) =>
    box.lines
      .filter(({ text, after = '', x, size, bold }) => x + textWidth(text, { face, size, bold }) + textWidth(after, { face, size }) > box.width - 8.9 && [...text].length > 1)
      .map(({ text }) => text),
  );
const everybody = ({ services, others }: ChartFacts): string[] => [...services.flatMap(({ people }) => people), ...others].map(({ personId }) => personId).toSorted();

describe('whatever the centre', () => {
  test.each(['sans', 'serif'] as const)('no two boxes overlap, all lies inside, each text in its box, each person once (%s)', (face) => {
    fc.assert(
      fc.property(anyChart, (facts) => {
        const layout = layoutOf(facts, { words, face, room });
        expect(overlaps(layout)).toEqual([]);
        expect(outside(layout)).toEqual([]);
        expect(sticksOut(layout, face)).toEqual([]);
        expect(layout.boxes.flatMap(({ people }) => people).toSorted()).toEqual(everybody(facts));
      }),
      { numRuns: 120 },
    );
  });

  test('the drawing is well-formed: every text of a user is escaped, and no sign stands in it that XML forbids', () => {
    fc.assert(
      fc.property(anyChart, (facts) => {
        const svg = drawChart(layoutOf(facts, { words, face: 'sans', room, folded: new Set() }), { face: 'sans', label: '"<&>', words, interactive: true });
        expect(svg.replace(/<\/?(?:svg|g|rect|path|text|tspan|circle)(?: [a-z-]+="[^"<]*"| [a-zA-Z]+="[^"<]*")*\/?>/g, '')).not.toMatch(/[<>]/);
        // oxlint-disable-next-line no-control-regex -- these are what is looked for
        expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202a-\u202e]|&(?!(?:amp|lt|gt|quot|#39);)/);
        expect(svg.isWellFormed()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('180 people in services of four levels', () => {
  const facts = centre(180, 4, 3);

  test('are split over few pages, the services first and their people after, no text under 6.4 points', () => {
    const [a3, a4] = (['a3', 'a4'] as const).map((paper) => ({ paper, pages: chartPages(facts, words, { face: 'serif', paper, label: 'Organigramme' }) }));
    expect(a3!.pages.length).toBeLessThanOrEqual(5);
    expect(a4!.pages.length).toBeLessThanOrEqual(7);
    for (const { paper, pages } of [a3!, a4!]) {
      for (const { svg, width, height } of pages) {
        expect(width).toBeLessThanOrEqual(papers[paper].width + 0.01);
        expect(height).toBeLessThanOrEqual(papers[paper].height + 0.01);
        const natural = Number(/viewBox="-2 -2 ([\d.]+)/.exec(svg)![1]);
        expect(width / natural).toBeGreaterThanOrEqual(0.8 - 1e-3);
      }
      const names = pages.filter(({ svg }) => !svg.includes('Chef de service')).flatMap(({ svg }) => [...svg.matchAll(/Prénom(\d+) /g)].map(([, number]) => Number(number)));
      expect(names.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 180 }, (_, index) => index));
    }
  });

  test('stand on one page of A4 where the services are few', () => {
    expect(chartPages(centre(60, 2, 4), words, { face: 'serif', paper: 'a4', label: 'x' })).toHaveLength(1);
  });

  test('a service too large for a page goes on over the next', () => {
    const crowd: ChartFacts = { services: [{ ...facts.services[0]!, people: centre(700, 1, 1).services[0]!.people }], others: [] };
    const pages = chartPages(crowd, words, { face: 'serif', paper: 'a4', label: 'x' });
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.slice(1).flatMap(({ svg }) => [...svg.matchAll(/Prénom\d+ /g)])).toHaveLength(700);
    expect(pages.at(-1)!.svg).toContain('(suite)');
  });

  test('fill the room rather than a line: the drawing has nearly its shape', () => {
    const layout = layoutOf(facts, { words, face: 'sans', room });
    expect(layout.width / layout.height).toBeGreaterThan(0.8);
    expect(layout.width / layout.height).toBeLessThan(3.4);
    expect(scaleIn(layout, room)).toBeGreaterThan(0.5);
  });

  test('folded services keep their number and hide those below them', () => {
    const layout = layoutOf(facts, { words, face: 'sans', room, folded: new Set(['s1']) });
    const folded = layout.boxes.find(({ service }) => service.id === 's1');
    expect(folded).toMatchObject({ people: [], folded: true });
    expect(layout.boxes.some(({ parentId }) => parentId === 's1')).toBe(false);
    expect(layout.boxes.length).toBeGreaterThan(20);
  });
});

describe('what the chart is made from', () => {
  const service = (id: string, more: object = {}) => ({ id, name: id, parentId: null, headId: null, headName: null, seesPersonalData: true, ...more });
  const work = (personId: string, serviceId: string | null, job = 'employé') => ({ personId, personName: personId, function: job, serviceId });
  const mandate = (personId: string, kind: 'adviser' | 'dpo', start: string, end: string | null = null) => ({ personId, personName: personId, kind, start, end });

  test('each person stands once: with the service they head, else where they work, else among the others', () => {
    const facts = chartFacts(
      {
        services: [service('direction', { headId: 'ada', headName: 'ada' }), service('social', { headId: 'ada', headName: 'ada' }), service('vide')],
        staff: [work('ada', 'social', 'directrice'), work('bob', 'social'), work('bob', 'direction', 'juriste'), work('cleo', null), work('dan', 'gone')],
        mandates: [mandate('eve', 'adviser', '2020-01-01'), mandate('bob', 'dpo', '2020-01-01'), mandate('fay', 'dpo', '2020-01-01', '2025-12-31')],
      },
      '2026-01-01',
    );
    expect(facts.services.map(({ people }) => people.map(({ name, head }) => `${name}${head ? '*' : ''}`))).toEqual([['ada*'], ['bob'], []]);
    expect(facts.services.map(({ headName, headless, count }) => [headName, headless, count])).toEqual([
      [undefined, false, 2],
      ['ada', false, 2],
      [undefined, true, 0],
    ]);
    expect(facts.services[1]!.people[0]).toMatchObject({ function: 'employé, juriste', mandates: ['dpo'] });
    expect(facts.others.map(({ name }) => name).toSorted()).toEqual(['cleo', 'dan', 'eve']);
  });

  test('who may not see the list of people gets services, heads and numbers', () => {
    const facts = withoutPeople(
      chartFacts({ services: [service('social', { headId: 'ada', headName: 'Ada' })], staff: [work('bob', 'social')], mandates: [mandate('eve', 'adviser', '2020-01-01')] }, '2026-01-01'),
    );
    expect(JSON.stringify(facts)).not.toMatch(/bob|eve/);
    expect(facts.services[0]).toMatchObject({ headName: 'Ada', count: 2, people: [] });
  });

  test('no service at all draws nothing, and people without one still stand there', () => {
    expect(layoutOf({ services: [], others: [] }, { words, face: 'sans', room })).toMatchObject({ width: 0, height: 0, boxes: [] });
    expect(layoutOf({ services: [], others: [{ personId: 'p', name: 'Ada', mandates: ['adviser'] }] }, { words, face: 'sans', room }).boxes).toHaveLength(1);
  });
});

test('text is broken at spaces, then inside words, and never lost', () => {
  const style = { face: 'sans', size: 8 } as const;
  expect(wrapText('Service social de première ligne', 60, style)).toEqual(['Service social', 'de première', 'ligne']);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const lines = wrapText(text, columnWidth / 3, style);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replace(/[ \n\t]/g, ''));
      for (const line of lines) if (line.match(/\P{M}\p{M}*/gu)?.length !== 1) expect(textWidth(line, style)).toBeLessThanOrEqual(columnWidth / 3);
    }),
  );
});
