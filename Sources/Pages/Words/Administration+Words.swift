/// The words of administration.
public enum AdministrationWords {
    /// Everybody who signs in.
    public static let users = Words(ru: "Кто входит", en: "Who signs in")
    /// The name to sign in with.
    public static let name = Words(ru: "Имя для входа", en: "Identifier")
    /// The person.
    public static let person = Words(ru: "Сотрудник", en: "Person")
    /// The state.
    public static let state = Words(ru: "Состояние", en: "State")
    /// The roles.
    public static let roles = Words(ru: "Роли", en: "Roles")
    /// The second factor.
    public static let factor = Words(ru: "Второй шаг", en: "Second step")
    /// Set up.
    public static let isSet = Words(ru: "настроен", en: "set up")
    /// Not set up.
    public static let isNotSet = Words(ru: "не настроен", en: "not set up")
    /// Letting somebody in.
    public static let invite = Words(ru: "Пригласить", en: "Invite somebody")
    /// How the person is named.
    public static let personHint = Words(
        ru: "Идентификатор из таблицы людей.", en: "The identifier in the table of people.")
    /// The address.
    public static let invitation = Words(ru: "Ссылка для входа", en: "Address to set a password by")
    /// What to do with it.
    public static let invitationText = Words(
        ru: "Передайте её лично. Она годится 24 часа и один раз; больше она показана не будет.",
        en: "Hand it over in person. It is good for 24 hours, once, and is not shown again.")
    /// A new address.
    public static let reset = Words(ru: "Новая ссылка для пароля", en: "New address for a password")
    /// Taking the second factor.
    public static let resetFactor = Words(ru: "Сбросить второй шаг", en: "Take the second step away")
    /// Keeping out.
    public static let lock = Words(ru: "Приостановить доступ", en: "Stop access")
    /// Letting in again.
    public static let unlock = Words(ru: "Вернуть доступ", en: "Let in again")
    /// For good.
    public static let leave = Words(ru: "Закрыть доступ насовсем", en: "End access for good")
    /// All sessions.
    public static let endSessions = Words(ru: "Завершить все сеансы", en: "End all sessions")
    /// Giving a role.
    public static let grant = Words(ru: "Дать роль", en: "Give a role")
    /// Which.
    public static let role = Words(ru: "Роль", en: "Role")
    /// Since when.
    public static let from = Words(ru: "С какого дня", en: "From which day")
    /// Until when.
    public static let until = Words(ru: "По какой день (не включая)", en: "Until which day (not included)")
    /// How days are written.
    public static let dayHint = Words(ru: "Например, 2026-11-28", en: "For instance 2026-11-28")
    /// Why.
    public static let reason = Words(ru: "Причина", en: "Reason")
    /// All grants.
    public static let grants = Words(ru: "Роли и дни", en: "Roles and days")
    /// Days.
    public static let days = Words(ru: "Дни", en: "Days")
    /// Given by.
    public static let giver = Words(ru: "Кто дал", en: "Given by")
    /// Agreeing.
    public static let agree = Words(ru: "Согласиться", en: "Agree")
    /// Refusing.
    public static let refuse = Words(ru: "Отказать", en: "Refuse")
    /// Ending.
    public static let end = Words(ru: "Прекратить", en: "End")
    /// Waits.
    public static let waits = Words(ru: "ждёт второго администратора", en: "waits for another administrator")
    /// Holds.
    public static let holds = Words(ru: "действует", en: "holds")
    /// Does not hold now.
    public static let past = Words(ru: "не действует", en: "does not hold now")
    /// Refused.
    public static let refused = Words(ru: "отказано", en: "refused")
    /// The matrix.
    public static let matrix = Words(ru: "Кому что можно", en: "Who may do what")
    /// What the matrix is.
    public static let matrixText = Words(
        ru: "Таблица напечатана из той же таблицы адресов, по которой работает сервер.",
        en: "Printed from the very table of addresses that the server works by.")
    /// The address of a page.
    public static let address = Words(ru: "Адрес", en: "Address")
    /// Who may.
    public static let access = Words(ru: "Кому", en: "Who")
    /// What a page is for.
    public static let purpose = Words(ru: "Что это", en: "What it is")
    /// Done.
    public static let done = Words(ru: "Сделано.", en: "Done.")
    /// A day that is none.
    public static let noDay = Words(
        ru: "Напишите день так: 2026-11-28.", en: "Write the day as 2026-11-28.")
    /// The states of a user.
    public static func state(_ name: String) -> Words {
        switch name {
        case "invited": Words(ru: "приглашён", en: "invited")
        case "active": Words(ru: "входит", en: "active")
        case "locked": Words(ru: "приостановлен", en: "stopped")
        case "left": Words(ru: "ушёл", en: "left")
        default: Words(ru: name, en: name)
        }
    }
    /// The roles.
    public static func role(_ name: String) -> Words {
        switch name {
        case "employee": Words(ru: "сотрудник", en: "employee")
        case "head": Words(ru: "руководитель", en: "head")
        case "analyst": Words(ru: "аналитик", en: "analyst")
        case "finance": Words(ru: "финансы", en: "finance")
        case "executive": Words(ru: "директор", en: "executive")
        case "auditor": Words(ru: "аудитор", en: "auditor")
        case "administrator": Words(ru: "администратор", en: "administrator")
        default: Words(ru: name, en: name)
        }
    }
    /// The rights.
    public static func right(_ name: String) -> Words {
        rights[name] ?? Words(ru: name, en: name)
    }

    private static let rights: [String: Words] = [
        "see_pay": Words(ru: "видеть выплаты", en: "see pay"),
        "open_dispute": Words(ru: "оспаривать", en: "open disputes"),
        "answer_dispute": Words(ru: "отвечать на возражения", en: "answer disputes"),
        "propose_adjustment": Words(ru: "предлагать корректировки", en: "propose adjustments"),
        "decide_adjustment": Words(ru: "решать о корректировках", en: "decide about adjustments"),
        "import": Words(ru: "загружать данные", en: "import rows"),
        "set_targets": Words(ru: "задавать цели", en: "set targets"),
        "calculate": Words(ru: "рассчитывать", en: "calculate"),
        "review": Words(ru: "показывать листки", en: "show statements"),
        "approve": Words(ru: "утверждать", en: "approve"),
        "pay": Words(ru: "выплачивать", en: "pay"),
        "close": Words(ru: "закрывать период", en: "close periods"),
        "reopen": Words(ru: "открывать период снова", en: "open periods again"),
        "see_accounts": Words(ru: "видеть ключевых клиентов", en: "see key accounts"),
        "read_plans": Words(ru: "читать планы", en: "read plans"),
        "write_plans": Words(ru: "менять планы", en: "write plans"),
        "approve_plans": Words(ru: "утверждать планы", en: "approve plans"),
        "read_ledger": Words(ru: "читать книгу", en: "read the ledger"),
        "check_records": Words(ru: "проверять записи", en: "check the records"),
        "keep_records": Words(ru: "хранить записи", en: "keep the records"),
        "grant_rights": Words(ru: "давать доступ", en: "give access"),
    ]
}
