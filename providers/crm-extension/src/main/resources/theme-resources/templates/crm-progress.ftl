<#-- How far the person is: a line to read, and a bar that says the same. Nothing where there is one step alone. -->
<#macro bar>
  <#if crmProgress?? && crmProgress.total gt 1>
    <div class="crm-progress ${properties.kcContentWrapperClass!}">
      <p id="crm-progress-text">${msg("crm.onboarding.progress", crmProgress.number, crmProgress.total)}</p>
      <progress aria-labelledby="crm-progress-text" max="${crmProgress.total?c}" value="${crmProgress.number?c}"></progress>
    </div>
  </#if>
</#macro>

<#-- What is wrong with a field, where the field macros of the theme do not say it. -->
<#macro error field>
  <#if messagesPerField.existsError(field)>
    <p class="crm-error ${properties.kcInputErrorMessageClass!}" id="crm-error-${field}" role="alert">${messagesPerField.get(field)}</p>
  </#if>
</#macro>
