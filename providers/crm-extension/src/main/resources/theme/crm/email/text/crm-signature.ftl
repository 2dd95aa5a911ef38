<#ftl output_format="plainText">
-- 
${(brand.name)!realmName}
<#if (brand.support)??>${msg("crm.brand.questions")} ${brand.support}</#if>
