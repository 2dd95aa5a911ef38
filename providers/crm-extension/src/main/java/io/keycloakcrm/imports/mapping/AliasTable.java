package io.keycloakcrm.imports.mapping;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of columns as the templates and exports of the field write them. A line is a field, a priority and names; names
 * are what {@link HeaderText#key} leaves of a header. More telling names have higher priorities, so that of two columns
 * for one field no person has to choose.
 */
final class AliasTable {

    private static final String NAMES = """
            employeeNumber 90 工号 工號 员工编号 員工編號 员工工号 員工工號 员工号 职工号 職工號 职工编号 職工編號 职员编号 職員編號 人员编号 人員編號
            employeeNumber 90 雇员编号 僱員編號 employeenumber employeeno employeenum employeeid employeecode empid empno empnumber empcode
            employeeNumber 90 staffid staffno staffnumber staffcode personnelnumber personnelno jobnumber workernumber workerid
            employeeNumber 60 员工id 員工id 人员id 人員id
            email 90 邮箱 郵箱 邮箱地址 郵箱地址 电子邮件 電子郵件 电子邮箱 電子郵箱 电子邮件地址 電子郵件地址 电邮 電郵 电子信箱 電子信箱 信箱 邮件
            email 90 email emailaddress mail mailaddress useremail primaryemail
            email 95 工作邮箱 工作郵箱 公司邮箱 公司郵箱 公司信箱 企业邮箱 企業郵箱 workemail workemailaddress companyemail businessemail
            email 70 个人邮箱 個人郵箱 個人信箱 私人邮箱 personalemail
            email 60 userprincipalname upn
            username 90 用户名 用戶名 使用者名稱 使用者名称 账号 帐号 帳號 登录名 登錄名 登入名稱 登录账号 登录帐号 登入帳號 英文id
            username 90 username login loginname loginid account accountname
            username 80 员工userid 用户id 用戶id 成员id userid uid samaccountname
            name 90 姓名 员工姓名 員工姓名 成员姓名 成員姓名 人员姓名 用户姓名 真实姓名 中文姓名 name fullname employeename staffname
            name 80 全名 中文名 名字 显示名称 顯示名稱 显示名 displayname
            firstName 90 名 firstname givenname forename
            lastName 90 姓 姓氏 lastname surname familyname
            nickname 90 昵称 暱稱 花名 nickname preferredname
            nickname 80 别名 別名 alias
            nickname 70 英文名 englishname
            department 95 orgunitpath departmentpath 部门路径 部門路徑 部门全路径 主部门 主部門 主要部门 主要部門 primarydepartment
            department 90 部门 部門 所属部门 所屬部門 所在部门 所在部門 部门名称 部門名稱 department departmentname dept deptname
            department 80 所属组织 所屬組織 组织架构 組織架構 orgunit organizationalunit organizationunit
            departmentHead 90 是否此部门主管 是否部门主管 是否部門主管 是否主管 是否部门负责人 是否部門負責人 是否此部门负责人 是否负责人
            departmentHead 90 departmenthead isdepartmenthead isdepartmentmanager ismanager headofdepartment
            position 90 职位 職位 职位名称 職位名稱 position jobtitle employeetitle
            position 85 职务 職務 title jobposition
            position 80 岗位 崗位 岗位名称 崗位名稱 工作岗位
            position 75 职称 職稱 头衔 頭銜
            phoneNumber 95 手机 手機 手机号 手機號 手机号码 手機號碼 移动电话 移動電話 行動電話 mobile mobilephone mobileno mobilenumber
            phoneNumber 95 mobilephonenumber cellphone cellphonenumber
            phoneNumber 90 phonenumber
            phoneNumber 85 电话 電話 电话号码 電話號碼 联系电话 聯絡電話 聯繫電話 phone primaryphone
            phoneNumber 80 联系方式 telephone telephonenumber tel
            phoneNumber 60 座机 座機 办公电话 辦公電話 公司电话 公司電話 固定电话 市話 workphone officephone businessphone
            phoneNumber 40 recoveryphone homephone
            hireDate 90 入职日期 入職日期 入职时间 入職時間 到职日期 到職日期 到職日 入职日 hiredate employeehiredate datehired dateofhire
            hireDate 90 joiningdate joindate dateofjoining employmentstartdate onboardingdate
            hireDate 70 startdate
            employmentStatus 90 员工状态 員工狀態 在职状态 在職狀態 人员状态 人員狀態 employmentstatus employeestatus
            manager 95 manageremail manageremailaddress 直属上级工号 直属主管工号 manageremployeenumber
            manager 92 managerid manageremployeeid
            manager 90 直属上级 直屬上級 直属主管 直屬主管 直接上级 直接上級 直接主管 汇报上级 汇报对象 匯報對象 manager linemanager
            manager 90 directmanager reportsto supervisor
            manager 85 上级 上級 主管 managername
            roles 90 角色 角色名称 角色名稱 roles role crmroles crmrole rolename
            roles 80 用户角色 用戶角色 userroles userrole
            enabled 90 启用 啟用 是否启用 是否啟用 enabled accountenabled isenabled
            enabled 70 isactive active
            validFrom 90 生效日期 生效时间 生效時間 账号生效日期 帳號生效日期 有效期开始 有效期開始 validfrom
            validUntil 90 失效日期 失效时间 失效時間 到期日期 到期日 账号失效日期 帳號失效日期 有效期至 有效期结束 有效期結束 validuntil validto
            validUntil 80 有效期 expires expirydate expirationdate accountexpires accountexpirationdate
            """;

    /**
     * Columns that say the opposite of {@code enabled}. Entra's template asks whether to <em>block</em> sign-in, in the
     * reader's language, and names the attribute in brackets; its exports have {@code accountEnabled} bare and mean it.
     */
    private static final String INVERTED = """
            enabled 90 [accountenabled] blocksignin 禁用 是否禁用 停用 是否停用 disabled isdisabled blocked suspended
            """;

    /** Names that mean other things as often. */
    private static final String TENTATIVE = """
            employmentStatus 50 状态 狀態 status
            """;

    private AliasTable() {}

    static Map<String, Alias> byName() {
        var aliases = new HashMap<String, Alias>();
        read(NAMES, null, false, aliases);
        read(INVERTED, Booleans.INVERTED, false, aliases);
        read(TENTATIVE, null, true, aliases);
        return Map.copyOf(aliases);
    }

    private static void read(String table, @Nullable String transform, boolean tentative, Map<String, Alias> into) {
        table.lines().forEach(line -> {
            String[] words = line.strip().split(" ", -1);
            var alias = new Alias(words[0], Integer.parseInt(words[1]), transform, tentative);
            for (int i = 2; i < words.length; i++) {
                Alias other = into.put(words[i], alias);
                if (other != null) {
                    throw new IllegalStateException("Twice in the table: " + words[i]);
                }
            }
        });
    }
}
