/**
 * The frame of every page: title, a sentence that says the state, actions. It names the browser tab and takes the focus to the
 * heading after navigation, so that a screen reader begins there.
 *
 *   export const PeoplePage = () => {
 *     const { t } = useTranslation('people');
 *     const centre = useCentre();
 *     return (
 *       <Page title={t('title')} lead={<Trans …/>} actions={<Link className="button primary" to="./new">{t('add')}</Link>}>
 *         <RecordList … />
 *       </Page>
 *     );
 *   };
 *
 * A page of a record gives `back={{ to: '..', label: t('title') }}`. Two levels at most.
 */
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';

type Props = {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  back?: { to: string; label: string };
  children?: ReactNode;
};

let firstPage = true;

export const Page = ({ title, lead, actions, back, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();

  useEffect(() => {
    document.title = `${title} · Beffroi`;
  }, [title]);

  useEffect(() => {
    // The first page leaves the focus where the browser puts it: at the skip link.
    if (!firstPage) heading.current?.focus({ preventScroll: true });
    firstPage = false;
  }, [pathname]);

  return (
    <>
      <div className="page-head">
        {back && (
          <Link to={back.to} className="page-back">
            ← {back.label}
          </Link>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className="lead">{lead}</p>}
        {actions && <div className="page-actions buttons no-print">{actions}</div>}
      </div>
      {children}
    </>
  );
};
