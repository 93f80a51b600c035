import type { Asking, Obligation } from '../../kernel/obligation.ts';

/** The last run that failed, where none has succeeded since. */
export type FailedRun = { id: string; finishedAt: Date };

/** What is due by a backup that failed: the administrator finds out why, before the next one fails too. */
export const duties = (failed: FailedRun | undefined, asking: Asking): Obligation[] => {
  if (!failed) return [];
  const start = { at: failed.finishedAt.toISOString() };
  return [
    {
      room: 'backups',
      rule: 'backupRepaired',
      subject: { kind: 'backupRun', id: failed.id },
      title: { key: 'repair' },
      start,
      due: asking.due('backupRepaired', undefined, start),
      act: { roles: ['administrator'] },
      read: 'backup.manage',
      action: { label: { key: 'do.look' }, path: 'backups' },
    },
  ];
};
