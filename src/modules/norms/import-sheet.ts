import { columnLetter, type Workbook, type WorkbookRow, type WorkbookSheet } from '../../kernel/workbook.ts';
import type { Chapter, Framework, Norm, Texts } from './framework.ts';
import { columnCalled, fieldCalled, type HeadField, headFields, markerCalled, type NormColumn, normColumns, scaleCalled, scopeCalled, sheetCalled, sheetLanguages } from './import-columns.ts';
import { checkFramework, letterOf, makeReport, type Reading, type Report, slugOf, textOf, textsFrom, versionOf } from './import.ts';

type Row = {
  number: number;
  of: (column: NormColumn) => string | undefined;
  cell: (column: NormColumn) => string;
  texts: (name: 'chapterTitle' | 'title' | 'text' | 'guidelineText') => Texts | undefined;
};

const cellOf = (sheet: WorkbookSheet, column: string, row: number): string => `${sheet.name}!${column}${row}`;
const valueIn = (row: WorkbookRow, column: string): string | undefined => textOf(row.cells.find((cell) => cell.column === column)?.value);

const readHead = (sheet: WorkbookSheet, report: Report): { values: Partial<Record<HeadField, string>>; cells: Partial<Record<HeadField, string>> } => {
  const values: Partial<Record<HeadField, string>> = {};
  const cells: Partial<Record<HeadField, string>> = {};
  for (const row of sheet.rows) {
    const field = fieldCalled(valueIn(row, 'A') ?? '');
    if (!field) continue;
    cells[field] = cellOf(sheet, 'B', row.number);
    if (row.cells.some(({ column, error }) => column === 'B' && error)) report.faultAt(cells[field], 'formulaError');
    const value = valueIn(row, 'B');
    if (value !== undefined) values[field] = value;
  }
  for (const field of ['id', 'version', 'scale'] as const) if (values[field] === undefined) report.faultAt(cells[field] ?? sheet.name, 'required', field);
  return { values, cells };
};

/** The columns by their letter, after the row of headings. */
const readColumns = (sheet: WorkbookSheet, report: Report): { columns: Map<NormColumn, string>; heading: number } => {
  const heading = sheet.rows.find((row) => row.cells.some((cell) => columnCalled(textOf(cell.value) ?? '')));
  const columns = new Map<NormColumn, string>();
  for (const cell of heading?.cells ?? []) {
    const text = textOf(cell.value);
    const column = text === undefined ? undefined : columnCalled(text);
    if (column) columns.set(column, cell.column);
    else if (text !== undefined && cell.column !== 'A') report.faultAt(cellOf(sheet, cell.column, heading!.number), 'unknownColumn', text);
  }
  for (const column of ['chapter', 'norm'] as const) if (!columns.has(column)) report.faultAt(`${sheet.name}!1`, 'missingColumn', column);
  if (!sheetLanguages.some((language) => columns.has(`title.${language}`))) report.faultAt(`${sheet.name}!1`, 'missingColumn', 'title');
  return { columns, heading: heading?.number ?? 1 };
};

const rowsOf = (sheet: WorkbookSheet, report: Report): Row[] => {
  const { columns, heading } = readColumns(sheet, report);
  const known = new Set(columns.values());
  return sheet.rows.flatMap((row): Row[] => {
    if (row.number <= heading || markerCalled(valueIn(row, 'A') ?? '')) return [];
    const values = new Map(row.cells.map((cell) => [cell.column, textOf(cell.value)]));
    for (const { column, error } of row.cells) if (error) report.faultAt(cellOf(sheet, column, row.number), 'formulaError');
    const stray = row.cells.find((cell) => !known.has(cell.column) && values.get(cell.column) !== undefined && cell.column !== 'A');
    if (stray) report.faultAt(cellOf(sheet, stray.column, row.number), 'unknownColumn', values.get(stray.column));
    if (![...known].some((column) => values.get(column) !== undefined)) return [];
    const of = (column: NormColumn): string | undefined => values.get(columns.get(column) ?? '');
    return [
      {
        number: row.number,
        of,
        cell: (column) => cellOf(sheet, columns.get(column) ?? columnLetter(normColumns.indexOf(column) + 1), row.number),
        texts: (name) => textsFrom(sheetLanguages, (language) => of(`${name}.${language}` as NormColumn)),
      },
    ];
  });
};

const listed = (text: string | undefined, by: RegExp): string[] => (text ?? '').split(by).flatMap((part) => textOf(part) ?? []);

/** `ISO 27002:2022 5.1` is chapter 5.1 of a source; what names no chapter is the whole of it. */
const referenceOf = (text: string): { source: string; at: string } => {
  const found = /^(.*\S)\s+([\w.()-]*\d[\w.()-]*)$/.exec(text);
  return found ? { source: found[1]!, at: found[2]! } : { source: text, at: '–' };
};

const normOf = (row: Row, id: string, report: Report): Norm => {
  const title = row.texts('title');
  if (!title) report.faultAt(row.cell('title.fr'), 'noTitle', id);
  const text = row.texts('text');
  const scopeText = row.of('scope');
  const scope = scopeText === undefined ? undefined : scopeCalled(scopeText);
  if (scopeText !== undefined && !scope) report.faultAt(row.cell('scope'), 'unknownChoice', scopeText);
  const levels = listed(row.of('levels'), /[,;\n]/);
  const evidence = sheetLanguages.map((language) => [language, listed(row.of(`evidence.${language}`), /\n/)] as const);
  const proofs = Array.from({ length: Math.max(...evidence.map(([, list]) => list.length)) }, (_, index) =>
    textsFrom(sheetLanguages, (language) => evidence.find(([one]) => one === language)?.[1][index]),
  ).filter((texts) => texts !== undefined);
  const references = listed(row.of('source'), /[;\n]/).map(referenceOf);
  return {
    id,
    title: title ?? { fr: id },
    ...(text ? { text } : {}),
    ...(scope ? { scope } : {}),
    ...(levels.length > 0 ? { levels } : {}),
    ...(proofs.length > 0 ? { evidence: proofs } : {}),
    ...(references.length > 0 ? { references } : {}),
    guidelines: [],
  };
};

