import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { type Norm, type Texts, wordsIn } from '../framework.ts';
import { normAnchor } from './framework-view.ts';
import { useReferenceNames } from './reference-words.ts';

/** A text in the reader’s language, else in the first that there is, marked as such for a screen reader. */
export const Words = ({ texts, className }: { texts: Texts; className?: string }) => {
  const { language } = useFormat();
  const { text, language: spoken } = wordsIn(texts, language);
  return (
    <span lang={spoken === language ? undefined : spoken} className={className}>
      {text}
    </span>
  );
};

/** What stands beside a norm: to whom it applies, where it comes from, who knows, how sure it is. */
const Side = ({ norm, levels }: { norm: Norm; levels: ReadonlyMap<string, Texts> }) => {
  const { t } = useTranslation(['frameworks', 'shell']);
  const { language } = useFormat();
  const nameReferences = useReferenceNames();
  const named = (norm.levels ?? []).map((level) => wordsIn(levels.get(level) ?? { en: level }, language).text);
  const lines: [string | undefined, string][] = [
    [undefined, norm.scope ? t(`scopes.${norm.scope}`) : ''],
    [undefined, norm.applies ? t('text.applies') : ''],
    [t('text.levels'), named.join(', ')],
    [t('text.answeredBy'), norm.answeredBy ? t(`shell:roles.${norm.answeredBy}`) : ''],
    [t('text.sources'), nameReferences(norm.references ?? [])],
    [undefined, norm.liveFacts?.length ? t('text.live') : ''],
  ];
  return (
    <div className="framework-side">
      {norm.goodPractice && <p className="framework-mark">{t('text.goodPractice')}</p>}
      {norm.unsure && <p className="framework-mark">{t('text.unsure')}</p>}
      {lines.map(
        ([label, text], index) =>
          text !== '' && (
            <p key={index}>
              {label && <span className="framework-label">{label}</span>} {text}
            </p>
          ),
      )}
    </div>
  );
};

/** One norm of a framework, as it is written. */
export const FrameworkNorm = ({ norm, levels }: { norm: Norm; levels: ReadonlyMap<string, Texts> }) => {
  const { t } = useTranslation('frameworks');
  return (
    <li id={normAnchor(norm.id)} className="framework-norm">
      <div>
        {norm.heading && (
          <p className="framework-heading">
            <Words texts={norm.heading} />
          </p>
        )}
        <h3>
          <span className="framework-number">{norm.id}</span> <Words texts={norm.title} />
        </h3>
        {norm.text && (
          <p className="framework-text">
            <Words texts={norm.text} />
          </p>
        )}
        {norm.guidelines.length > 0 && (
          <dl className="framework-guidelines" aria-label={t('text.guidelines', { count: norm.guidelines.length })}>
            {norm.guidelines.map(({ id, text }) => (
              <div key={id}>
                <dt>{id}</dt>
                <dd>
                  <Words texts={text} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {norm.evidence && norm.evidence.length > 0 && (
          <div className="framework-evidence">
            <p className="framework-label">{t('text.evidence')}</p>
            <ul>
              {norm.evidence.map((texts, index) => (
                <li key={index}>
                  <Words texts={texts} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <Side norm={norm} levels={levels} />
    </li>
  );
};
