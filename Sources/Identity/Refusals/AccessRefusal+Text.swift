public import Credentials
public import Messages

extension AccessRefusal {
    /// What is refused, and what somebody can do about it, without a word of how it is called on a screen.
    public var text: LocalizedText {
        switch self {
        case .wrongCredentials, .tooManyTries, .busy, .accessEnded, .noSession, .linkNotGood: doorText
        case .codeNeeded, .enrolmentNeeded, .freshCodeNeeded, .wrongCode, .noSecondFactor: factorText
        case .wrongPassword:
            LocalizedText(
                en: "the present password is wrong; type it again", ru: "нынешний пароль неверен; введите его ещё раз")
        case .badPassword(let fault): fault.text
        case .notAllowed, .ownAccess, .secondAdministrator, .noSuchUser, .wrongState: peopleText
        case .nameTaken, .personTaken, .badName, .badPerson: nameText
        case .noSuchToken, .badExpiry, .badTokenName, .noScopes, .beyondRights: tokenText
        case .noSuchGrant, .grantDecided, .grantEnded, .noDays, .noReason, .lastAdministrator: grantText
        }
    }

    private var doorText: LocalizedText {
        switch self {
        case .wrongCredentials:
            LocalizedText(
                en: "the identifier or the password is wrong; check both and try again",
                ru: "идентификатор или пароль неверен; проверьте оба и попробуйте ещё раз")
        case .tooManyTries(let until):
            LocalizedText(
                en: "too many tries; the next one will be looked at from \(until) on",
                ru: "слишком много попыток; следующая будет рассмотрена после \(until)")
        case .busy:
            LocalizedText(
                en: "too many people sign in at this moment; try again in a few seconds",
                ru: "сейчас входит слишком много людей; попробуйте через несколько секунд")
        case .accessEnded(let state, let since):
            state == .locked
                ? LocalizedText(
                    en: "your access was stopped on \(since); ask an administrator",
                    ru: "ваш доступ приостановлен \(since); обратитесь к администратору")
                : LocalizedText(
                    en: "your access ended on \(since); ask an administrator",
                    ru: "ваш доступ прекращён \(since); обратитесь к администратору")
        case .noSession:
            LocalizedText(en: "your session has ended; sign in again", ru: "сеанс закончился; войдите снова")
        case .linkNotGood:
            LocalizedText(
                en: "this address was used or has run out; ask an administrator for another one",
                ru: "эта ссылка уже использована или истекла; попросите у администратора новую")
        default: LocalizedText("")
        }
    }

    private var factorText: LocalizedText {
        switch self {
        case .codeNeeded:
            LocalizedText(
                en: "the code is still to come; type the six digits of your authenticator",
                ru: "остался код; введите шесть цифр из приложения")
        case .enrolmentNeeded:
            LocalizedText(
                en: "set up an authenticator first; your account needs a second factor",
                ru: "сначала подключите приложение с кодами; без второго фактора войти нельзя")
        case .freshCodeNeeded:
            LocalizedText(
                en: "this step needs a fresh code; type the six digits of your authenticator",
                ru: "для этого шага нужен свежий код; введите шесть цифр из приложения")
        case .wrongCode:
            LocalizedText(
                en: "the code is wrong or was used already; wait for the next one",
                ru: "код неверен или уже использован; дождитесь следующего")
        case .noSecondFactor:
            LocalizedText(
                en: "no authenticator is set up; ask an administrator to reset the second factor",
                ru: "приложение с кодами не подключено; попросите администратора сбросить второй фактор")
        default: LocalizedText("")
        }
    }

    private var peopleText: LocalizedText {
        switch self {
        case .notAllowed(let actor):
            LocalizedText(
                en: "\(actor) has no right to let others in; ask an administrator",
                ru: "у \(actor) нет права давать доступ; обратитесь к администратору")
        case .ownAccess(let actor):
            LocalizedText(
                en: "\(actor) cannot change his own access; ask another administrator",
                ru: "\(actor) не может менять собственный доступ; попросите другого администратора")
        case .secondAdministrator(let actor):
            LocalizedText(
                en: "\(actor) has taken the first step; another administrator must take this one",
                ru: "первый шаг сделал(а) \(actor); этот шаг — за другим администратором")
        case .noSuchUser:
            LocalizedText(
                en: "there is no such user; look him up in the list",
                ru: "такого пользователя нет; найдите его в списке")
        case .wrongState(let state):
            LocalizedText(
                en: "the user is \(state.rawValue), and that does not allow this step; look at his state",
                ru: "пользователь \(state.ru), и это состояние не допускает такого шага; проверьте состояние")
        default: LocalizedText("")
        }
    }

