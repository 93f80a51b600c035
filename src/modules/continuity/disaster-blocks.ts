import type { Block, Inline } from '../../documents/section.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import { deciding, type PlanStep, planScenarios, type StepScenario, stepPhases } from './disaster.ts';
import { type CallLine, type DisasterPlanFacts, inTree } from './disaster-plan.ts';
import { disasterWords, filled } from './disaster-words.ts';

const cell = (text: string | null | undefined): Inline[] => [{ text: text ?? '' }];
const strong = (text: string): Inline[] => [{ text, bold: true }];
const quiet = (text: string): Inline[] => [{ text, italic: true }];
const numbers = (...of: (string | null)[]): string => of.filter(Boolean).join('\n');

const shortDate = (date: string): string => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** The places of the disaster plan that the registers fill, in a language of documents; the names are those of its library text. */
export const disasterBlocks = (facts: DisasterPlanFacts, language: DocumentLanguage): Record<string, Block[]> => {
  const own = disasterWords[language];
  const { heads, empty } = own;
  const inside = facts.calls.filter(({ task }) => deciding.includes(task));
  const table = (columns: readonly (readonly [string, number])[], rows: Inline[][][], nothing: string): Block[] => [
    { type: 'table', columns: columns.map(([title, width]) => ({ title, width })), rows, empty: nothing },
  ];
  /** What everybody of the centre may know is the number of an entry that is shown to all; whatever else reaches somebody is private. */
  const number = ({ number: first, secondPhone, forEverybody }: CallLine): Inline[] => {
    if (!first) return quiet(own.noNumber);
    if (!forEverybody) return [{ text: numbers(first, secondPhone), private: own.privateNumber }];
    return [{ text: first }, ...(secondPhone ? [{ text: `\n${secondPhone}`, private: '' }] : [])];
  };
  const stepsOf = (scenario: StepScenario): Block[] => {
    const of = facts.steps.filter((step) => step.scenario === scenario && !step.droppedReason);
    const left = facts.steps.filter((step) => step.scenario === scenario && step.droppedReason);
    const line = (step: PlanStep): Inline[] => {
      const who = step.who ?? (step.task ? own.tasks[step.task] : undefined);
      return [{ text: step.text }, ...(who ? [{ text: ` (${who})`, italic: true }] : [])];
    };
    const blocks = stepPhases.flatMap((phase): Block[] => {
      const items = of.filter((step) => step.phase === phase);
      return items.length === 0
        ? []
        : [
            { type: 'paragraph', content: strong(own.phases[phase]) },
            { type: 'list', ordered: true, items: items.map(line) },
          ];
    });
    return [
      ...(blocks.length > 0 ? blocks : [{ type: 'note' as const, content: cell(empty.steps) }]),
      ...(left.length > 0 ? [{ type: 'note' as const, content: cell(left.map(({ text, droppedReason }) => `${text} ${filled(own.dropped, { reason: droppedReason! })}`).join('\n')) }] : []),
    ];
  };
  // Nobody need write a remark: a column without one would only narrow the others.
  const noted = facts.restart.some(({ note }) => note);
  return {
    disasterDeciders: table(
      [
        [heads.person, 3],
        [heads.task, 3],
        [heads.number, 2.4],
      ],
      inside.map((call) => [cell(call.label), cell(own.tasks[call.task]), number(call)]),
      empty.deciders,
    ),
    disasterCallTree: table(
      [
        [heads.person, 2.8],
        [heads.task, 3.3],
        [heads.number, 2.8],
        [heads.calledBy, 2.1],
      ],
      inTree(facts.calls).map(({ call, depth }) => {
        const only = call.scenarios.length > 0 ? filled(own.outsideIn, { scenarios: call.scenarios.map((name) => own.scenarios[name]).join(', ') }) : undefined;
        return [
          [
            { text: `${depth > 0 ? `${'\u2003'.repeat(depth - 1)}–\u00a0` : ''}${call.label}`, ...(depth === 0 ? { bold: true } : {}) },
            ...(call.note ? [{ text: `\n${call.note}`, italic: true, private: '' }] : []),
          ],
          cell([own.tasks[call.task], only].filter(Boolean).join('\n')),
          number(call),
          cell(call.callerLabel),
        ];
      }),
      empty.calls,
    ),
    stepsEvery: stepsOf('every'),
    ...Object.fromEntries(planScenarios.map((scenario) => [`steps${scenario.charAt(0).toUpperCase()}${scenario.slice(1)}`, stepsOf(scenario)])),
    disasterServices: table(
      [
        [heads.service, 3.2],
        [heads.within, 1.6],
        [heads.who, 2.8],
        [heads.where, 2.2],
        [heads.means, 3.2],
      ],
      facts.services.map((one) => [
        [{ text: one.name, bold: true }, { text: `\n${one.what}` }],
        cell(filled(own.hours, { count: one.withinHours })),
        cell(numbers(one.leadName && one.deputyName ? filled(own.instead, { lead: one.leadName, deputy: one.deputyName }) : (one.leadName ?? one.deputyName), one.people)),
        cell(one.place),
        cell(one.means),
      ]),
      empty.services,
    ),
    disasterPlaces: table(
      [
        [heads.name, 2.4],
        [heads.address, 3],
        [heads.contact, 2.4],
        [heads.equipment, 3],
      ],
      facts.places.map((place) => [
        strong(place.name),
        cell(place.address),
        [{ text: place.contact ?? '' }, ...(place.phone ? [{ text: `${place.contact ? '\n' : ''}${place.phone}`, private: `${place.contact ? '\n' : ''}${own.privateNumber}` }] : [])],
        cell(numbers(place.seats === null ? null : filled(own.seats, { count: place.seats }), place.equipment)),
      ]),
      empty.places,
    ),
    disasterRestart: table(
      [[heads.order, 1.2], [heads.resource, 3.8], [heads.restart, 2], [heads.provider, 3], ...(noted ? [[heads.note, 2.6] as const] : [])],
      facts.restart.map((item, index) => [
        cell(String(index + 1)),
        strong(item.label),
        cell(item.withinHours === null ? '' : filled(own.hours, { count: item.withinHours })),
        cell(numbers(item.supplierName, item.number)),
        ...(noted ? [cell(item.note)] : []),
      ]),
      empty.restart,
    ),
    disasterProviders: table(
      [
        [heads.provider, 2.8],
        [heads.lookedAfter, 3],
        [heads.contact, 3.6],
        [heads.contract, 1.6],
      ],
      facts.providers.map((one) => [strong(one.name), cell(one.resources), one.phone || one.email ? cell(numbers(one.phone, one.email)) : quiet(own.noNumber), cell(one.contract)]),
      empty.providers,
    ),
    disasterWhere: table(
      [
        [heads.what, 3.2],
        [heads.place, 3],
        [heads.offSite, 3],
      ],
      facts.where.map((one) => [
        [{ text: one.name, bold: true }, { text: ` (${own.kinds[one.kind]})` }],
        cell(one.place ?? '–'),
        one.kind === 'backup' ? (one.offSite ? cell(one.offSite) : quiet(own.noOffSite)) : cell(''),
      ]),
      empty.where,
    ),
    disasterObjectives: table(
      [
        [heads.what, 2.8],
        [heads.restart, 2],
        [heads.loss, 2],
        [heads.decision, 3.2],
      ],
      facts.objectives.map((one) => [
        strong(one.planName ?? own.whole),
        cell(filled(own.hours, { count: one.restartHours })),
        cell(filled(own.hours, { count: one.lossHours })),
        cell([`${own.deciders[one.decidedBy]}, ${shortDate(one.decidedOn)}`, one.reference].filter(Boolean).join(', ')),
      ]),
      empty.objectives,
    ),
  };
};
