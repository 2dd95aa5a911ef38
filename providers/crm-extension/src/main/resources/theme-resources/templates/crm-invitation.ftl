<#import "crm-page.ftl" as page>
<@page.layout title=msg("crm.invitation.title", company)>
  <#if again>
    <p id="crm-again" role="alert">${msg("crm.invitation.again")}</p>
  </#if>
  <#if claimed>
    <p id="crm-claimed">${msg("crm.invitation.claimed-text", invitee)}</p>
  <#else>
    <p id="crm-inviter"><#if inviter?has_content>${msg("crm.invitation.from", inviter, invitee, company)}<#else>${msg("crm.invitation.from-company", invitee, company)}</#if></p>
    <#if words?has_content>
      <blockquote id="crm-message" dir="auto"><#list words?split("\n") as line>${line}<#sep><br></#list></blockquote>
    </#if>
  </#if>
  <form id="crm-enter" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
    <input type="hidden" name="state" value="${state}">
    <button class="pf-v5-c-button pf-m-primary pf-m-block" id="crm-go" type="submit">${msg(claimed?then("crm.invitation.sign-in", "crm.invitation.enter"))}</button>
  </form>
  <#if !claimed>
    <p id="crm-until" class="crm-note">${msg("crm.invitation.until", until)}</p>
  </#if>
</@page.layout>
