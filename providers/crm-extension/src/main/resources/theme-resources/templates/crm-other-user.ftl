<#import "crm-page.ftl" as page>
<@page.layout title=msg("crm.invitation.other-title")>
  <#if impersonated>
    <p id="crm-impersonated" role="alert">${msg("crm.invitation.impersonated-text", other)}</p>
  <#else>
    <p id="crm-other">${msg("crm.invitation.other-text", other, invitee)}</p>
    <form id="crm-sign-out" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <input type="hidden" name="state" value="${state}">
      <input type="hidden" name="sign-out" value="yes">
      <button class="pf-v5-c-button pf-m-primary pf-m-block" id="crm-go" type="submit">${msg("crm.invitation.other-go-on")}</button>
    </form>
  </#if>
</@page.layout>
