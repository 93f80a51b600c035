import type { Language } from '../../kernel/language.ts';
import type { WrittenSheet } from '../../kernel/workbook.ts';
import { headFields, labelOf, normColumns, sheetTexts } from './import-columns.ts';
import { scales } from './framework.ts';

const lastRow = 3000;
const wide = new Set(['title', 'text', 'guidelineText', 'evidence', 'chapterTitle', 'source']);
const nameOf = (key: string): 'id' => key.split('.')[0] as 'id';

/** The empty workbook of a questionnaire, with headings, explanations and an example in a language. */
export const frameworkTemplate = (language: Language): WrittenSheet[] => {
  const words = sheetTexts[language];
  const columnWords = (key: string) => words.columns[key.split('.')[0] as keyof typeof words.columns];
  return [
    {
      name: words.name,
      columns: [{ width: 26 }, { width: 46, prepared: 'text' }, { width: 50 }, { width: 36 }],
      rows: [
        [words.field, words.value, words.explanation, words.example].map((value) => ({ value, style: 'heading' as const })),
        ...headFields.map((key) => [
          { value: labelOf(words.head, key), style: 'label' as const },
          { value: undefined, style: 'input' as const },
          { value: words.head[nameOf(key)].help, style: 'help' as const },
          { value: key.includes('.') && !key.endsWith(`.${language}`) ? undefined : words.head[nameOf(key)].example, style: 'example' as const },
        ]),
        [],
        [{ value: words.intro, style: 'paragraph' }],
      ],
      lists: [{ column: 1, fromRow: headFields.length + 1, toRow: headFields.length + 1, strict: true, values: scales.map((scale) => words.scales[scale]) }],
    },
    {
      name: words.norms,
      columns: [{ width: 12 }, ...normColumns.map((key) => ({ width: wide.has(key.split('.')[0]!) ? 34 : 14, prepared: 'text' as const }))],
      rows: [
        [{ value: words.marker, style: 'heading' }, ...normColumns.map((key) => ({ value: labelOf(words.columns, key), style: 'heading' as const }))],
        [{ value: words.explanation, style: 'help' }, ...normColumns.map((key) => ({ value: columnWords(key).help, style: 'help' as const }))],
        [
          { value: words.example, style: 'example' },
          ...normColumns.map((key) => ({ value: key.includes('.') && !key.endsWith(`.${language}`) ? undefined : columnWords(key).example, style: 'example' as const })),
        ],
      ],
      frozenRows: 1,
      frozenColumns: 1,
      preparedRows: 300,
      lists: [{ column: normColumns.indexOf('scope') + 1, fromRow: 4, toRow: lastRow, strict: true, values: [words.scopes.socialData, words.scopes.all] }],
    },
  ];
};
