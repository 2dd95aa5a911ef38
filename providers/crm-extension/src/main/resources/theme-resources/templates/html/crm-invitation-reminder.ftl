<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("crm.mail.hello", name)}</p>
<p>${msg("crm.mail.waiting", company)}</p>
<p><a href="${link}">${msg("crm.mail.begin")}</a></p>
<p>${msg("crm.mail.valid", linkExpirationFormatter(minutes))}</p>
<p>${msg("crm.mail.personal")}</p>
<p>${msg("crm.mail.unexpected")}</p>
<p>${msg("crm.mail.address-bar")}<br>${link}</p>
</@layout.emailLayout>
