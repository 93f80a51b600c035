import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../../web/api.ts';
import { problemKeys, type Problem, problemOf } from '../../../web/problem.ts';
import { ProblemNotice } from '../../../web/problem.tsx';
import { useCentre } from '../../../web/session.ts';
import type { Result } from '../council.ts';
import { type Item, type Sitting, useRefreshCouncil } from './queries.ts';

type Given = { result: Result | ''; decisionNumber: string; note: string };

/** Why nothing was recorded, and of which item. */
const Failure = ({ problem }: { problem: Problem }) => {
  const { t } = useTranslation(['council', 'documents', 'shell']);
  const title = problem['itemTitle'];
  const missing = problem['missing'] as { variable: string }[] | undefined;
  if (typeof title !== 'string') return <ProblemNotice problem={problem} domain="council" />;
  return (
    <div className="notice late" role="alert">
      <p>{t('record.failed', { title, reason: t(problemKeys(problem, 'council') as never, problem as never) })}</p>
      {missing && <p>{t('record.missing', { list: missing.map(({ variable }) => t(`documents:variables.${variable}` as never) as string).join(', ') })}</p>}
    </div>
  );
};

/** What the council made of each item, recorded together. */
export const ResultsPart = ({ sitting }: { sitting: Sitting }) => {
  const { t } = useTranslation(['council', 'shell']);
  const centre = useCentre();
  const refresh = useRefreshCouncil(centre.id);
  const open = sitting.agenda.filter((item) => item.can['record'] && !item.result);
  const [given, setGiven] = useState<Record<string, Given>>({});
  const [problem, setProblem] = useState<Problem | undefined>();
  const [busy, setBusy] = useState(false);
  if (open.length === 0) return null;
  const of = (item: Item): Given => given[item.id] ?? { result: item.allowed.length === 1 ? item.allowed[0]! : '', decisionNumber: '', note: '' };
  const set = (item: Item, change: Partial<Given>) => setGiven({ ...given, [item.id]: { ...of(item), ...change } });
  const save = async () => {
    setProblem(undefined);
    setBusy(true);
    try {
      const items = open.flatMap((item) => {
        const { result, decisionNumber, note } = of(item);
        return result === ''
          ? []
          : [{ id: item.id, version: item.version, result, ...(decisionNumber.trim() ? { decisionNumber: decisionNumber.trim() } : {}), ...(note.trim() ? { note: note.trim() } : {}) }];
      });
      if (items.length > 0)
        await unwrap(api.POST('/organizations/{organizationId}/councilSittings/{id}/results', { params: { path: { organizationId: centre.id, id: sitting.id } }, body: { items } }));
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
    void refresh();
  };
  return (
    <section aria-labelledby="record" className="no-print">
      <h2 id="record">{t('record.title')}</h2>
      <p className="quiet">{t('record.text')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ol className="council-record">
          {open.map((item) => {
            const number = sitting.agenda.indexOf(item) + 1;
            return (
              <li key={item.id}>
                <p>
                  {number}. {item.title}
                </p>
                <label>
                  <span className="field-label">{t('record.result')}</span>
                  <select className="control" aria-label={t('record.resultOf', { number })} value={of(item).result} onChange={(event) => set(item, { result: event.target.value as Result | '' })}>
                    <option value="">{t('record.skip')}</option>
                    {item.allowed.map((result) => (
                      <option key={result} value={result}>
                        {t(`results.${result}`)}
                      </option>
                    ))}
                  </select>
                </label>
                <label>
                  <span className="field-label">{t('record.number')}</span>
                  <input
                    className="control"
                    aria-label={t('record.numberOf', { number })}
                    maxLength={40}
                    value={of(item).decisionNumber}
                    onChange={(event) => set(item, { decisionNumber: event.target.value })}
                  />
                </label>
                <label className="council-asks">
                  <span className="field-label">{t('record.note')}</span>
                  <input className="control" aria-label={t('record.noteOf', { number })} maxLength={2000} value={of(item).note} onChange={(event) => set(item, { note: event.target.value })} />
                </label>
              </li>
            );
          })}
        </ol>
        {problem && <Failure problem={problem} />}
        <button type="submit" className="button primary" aria-disabled={busy}>
          {t('record.save')}
        </button>
      </form>
    </section>
  );
};
