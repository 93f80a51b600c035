import type { Block, Inline } from './section.ts';

/** `**bold**` and `*italic*`; a star that is not closed stands as it is. */
export const restrictedInline = (text: string): Inline[] =>
  [...text.matchAll(/\*\*([^*]+)\*\*|\*([^*]+)\*|[^*]+|\*+/g)].map(([whole, bold, italic]) =>
    bold !== undefined ? { text: bold, bold: true } : italic !== undefined ? { text: italic, italic: true } : { text: whole },
  );

/** Restricted text as blocks: paragraphs apart by an empty line, lists by `-` or `1.` at the beginning of lines, bold and italic by stars. Anything else is text. */
export const restrictedBlocks = (text: string): Block[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .flatMap((part): Block[] => {
      const blocks: Block[] = [];
      for (const line of part.split('\n')) {
        const item = /^\s*(-|\d+\.)\s+(\S.*)$/.exec(line);
        const last = blocks.at(-1);
        if (item) {
          const ordered = item[1] !== '-';
          if (last?.type === 'list' && last.ordered === ordered) last.items.push(restrictedInline(item[2]!));
          else blocks.push({ type: 'list', ordered, items: [restrictedInline(item[2]!)] });
        } else if (line.trim() !== '') {
          if (last?.type === 'paragraph') last.content.push({ text: '\n' }, ...restrictedInline(line.trim()));
          else blocks.push({ type: 'paragraph', content: restrictedInline(line.trim()) });
        }
      }
      return blocks;
    });
