<#ftl output_format="plainText">
${msg("crm.mail.hello", name)}

${msg("crm.mail.copied", company)}

${msg("crm.mail.copied-unexpected")}
