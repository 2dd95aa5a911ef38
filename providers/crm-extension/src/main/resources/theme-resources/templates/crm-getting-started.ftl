<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<#import "crm-outside.ftl" as outside>
<#import "crm-progress.ftl" as progress>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("crm.onboarding.started-title")}
  <#elseif section = "form">
    <@progress.bar/>
    <p id="crm-started-text">${msg("crm.onboarding.started-text")}</p>
    <form id="crm-getting-started" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <ul class="crm-links" aria-describedby="crm-started-text">
        <#list crmLinks as link>
          <li class="${properties.kcCheckboxClass!}">
            <input class="${properties.kcCheckboxInputClass!}" type="checkbox" id="done-${link?index}" name="done" value="${link.key}" aria-label="${msg("crm.onboarding.started-done")}: ${advancedMsg(link.label)}"<#if link.done> checked</#if>>
            <@outside.link url=link.url label=advancedMsg(link.label) class=properties.kcCheckboxLabelClass!/>
          </li>
        </#list>
      </ul>
      <@buttons.actionGroup>
        <@buttons.button id="crm-enter" name="enter" label="crm.onboarding.started-continue"/>
        <@buttons.button id="crm-save" name="save" label="crm.onboarding.started-save" type="secondary"/>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
