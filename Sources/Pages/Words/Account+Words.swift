/// The words of the reader's own page, of help and of looking for something.
public enum AccountWords {
    /// Who one is.
    public static let who = Words(ru: "Кто вы", en: "Who you are")
    /// Sessions.
    public static let sessions = Words(ru: "Где выполнен вход", en: "Where you are signed in")
    /// Since.
    public static let since = Words(ru: "Вход (UTC)", en: "Since (UTC)")
    /// Used last.
    public static let seen = Words(ru: "Последнее действие (UTC)", en: "Last used (UTC)")
    /// Address.
    public static let place = Words(ru: "Адрес", en: "Address")
    /// Browser.
    public static let agent = Words(ru: "Браузер", en: "Browser")
    /// This one.
    public static let this = Words(ru: "этот браузер", en: "this browser")
    /// Everywhere.
    public static let everywhere = Words(ru: "Выйти везде", en: "Sign out everywhere")
    /// Here.
    public static let signOut = Words(ru: "Выйти", en: "Sign out")
    /// The password.
    public static let password = Words(ru: "Сменить пароль", en: "Change the password")
    /// The old one.
    public static let old = Words(ru: "Нынешний пароль", en: "Present password")
    /// The new one.
    public static let new = Words(ru: "Новый пароль", en: "New password")
    /// Again.
    public static let repeated = Words(ru: "Новый пароль ещё раз", en: "New password once more")
    /// They differ.
    public static let differ = Words(ru: "Пароли не совпадают.", en: "The two passwords differ.")
    /// Codes on paper.
    public static let codes = Words(ru: "Новые коды на бумаге", en: "New codes on paper")
    /// How many are left.
    public static let codesLeft = Words(ru: "Осталось кодов на бумаге", en: "Codes on paper left")
    /// Language and colours.
    public static let looks = Words(ru: "Язык и цвета", en: "Language and colours")
    /// Theme.
    public static let theme = Words(ru: "Цвета", en: "Colours")
    /// Light.
    public static let light = Words(ru: "светлые", en: "light")
    /// Dark.
    public static let dark = Words(ru: "тёмные", en: "dark")
    /// The system's.
    public static let system = Words(ru: "как в системе", en: "as the system has them")
    /// Language.
    public static let language = Words(ru: "Язык", en: "Language")
    /// Save.
    public static let save = Words(ru: "Сохранить", en: "Save")
    /// Saved.
    public static let saved = Words(ru: "Сохранено.", en: "Saved.")
    /// Looking for.
    public static let query = Words(ru: "Имя или идентификатор", en: "Name or identifier")
    /// Found.
    public static let found = Words(ru: "Нашлось", en: "Found")
    /// Nothing found.
    public static let nothing = Words(ru: "Ничего не нашлось", en: "Nothing found")
    /// What to do.
    public static let nothingText = Words(
        ru: "Проверьте, как это написано. Находится только то, что вам можно видеть.",
        en: "Check how it is written. Only what you may see is found.")
    /// Tokens.
    public static let tokens = Words(ru: "Токены программ", en: "Tokens of programs")
    /// One of them.
    public static let token = Words(ru: "Токен", en: "Token")
    /// Making one.
    public static let newToken = Words(ru: "Создать токен", en: "Make a token")
    /// What it is for.
    public static let tokenText = Words(
        ru: "Программа с токеном действует от вашего имени: только то, что выбрано, и не дальше ваших прав.",
        en: "A program with a token acts in your name: only what is chosen, and no further than your rights.")
    /// Its name.
    public static let tokenName = Words(ru: "Для какой программы", en: "For which program")
    /// Its right.
    public static let tokenRight = Words(ru: "Что ей можно", en: "What it may do")
    /// Its days.
    public static let tokenDays = Words(ru: "На сколько дней, не больше 365", en: "For how many days, 365 at most")
    /// Once.
    public static let tokenOnce = Words(
        ru: "Сохраните его сейчас: больше он показан не будет.", en: "Keep it now: it is not shown again.")
    /// Its end.
    public static let until = Words(ru: "до", en: "until")
    /// Ending it.
    public static let endToken = Words(ru: "Отозвать токен", en: "End the token")
    /// Where help is.
    public static let help = [
        Words(
            ru:
                "Каждая сумма здесь объясняется: откройте «Почему» рядом с ней и дойдите до строки, из которой она взялась.",
            en: "Every amount here has its reason: open “Why” beside it and go down to the row that it comes from."),
        Words(
            ru: "Если сделка не учтена, откройте листок и спросите о ней в разделе «Почему сделка не моя?».",
            en: "If a deal is missing, open the statement and ask about it under “Why not me?”."),
        Words(
            ru: "Если сумма кажется неверной, выберите «Оспорить». Период не будет утверждён, пока вам не ответят.",
            en: "If an amount looks wrong, choose Dispute. The period is not approved before you are answered."),
        Words(
            ru: "Потеряли телефон? Войдите по коду с бумаги или попросите администратора сбросить второй шаг.",
            en: "Lost your telephone? Use a code from paper, or ask an administrator to take the second step away."),
    ]
}
