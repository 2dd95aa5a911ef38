<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "crm-progress.ftl" as progress>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("phoneNumber", "code"); section>
  <#assign sent = crmCodeState = "ASKED" || crmCodeState = "SENT">
  <#if section = "header">
    ${msg("crm.onboarding.phone-title")}
  <#elseif section = "form">
    <@progress.bar/>
    <#if crmCodeState = "FAILED">
      <p id="crm-code-failed" role="alert">${msg("crm.onboarding.code-failed")}</p>
    </#if>
    <#if sent>
      <p id="crm-code-sent" role="status">${msg("crm.onboarding.code-sent", crmPhone)}</p>
      <form id="crm-code" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
        <@field.input name="code" label=msg("crm.onboarding.code") autocomplete="one-time-code" autofocus=true/>
        <@buttons.actionGroup>
          <@buttons.button id="crm-confirm" label="crm.onboarding.code-confirm"/>
        </@buttons.actionGroup>
      </form>
    </#if>
    <form id="crm-phone" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <p>${msg(sent?then("crm.onboarding.code-none", "crm.onboarding.phone-text"))}</p>
      <@field.group name="phoneNumber" label=msg("crm.onboarding.phone-number") error=messagesPerField.get("phoneNumber")>
        <span class="${properties.kcInputClass!}<#if !crmPhoneEditable> ${properties.kcFormReadOnlyClass!}</#if><#if messagesPerField.existsError("phoneNumber")> ${properties.kcError!}</#if>">
          <input id="phoneNumber" name="phoneNumber" type="tel" autocomplete="tel" maxlength="40" value="${crmPhone}"<#if !crmPhoneEditable> readonly</#if><#if messagesPerField.existsError("phoneNumber")> aria-invalid="true" aria-describedby="input-error-phoneNumber"</#if>>
        </span>
        <#if !crmPhoneEditable><p class="crm-note">${msg("crm.onboarding.phone-locked")}</p></#if>
      </@field.group>
      <@buttons.actionGroup>
        <@buttons.button id="crm-send" label=sent?then("crm.onboarding.phone-send-again", "crm.onboarding.phone-send") type=sent?then("secondary", "primary")/>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
