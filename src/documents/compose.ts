import { decide, type Answers } from './condition.ts';
import type { LibraryInline } from './inline.ts';
import type { LibraryText } from './library.ts';
import { hasNames, profileAnswers, signatureNames, slotNames, variableNames } from './names.ts';
import type { LibraryNode } from './nodes.ts';
import type { Block, Inline, Section } from './section.ts';

/** What fills a document text: texts ready to be read (dates already written out in the document's language). */
export type DocumentValues = Answers & {
  variables: Record<string, string | undefined>;
  slots: Record<string, Block[]>;
  signatures: Record<string, Block>;
};

/** What stands where a value is missing. */
export const gap = '…';

const refuseUnknown = (kind: string, given: object, known: readonly string[]): void => {
  const stranger = Object.keys(given).find((name) => !known.includes(name));
  if (stranger !== undefined) throw new Error(`unknown ${kind} «${stranger}»`);
};

/** Lists that follow each other are one list: a condition may add items in the midst of it. */
const joinLists = (blocks: Block[]): Block[] =>
  blocks.reduce<Block[]>((done, block) => {
    const last = done.at(-1);
    if (last?.type !== 'list' || block.type !== 'list' || last.ordered !== block.ordered) return [...done, block];
    return [...done.slice(0, -1), { ...last, items: [...last.items, ...block.items] }];
  }, []);

/** A section stays if it has content of its own, or one of its parts stays. */
const dropEmpty = (sections: Section[]): Section[] =>
  sections.filter((section, index) => {
    if (section.blocks.length > 0) return true;
    if (section.level === 2) return false;
    const next = sections.findIndex(({ level }, at) => at > index && level === 1);
    return sections.slice(index + 1, next < 0 ? undefined : next).some(({ blocks }) => blocks.length > 0);
  });

/**
 * Fills a text of the library. Values go in as data: marks in them are never read.
 * @returns the sections that have content, and in `missing` the names of the variables (`adviser.name`) and answers (`profile.wifi`) that
 * the document needs and nobody has entered, those of who signs among them, each once, in the order of the text
 * @throws Error on a name that the library does not know, or a slot, signature or `has` that the text needs and the caller forgot
 */
export const compose = (text: LibraryText, values: DocumentValues): { title: string; subtitle?: string; revision: number; sections: Section[]; missing: string[] } => {
  refuseUnknown('variable', values.variables, variableNames);
  refuseUnknown('answer', values.profile, Object.keys(profileAnswers));
  refuseUnknown('has', values.has, hasNames);
  refuseUnknown('slot', values.slots, slotNames);
  refuseUnknown('signatures', values.signatures, signatureNames);
  const missing = new Set<string>();

  const inline = (part: LibraryInline): Inline => {
    if ('text' in part) return { ...part };
    const { variable, ...style } = part;
    const value = values.variables[variable]?.trim();
    if (value) return { text: value, ...style };
    missing.add(variable);
    return { text: gap, ...style, missing: variable };
  };
  const line = (parts: LibraryInline[]): string => parts.map((part) => inline(part).text).join('');
  const blocks = (node: LibraryNode): Block[] => {
    switch (node.type) {
      case 'paragraph':
      case 'note':
        return [{ type: node.type, content: node.content.map(inline) }];
      case 'list':
        return [{ type: 'list', ordered: node.ordered, items: node.items.map((item) => item.map(inline)) }];
      case 'slot': {
        const filling = values.slots[node.name];
        if (!filling) throw new Error(`the slot «${node.name}» was not filled`);
        return filling;
      }
      case 'signatures': {
        const block = values.signatures[node.name];
        if (block?.type !== 'signatures') throw new Error(`the signatures «${node.name}» were not given`);
        for (const { missing: name } of block.blocks.flatMap((place) => place.name ?? [])) if (name !== undefined) missing.add(name);
        return [block];
      }
      case 'if': {
        const decision = decide(node.condition, values);
        for (const name of decision.missing) missing.add(name);
        return (decision.holds ? node.yes : node.no).flatMap(blocks);
      }
    }
  };

  const title = line(text.title);
  const subtitle = text.subtitle && line(text.subtitle);
  const sections = text.sections.map(({ key, level, title: parts, nodes }): Section => {
    const heading = line(parts);
    return { key, level, title: heading, blocks: joinLists(nodes.flatMap(blocks)) };
  });
  return { title, ...(subtitle ? { subtitle } : {}), revision: text.revision, sections: dropEmpty(sections), missing: [...missing] };
};
