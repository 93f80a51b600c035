import type { Words } from './words.ts';

const numbered = (text: string, number: string | undefined): string => (number ? `${text}, délibération n° ${number}` : text);

export const fr: Words = {
  mandates: {
    president: 'Présidence', directorGeneral: 'Direction générale', councilMember: 'Membre du conseil', adviser: 'Conseiller en sécurité de l’information', deputyAdviser: 'Adjoint au conseiller en sécurité',
    dpo: 'Délégué à la protection des données', deputyDpo: 'Adjoint au délégué à la protection des données', itHead: 'Responsable de l’informatique', itAgent: 'Agent informatique',
    itSecurityOfficer: 'Responsable de la sécurité informatique', localCorrespondent: 'Correspondant local', financeDirector: 'Direction financière', archivist: 'Archiviste', reception: 'Accueil', platformMember: 'Membre de la plateforme de sécurité',
  },
  signatories: {
    directorGeneral: { madam: 'La directrice générale', sir: 'Le directeur général' },
    president: { madam: 'La présidente', sir: 'Le président' },
    undersigned: 'La personne qui s’engage,\n« lu et approuvé », date et signature',
    forTheCentre: 'Pour le centre,\ndate et signature',
  },
  yes: 'oui',
  no: 'non',
  officers: { function: 'Fonction', person: 'Personne', since: 'Depuis', decision: 'Décision du conseil', decided: ({ date, number }) => (number ? `${date}, n° ${number}` : date), vacant: 'personne n’est inscrit', empty: 'Aucune fonction n’est inscrite au registre.' },
  platform: { person: 'Membre', capacity: 'Qualité', empty: 'La composition de la plateforme n’est pas encore inscrite au registre.' },
  chart: { service: 'Service', head: 'Chef de service', people: 'Personnes et fonctions', seesPersonalData: 'Données à caractère personnel', noHead: 'non désigné', noService: 'Sans service', empty: 'Aucun service n’est encore inscrit au registre.' },
  legal: {
    text: 'Texte', articles: 'Articles', state: 'État', certainty: 'Certitude', empty: 'Le registre des textes légaux est vide.',
    states: { inForce: 'en vigueur', amended: 'en vigueur, modifié', repealed: 'abrogé', replaced: 'remplacé', byAnalogy: 'appliqué par analogie', unknown: 'état inconnu' },
    by: (successors) => `par : ${successors}`,
    certainties: { seen: 'vérifié à la source', general: 'à vérifier', notFound: 'non confirmé' },
  },
  versions: {
    number: 'Version', approval: 'Approbation', state: 'État', empty: 'Ce document n’a pas encore de version.',
    states: { draft: 'projet', approved: 'en vigueur', superseded: 'remplacée' }, draftedOn: (date) => `projet du ${date}, non approuvé`,
  },
  nothingYet: {
    accessRights: 'Aucun droit d’accès n’est encore inscrit au registre.', hardwareInventory: 'Aucun matériel n’est encore inscrit à l’inventaire.', interventions: 'Aucune intervention n’est encore inscrite au registre.',
    backups: 'Aucune sauvegarde n’est encore inscrite au registre.', undertakings: 'Aucun engagement signé n’est encore inscrit au registre.', annexes: 'Aucune annexe n’est encore jointe.',
  },
  front: {
    version: 'Version', approval: 'Approbation', review: 'Révision', manager: 'Responsable', adviser: 'Conseiller en sécurité', replaces: (number, date) => `remplace la version ${number} du ${date}`, draft: 'projet',
    atTheLatest: (date) => `au plus tard le ${date}`, deputy: (name) => `adjoint : ${name}`, since: (date) => `depuis le ${date}`,
  },
  approved: {
    council: ({ date, number }) => numbered(`conseil de l’action sociale du ${date}`, number),
    councilWithAnnualReport: ({ date, number }) => numbered(`conseil de l’action sociale du ${date}, avec le rapport annuel`, number),
    management: ({ date, number }) => `direction générale, le ${date}${number ? `, n° ${number}` : ''}`,
    signatory: ({ date, number }) => `signé le ${date}${number ? `, n° ${number}` : ''}`,
  },
  toApprove: { council: 'à donner par le conseil de l’action sociale', councilWithAnnualReport: 'à donner par le conseil de l’action sociale, avec le rapport annuel', management: 'à donner par la direction générale', signatory: 'à signer' },
  runningVersion: (number) => `version ${number}`,
  footer: { draft: (date) => `PROJET du ${date}, non approuvé`, approved: (approval) => `Approbation : ${approval}`, audit: (number, hash) => `journal n° ${number}, ${hash}` },
  letter: {
    placeAndDate: 'Lieu et date', written: (place, date) => `${place}, le ${date}`, phone: 'Tél.',
    federalService: { name: 'SPP Intégration sociale', lines: ['Service de sécurité de l’information', 'Boulevard du Jardin botanique 50 boîte 165', '1000 Bruxelles'] },
  },
  index: {
    title: 'Dossier de sécurité de l’information', of: (date) => `Établi le ${date}`, draft: 'PROJET, non approuvé', approved: (approval) => `en vigueur : ${approval}`, missing: 'Faits que personne n’a encore entrés', nothingMissing: 'Aucun fait ne manque.',
    checksums: 'Contrôle des fichiers : sha256sum -c SHA256SUMS', version: 'Version', review: 'À vérifier au plus tard le',
  },
};
