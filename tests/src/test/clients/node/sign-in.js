// An application: signs a person in by the code flow with PKCE and reads the claim from what openid-client has checked.
//
// On standard input: a line of JSON (issuer, clientId, clientSecret, redirectUri, scope), then the address to which the browser was sent back.
// On standard output: the address to send the browser to, then what was found, as JSON.
import { createInterface } from 'node:readline';
import * as client from 'openid-client';

const input = createInterface({ input: process.stdin });
const lines = input[Symbol.asyncIterator]();
const settings = JSON.parse((await lines.next()).value);

async function browser(authorization) {
  console.log(authorization.href);
  return new URL((await lines.next()).value);
}

async function signIn({ issuer, clientId, clientSecret, redirectUri, scope }) {
  const config = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    // For http: Keycloak at 127.0.0.1 alone. Over http the signature of the ID token is all that vouches for it.
    execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
  });

  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const authorization = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const back = await browser(authorization);

  const tokens = await client.authorizationCodeGrant(config, back, {
    pkceCodeVerifier: verifier,
    expectedState: state,
  });
  const idToken = tokens.claims();
  const userinfo = await client.fetchUserInfo(config, tokens.access_token, idToken.sub);
  const { crm } = userinfo;

  return { sub: idToken.sub, crm, crmInIdToken: idToken.crm, tokens };
}

try {
  console.log(JSON.stringify(await signIn(settings)));
} catch (refusal) {
  console.log(JSON.stringify({ refused: refusal.error ?? refusal.code ?? String(refusal) }));
}
input.close();
