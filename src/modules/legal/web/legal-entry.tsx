import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { isCurrent, type LegalText } from '../legal-text.ts';
import { anchorKey, articleAnchor, legalWords } from './legal-view.ts';

/** How sure a statement is, in words; nothing where it was seen at its source. */
const Unsure = ({ certainty, short }: { certainty: LegalText['certainty']; short?: boolean }) => {
  const { t } = useTranslation('legal');
  if (certainty === 'seen') return null;
  return (
    <span className="legal-unsure">
      <b>{t(`certainties.${certainty}`)}</b>
      {!short && <>, {t(`certaintyMeans.${certainty}`)}</>}
    </span>
  );
};

const Successors = ({ text, all }: { text: LegalText; all: ReadonlyMap<string, LegalText> }) => {
  const { t } = useTranslation('legal');
  const { language } = useFormat();
  if (!text.replacedBy) return null;
  return (
    <p className="legal-successors">
      {t(isCurrent(text) ? 'nowIn' : 'replacedBy')}{' '}
      {text.replacedBy.map((key, index) => {
        const successor = all.get(key);
        return (
          <span key={key}>
            {index > 0 && ', '}
            {/* Without the filters, which might hide the successor. */}
            <Link to="." hash={key} search={{} as never}>
              {successor ? legalWords(successor.short, language).words : key}
            </Link>
          </span>
        );
      })}
    </p>
  );
};

const Articles = ({ text, target }: { text: LegalText; target: string }) => {
  const { t } = useTranslation('legal');
  const { language } = useFormat();
  if (!text.articles || text.articles.length === 0) return null;
  return (
    <details className="legal-articles" open={anchorKey(target) === text.key}>
      <summary>{t('articles', { count: text.articles.length })}</summary>
      <dl>
        {text.articles.map((article) => {
          const anchor = articleAnchor(text.key, article.number);
          return (
            <div key={article.number} id={anchor} className={anchor === target ? 'aimed' : undefined}>
              <dt>
                <Link to="." hash={anchor} search resetScroll={false}>
                  {t('article', { number: article.number })}
                </Link>
              </dt>
              <dd>
                {legalWords(article.text, language).words} <Unsure certainty={article.certainty} short />
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
};

/** One text of the register; `target` is the anchor that the address points at. */
export const LegalEntry = ({ text, all, target }: { text: LegalText; all: ReadonlyMap<string, LegalText>; target: string }) => {
  const { t } = useTranslation('legal');
  const { language, date } = useFormat();
  const title = legalWords(text.title, language);
  const short = legalWords(text.short, language).words;
  const source = legalWords(text.source, language);
  const note = text.note && legalWords(text.note, language).words;
  const aimed = anchorKey(target) === text.key;
  const facts = [
    t(`kinds.${text.kind}`),
    text.scope !== 'other' && t(`scopes.${text.scope}`),
    text.regions && t('only', { regions: text.regions.map((region) => t(`regions.${region}`)).join(', ') }),
    text.since && t('since', { date: date(text.since) }),
    text.until && t('until', { date: date(text.until) }),
    text.numac && t('numac', { numac: text.numac }),
  ].filter(Boolean);
  return (
    <li id={text.key} className={aimed ? 'legal-entry aimed' : 'legal-entry'}>
      <div>
        <h3>
          <Link to="." hash={text.key} search resetScroll={false}>
            {short}
          </Link>
        </h3>
        {title.words !== short && (
          <p className="legal-title" lang={title.language}>
            {title.words}
          </p>
        )}
        <Successors text={text} all={all} />
        {note && <p>{note}</p>}
        <Articles text={text} target={target} />
      </div>
      <div className="legal-side">
        <p className="legal-state">{t(`states.${text.state}`)}</p>
        {text.certainty === 'seen' ? (
          <p>{t('certainties.seen')}</p>
        ) : (
          <p>
            <Unsure certainty={text.certainty} />
          </p>
        )}
        <p>{facts.join(' · ')}</p>
        <p>
          {t('source')} <span lang={source.language}>{source.words}</span>
        </p>
      </div>
    </li>
  );
};
