import type { DocumentModel, Inline, Section } from '../../documents/section.ts';
import type { CivilDate } from '../../kernel/dates.ts';
import type { DocumentLanguage } from '../../kernel/language.ts';
import type { WrittenSheet } from '../../kernel/workbook.ts';
import de from './locales/de.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import nl from './locales/nl.json' with { type: 'json' };
import type { supplierKinds } from './supplier.ts';
import { type Clause, type ClauseKind, clauseKinds, clauseState, missingClauses } from './supplier.ts';

const texts = { fr, nl, de };
export const registerWords = (language: DocumentLanguage) => texts[language].register;

/** A contract in force, with its clauses. */
export type ContractFacts = {
  supplierId: string;
  title: string;
  reference: string | null;
  start: CivilDate;
  end: CivilDate | null;
  clauses: readonly Clause[];
  coversPeople: boolean;
  checkedOn: CivilDate | null;
};
export type FirmFacts = { id: string; name: string; kind: (typeof supplierKinds)[number]; processor: boolean };
export type SuppliersFacts = { centre: { name: string; lines: readonly string[] }; firms: readonly FirmFacts[]; contracts: readonly ContractFacts[] };

const plain = (text: string): Inline[] => [{ text }];
/** `2026-11-24` in words of the language. */
export const registerDay = (date: CivilDate, language: DocumentLanguage): string =>
  new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`)).replace(/^1 /, language === 'fr' ? '1er ' : '1 ');
const short = (date: CivilDate): string => date.split('-').toReversed().join('/');

type Line = { firm: FirmFacts; contract: ContractFacts | undefined };
/** One line per contract in force, and one per firm without any. */
const lines = ({ firms, contracts }: SuppliersFacts): Line[] =>
  firms.flatMap((firm): Line[] => {
    const own = contracts.filter(({ supplierId }) => supplierId === firm.id);
    return own.length > 0 ? own.map((contract) => ({ firm, contract })) : [{ firm, contract: undefined }];
  });

const answerOf = (contract: ContractFacts, kind: ClauseKind, language: DocumentLanguage): string => {
  const clause = contract.clauses.find((one) => one.kind === kind);
  return clause ? [texts[language].clauseAnswers[clause.covered], clause.at].filter(Boolean).join(', ') : texts[language].register.unanswered;
};
const stateOf = (firm: FirmFacts, contract: ContractFacts | undefined, language: DocumentLanguage): string => texts[language].clauseStates[contract ? clauseState(contract, firm.processor) : 'none'];
const termOf = (contract: ContractFacts | undefined, language: DocumentLanguage): string => {
  const own = texts[language].register;
  return contract ? `${short(contract.start)}, ${contract.end ? own.until.replace('{{date}}', short(contract.end)) : own.unlimited}` : '';
};

/** The register of suppliers of a day, with the clauses of each contract in force and what is missing (MES 2.11; GDPR art. 28). */
export const suppliersModel = (facts: SuppliersFacts, language: DocumentLanguage, day: CivilDate): DocumentModel => {
  const own = texts[language].register;
  const all = lines(facts);
  const wanting = all.flatMap(({ firm, contract }) => {
    const missing = contract ? missingClauses(contract.clauses, firm.processor).map((kind) => texts[language].clauseKinds[kind]) : [own.noContract];
    return missing.length > 0 ? [{ firm, contract, missing }] : [];
  });
  const clauses = all.flatMap(({ firm, contract }): Section[] =>
    contract
      ? [
          {
            key: `contract-${firm.id}-${contract.start}-${contract.title}`,
            level: 2,
            title: `${firm.name} – ${contract.title}`,
            blocks: [{ type: 'definitions', items: clauseKinds.map((kind) => ({ term: texts[language].clauseKinds[kind], description: plain(answerOf(contract, kind, language)) })) }],
          },
        ]
      : [],
  );
  return {
    language,
    layout: 'report',
    title: own.title,
    sender: { name: facts.centre.name, lines: [...facts.centre.lines] },
    front: [],
    sections: [
      {
        key: 'firms',
        level: 1,
        title: own.firms,
        blocks: [
          {
            type: 'table',
            columns: [
              { title: own.firm, width: 2.4 },
              { title: own.contract, width: 2.4 },
              { title: own.term, width: 2 },
              { title: own.checked, width: 1.3 },
              { title: own.state, width: 1.5 },
            ],
            rows: all.map(({ firm, contract }) => [
              plain([firm.name, texts[language].kinds[firm.kind], ...(firm.processor ? [own.processor] : [])].join(', ')),
              plain(contract ? [contract.title, contract.reference].filter(Boolean).join(', ') : own.noContract),
              plain(termOf(contract, language)),
              plain(contract?.checkedOn ? short(contract.checkedOn) : '–'),
              plain(stateOf(firm, contract, language)),
            ]),
            empty: own.none,
          },
        ],
      },
      {
        key: 'missing',
        level: 1,
        title: own.missing,
        blocks:
          wanting.length === 0
            ? [{ type: 'paragraph', content: plain(own.complete) }]
            : [
                {
                  type: 'definitions',
                  items: wanting.map(({ firm, contract, missing }) => ({ term: [firm.name, contract?.title].filter(Boolean).join(' – '), description: plain(missing.join(', ')) })),
                },
              ],
      },
      ...(clauses.length > 0 ? [{ key: 'clauses', level: 1 as const, title: own.clauses, blocks: [] }, ...clauses] : []),
    ],
    runningTitle: own.title,
    footer: own.footer.replace('{{date}}', registerDay(day, language)),
    date: day,
  };
};

/** The same as a workbook: a line per contract, a column per clause. */
export const suppliersSheet = (facts: SuppliersFacts, language: DocumentLanguage): WrittenSheet => {
  const own = texts[language].register;
  const heading = (value: string) => ({ value, style: 'heading' as const });
  const cell = (value: string) => ({ value, style: 'text' as const });
  const columns = [own.firm, own.contract, own.term, own.checked, own.state, ...clauseKinds.map((kind) => texts[language].clauseKinds[kind])];
  return {
    name: own.title.slice(0, 31),
    columns: columns.map((_, index) => ({ width: index < 2 ? 32 : 22 })),
    frozenRows: 1,
    rows: [
      columns.map(heading),
      ...lines(facts).map(({ firm, contract }) => [
        cell(firm.name),
        cell(contract?.title ?? own.noContract),
        cell(termOf(contract, language)),
        cell(contract?.checkedOn ? short(contract.checkedOn) : ''),
        cell(stateOf(firm, contract, language)),
        ...clauseKinds.map((kind) => cell(contract ? answerOf(contract, kind, language) : '')),
      ]),
    ],
  };
};
