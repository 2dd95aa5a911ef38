// What crm-claims decides for Java, by the JSON Schema of the claim.

const LEVELS = ['self', 'department', 'department_tree', 'all', 'custom'];

/**
 * May the person do this with this record?
 *
 * @param access sub and crm of a verified token, and the lists of departments that did not fit into it
 * @param record owner (a user id), department (an id) and region, each of which may be missing
 */
export function allows({ sub, crm, departments }, module, operation, record) {
  if (crm.v !== 1) {
    throw new Error(`version ${crm.v} of the claim crm is unknown`);
  }
  if (!valueOf(crm.permissions, module)?.includes(operation)) {
    return false;
  }
  // The most specific key that is present is the whole answer.
  const grants = [`${module}:${operation}`, module, '*'].map((key) => valueOf(crm.data_scopes, key)).find(Boolean);
  return (grants ?? []).some((grant) => matches(known(grant), sub, record, departments));
}

function matches({ level, departments, regions }, sub, record, lists) {
  return (
    (level !== 'self' || record.owner === sub) &&
    (!regions || regions.includes(record.region)) &&
    (!departments || listed(departments, lists).includes(record.department))
  );
}

// A reference counts the lists: crm_departments#0.
function listed(departments, lists) {
  return Array.isArray(departments) ? departments : lists[Number(departments.split('#')[1])];
}

// What is unknown in a grant may be one more condition, and what is missing one that was lost.
function known(grant) {
  const { level, departments, regions, ...unknown } = grant;
  const complete =
    level === 'all' ? !departments && !regions : level === 'custom' ? departments || regions : level === 'self' || departments;
  if (!LEVELS.includes(level) || !complete || Object.keys(unknown).length > 0) {
    throw new Error(`not understood: ${JSON.stringify(grant)}`);
  }
  return grant;
}

function valueOf(object, key) {
  return object && Object.hasOwn(object, key) ? object[key] : undefined;
}
