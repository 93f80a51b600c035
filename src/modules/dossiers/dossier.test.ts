import { expect, test } from 'vitest';
import { dossierIndex } from './dossier.ts';

test('the index of a dossier names documents, files and missing facts in words', () => {
  const part = { title: 'Sicherheitspolitik', lines: ['Fassung 2, ENTWURF, nicht genehmigt'], draft: true, missing: [{ name: 'profile.wifi', label: 'WLAN' }], path: 'documents/x', files: ['a.pdf'] };
  const text = dossierIndex({ de: 'ÖSHZ Valombre' }, [part, { ...part, draft: false, missing: [] }], 'de', '2026-11-22');
  expect(text).toContain('ÖSHZ Valombre\nErstellt am 22. November 2026\n');
  expect(text).toContain('Sicherheitspolitik\n  Fassung 2, ENTWURF, nicht genehmigt\n  a.pdf\n');
  expect(text).toContain('    - WLAN\n');
  expect(text).toContain('\nDokumente, die noch Entwürfe sind, nicht genehmigt: 1 von 2.\n');
  expect(dossierIndex({ fr: 'CPAS' }, [{ ...part, draft: false, missing: [] }], 'fr', '2026-12-01')).toMatch(/Établi le 1er décembre 2026[\s\S]*Aucun fait ne manque\./);
});
