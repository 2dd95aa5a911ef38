<#import "crm-brand.ftl" as brand>
<#import "crm-languages.ftl" as languages>
<#macro content>
<@brand.support/>
<#-- Keycloak's list of languages needs a script. -->
<noscript><div class="crm-foot"><@languages.links/></div></noscript>
</#macro>
