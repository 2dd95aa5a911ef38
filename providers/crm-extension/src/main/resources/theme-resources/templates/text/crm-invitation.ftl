<#ftl output_format="plainText">
${msg("crm.mail.hello", name)}

<#if inviter??>${msg("crm.mail.invited-by", inviter, company)}<#else>${msg("crm.mail.invited", company)}</#if>
<#if message?has_content>

<#list message as line>
> ${line}
</#list>
</#if>

${msg("crm.mail.begin")}:
${link}

${msg("crm.mail.valid", linkExpirationFormatter(minutes))}
${msg("crm.mail.personal")}

${msg("crm.mail.unexpected")}
