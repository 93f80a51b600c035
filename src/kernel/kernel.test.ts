import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from './id.ts';
import { inLanguage, LocalizedText } from './language.ts';
import { type Action, abilities, can, centreRoles, installationRoles, permissions } from './permissions.ts';
import { Problem, problemTypes } from './problem.ts';
import { searchText } from './search.ts';

describe('ids', () => {
  test('sort by the moment they were made', () => {
    const made = Array.from({ length: 500 }, newId);
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(500);
  });
});

describe('searched texts', () => {
  test.each([
    ['Élodie D’Hondt', 'elodie d hondt'],
    ['  Müller-Weiß ', 'muller weiss'],
    ['ÖSHZ Amel', 'oshz amel'],
    ["Cœur d'Amblève", 'cœur d ambleve'],
    ['a_b%c\\d', 'a b c d'],
  ])('%j is searched as %j', (text, expected) => {
    expect(searchText(text)).toBe(expected);
  });
  test('what is searched once is searched alike again, without capital or accent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = searchText(text);
        expect(searchText(once)).toBe(once);
        expect(once).not.toMatch(/[%_\\']|\s{2}/);
      }),
    );
  });
  test('absent parts count for nothing', () => {
    expect(searchText('Odile', undefined, null, '', 'Lambin')).toBe('odile lambin');
  });
});

describe('texts in several languages', () => {
  test('fall back on what exists, French first', () => {
    expect(inLanguage({ nl: 'OCMW', de: 'ÖSHZ' }, 'de')).toBe('ÖSHZ');
    expect(inLanguage({ nl: 'OCMW', de: 'ÖSHZ' }, 'fr')).toBe('OCMW');
    expect(inLanguage({ fr: 'CPAS', nl: 'OCMW' }, 'en')).toBe('CPAS');
  });
  test('need one language at least', () => {
    expect(LocalizedText.safeParse({}).error?.issues[0]?.message).toBe('atLeastOneLanguage');
    expect(LocalizedText.safeParse({ en: 'centre' }).success).toBe(false);
  });
});

describe('permissions', () => {
  const roles = fc.subarray([...centreRoles]);
  const installation = fc.subarray([...installationRoles]);
  const action = fc.constantFrom(...(Object.keys(permissions) as Action[]));

  test('two roles together may what one of them may, and nothing more', () => {
    fc.assert(
      fc.property(roles, installation, action, (held, above, wanted) => {
        const whole = can({ accountId: 'a', roles: held, installation: above }, wanted);
        const parts = [
          can({ accountId: 'a', roles: [], installation: [] }, wanted),
          ...held.map((role) => can({ accountId: 'a', roles: [role], installation: [] }, wanted)),
          ...above.map((role) => can({ accountId: 'a', roles: [], installation: [role] }, wanted)),
        ];
        return whole === parts.some(Boolean);
      }),
    );
  });
  test('nobody may anything', () => {
    for (const wanted of Object.keys(permissions) as Action[]) expect(can({ accountId: undefined, roles: [], installation: [] }, wanted)).toBe(false);
  });
  test('abilities say the same', () => {
    expect(abilities({ accountId: 'a', roles: ['auditor'], installation: [] }, { update: 'person.write', read: 'person.read' })).toEqual({ update: false, read: true });
  });
});

test('a problem keeps the status of its code', () => {
  expect(new Problem('staleVersion').status).toBe(412);
  expect(new Problem('badRequest', { detail: 'why' }).message).toBe('why');
  for (const { type, status } of Object.values(problemTypes)) {
    expect(type).toMatch(/^urn:problem-type:(belgif|beffroi):[a-z][A-Za-z]+$/);
    expect(status).toBeGreaterThanOrEqual(400);
  }
});