    private var nameText: LocalizedText {
        switch self {
        case .nameTaken(let name):
            LocalizedText(
                en: "somebody signs in as '\(name)' already; choose another name",
                ru: "имя «\(name)» уже занято; выберите другое")
        case .personTaken(let person):
            LocalizedText(
                en: "\(person) has an account already; use that one",
                ru: "у \(person) уже есть учётная запись; используйте её")
        case .badName:
            LocalizedText(
                en:
                    "a name to sign in with has 1 to 64 letters, digits and . _ - @ +; write, for instance, anna.orlova",
                ru: "имя для входа — от 1 до 64 букв, цифр и знаков . _ - @ +; пишите, например, anna.orlova")
        case .badPerson:
            LocalizedText(
                en: "this is no identifier of a person; take it from the company's people",
                ru: "это не идентификатор сотрудника; возьмите его из списка людей компании")
        default: LocalizedText("")
        }
    }

    private var tokenText: LocalizedText {
        switch self {
        case .noSuchToken:
            LocalizedText(
                en: "the token is unknown, was ended or has run out; make another one",
                ru: "токен неизвестен, отозван или истёк; создайте новый")
        case .badExpiry:
            LocalizedText(
                en: "a token ends in the future and within a year; choose an earlier day",
                ru: "токен заканчивается в будущем и не позже чем через год; выберите другой день")
        case .badTokenName:
            LocalizedText(
                en: "a token has a name of 1 to 100 characters; name the program that uses it",
                ru: "имя токена — от 1 до 100 знаков; назовите программу, которая им пользуется")
        case .noScopes:
            LocalizedText(
                en: "the token would allow nothing; choose at least one right",
                ru: "такой токен ничего не разрешает; выберите хотя бы одно право")
        case .beyondRights(let right):
            LocalizedText(
                en: "you have no right '\(right)' yourself, so no token of yours has it; leave it out",
                ru: "у вас самих нет права «\(right)», поэтому его нет и у вашего токена; уберите его")
        default: LocalizedText("")
        }
    }

    private var grantText: LocalizedText {
        switch self {
        case .noSuchGrant:
            LocalizedText(
                en: "there is no such grant; look it up in the list", ru: "такой роли не выдано; найдите её в списке")
        case .grantDecided:
            LocalizedText(
                en: "somebody has decided about this grant already; look at it again",
                ru: "об этой роли уже решено; посмотрите на неё ещё раз")
        case .grantEnded:
            LocalizedText(
                en: "the grant does not hold on that day any more; choose an earlier day",
                ru: "в этот день роль уже не действует; выберите более ранний день")
        case .noDays:
            LocalizedText(
                en: "the last day comes before the first; mend the dates",
                ru: "последний день раньше первого; исправьте даты")
        case .noReason: LocalizedText(en: "write the reason", ru: "напишите причину")
        case .lastAdministrator:
            LocalizedText(
                en: "the last administrator cannot be removed; give the role to somebody else first",
                ru: "последнего администратора убрать нельзя; сначала дайте роль другому")
        default: LocalizedText("")
        }
    }
}

extension User.State {
    fileprivate var ru: String {
        switch self {
        case .invited: "приглашён"
        case .active: "действует"
        case .locked: "заблокирован"
        case .left: "ушёл"
        }
    }
}

extension PasswordFault {
    /// What is wrong with it, and what to do.
    public var text: LocalizedText {
        switch self {
        case .tooShort(let least):
            LocalizedText(
                en: "the password has fewer than \(least) characters; a few words together are long enough",
                ru: "в пароле меньше \(least) знаков; возьмите несколько слов подряд")
        case .tooLong(let most):
            LocalizedText(
                en: "the password has more than \(most) characters; take a shorter one",
                ru: "в пароле больше \(most) знаков; возьмите короче")
        case .unseenCharacter(let number):
            LocalizedText(
                en: "the password holds a character that nobody sees (\(Self.name(number))); leave it out",
                ru: "в пароле есть невидимый знак (\(Self.name(number))); уберите его")
        case .common:
            LocalizedText(
                en:
                    "this password is guessed among the first; put more words together that have nothing to do with each other",
                ru: "такой пароль подбирают одним из первых; составьте его из слов, не связанных между собой")
        case .pattern:
            LocalizedText(
                en: "the password repeats itself or follows the keyboard; put a few words together",
                ru: "пароль повторяется или идёт по клавиатуре; составьте его из нескольких слов")
        case .aboutOneself:
            LocalizedText(
                en: "the password is little more than your name; choose words that others do not know of you",
                ru: "пароль почти совпадает с вашим именем; возьмите слова, которые о вас не знают")
        }
    }

    /// `U+202E`
    private static func name(_ number: UInt32) -> String {
        let digits = String(number, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
