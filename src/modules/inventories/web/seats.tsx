import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../web/format.ts';
import { seated } from '../software.ts';
import type { Software } from './software-queries.ts';

/** Whether there is anything to say of its seats: whoever works there may use what is free, or bought for the whole centre. */
export const saysSeats = ({ used, seats, licence }: Software): boolean => seats !== undefined || Boolean(used) || (used === undefined && seated.includes(licence));

/** Seats taken against seats bought, in words; more than was bought shows as a fault. */
export const Seats = ({ software }: { software: Software }) => {
  const { t } = useTranslation('inventories');
  const { number } = useFormat();
  const { used, seats } = software;
  if (seats === undefined) return seated.includes(software.licence) && used === undefined ? <span className="quiet">{t('software.notCounted')}</span> : <>{used ? number(used) : undefined}</>;
  if (used === undefined)
    return (
      <>
        {number(seats)} · <span className="quiet">{t('software.notCounted')}</span>
      </>
    );
  const figures = { used: number(used), seats: number(seats) };
  return used > seats ? <span className="late">{t('software.tooMany', { ...figures, count: used - seats })}</span> : <>{t('software.usedOf', figures)}</>;
};
