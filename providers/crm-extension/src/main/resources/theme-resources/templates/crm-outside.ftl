<#-- A link to another house: in a tab of its own, so that nobody loses the step that he is at, and says so. -->
<#macro link url label id="" class="">
<a<#if id?has_content> id="${id}"</#if> class="crm-outside ${class}" href="${url}" target="_blank" rel="noopener noreferrer">${label}<span class="fas fa-share-square" aria-hidden="true"></span><span class="pf-v5-screen-reader"> ${msg("crm.onboarding.new-tab")}</span></a><#t>
</#macro>
