// What other rooms may ask of this one.
export { anyAccount, insertAccount, insertInstallationRole, insertLink, makeOneTimeLink, purgeAttempts } from './store.ts';
