internal import HTML
internal import Pages
internal import Payroll

/// Why a request is not answered as asked: what happened, what follows, what can be done, in both languages.
struct Problem: Error, Sendable {
    /// The status of HTTP.
    var status: Int
    /// A stable name, never translated.
    var code: String
    /// The heading.
    var title: Words
    /// What happened and what to do.
    var text: Words
    /// What can be done, where the text does not say it.
    var remedy: Words?
    /// Where it was found in what was written: a file, a line.
    var place: String?
    /// What is wrong with which member of a body.
    var faults: [BodyFault] = []
    /// Ways on.
    var actions: [(title: Words, address: Address)] = []
    /// After how many seconds another try makes sense.
    var retryAfter: Int64?
    /// Headers of its own.
    var headers: [(name: String, value: String)] = []
    /// What only the log is told.
    var detail = ""

    /// What is wrong with what was sent.
    enum Input: Sendable {
        case tooManyFields
        case badEncoding
        case fieldTwice(String)
        case badBody
        case tooLarge(limit: Int)
        case badType
    }
}

extension Problem {
    /// There is no such page, or none for this reader: both are told alike.
    static let absent = Problem(
        status: 404, code: "not-found", title: Words(ru: "Страница не найдена", en: "Page not found"),
        text: Words(
            ru: "Проверьте адрес. Возможно, страницы нет или вам её нельзя видеть.",
            en: "Check the address. There may be no such page, or it is not yours to see."))

    /// Somebody else may do it.
    static func forbidden(_ rights: [Right]) -> Problem {
        let roles = Access.roles(rights).map { AdministrationWords.role($0.rawValue) }
        return Problem(
            status: 403, code: "not-allowed", title: Words(ru: "Это делает не ваша роль", en: "Not yours to do"),
            text: Words(
                ru: "Это могут: " + roles.map(\.ru).joined(separator: ", ") + ".",
                en: "This takes one of: " + roles.map(\.en).joined(separator: ", ") + "."))
    }

    /// Nobody is signed in.
    static let signIn = Problem(
        status: 401, code: "no-session", title: Words(ru: "Нужно войти", en: "Sign in"),
        text: Words(ru: "Сеанс закончился или ещё не начат.", en: "Your session has ended, or none has begun."))

    /// It came from a page of somebody else's.
    static let otherOrigin = Problem(
        status: 403, code: "other-origin", title: Words(ru: "Форма устарела", en: "The form is out of date"),
        text: Words(
            ru: "Ничего не изменено. Откройте страницу снова и отправьте форму ещё раз.",
            en: "Nothing was changed. Open the page again and send its form once more."))

    /// Too many at once.
    static func tooMany(after seconds: Int64) -> Problem {
        Problem(
            status: 429, code: "too-many", title: Words(ru: "Слишком много запросов", en: "Too many requests"),
            text: Words(ru: "Подождите немного и попробуйте снова.", en: "Wait a little and try again."),
            retryAfter: seconds)
    }

    /// What was sent means nothing.
    static func badInput(_ input: Input) -> Problem {
        let text: Words
        var status = 422
        switch input {
        case .tooManyFields:
            text = Words(ru: "В форме слишком много полей.", en: "The form has too many fields.")
        case .badEncoding:
            (status, text) = (
                400, Words(ru: "Текст запроса записан с ошибкой.", en: "The text of the request is not encoded well.")
            )
        case .fieldTwice(let name):
            text = Words(ru: "Поле «\(name)» прислано дважды.", en: "The field ‘\(name)’ was sent twice.")
        case .badBody: (status, text) = (400, Words(ru: "Запрос не прочитать.", en: "The request cannot be read."))
        case .tooLarge(let limit):
            (status, text) = (
                413,
                Words(
                    ru: "Запрос длиннее \(limit / 1_024) КБ.", en: "The request is longer than \(limit / 1_024) KB.")
            )
        case .badType:
            (status, text) = (
                415,
                Words(
                    ru: "Этот адрес не принимает запросы такого вида.",
                    en: "This address takes no requests of that type.")
            )
        }
        return Problem(
            status: status, code: "bad-request",
            title: Words(ru: "Запрос не понят", en: "The request was not understood"),
            text: text)
    }

    /// The path has other methods.
    static func otherMethod(_ allowed: [String]) -> Problem {
        Problem(
            status: 405, code: "other-method", title: Words(ru: "Так нельзя", en: "Not that way"),
            text: Words(
                ru: "Этот адрес так не спрашивают. Вернитесь и выберите действие на странице.",
                en: "This address is not asked that way. Go back and choose what to do on the page."),
            headers: [("Allow", allowed.sorted().joined(separator: ", "))])
    }

    /// Something that nothing foresees; what it was, only the log is told.
    static func unexpected(_ error: any Error) -> Problem {
        Problem(
            status: 500, code: "unexpected", title: Words(ru: "Что-то пошло не так", en: "Something went wrong"),
            text: Words(
                ru: "Ничего не изменено. Сообщите номер запроса администратору.",
                en: "Nothing was changed. Tell an administrator the number of the request."),
            detail: String(describing: error))
    }

    /// It is not ready yet.
    static let starting = Problem(
        status: 503, code: "starting", title: Words(ru: "Стимул запускается", en: "Stimul is starting"),
        text: Words(ru: "Попробуйте через несколько секунд.", en: "Try again in a few seconds."), retryAfter: 5)
}
