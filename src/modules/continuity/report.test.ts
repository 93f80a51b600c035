import { describe, expect, test } from 'vitest';
import { addressOf, knows, resultBy, ruleFrom } from './report.ts';

const plan = '01990000-0000-7000-8000-000000000001';
const report = (from: string, subject: string, text = '') => ({ from, subject, text });
const usual = ruleFrom(plan, report('a@b.example', 'Backup success'), 'good');

describe('a report is read by its words', () => {
  test.each([
    ['Windows Server Backup, in Dutch', 'De back-upbewerking die is gestart om 21:00 is voltooid.', 'good'],
    ['the same, where it is not completed', 'De back-upbewerking die is gestart om 21:00 is niet voltooid.', 'failed'],
    ['Veeam', '[Success] Backup Job Fichiers (1 VM)', 'good'],
    ['Veeam with a warning', '[Warning] Backup Job Fichiers (1 VM)', 'warning'],
    ['Veeam that failed', '[Failed] Backup Job Fichiers (1 VM)', 'failed'],
    ['Synology, in French', 'La tâche de sauvegarde « NAS » est terminée avec succès', 'good'],
    ['Synology, in French, failed', 'La tâche de sauvegarde a échoué', 'failed'],
    ['in German', 'Datensicherung erfolgreich abgeschlossen', 'good'],
    ['something else', 'Votre licence expire bientôt', undefined],
  ])('%s', (_what, subject, result) => expect(resultBy(usual, report('a@b.example', subject))).toBe(result));

  test('a rule knows its sender and subject, without capitals or accents', () => {
    expect(addressOf('Veeam <Veeam@Cpas.example>')).toBe('Veeam@Cpas.example');
    expect(knows({ sender: 'veeam@cpas.example' }, report('Veeam <Veeam@CPAS.example>', 'x'))).toBe(true);
    expect(knows({ sender: 'veeam@cpas.example', subject: 'Tâche' }, report('veeam@cpas.example', 'TACHE 12'))).toBe(true);
    expect(knows({ sender: 'veeam@cpas.example', subject: 'Tâche' }, report('veeam@cpas.example', 'Licence'))).toBe(false);
  });

  test('what the usual words do not say is known by its own subject, without its figures', () => {
    const rule = ruleFrom(plan, report('nas@cpas.example', 'Nachtlauf 22/11/2026 in Ordnung'), 'good');
    expect(rule).toMatchObject({ goodWords: ['Nachtlauf in Ordnung'], failedWords: [] });
    expect(ruleFrom(plan, report('nas@cpas.example', 'Nachtlauf in Ordnung'), 'good').goodWords).toEqual(['Nachtlauf in Ordnung']);
  });
});
