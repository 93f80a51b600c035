import { describe, expect, test } from 'vitest';
import { addressOf, knows, reasonBy, resultBy, ruleFrom, usualRule } from './report.ts';

const plan = '01990000-0000-7000-8000-000000000001';
const report = (from: string, subject: string, text = '') => ({ from, subject, text });
const usual = usualRule();

describe('a report is read by its words', () => {
  // Subjects and texts as these programs write them, in the four languages that reach a centre's mailbox.
  test.each([
    ['Windows Server Backup nl', 'De back-upbewerking die is gestart om 21:00 is voltooid.', 'good'],
    ['Windows Server Backup nl', 'De back-upbewerking die is gestart om 21:00 is niet voltooid.', 'failed'],
    ['Windows Server Backup nl', "De back-upbewerking die is gestart om '2026-11-20T21:00:00Z' is mislukt met de volgende foutcode '0x80780049'", 'failed'],
    ['Windows Server Backup nl', 'De back-upbewerking is voltooid met waarschuwingen', 'warning'],
    ['Windows Server Backup nl', 'De back-upbewerking is geannuleerd', 'failed'],
    ['Windows Server Backup fr', 'L’opération de sauvegarde est terminée.', 'good'],
    ['Windows Server Backup fr', 'L’opération de sauvegarde démarrée à 21:00 a échoué avec le code d’erreur 0x80780049', 'failed'],
    ['Windows Server Backup fr', 'La sauvegarde s’est terminée avec des erreurs', 'failed'],
    ['Windows Server Backup de', 'Der Sicherungsvorgang wurde abgeschlossen.', 'good'],
    ['Windows Server Backup de', 'Fehler beim Sicherungsvorgang, der um 21:00 gestartet wurde', 'failed'],
    ['Windows Server Backup de', 'Der Sicherungsvorgang wurde nicht abgeschlossen', 'failed'],
    ['Windows Server Backup en', 'The backup operation has finished successfully.', 'good'],
    ['Windows Server Backup en', 'The backup operation that started at 21:00 has failed', 'failed'],
    ['Veeam en', '[Success] Backup Job Fichiers (1 VM)', 'good'],
    ['Veeam en', '[Warning] Backup Job Fichiers (1 VM)', 'warning'],
    ['Veeam en', '[Failed] Backup Job Fichiers (1 VM)', 'failed'],
    ['Veeam nl', '[Geslaagd] Back-uptaak Bestanden (2 machines)', 'good'],
    ['Veeam nl', '[Waarschuwing] Back-uptaak Bestanden (2 machines)', 'warning'],
    ['Veeam nl', '[Mislukt] Back-uptaak Bestanden (2 machines), 1 mislukt', 'failed'],
    ['Veeam fr', '[Succès] Tâche de sauvegarde Fichiers (2 machines)', 'good'],
    ['Veeam fr', '[Avertissement] Tâche de sauvegarde Fichiers', 'warning'],
    ['Veeam fr', '[Échec] Tâche de sauvegarde Fichiers', 'failed'],
    ['Veeam de', '[Erfolg] Sicherungsauftrag Dateien (2 VMs)', 'good'],
    ['Veeam de', '[Warnung] Sicherungsauftrag Dateien (2 VMs)', 'warning'],
    ['Veeam de', '[Fehler] Sicherungsauftrag Dateien (2 VMs)', 'failed'],
    ['Synology fr', 'La tâche de sauvegarde « NAS » est terminée avec succès', 'good'],
    ['Synology fr', 'La tâche de sauvegarde a échoué', 'failed'],
    ['Synology nl', 'Back-uptaak is gedeeltelijk voltooid op NAS', 'warning'],
    ['Synology de', 'Datensicherung erfolgreich abgeschlossen', 'good'],
    ['no success at all', 'Sicherung ohne Erfolg beendet', 'failed'],
    ['no fault at all', 'Back-up voltooid, geen fouten, 0 waarschuwingen', 'good'],
    ['no fault at all', 'Sauvegarde terminée avec succès, aucune erreur', 'good'],
    ['no fault at all', 'Sicherung erfolgreich, keine Fehler aufgetreten', 'good'],
    ['ten are not none', 'Backup completed, errors: 10 failed', 'failed'],
    // A success that is denied is none: somebody looks.
    ['denied', 'Back-up niet succesvol', undefined],
    ['denied', 'Back-up zonder succes', undefined],
    ['denied', 'La sauvegarde n’a pas réussi', undefined],
    ['denied', 'The backup did not complete successfully', undefined],
    ['denied', 'The job could not be completed', undefined],
    ['denied', 'Kein Erfolg', undefined],
    ['denied', 'Sicherung nicht vollständig abgeschlossen', undefined],
    ['a code is no count', 'Backup completed, failed: 0x80780049', 'failed'],
    ['a disk is no count', 'Volume C: completed. Disk 0 failed to back up', 'failed'],
    ['none failed', '3 jobs completed, 0 failed', 'good'],
    ['something else', 'Votre licence expire bientôt', undefined],
  ])('%s: %s', (_what, subject, result) => expect(resultBy(usual, report('a@b.example', subject))).toBe(result));

  test.each([
    ['a good subject, with the counts of the text', '[Success] Fichiers', 'Success 3 Warning 0 Error 0 Failed: 0', 'good'],
    ['Veeam, its counts and the heads of its table', '[Success] Fichiers (3 VMs)', 'Success\t3\nWarning\t0\nError\t0\nName\tStatus\tDetails\nSRV01\tSuccess\t', 'good'],
    ['counts below their heads', '[Success] Fichiers', 'Total\tSuccess\tWarning\tFailed\n3\t3\t0\t0', 'good'],
    ['counts below their heads', '[Geslaagd] Bestanden', 'Geslaagd | Waarschuwing | Mislukt\n3 | 0 | 0', 'good'],
    ['Synology', 'Back-uptaak is voltooid op NAS', 'De back-uptaak is voltooid. Verlopen tijd: 12 minuten. 0 bestanden mislukt.', 'good'],
    ['Windows Server Backup nl', 'Back-up geslaagd op SRV01', 'De back-upbewerking is voltooid. Foutcode: 0', 'good'],
    ['robocopy', 'Backup completed', 'Total Copied Skipped Mismatch FAILED Extras\nFiles : 100 3 97 0 0 0', 'good'],
    // A success that its text contradicts is looked at: it may be the failure of another day, or a script that says so whatever happened.
    ['rsync', 'Backup completed', 'sent 12 bytes\nrsync error: some files could not be transferred (code 23)', 'warning'],
    ['a machine of several', '[Success] Fichiers', 'SRV01 Success\nSRV02 Failed', 'warning'],
    ['Windows Server Backup nl', 'Back-up voltooid op SRV01', 'De back-upbewerking is mislukt met de volgende foutcode 0x80780049', 'warning'],
    ['a good subject, with last week’s failures', '[Success] Fichiers', 'Previous runs: 2026-11-13 failed', 'warning'],
    ['a subject that says nothing', 'Rapport du serveur SRV01', 'L’opération de sauvegarde a échoué.', 'failed'],
    ['a subject that says nothing', 'Windows Server Back-up op SRV01', 'De back-upbewerking is voltooid. Fouten: 0', 'good'],
    ['neither says anything', 'Rapport', 'Rien', undefined],
  ])('%s', (_what, subject, text, result) => expect(resultBy(usual, { from: 'a@b.example', subject, text })).toBe(result));

  test('a rule knows its sender and subject, without capitals or accents', () => {
    expect(addressOf('Veeam <Veeam@Cpas.example>')).toBe('Veeam@Cpas.example');
    expect(knows({ sender: 'veeam@cpas.example' }, report('Veeam <Veeam@CPAS.example>', 'x'))).toBe(true);
    expect(knows({ sender: 'veeam@cpas.example', subject: 'Tâche' }, report('veeam@cpas.example', 'TACHE 12'))).toBe(true);
    expect(knows({ sender: 'veeam@cpas.example' }, report('veeam@cpas.example.evil.example', 'x'))).toBe(false);
    expect(knows({ sender: 'NAS' }, report('Mon NAS <diskstation@cpas.example>', 'x'))).toBe(true);
    expect(knows({ sender: 'veeam@cpas.example', subject: 'Tâche' }, report('veeam@cpas.example', 'Licence'))).toBe(false);
  });

  test('a run that is looked at says why, and what a program always says is no sign any more once somebody said so', () => {
    const odd = { ...report('nas@cpas.example', 'Backup completed'), text: 'sent 12 bytes\n rsync error: vanished files (code 24)' };
    expect(reasonBy(usual, odd)).toBe('rsync error: vanished files (code 24)');
    expect(reasonBy(usual, report('nas@cpas.example', 'Backup failed'))).toBe('Backup failed');
    const rule = ruleFrom(plan, odd, 'good')!;
    expect([resultBy(rule, odd), resultBy(rule, report('nas@cpas.example', 'Backup failed'))]).toEqual(['good', 'failed']);
  });

  test('what the usual words do not say is known by its own subject, without its figures', () => {
    const rule = ruleFrom(plan, report('nas@cpas.example', 'Nachtlauf 22/11/2026 in Ordnung'), 'good')!;
    expect(rule.goodWords).toContain('Nachtlauf in Ordnung');
    // The usual words still tell the opposite.
    expect(resultBy(rule, report('nas@cpas.example', 'Nachtlauf 23/11/2026 in Ordnung'))).toBe('good');
    expect(resultBy(rule, report('nas@cpas.example', 'Nachtlauf 23/11/2026 fehlgeschlagen'))).toBe('failed');
    // A mail whose subject is nothing but figures makes no rule, which would know everything.
    expect(ruleFrom(plan, report('nas@cpas.example', '22/11/2026'), 'good')).toBeUndefined();
  });
});
