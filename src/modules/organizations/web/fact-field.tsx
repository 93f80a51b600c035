import { useTranslation } from 'react-i18next';
import { Anchor } from '../../../web/anchor.tsx';
import { DateField, NumberField, TextAreaField, TextField } from '../../../web/fields.tsx';
import type { Fact } from '../completeness.ts';

const long: Fact[] = ['malwareProtection', 'backupMethod', 'offsiteBackupPlace', 'archivePlace', 'serverRoomPlace'];
const dates: Fact[] = ['charterApprovedOn', 'continuityPlanApprovedOn', 'workRulesApprovedOn'];
const types: Partial<Record<Fact, 'tel' | 'email' | 'url'>> = { incidentPhone: 'tel', incidentEmail: 'email', websiteUrl: 'url' };

/** One fact that the policy names, and where it is used. */
export const FactField = ({ fact, named }: { fact: Fact; named: boolean }) => {
  const { t } = useTranslation('organizations');
  const shared = {
    name: `facts.${fact}`,
    label: t(`fields.facts.${fact}`),
    help: (
      <>
        {t(`help.facts.${fact}`)} {named ? t(`used.${fact}`) : t('notNamed')}
      </>
    ),
  };
  return (
    <Anchor name={shared.name}>
      {dates.includes(fact) ? (
        <DateField {...shared} />
      ) : fact === 'recoveryHours' ? (
        <NumberField {...shared} />
      ) : long.includes(fact) ? (
        <TextAreaField {...shared} />
      ) : (
        <TextField {...shared} type={types[fact] ?? 'text'} />
      )}
    </Anchor>
  );
};
