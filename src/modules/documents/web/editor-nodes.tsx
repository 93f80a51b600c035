/** The nodes of the editor that are ours: what a section of a document may hold beside paragraphs and lists. */
import { mergeAttributes, Node, NodeViewWrapper, type NodeViewProps, ReactNodeViewRenderer } from '@tiptap/react';
import { useTranslation } from 'react-i18next';
import { FixedLines, type Variables } from './section-words.tsx';

/** An item holds one paragraph: lists are not nested. The tab key stays that of the page. */
export const ListItem = Node.create({
  name: 'listItem',
  content: 'paragraph',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', mergeAttributes(HTMLAttributes), 0],
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) };
  },
});

/** A paragraph set apart. */
export const Note = Node.create({
  name: 'note',
  group: 'block',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'p.section-note', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['p', mergeAttributes(HTMLAttributes, { class: 'section-note' }), 0],
});

/** A value of the centre, shown as it is today; it goes whole or stays. */
export const Variable = Node.create<{ variables: Variables | undefined }>({
  name: 'variable',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions: () => ({ variables: undefined }),
  addAttributes: () => ({ name: { default: '', parseHTML: (element: HTMLElement) => element.dataset['variable'] ?? '', renderHTML: ({ name }) => ({ 'data-variable': String(name) }) } }),
  parseHTML() {
    const known = (element: HTMLElement) => (this.options.variables?.names.includes(element.dataset['variable'] ?? '') ? null : false);
    return [{ tag: 'span[data-variable]', getAttrs: known }];
  },
  renderHTML({ node, HTMLAttributes }) {
    const name = String(node.attrs['name']);
    const label = this.options.variables?.label(name) ?? name;
    const value = this.options.variables?.value(name);
    const attributes = mergeAttributes(HTMLAttributes, { class: 'chip', title: label });
    return value ? ['span', attributes, ['span', { class: 'hidden-text' }, `${label} : `], value] : ['span', attributes, label];
  },
  renderText: ({ node }) => `{{${String(node.attrs['name'])}}}`,
});

type Describe = (source: string) => { title: string; lines: readonly string[]; removable: boolean };

const FixedView = ({ node, editor, getPos, deleteNode, extension, selected }: NodeViewProps) => {
  const { t } = useTranslation('documents');
  const { describe } = extension.options as { describe: Describe };
  const { title, lines, removable } = describe(String(node.attrs['source']));
  const move = (by: -1 | 1) =>
    editor
      .chain()
      .command(({ tr }) => {
        const from = getPos();
        if (from === undefined) return false;
        const place = tr.doc.resolve(from);
        const neighbour = place.parent.maybeChild(place.index() + by);
        if (!neighbour) return false;
        tr.delete(from, from + node.nodeSize).insert(by < 0 ? from - neighbour.nodeSize : from + neighbour.nodeSize, node);
        return true;
      })
      .run();
  return (
    <NodeViewWrapper className="fixed-block" data-selected={selected || undefined} contentEditable={false}>
      <FixedLines title={title} lines={lines} />
      <div className="buttons fixed-buttons">
        <button type="button" className="button plain" aria-label={t('wording.up', { what: title })} onClick={() => move(-1)}>
          ↑
        </button>
        <button type="button" className="button plain" aria-label={t('wording.down', { what: title })} onClick={() => move(1)}>
          ↓
        </button>
        {removable && (
          <button type="button" className="button plain" aria-label={t('wording.takeOut', { what: title })} onClick={() => deleteNode()}>
            {t('wording.takeOutShort')}
          </button>
        )}
      </div>
    </NodeViewWrapper>
  );
};

/** A condition or a place of the library: whole, movable, not written in. */
export const Fixed = Node.create<{ describe: Describe }>({
  name: 'fixed',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,
  addOptions: () => ({ describe: () => ({ title: '', lines: [], removable: true }) }),
  addAttributes: () => ({ source: { default: '', parseHTML: (element: HTMLElement) => element.dataset['source'] ?? '', renderHTML: ({ source }) => ({ 'data-source': String(source) }) } }),
  parseHTML: () => [{ tag: 'div[data-source]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes)],
  addNodeView: () => ReactNodeViewRenderer(FixedView),
});
