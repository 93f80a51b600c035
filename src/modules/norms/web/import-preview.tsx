import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { changeKinds } from '../framework-changes.ts';
import type { Norm, Texts } from '../framework.ts';
import { FrameworkNorm, Words } from './framework-norm.tsx';
import type { ImportPlan } from './framework-queries.ts';

type Fault = ImportPlan['faults'][number];

const Faults = ({ plan }: { plan: ImportPlan }) => {
  const { t } = useTranslation('frameworks');
  const where = ({ cell, line, path }: Fault): string =>
    [cell ?? (line === undefined ? undefined : t('preview.line', { line })), cell ? undefined : path].filter(Boolean).join(' · ') || t('preview.wholeFile');
  return (
    <section>
      <h2>{t('preview.faults', { count: plan.faultsInAll })}</h2>
      {plan.faultsInAll > plan.faults.length && <p className="quiet">{t('preview.firstFaults', { shown: plan.faults.length })}</p>}
      <table className="list">
        <caption className="hidden-text">{t('preview.faults', { count: plan.faultsInAll })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('preview.where')}</th>
            <th scope="col">{t('preview.what')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.faults.map((fault, index) => (
            <tr key={index}>
              <th scope="row" className="framework-place">
                {where(fault)}
              </th>
              <td data-label={t('preview.what')}>
                <span>{String(t(`faults.${fault.code}`, { value: fault.value ?? '', ...fault.parameters } as never))}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Former = ({ former }: { former: NonNullable<ImportPlan['frameworks'][number]['former']> }) => {
  const { t } = useTranslation('frameworks');
  const told = changeKinds.flatMap((kind) => (former.changes[kind] ? [`${former.changes[kind]} ${t(`changes.kinds.${kind}`)}`] : []));
  return (
    <p>
      {t('preview.beside', { version: former.version })} {told.join(', ')}. {t('preview.carry', { kept: former.kept, again: former.again })}
    </p>
  );
};

const Framework = ({ one }: { one: ImportPlan['frameworks'][number] }) => {
  const { t } = useTranslation(['frameworks', 'shell']);
  const { number } = useFormat();
  const levels = new Map<string, Texts>(one.levels.map(({ id, title }) => [id, title]));
  const facts: [string, string][] = [
    [t('preview.languages'), one.languages.map((language) => t(`shell:ownLanguages.${language}`)).join(', ') || t('preview.noLanguage')],
    [t('text.levels'), one.levels.map(({ id, norms }) => `${id} (${number(norms)})`).join(', ')],
    [t('text.licence'), one.licence ?? ''],
  ];
  return (
    <section className="framework-preview">
      <h2>
        <Words texts={one.title} /> <span className={one.state === 'known' ? 'tag' : 'tag done'}>{t(`preview.states.${one.state}`)}</span>
      </h2>
      <p className="quiet small">
        {t('preview.version', { id: one.id, version: one.version })}
        {one.publisher && ` · ${t('text.publisher', { publisher: one.publisher })}`}
      </p>
      <p>{t('preview.counts', { chapters: number(one.chapters), norms: number(one.norms), guidelines: number(one.guidelines), scale: t(`scales.${one.scale}`) })}</p>
      {one.former && <Former former={one.former} />}
      <dl className="framework-facts">
        {facts.map(
          ([label, text]) =>
            text !== '' && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
      <details>
        <summary>
          {t('preview.chapters')} ({number(one.chapters)})
        </summary>
        <ul className="framework-outline">
          {one.outline.map(({ id, title, norms }) => (
            <li key={id}>
              <span className="framework-number">{id}</span> <Words texts={title} /> <span className="quiet small">{t('text.shown', { count: norms })}</span>
            </li>
          ))}
        </ul>
      </details>
      <details>
        <summary>{t('preview.example')}</summary>
        <ul className="framework-norms">
          <FrameworkNorm norm={one.example as Norm} levels={levels} />
        </ul>
      </details>
    </section>
  );
};

/** What a file would bring: its frameworks and mappings, what is left out of it and why, or what is wrong with it and where. */
export const ImportPreview = ({ plan }: { plan: ImportPlan }) => {
  const { t } = useTranslation('frameworks');
  const { number } = useFormat();
  return (
    <>
      {plan.faultsInAll > 0 && <Faults plan={plan} />}
      {plan.frameworks.map((one) => (
        <Framework key={one.id} one={one} />
      ))}
      {plan.mappings.length > 0 && (
        <section>
          <h2>{t('mappings.title')}</h2>
          <ul>
            {plan.mappings.map(({ from, to, relations, state }) => (
              <li key={`${from} ${to}`}>
                {t('preview.mapping', { from, to, relations: number(relations) })} <span className="tag">{t(`preview.states.${state}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {plan.leftOut.length > 0 && (
        <section>
          <h2>{t('preview.leftOut')}</h2>
          <ul className="framework-left">
            {plan.leftOut.map(({ code, count, examples }) => (
              <li key={code}>
                {t(`leftOut.${code}`)} ({number(count)}){examples.length > 0 && <span className="quiet small"> {examples.join(' · ')}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
