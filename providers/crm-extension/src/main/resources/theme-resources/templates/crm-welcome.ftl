<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<#import "user-profile-commons.ftl" as userProfile>
<#import "crm-progress.ftl" as progress>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global"); section>
  <#if section = "header">
    ${msg("crm.onboarding.welcome-title", crmName)}
  <#elseif section = "form">
    <@progress.bar/>
    <p>${msg("crm.onboarding.welcome-text")}</p>
    <form id="crm-welcome" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <@userProfile.userProfileFormFields/>
      <@buttons.actionGroup>
        <@buttons.button id="crm-continue" label="crm.onboarding.continue"/>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