/** The chapters and norms, row by row: a row without a number of a norm goes on with the one before. */
const readRows = (rows: Row[], report: Report): { chapters: Chapter[]; places: Map<object, Row> } => {
  const chapters: Chapter[] = [];
  const places = new Map<object, Row>();
  let chapter: Chapter | undefined;
  let norm: Norm | undefined;
  const seen = new Set<string>();
  for (const row of rows) {
    const chapterId = row.of('chapter');
    const chapterTitle = row.texts('chapterTitle');
    if (chapterId !== undefined && chapterId !== chapter?.id) {
      chapter = chapters.find(({ id }) => id === chapterId);
      if (!chapter) {
        if (!chapterTitle) report.faultAt(row.cell('chapterTitle.fr'), 'noTitle', chapterId);
        chapter = { id: chapterId, title: chapterTitle ?? { fr: chapterId }, norms: [] };
        chapters.push(chapter);
        places.set(chapter, row);
      }
      norm = undefined;
    }
    const normId = row.of('norm');
    if (normId !== undefined && normId !== norm?.id) {
      if (!chapter) report.faultAt(row.cell('norm'), 'normWithoutChapter', normId);
      if (seen.has(normId)) report.faultAt(row.cell('norm'), 'idTwice', normId);
      seen.add(normId);
      norm = normOf(row, normId, report);
      places.set(norm, row);
      chapter?.norms.push(norm);
    } else if (normId === undefined && (row.texts('title') ?? row.texts('text'))) report.faultAt(row.cell('norm'), 'required', 'norm');
    const text = row.texts('guidelineText');
    if (text && !norm) report.faultAt(row.cell('guidelineText.fr'), 'guidelineWithoutNorm');
    else if (text && norm) norm.guidelines.push({ id: row.of('guideline') ?? letterOf(norm.guidelines.length), text });
    else if (row.of('guideline') !== undefined) report.faultAt(row.cell('guidelineText.fr'), 'required', 'guidelineText');
  }
  return { chapters: chapters.filter(({ norms }) => norms.length > 0), places };
};

/** Reads a filled template of a questionnaire, with headings in any of the four languages. Faults are told by cell. */
export const readSheets = (workbook: Workbook): Reading => {
  const report = makeReport();
  const sheetOf = (key: 'name' | 'norms'): WorkbookSheet | undefined => workbook.sheets.find((sheet) => sheetCalled(sheet.name) === key);
  const [head, norms] = [sheetOf('name'), sheetOf('norms')];
  if (!head || !norms) report.faultAt('', 'missingSheet', workbook.sheets.map(({ name }) => name).join(', '));
  const framework = head && norms ? frameworkOf(head, norms, report) : undefined;
  return { format: 'xlsx', frameworks: framework ? [framework] : [], mappings: [], ...report.ended() };
};

const frameworkOf = (head: WorkbookSheet, norms: WorkbookSheet, report: Report): Framework | undefined => {
  const { values, cells } = readHead(head, report);
  const { chapters, places } = readRows(rowsOf(norms, report), report);
  const scale = values.scale === undefined ? undefined : scaleCalled(values.scale);
  if (values.scale !== undefined && !scale) report.faultAt(cells.scale ?? head.name, 'unknownChoice', values.scale);
  const title = textsFrom(sheetLanguages, (language) => values[`title.${language}`]);
  if (!title) report.faultAt(cells['title.fr'] ?? head.name, 'noTitle');
  if (chapters.length === 0) report.faultAt(norms.name, 'noNorms');
  if (report.ended().faultsInAll > 0) return undefined;
  const levels = [...new Set(chapters.flatMap((chapter) => chapter.norms.flatMap((norm) => norm.levels ?? [])))];
  const draft = {
    id: slugOf(values.id ?? ''),
    version: versionOf(values.version ?? ''),
    title: title!,
    ...(values.publisher ? { publisher: values.publisher } : {}),
    ...(values.licence ? { licence: values.licence } : {}),
    scale: scale!,
    ...(levels.length > 0 ? { levels: levels.map((id) => ({ id, title: Object.fromEntries(Object.keys(title!).map((language) => [language, id])) as Texts })) } : {}),
    chapters,
  };
  const faulty = makeReport();
  const framework = checkFramework(draft, faulty, (path) => path.map((part) => (typeof part === 'symbol' ? String(part) : part)));
  for (const { code, path = '', value, parameters } of faulty.ended().faults) {
    const [, chapter, norm] = /^chapters\[(\d+)\](?:\.norms\[(\d+)\])?/.exec(path) ?? [];
    const found = chapter === undefined ? undefined : places.get(norm === undefined ? chapters[Number(chapter)]! : chapters[Number(chapter)]!.norms[Number(norm)]!);
    const field = headFields.find((one) => path.startsWith(one));
    report.faultAt(found ? found.cell('norm') : ((field && cells[field]) ?? head.name), code, value, parameters);
  }
  return framework;
};
