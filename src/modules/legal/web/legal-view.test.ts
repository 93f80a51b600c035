import { expect, test } from 'vitest';
import type { LegalText } from '../legal-text.ts';
import { anchorKey, articleAnchor, legalWords, partOf, passes } from './legal-view.ts';

const text: LegalText = {
  key: 'organicLaw1976',
  title: { fr: 'Loi organique', nl: 'Organieke wet', de: 'Grundlagengesetz' },
  short: { fr: 'Loi organique des CPAS', nl: 'OCMW-wet', de: 'ÖSHZ-Gesetz', en: 'Organic law' },
  kind: 'law',
  state: 'amended',
  scope: 'other',
  certainty: 'general',
  source: { fr: 'vu nulle part', nl: 'nergens gezien', de: 'nirgends gesehen', en: 'seen nowhere' },
  articles: [{ number: '28 § 2', certainty: 'seen', text: { fr: 'La correspondance porte deux signatures, celle du Président.', nl: 'Briefwisseling', de: 'Schriftverkehr' } }],
};

test('an article has an address that leads back to its text', () => {
  const anchor = articleAnchor(text.key, '28 § 2');
  expect(anchor).toBe('organicLaw1976.28-2');
  expect(anchorKey(anchor)).toBe(text.key);
  expect(anchorKey(text.key)).toBe(text.key);
});

test('words are found in titles and articles, without accents or capitals, all of them', () => {
  expect(passes(text, { text: 'president SIGNATURES' }, 'fr')).toBe(true);
  expect(passes(text, { text: 'president telework' }, 'fr')).toBe(false);
  expect(passes(text, { text: 'oshz' }, 'de')).toBe(true);
  expect(passes(text, { text: '28' }, 'nl')).toBe(true);
});

test('filters hold together', () => {
  expect(passes(text, { state: 'amended', scope: 'other', certainty: 'general' }, 'fr')).toBe(true);
  expect(passes(text, { state: 'amended', scope: 'socialData' }, 'fr')).toBe(false);
  expect(passes(text, { certainty: 'seen' }, 'fr')).toBe(false);
});

test('English reads an official title in French, and says so', () => {
  expect(legalWords(text.title, 'en')).toEqual({ words: 'Loi organique', language: 'fr' });
  expect(legalWords(text.short, 'en')).toEqual({ words: 'Organic law', language: 'en' });
});

test('what no longer holds, and what is not known, stand apart', () => {
  expect(partOf(text)).toBe('current');
  expect(partOf({ ...text, state: 'byAnalogy' })).toBe('current');
  expect(partOf({ ...text, state: 'replaced' })).toBe('past');
  expect(partOf({ ...text, state: 'unknown' })).toBe('unknown');
});
