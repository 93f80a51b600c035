import { describe, expect, it } from 'vitest';
import fr from '../locales/fr.json' with { type: 'json' };
import { nameReferences } from './reference-words.ts';

const say: Parameters<typeof nameReferences>[1] = (word, { at }) => fr.origins[word.slice(8) as keyof typeof fr.origins].replace('{{at}}', at);

describe('where a norm comes from', () => {
  it.each([
    [[{ source: 'POL', at: '1.5' }], 'modèle de politique de sécurité d’un CPAS, point 1.5'],
    [[{ source: 'POL', at: 'op. 1' }], 'modèle de politique de sécurité d’un CPAS, partie opérationnelle, point 1'],
    [[{ source: 'facts', at: '§1, 11.4 (2015)' }], 'sources publiques réunies en 2026, normes minimales 11.4 (2015)'],
    [[{ source: 'facts', at: '§5' }], 'sources publiques réunies en 2026, mots de passe'],
    [[{ source: 'NOR', at: 'organisation' }], 'exposé fédéral sur les normes minimales (2005), organisation'],
    [
      [
        { source: 'iso27002:2013', at: '6.1.1' },
        { source: 'MES', at: '2.2' },
        { source: 'iso27002:2013', at: '6.1.2' },
      ],
      'ISO/IEC 27002:2013, 6.1.1, 6.1.2 ; modèle de mesures de sécurité au titre du RGPD, point 2.2',
    ],
    [[{ source: 'scf', at: 'GOV-01' }], 'scf, GOV-01'],
  ])('says %j', (references, expected) => {
    expect(nameReferences(references, say)).toBe(expected);
  });
});
