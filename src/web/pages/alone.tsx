/** The frame of pages without a shell: brand above, language and colours below. */
import { useEffect, type ReactNode } from 'react';
import { Mark } from '../icons.tsx';
import { LanguageMenu, ThemeMenu } from '../top-bar.tsx';

export const Alone = ({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) => {
  useEffect(() => {
    document.title = `${title} · Beffroi`;
  }, [title]);
  return (
    <main className="alone">
      <div className="brand">
        <Mark />
        Beffroi
      </div>
      <div className="page-head">
        <h1>{title}</h1>
        {lead && <p className="lead">{lead}</p>}
      </div>
      {children}
      <div className="alone-foot">
        <LanguageMenu />
        <ThemeMenu />
      </div>
    </main>
  );
};
