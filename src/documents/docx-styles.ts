import { AlignmentType, BorderStyle, LevelFormat, LevelSuffix, LineRuleType, type IPropertiesOptions } from 'docx';
import type { DocumentModel } from './section.ts';

/** The look of a document in Word, after that of document.typ. Lengths in twips (1/20 pt), sizes in half-points. */
export const twips = (millimeters: number): number => Math.round((millimeters * 1440) / 25.4);
export const colors = { ink: '1C2124', quiet: '5B6462', rule: 'CFC8BA', action: '0F5257', gap: 'FBF1DC' };
/** Between the margins of 28 mm. */
export const textWidth = twips(154);
export const serif = 'Cambria';
export const mono = 'Courier New';

/** Word's proofing languages; it has no dictionary for the German of Belgium. */
export const proofing = { fr: 'fr-BE', nl: 'nl-BE', de: 'de-DE' } as const;

const quietRun = { color: colors.quiet };
/** Lines in 240ths of a line. */
const lineRule = LineRuleType.AUTO;

/** Styles that the author of a document can change in one place, headings first, so that Word's navigation works. */
export const styles = ({ language, layout }: Pick<DocumentModel, 'language' | 'layout'>): NonNullable<IPropertiesOptions['styles']> => {
  const letter = layout === 'letter';
  const heading = (size: number, before: number, after: number) => ({
    run: { font: serif, size, bold: true, italics: false, color: colors.ink },
    paragraph: { spacing: { before, after, line: 252, lineRule }, keepNext: true, keepLines: true, alignment: AlignmentType.LEFT },
  });
  const paragraphStyle = (id: string, name: string, run: object, paragraph: object) => ({ id, name, basedOn: 'Normal', next: 'Normal', quickFormat: true, run, paragraph });
  return {
    default: {
      document: {
        run: { font: serif, size: 21, color: colors.ink, language: { value: proofing[language] } },
        paragraph: { spacing: { line: 276, lineRule, after: 100 }, alignment: letter ? AlignmentType.LEFT : AlignmentType.BOTH },
      },
      title: {
        run: { font: serif, size: letter ? 22 : 48, bold: true, color: colors.ink },
        paragraph: letter
          ? { spacing: { before: 480, after: 200 }, alignment: AlignmentType.LEFT, keepNext: true }
          : { spacing: { before: 900, after: 120, line: 252, lineRule }, alignment: AlignmentType.LEFT, keepNext: true, indent: { right: twips(20) } },
      },
      heading1: letter ? heading(21, 320, 100) : heading(26, 380, 120),
      heading2: heading(letter ? 21 : 22, 280, 100),
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true },
      paragraphStyle('Subtitle', 'Subtitle', { size: letter ? 21 : 24, ...quietRun }, { spacing: { after: 360 }, alignment: AlignmentType.LEFT }),
      paragraphStyle('Sender', 'Sender', { size: 19, ...quietRun }, { alignment: AlignmentType.LEFT }),
      paragraphStyle('Note', 'Note', quietRun, {
        spacing: { before: 160, after: 160 },
        indent: { left: twips(4) },
        border: { left: { style: BorderStyle.SINGLE, size: 12, space: 10, color: colors.action } },
      }),
      paragraphStyle('Term', 'Term', quietRun, { alignment: AlignmentType.LEFT, spacing: { after: 20 } }),
      paragraphStyle('Compact', 'Compact', {}, { alignment: AlignmentType.LEFT, spacing: { after: 20 } }),
      paragraphStyle('TableText', 'Table Text', {}, { alignment: AlignmentType.LEFT, spacing: { before: 50, after: 50, line: 252, lineRule } }),
      paragraphStyle('TableHead', 'Table Head', { bold: true, size: 19 }, { alignment: AlignmentType.LEFT, spacing: { before: 50, after: 50, line: 252, lineRule }, keepNext: true }),
      paragraphStyle('Spacer', 'Spacer', { size: 6 }, { spacing: { before: 0, after: 0, line: 240, lineRule } }),
      paragraphStyle('RunningHead', 'Running Head', { size: 17, ...quietRun }, { alignment: AlignmentType.LEFT, spacing: { after: 0 } }),
      paragraphStyle('RunningFoot', 'Running Foot', { size: 16, ...quietRun }, { alignment: AlignmentType.LEFT, spacing: { after: 0, line: 252, lineRule } }),
    ],
  };
};

const listIndent = { paragraph: { indent: { left: twips(7), hanging: twips(5) } } };

/** Word's own numbers for headings and lists: they follow when the author moves a section. */
export const numbering: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: 'headings',
      levels: ['%1', '%1.%2'].map((text, level) => ({
        level,
        text,
        format: LevelFormat.DECIMAL,
        suffix: LevelSuffix.SPACE,
        style: { style: `Heading${level + 1}`, paragraph: { indent: { left: 0, hanging: 0 } } },
      })),
    },
    { reference: 'bullets', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: { ...listIndent, run: { color: colors.action, font: serif } } }] },
    { reference: 'numbers', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', style: listIndent }] },
  ],
};
