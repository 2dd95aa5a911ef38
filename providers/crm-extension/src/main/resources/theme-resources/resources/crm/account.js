// The page of the account console is Keycloak's own and knows no realm attributes; what it does know is where the realm is.
const { serverBaseUrl, realm } = JSON.parse(document.getElementById("environment").textContent);

const style = document.createElement("link");
style.rel = "stylesheet";
style.href = `${serverBaseUrl}/realms/${encodeURIComponent(realm)}/crm/brand/style.css`;
document.head.append(style);
