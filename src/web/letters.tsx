/** A letter and the decision on it, as two rooms show them: what was decided by whom, the two papers, their files, the hash under which they are frozen. */
import type { ReactNode } from 'react';
import { Paper } from './paper.tsx';
import { problemOf } from './problem.ts';
import { ProblemNotice } from './problem.tsx';
import './styles/letters.css';

/** The decision in a line, with its reasons. */
export const Decided = ({ title, outcome, by, told, reasons }: { title: string; outcome: string; by: string; told?: ReactNode; reasons?: string | undefined }) => (
  <section aria-labelledby="decision">
    <h2 id="decision">{title}</h2>
    <p>
      <strong>{outcome}.</strong> {by} {told}
    </p>
    {reasons && <p className="decided-reasons">{reasons}</p>}
  </section>
);

type Letters<Kind extends string> = {
  title: string;
  /** The papers there are; with one alone there is nothing to choose. */
  kinds: readonly { kind: Kind; label: string }[];
  chosen: Kind;
  onChoose: (kind: Kind) => void;
  files: readonly { label: string; href: string }[];
  frozen?: { text: string; hash: string } | undefined;
  preview: { data?: { html: string } | undefined; error: unknown; refetch: () => unknown };
  children?: ReactNode;
};

/** The papers as they are printed, one at a time, with their files. */
export const Letters = <Kind extends string>({ title, kinds, chosen, onChoose, files, frozen, preview, children }: Letters<Kind>) => (
  <section className="letters" aria-labelledby="letters">
    <h2 id="letters">{title}</h2>
    <div className="buttons no-print" role="group" aria-label={title}>
      {kinds.length > 1 &&
        kinds.map(({ kind, label }) => (
          <button key={kind} type="button" className="button" aria-pressed={chosen === kind} onClick={() => onChoose(kind)}>
            {label}
          </button>
        ))}
      {files.map(({ label, href }) => (
        <a key={href} className="button" href={href} download>
          {label}
          <span className="hidden-text">, {kinds.find(({ kind }) => kind === chosen)?.label}</span>
        </a>
      ))}
    </div>
    {frozen && (
      <p className="small quiet letters-frozen">
        {frozen.text} <code>sha256 {frozen.hash}</code>
      </p>
    )}
    {preview.error ? <ProblemNotice problem={problemOf(preview.error)} retry={preview.refetch} /> : null}
    {preview.data && <Paper html={preview.data.html} />}
    {children}
  </section>
);
