/** The people whom the whole pool shares: they work for it, and stand in every centre as outsiders. */
export const poolName = 'Pôle de sécurité des Trois Vallées';
export const sharedPeople = {
  adviser: { firstName: 'Claire', lastName: 'Delvaux', title: 'madam', language: 'fr', email: 'claire.delvaux@example.be' },
  deputyAdviser: { firstName: 'Bram', lastName: 'Verlinden', title: 'sir', language: 'nl', email: 'bram.verlinden@example.be' },
  dpo: { firstName: 'Anja', lastName: 'Kessler', title: 'madam', language: 'de', email: 'anja.kessler@example.be' },
} as const;
export type SharedRole = keyof typeof sharedPeople;
export const sharedRoles = Object.keys(sharedPeople) as SharedRole[];
