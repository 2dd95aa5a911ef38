<#-- The languages of the realm as links, which need no script. -->
<#macro links>
  <#if locale?? && locale.supported?size gt 1>
    <nav aria-label="${msg("languages")}">
      <ul class="crm-languages">
        <#list locale.supported as l>
          <li><#if l.languageTag == locale.currentLanguageTag><strong lang="${l.languageTag}">${l.label}</strong><#else><a href="${l.url}" lang="${l.languageTag}" hreflang="${l.languageTag}">${l.label}</a></#if></li>
        </#list>
      </ul>
    </nav>
  </#if>
</#macro>
