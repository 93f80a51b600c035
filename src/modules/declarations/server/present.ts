import { type Actor, can } from '../../../kernel/permissions.ts';
import type { DeclarationRow } from './store.ts';

/** An undertaking as the API shows it, with what this caller may do. */
export const presentDeclaration = (url: string, actor: Actor, row: DeclarationRow) => {
  const { organizationId, fileId, textId: _text, auditHead: _head, signedAt, ...shown } = row;
  const open = row.annulledOn === null;
  return {
    ...shown,
    href: `${url}/api/beffroi/v1/organizations/${organizationId}/declarations/${row.id}`,
    ...(signedAt ? { signedAt: signedAt.toISOString() } : {}),
    hasFile: fileId !== null,
    can: {
      countersign: open && row.how !== 'earlier' && row.countersignedOn === null && can(actor, 'declaration.countersign'),
      annul: open && row.how !== 'session' && can(actor, 'declaration.write'),
    },
  };
};
