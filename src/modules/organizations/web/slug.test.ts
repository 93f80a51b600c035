import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OrganizationInput } from '../organization.ts';
import { slugFrom } from './slug.ts';

test.each([
  ['CPAS de Valombre', 'valombre'],
  ['CPAS d’Orneval', 'orneval'],
  ['Centre public d’action sociale de La Roche-Élan', 'la-roche-elan'],
  ['OCMW van Zonnedijk', 'zonnedijk'],
  ['ÖSHZ Sankt Großwald', 'sankt-grosswald'],
  ['OCMW', 'ocmw'],
  ['…', ''],
])('%s → %s', (name, slug) => {
  expect(slugFrom(name)).toBe(slug);
});

test('what comes out is a short name that the server takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (name) => {
      const slug = slugFrom(name);
      expect(slug === '' || OrganizationInput.shape.slug.safeParse(slug).success).toBe(true);
    }),
  );
});
