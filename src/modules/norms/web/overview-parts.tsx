import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkedActions } from '../../../web/linked-actions.tsx';
import { useCentre } from '../../../web/session.ts';
import type { Assessment } from './assessment-queries.ts';
import { useTexts } from './fact-words.ts';
import { ResultTag } from './norm-card.tsx';
import { EvidenceLine } from './norm-evidence.tsx';

/** How many weak norms are shown before one asks for all. */
const first = 8;
type Part = { assessment: Assessment };
const useNormAddress = (assessment: Assessment) => {
  const centre = useCentre();
  return ({ chapterId, normId }: { chapterId: string; normId: string }) => ({ to: `/c/${centre.slug}/norms/${assessment.id}/${encodeURIComponent(chapterId)}`, hash: `norm-${normId}` });
};

/** Norms that are not, or only partly, fulfilled: the gap, how it went since last year, and the actions that answer it. */
export const WeakNorms = ({ assessment }: Part) => {
  const { t } = useTranslation('norms');
  const centre = useCentre();
  const say = useTexts();
  const address = useNormAddress(assessment);
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string | undefined>();
  const weak = assessment.weak.toSorted((a, b) => (a.result === b.result ? 0 : a.result === 'no' ? -1 : 1));
  if (weak.length === 0) return null;
  return (
    <section aria-labelledby="weak">
      <h2 id="weak">
        {t('overview.weak')} <span className="quiet">{weak.length}</span>
      </h2>
      <ul className="norm-list">
        {(all ? weak : weak.slice(0, first)).map((norm) => (
          <li key={norm.id}>
            <div className="norm-line">
              <Link {...address(norm)}>
                {norm.normId} {say(norm.title)}
              </Link>
              <span>
                <ResultTag result={norm.result} />
                {norm.movement && norm.movement !== 'same' && <span className={`small ${norm.movement === 'worse' ? 'norm-late' : 'quiet'}`}> {t(`movement.${norm.movement}`)}</span>}
              </span>
              <button type="button" className="button no-print" aria-expanded={open === norm.id} onClick={() => setOpen(open === norm.id ? undefined : norm.id)}>
                {t('overview.actions')}
                <span className="hidden-text">, {norm.normId}</span>
              </button>
            </div>
            {open === norm.id && <LinkedActions organizationId={centre.id} slug={centre.slug} origin={{ kind: 'norm', id: norm.id }} title={say(norm.title)} />}
          </li>
        ))}
      </ul>
      {weak.length > first && (
        <button type="button" className="button plain no-print" onClick={() => setAll(!all)}>
          {all ? t('overview.fewer') : t('overview.all', { count: weak.length })}
        </button>
      )}
    </section>
  );
};

/** Evidence that no longer proves, or ends soon. */
export const FailingEvidence = ({ assessment }: Part) => {
  const { t } = useTranslation('norms');
  const address = useNormAddress(assessment);
  if (assessment.failing.length === 0) return null;
  return (
    <section aria-labelledby="failing">
      <h2 id="failing">
        {t('overview.failing')} <span className="quiet">{assessment.failing.length}</span>
      </h2>
      <ul className="norm-list">
        {assessment.failing.map((norm) => (
          <li key={norm.evidence.id} className="norm-line">
            <Link {...address(norm)}>{norm.normId}</Link>
            <span className="evidence">
              <EvidenceLine one={norm.evidence} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Norms whose text is another than last year, and those that are no longer asked. */
export const ChangedNorms = ({ assessment }: Part) => {
  const { t } = useTranslation('norms');
  const say = useTexts();
  const address = useNormAddress(assessment);
  if (assessment.changed.length === 0 && assessment.gone.length === 0) return null;
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">{t('overview.changed')}</h2>
      <p className="quiet small">{t('overview.changedText', { version: assessment.framework.version })}</p>
      <ul className="norm-list">
        {assessment.changed.map((norm) => (
          <li key={norm.id}>
            <Link {...address(norm)}>
              {norm.normId} {say(norm.title)}
            </Link>
          </li>
        ))}
        {assessment.gone.map(({ normId, title }) => (
          <li key={normId}>
            <span className="quiet">
              {normId} {say(title)} · {t('overview.gone')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Who answers how many norms, and what still waits for them. */
export const Owners = ({ assessment }: Part) => {
  const { t } = useTranslation('norms');
  const owned = assessment.owners.reduce((sum, { norms }) => sum + norms, 0);
  const free = assessment.total.norms - owned;
  return (
    <section aria-labelledby="owners">
      <h2 id="owners">{t('overview.owners')}</h2>
      {assessment.owners.length === 0 ? (
        <p className="quiet small">{t('overview.noOwners')}</p>
      ) : (
        <ul className="norm-list">
          {assessment.owners.map(({ personId, name, norms, waiting }) => (
            <li key={personId}>
              {name}{' '}
              <span className={waiting > 0 && assessment.state === 'opened' ? 'small norm-soon' : 'small quiet'}>
                {waiting > 0 ? t('overview.ownerWaiting', { count: norms, waiting }) : t('overview.ownerDone', { count: norms })}
              </span>
            </li>
          ))}
          {free > 0 && <li className="quiet small">{t('overview.free', { count: free })}</li>}
        </ul>
      )}
    </section>
  );
};
