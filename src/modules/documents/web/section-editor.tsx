import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useField } from '../../../web/fields.tsx';
import { fromEditor, toEditor } from '../editor.ts';
import { Fixed, ListItem, Note, Variable } from './editor-nodes.tsx';
import { cleanPasted } from './paste.ts';
import { useFixed, type Variables } from './section-words.tsx';
import { VariableChoice } from './variable-choice.tsx';
import type { Section } from './wording-queries.ts';

const marks = ['bold', 'italic'] as const;
const lists = ['bulletList', 'orderedList', 'note'] as const;

const Tools = ({ editor, variables }: { editor: Editor; variables: Variables }) => {
  const { t } = useTranslation('documents');
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      on: Object.fromEntries([...marks, ...lists].map((name) => [name, now.isActive(name)])),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  });
  const act = {
    bold: () => editor.chain().focus().toggleBold().run(),
    italic: () => editor.chain().focus().toggleItalic().run(),
    bulletList: () => editor.chain().focus().toggleBulletList().run(),
    orderedList: () => editor.chain().focus().toggleOrderedList().run(),
    note: () => (state.on['note'] ? editor.chain().focus().setNode('paragraph').run() : editor.chain().focus().clearNodes().setNode('note').run()),
  };
  return (
    <div className="editor-tools" role="toolbar" aria-label={t('editor.tools')}>
      {[...marks, ...lists].map((name) => (
        <button key={name} type="button" className="button plain" data-tool={name} aria-pressed={state.on[name] ?? false} onClick={() => act[name]()}>
          {t(`editor.${name}`)}
        </button>
      ))}
      <VariableChoice variables={variables} insert={(name) => editor.chain().focus().insertContent({ type: 'variable', attrs: { name } }).run()} />
      <span className="editor-steps">
        <button type="button" className="button plain" aria-label={t('editor.undo')} title={t('editor.undo')} aria-disabled={!state.undo} onClick={() => editor.chain().focus().undo().run()}>
          ↶
        </button>
        <button type="button" className="button plain" aria-label={t('editor.redo')} title={t('editor.redo')} aria-disabled={!state.redo} onClick={() => editor.chain().focus().redo().run()}>
          ↷
        </button>
      </span>
    </div>
  );
};

type Props = { name: string; label: string; section: Pick<Section, 'fixed'>; variables: Variables; lang: string };

/** The body of a section in a `Form`: written as on paper, kept as restricted Markdown. */
export const SectionEditor = ({ name, label, section, variables, lang }: Props) => {
  const { t } = useTranslation('documents');
  const { id, error, value, set, control } = useField(name, label, t('editor.help'));
  const describe = useFixed(section);
  const body = String(value ?? '');
  const written = useRef(body);
  const editor = useEditor({
    extensions: [
      StarterKit.configure({
        blockquote: false,
        code: false,
        codeBlock: false,
        hardBreak: false,
        heading: false,
        horizontalRule: false,
        link: false,
        listItem: false,
        strike: false,
        underline: false,
      }),
      ListItem,
      Note,
      Variable.configure({ variables }),
      Fixed.configure({ describe }),
    ],
    content: toEditor(body),
    // Its few rules stand in our own style sheet: the content security policy takes no other.
    injectCSS: false,
    editorProps: {
      attributes: {
        id,
        lang,
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-describedby': `${id}-help`,
        class: 'section-words editor-text',
        spellcheck: 'true',
      },
      transformPastedHTML: cleanPasted,
    },
    onUpdate: ({ editor: now }) => {
      written.current = fromEditor(now.getJSON());
      set(written.current);
    },
  });
  // Another text put in its place: the draft let go, somebody else’s taken.
  useEffect(() => {
    if (body === written.current) return;
    written.current = body;
    editor.commands.setContent(toEditor(body), { emitUpdate: false });
  }, [body, editor]);
  return (
    <div className="field editor" data-invalid={control['aria-invalid']}>
      <span className="field-label">{label}</span>
      <p className="field-help" id={`${id}-help`}>
        {t('editor.help')}
      </p>
      <Tools editor={editor} variables={variables} />
      <EditorContent editor={editor} />
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
};
