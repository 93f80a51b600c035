// The name of the institution is not what tells a centre from another.
const institution = /^(?:centre public d['’]action sociale|openbaar centrum voor maatschappelijk welzijn|öffentliches sozialhilfezentrum|cpas|ocmw|öshz)\s+/i;
// Small words only: « de La Roche » keeps its article.
const particle = /^(?:de la |de l['’]|du |des |de |d['’]|van de |van het |van den |van |der |von )/;

/**
 * A short name for a centre, from its official name: « CPAS d’Orneval » gives `orneval`.
 * Lower-case letters, digits and hyphens, 60 at most; empty where the name has none of them.
 */
export const slugFrom = (name: string): string => {
  const own = name.trim().replace(institution, '').replace(particle, '');
  return own
    .replaceAll('ß', 'ss')
    .replaceAll(/[œŒ]/g, 'oe')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
};
