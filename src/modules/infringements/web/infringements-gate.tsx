/** Shows what leads to the notices to the adviser and the daily manager; to the president where one is addressed to them; to nobody else, nor by a role that was lent without them. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Centre, mayIn, useMe } from '../../../web/session.ts';
import { listQuery } from './queries.ts';

export const InfringementsGate = ({ centre, children }: { centre: Centre | undefined; children: ReactNode }) => {
  const may = mayIn(useMe(), centre, 'infringement.read');
  const { data } = useQuery({ ...listQuery(centre?.id ?? ''), enabled: centre !== undefined && may });
  return data && (data.standing !== 'president' || data.items.length > 0) ? children : null;
};
