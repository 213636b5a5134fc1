/// The words of signing in.
public enum SignInWords {
    /// The button and the heading.
    public static let title = Words(ru: "Войти", en: "Sign in")
    static let name = Words(ru: "Имя для входа", en: "Identifier")
    static let password = Words(ru: "Пароль", en: "Password")
    static let lost = Words(
        ru: "Забыли пароль или потеряли телефон? Администратор выдаст новую ссылку для входа.",
        en: "Lost your password or telephone? An administrator gives you another address to sign in by.")
    static let code = Words(ru: "Код из приложения", en: "Code from your authenticator")
    static let again = Words(ru: "Подтвердите, что это вы", en: "Confirm that it is you")
    static let digits = Words(ru: "Шесть цифр из приложения", en: "Six digits of your authenticator")
    static let digitsHint = Words(
        ru: "Код меняется каждые 30 секунд и годится один раз.", en: "It changes every 30 seconds and is good once.")
    static let proceed = Words(ru: "Продолжить", en: "Continue")
    static let paper = Words(ru: "Телефона нет под рукой", en: "I do not have my telephone")
    static let paperCode = Words(ru: "Код с бумаги", en: "Code from paper")
    static let paperHint = Words(
        ru: "24 буквы и цифры. Каждый код годится один раз.", en: "24 letters and digits. Each code is good once.")
    static let usePaper = Words(ru: "Войти по коду с бумаги", en: "Use the code from paper")
    static let cancel = Words(ru: "Отменить вход", en: "Cancel")
    static let enrol = Words(ru: "Настройте второй шаг входа", en: "Set up the second step")
    static let enrolText = Words(
        ru: "Откройте приложение с одноразовыми кодами, снимите картинку камерой и введите код, который оно покажет.",
        en: "Open an authenticator program, take the picture with its camera and type the code that it shows.")
    /// What the picture is.
    public static let picture = Words(
        ru: "Картинка с ключом для приложения", en: "Picture with the key for the authenticator")
    static let typed = Words(ru: "Без камеры введите ключ буквами:", en: "Without a camera type the key:")
    static let enrolDone = Words(ru: "Включить", en: "Set up")
    static let codes = Words(ru: "Коды на бумаге", en: "Codes on paper")
    static let codesText = Words(
        ru: "Запишите их и храните не рядом с телефоном: больше они показаны не будут. Каждый впускает один раз.",
        en: "Write them down and keep them away from the telephone: they are not shown again. Each lets you in once.")
    static let codesDone = Words(ru: "Записано, продолжить", en: "I have written them down")
    static let activate = Words(ru: "Задайте пароль", en: "Set your password")
    static let newPassword = Words(ru: "Новый пароль", en: "New password")
    static let passwordHint = Words(
        ru: "От 12 знаков, любых. Хорошо подходят несколько слов, никак не связанных с вами.",
        en: "12 characters or more, any of them. A few words that have nothing to do with you are good.")
    static let repeated = Words(ru: "Ещё раз", en: "Once more")
    static let setPassword = Words(ru: "Сохранить пароль", en: "Save the password")
}
