import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { api, ifMatch, unwrap } from '../../../web/api.ts';
import { AskToDelete } from '../../../web/ask-to-delete.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Page } from '../../../web/page.tsx';
import { problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre, useMay } from '../../../web/session.ts';
import { all, one, partQuery, type PartRegister, type PartRow } from './disaster-queries.ts';
import { ContinuityTabs } from './parts.tsx';
import { useRefreshContinuity } from './queries.ts';
import './disaster.css';

const parts = { overview: '', calls: '/calls', steps: '/steps', services: '/services', places: '/places', restart: '/restart', copies: '/copies' } as const;

/** A page of the plan: the tabs of the room, and below them those of the plan. */
export const PlanFrame = ({ part, lead, actions, children }: { part: keyof typeof parts; lead: ReactNode; actions?: ReactNode; children: ReactNode }) => {
  const { t } = useTranslation('continuity');
  const centre = useCentre();
  const { pathname } = useLocation();
  const base = `/c/${centre.slug}/continuity/plan`;
  const title = part === 'overview' ? t('disaster.title') : t(`disaster.parts.${part}`);
  return (
    <Page title={title} lead={lead} actions={actions}>
      <ContinuityTabs />
      <nav className="plan-parts no-print" aria-label={t('disaster.parts.label')}>
        {Object.entries(parts).map(([name, rest]) => (
          <Link key={name} to={`${base}${rest}`} activeProps={{}} activeOptions={{ exact: true }} aria-current={pathname === `${base}${rest}` ? 'page' : undefined}>
            {t(`disaster.parts.${name as keyof typeof parts}`)}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  );
};

/** What is known of a line besides its name, one below the other; what is not known is left out. */
export const PlanDetails = ({ of }: { of: readonly (readonly [label: string, value: string | number | undefined])[] }) => (
  <dl className="plan-details">
    {of.map(
      ([label, value]) =>
        value !== undefined &&
        value !== '' && (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
    )}
  </dl>
);

type Part<Row extends PartRow> = {
  register: PartRegister;
  schema: z.ZodObject | z.ZodType;
  /** Names of the members that a client may send. */
  keys: readonly string[];
  /** What a new line begins with, after those that are there. */
  fresh: (rows: readonly Row[]) => object;
  fields: (row: Row | undefined, rows: readonly Row[]) => ReactNode;
  show: (row: Row) => ReactNode;
  /** Buttons of one line beside change and delete. */
  acts?: (row: Row) => ReactNode;
  empty: string;
  label: string;
  numbered?: boolean;
};

const LineForm = <Row extends PartRow>({ part, row, rows, onDone }: { part: Part<Row>; row?: Row; rows: readonly Row[]; onDone: () => void }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshContinuity(centre.id);
  const path = { organizationId: centre.id, id: row?.id ?? '' };
  const pick = (of: object) => Object.fromEntries(part.keys.map((key) => [key, (of as Record<string, unknown>)[key]]));
  const form = useForm({
    schema: part.schema as z.ZodType<Record<string, unknown>>,
    domain: 'continuity',
    draft: `${part.register}/${row?.id ?? `new/${centre.id}`}`,
    initial: row ? pick(row) : part.fresh(rows),
    version: row?.version,
    save: (values, { patch, version }) =>
      row
        ? unwrap(api.PATCH(one(part.register), { params: { path }, headers: ifMatch(version!), body: patch }))
        : unwrap(api.POST(all(part.register), { params: { path: { organizationId: centre.id } }, body: values as never })),
    latest: async () => {
      const now = await unwrap(api.GET(one(part.register), { params: { path } }));
      return { initial: pick(now), version: now.version };
    },
    onSaved: () => {
      void refresh();
      onDone();
    },
  });
  return (
    <Form
      form={form}
      submit={t('shell:save')}
      cancel={
        <button type="button" className="button plain" onClick={onDone}>
          {t('shell:cancel')}
        </button>
      }
    >
      {part.fields(row, rows)}
    </Form>
  );
};

/** The lines of one part in their order, each changed where it stands. */
export const PartList = <Row extends PartRow>({ part }: { part: Part<Row> }) => {
  const { t } = useTranslation(['continuity', 'shell']);
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshContinuity(centre.id);
  const query = useQuery(partQuery<Row>(centre.id, part.register));
  const [editing, setEditing] = useState<string>();
  const rows = query.data ?? [];
  const done = () => setEditing(undefined);
  if (query.error) return <ProblemNotice problem={problemOf(query.error)} retry={query.refetch} />;
  if (!query.data) return <p role="status">{t('shell:loading')}</p>;
  return (
    <>
      {rows.length === 0 && editing !== 'new' && <p className="measure">{part.empty}</p>}
      <ol className={part.numbered ? 'plan-lines numbered' : 'plan-lines'} aria-label={part.label}>
        {rows.map((row) => (
          <li key={row.id}>
            {editing === row.id ? (
              <LineForm part={part} row={row} rows={rows} onDone={done} />
            ) : (
              <>
                <div className="plan-line">{part.show(row)}</div>
                {row.can['update'] && (
                  <p className="buttons no-print">
                    {part.acts?.(row)}
                    <button type="button" className="button plain" onClick={() => setEditing(row.id)}>
                      {t('shell:edit')}
                    </button>
                    <AskToDelete
                      label={t('disaster.delete')}
                      text={t('disaster.deleteText')}
                      plain
                      remove={() => unwrap(api.DELETE(one(part.register), { params: { path: { organizationId: centre.id, id: row.id } }, headers: ifMatch(row.version) }))}
                      onDeleted={() => void refresh()}
                    />
                  </p>
                )}
              </>
            )}
          </li>
        ))}
      </ol>
      {may('continuity.write') &&
        (editing === 'new' ? (
          <LineForm part={part} rows={rows} onDone={done} />
        ) : (
          <p className="no-print">
            <button type="button" className="button" onClick={() => setEditing('new')}>
              {t('disaster.add')}
            </button>
          </p>
        ))}
    </>
  );
};

/** The position after the last line. */
export const nextPosition = (rows: readonly PartRow[]): number => Math.max(0, ...rows.map(({ position }) => position ?? 0)) + 10;

/** Adds what the registers and the library give; says how many lines came. */
export const ProposeButton = ({ part }: { part: 'calls' | 'services' | 'restart' }) => {
  const { t } = useTranslation('continuity');
  const centre = useCentre();
  const may = useMay();
  const refresh = useRefreshContinuity(centre.id);
  const [said, setSaid] = useState<ReactNode>();
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    try {
      const added = await unwrap(api.POST('/organizations/{organizationId}/disasterPlan/propose', { params: { path: { organizationId: centre.id } }, body: { parts: [part] } }));
      setSaid(added[part] === 0 ? t('disaster.proposedNone') : t('disaster.proposed', { count: added[part] }));
      await refresh();
    } catch (error) {
      setSaid(<ProblemNotice problem={problemOf(error)} />);
    } finally {
      setBusy(false);
    }
  };
  if (!may('continuity.write')) return null;
  return (
    <div className="no-print">
      <button type="button" className="button" aria-disabled={busy} onClick={() => !busy && void go()}>
        {t('disaster.propose')}
      </button>{' '}
      <span role="status">{said}</span>
    </div>
  );
};
