import { withoutPrivate } from '../../../documents/private.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import { type DocumentKind, documentRules } from '../document.ts';

/** Whether the actor reads a document whole, or without what is private in it. */
export const readsWhole = (actor: Actor, kind: DocumentKind): boolean => {
  const { readsPrivate } = documentRules[kind];
  return !readsPrivate || can(actor, readsPrivate);
};

/** A document, or a part of one, as the actor reads it: the one way in which its text leaves this room for a reader. */
export const shownTo = <T>(actor: Actor, kind: DocumentKind, part: T): T => (readsWhole(actor, kind) ? part : withoutPrivate(part));
