<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("crm.mail.hello", name)}</p>
<p><#if inviter??>${msg("crm.mail.invited-by", inviter, company)}<#else>${msg("crm.mail.invited", company)}</#if></p>
<#if message?has_content>
<blockquote>
<#list message as line>
<p>${line}</p>
</#list>
</blockquote>
</#if>
<p><a href="${link}">${msg("crm.mail.begin")}</a></p>
<p>${msg("crm.mail.valid", linkExpirationFormatter(minutes))}</p>
<p>${msg("crm.mail.personal")}</p>
<p>${msg("crm.mail.unexpected")}</p>
<p>${msg("crm.mail.address-bar")}<br>${link}</p>
</@layout.emailLayout>
