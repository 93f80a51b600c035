import { useTranslation } from 'react-i18next';
import { fixedNames, fixedSource, type SectionNode, type SectionRun } from '../reading.ts';
import { readBody } from '../wording.ts';
import { type DocumentSections, type Section, useSay } from './wording-queries.ts';

/** The name of a variable and its value of today. */
export const useVariables = ({ variables }: Pick<DocumentSections, 'variables'>) => {
  const { t } = useTranslation('documents');
  const values = new Map(variables.map(({ name, value }) => [name, value]));
  return { names: variables.map(({ name }) => name), label: (name: string) => t(`variables.${name}` as never) as string, value: (name: string) => values.get(name) };
};
export type Variables = ReturnType<typeof useVariables>;

const Run = ({ run, variables }: { run: SectionRun; variables: Variables }) => {
  const words =
    'text' in run ? (
      run.text
    ) : (
      <span className="chip" title={variables.label(run.variable)}>
        {variables.value(run.variable) ?? variables.label(run.variable)}
      </span>
    );
  const slanted = run.italic ? <em>{words}</em> : words;
  return run.bold ? <strong>{slanted}</strong> : slanted;
};
const Runs = ({ content, variables }: { content: SectionRun[]; variables: Variables }) => content.map((run, index) => <Run key={index} run={run} variables={variables} />);

/** What a condition or a place gives today, under what it depends on. */
export const FixedLines = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <>
    <p className="fixed-title">{title}</p>
    {lines.map((line, index) => (
      <p key={index}>{line}</p>
    ))}
  </>
);

/** How a fixed part is said: what it depends on, and its lines of today. */
export const useFixed = (section: Pick<Section, 'fixed'>): ((source: string) => { title: string; lines: readonly string[]; removable: boolean }) => {
  const { t } = useTranslation('documents');
  const say = useSay();
  const lines = new Map(section.fixed.map((part) => [part.source, part.lines]));
  return (source) => {
    const node = readBody(source)[0];
    const today = lines.get(source) ?? [];
    if (node?.type !== 'if' && node?.type !== 'slot' && node?.type !== 'signatures') return { title: '', lines: today, removable: true };
    const shown = node.type === 'if' ? (today.length > 0 ? today : [t('wording.nothingToday')]) : node.type === 'signatures' ? today : [];
    return { title: say.fixed(fixedNames(node), node.type), lines: shown, removable: node.type !== 'signatures' };
  };
};

const Node = ({ node, variables, fixed }: { node: SectionNode; variables: Variables; fixed: ReturnType<typeof useFixed> }) => {
  switch (node.type) {
    case 'paragraph':
      return (
        <p>
          <Runs content={node.content} variables={variables} />
        </p>
      );
    case 'note':
      return (
        <p className="section-note">
          <Runs content={node.content} variables={variables} />
        </p>
      );
    case 'list': {
      const List = node.ordered ? 'ol' : 'ul';
      return (
        <List>
          {node.items.map((content, index) => (
            <li key={index}>
              <Runs content={content} variables={variables} />
            </li>
          ))}
        </List>
      );
    }
    default:
      return (
        <div className="fixed-block">
          <FixedLines {...fixed(fixedSource(node))} />
        </div>
      );
  }
};

/** A section to read: its words, variables by their value, conditions and places by what they give today. */
export const SectionWords = ({ body, section, variables, lang }: { body: string; section: Pick<Section, 'fixed'>; variables: Variables; lang: string }) => {
  const fixed = useFixed(section);
  return (
    <div className="section-words" lang={lang}>
      {readBody(body).map((node, index) => (
        <Node key={index} node={node} variables={variables} fixed={fixed} />
      ))}
    </div>
  );
};
