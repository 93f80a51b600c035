import * as client from 'openid-client';

/** Where a provider is, and what it knows us by. */
export type ProviderSettings = { issuer: string; clientId: string; clientSecret: string; scopes: string };
/** A sign-in that is under way: what went with it must come back, and what stayed here proves that it is ours. */
export type Journey = { state: string; nonce: string; verifier: string };

export const providerFaults = ['issuerUnreachable', 'issuerNotOpenId', 'issuerMismatch', 'providerRefused', 'providerUntrusted'] as const;
/** Why a provider cannot be used or believed. */
export class ProviderFault extends Error {
  override name = 'ProviderFault';
  readonly code: (typeof providerFaults)[number];
  constructor(code: (typeof providerFaults)[number], cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** How far the clock of a provider may be off, in seconds. */
const tolerance = 90;
/** How long a provider is waited for, in seconds. */
const patience = 8;

// By the header where the provider takes it, which OpenID Connect presumes; else in the body.
const authentication =
  (secret: string): client.ClientAuth =>
  (server, metadata, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') || !methods.includes('client_secret_post') ? client.ClientSecretBasic(secret) : client.ClientSecretPost(secret))(server, metadata, body, headers);
  };

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');
const isAway = (error: unknown): boolean =>
  codeOf(error) === 'OAUTH_TIMEOUT' || (error instanceof TypeError && error.message === 'fetch failed') || (error instanceof Error && error.cause !== undefined && isAway(error.cause));

/**
 * What the provider says of itself, asked anew each time, with its keys: a key that it has changed since is known at once, a former one no more.
 * Signatures of identity tokens are checked though they come over TLS. Throws ProviderFault.
 */
const discover = async ({ issuer, clientId, clientSecret }: ProviderSettings): Promise<client.Configuration> => {
  const insecure = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
  try {
    return await client.discovery(new URL(issuer), clientId, { client_secret: clientSecret, [client.clockTolerance]: tolerance }, authentication(clientSecret), {
      execute: [...insecure, client.enableNonRepudiationChecks],
      timeout: patience,
    });
  } catch (error) {
    if (isAway(error)) throw new ProviderFault('issuerUnreachable', error);
    throw new ProviderFault(codeOf(error) === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED' ? 'issuerMismatch' : 'issuerNotOpenId', error);
  }
};

/** Asks a provider what it is, before it is saved. Throws ProviderFault: unreachable, no OpenID Connect, another issuer than it was called. */
export const checkProvider = async (settings: ProviderSettings): Promise<void> => {
  const metadata = (await discover(settings)).serverMetadata();
  if (!metadata.authorization_endpoint || !metadata.token_endpoint || !metadata.jwks_uri) throw new ProviderFault('issuerNotOpenId');
};

/** Begins a sign-in by authorization code with PKCE, state and nonce: where to send the browser, and what to keep here. Throws ProviderFault. */
export const beginJourney = async (settings: ProviderSettings, redirectUri: string): Promise<Journey & { url: string }> => {
  const config = await discover(settings);
  const journey = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: settings.scopes,
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
  });
  return { ...journey, url: url.href };
};

/**
 * Ends a sign-in: exchanges the code of the address that the browser came back to, and returns what the provider says of the person, from the
 * identity token and, where `lacks` says that something is missing there, from its userinfo about the same subject. Throws ProviderFault.
 */
export const endJourney = async (settings: ProviderSettings, currentUrl: URL, { state, nonce, verifier }: Journey, lacks: (claims: Record<string, unknown>) => boolean) => {
  const config = await discover(settings);
  try {
    const tokens = await client.authorizationCodeGrant(config, currentUrl, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
    const claims = tokens.claims()!;
    if (!lacks(claims) || !config.serverMetadata().userinfo_endpoint) return claims;
    // The token has the last word: it is signed.
    return { ...(await client.fetchUserInfo(config, tokens.access_token, claims.sub)), ...claims };
  } catch (error) {
    if (error instanceof client.AuthorizationResponseError) throw new ProviderFault('providerRefused', error);
    throw new ProviderFault(isAway(error) ? 'issuerUnreachable' : 'providerUntrusted', error);
  }
};
