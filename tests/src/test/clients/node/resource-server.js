// A resource server: verifies an access token by jose and shows its bearer the customers that the claim allows.
//
// On standard input: a line of JSON (issuer, token, customers; now, for a clock that goes differently).
// On standard output: what was found, as JSON.
import { text } from 'node:stream/consumers';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { allows } from './crm-access.js';

const { issuer, token, customers, now } = JSON.parse(await text(process.stdin));
const currentDate = now ? new Date(now * 1000) : new Date();

const keys = createRemoteJWKSet(new URL(`${issuer}/protocol/openid-connect/certs`));

async function accessOf(token) {
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience: 'crm',
    algorithms: ['RS256'],
    typ: 'JWT',
    requiredClaims: ['sub', 'exp', 'crm'],
    currentDate,
  });
  return { sub: payload.sub, crm: payload.crm, departments: await departmentsOf(payload, token) };
}

// Lists of departments that did not fit into the token; the token says where they are.
async function departmentsOf(claims, token) {
  const source = claims._claim_sources?.[claims._claim_names?.crm_departments];
  if (!source) {
    return [];
  }
  const answer = await fetch(source.endpoint, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) {
    throw new Error(`${source.endpoint} answers ${answer.status}`);
  }
  const { payload } = await jwtVerify(await answer.text(), keys, {
    issuer,
    audience: claims.azp,
    subject: claims.sub,
    algorithms: ['RS256'],
    typ: 'crm-access+jwt',
    requiredClaims: ['exp', 'crm_departments'],
    currentDate,
  });
  return payload.crm_departments;
}

function names(access, operation) {
  return customers.filter((customer) => allows(access, 'customer', operation, customer)).map(({ name }) => name);
}

try {
  const access = await accessOf(token);
  console.log(JSON.stringify({ ...access, view: names(access, 'view'), edit: names(access, 'edit') }));
} catch (refusal) {
  console.log(JSON.stringify({ refused: refusal.code ?? String(refusal), claim: refusal.claim }));
}
