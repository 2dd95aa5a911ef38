<#import "template.ftl" as layout>
<#import "crm-parts.ftl" as parts>
<@layout.emailLayout>
<p>${msg("crm.mail.hello", name)}</p>
<p><#if inviter??>${msg("crm.mail.invited-by", inviter, company)}<#else>${msg("crm.mail.invited", company)}</#if></p>
<#if message?has_content>
<@parts.quote><#list message as line>${line}<#sep><br></#sep></#list></@parts.quote>
</#if>
<@parts.button url=link label=msg("crm.mail.begin") />
<p>${msg("crm.mail.valid", linkExpirationFormatter(minutes))}<br>${msg("crm.mail.personal")}</p>
<@parts.note>${msg("crm.mail.address-bar")}<br>${link}</@parts.note>
<@parts.note>${msg("crm.mail.unexpected")}</@parts.note>
</@layout.emailLayout>
