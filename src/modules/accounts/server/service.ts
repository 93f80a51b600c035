// What other rooms may ask of this one.
export {
  accountByEmail,
  administrators,
  anyAccount,
  firstAccountAt,
  insertAccount,
  insertInstallationRole,
  insertLink,
  makeOneTimeLink,
  passwordHash,
  purgeAttempts,
  purgeSignInEvents,
} from './store.ts';
export { removeFactorsOf, takeFactors } from './factors.ts';
export { linkForRequest, pendingRequests, takeRequest } from './link-store.ts';
