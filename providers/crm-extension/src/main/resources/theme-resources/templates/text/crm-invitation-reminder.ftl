<#ftl output_format="plainText">
${msg("crm.mail.hello", name)}

${msg("crm.mail.waiting", company)}

${msg("crm.mail.begin")}:
${link}

${msg("crm.mail.valid", linkExpirationFormatter(minutes))}
${msg("crm.mail.personal")}

${msg("crm.mail.unexpected")}
