internal import HTML
internal import Messages
internal import Pages

extension Problem {
    /// As programs read it (RFC 9457): `remedy`, `errors` and `place` are ours.
    func value(_ language: PageLanguage, instance: String) -> JSONValue {
        var members: [String: JSONValue] = [
            "type": .text("/problems/" + code), "title": .text(title[language]), "status": .whole(Int64(status)),
            "detail": .text(text[language]), "instance": .text(instance),
        ]
        if let remedy { members["remedy"] = .text(remedy[language]) }
        if let place { members["place"] = .text(place) }
        if !faults.isEmpty {
            members["errors"] = .list(
                faults.map { .object(["pointer": .text($0.pointer), "detail": .text($0.text[language])]) })
        }
        return .object(members)
    }

    /// Members of a body, or values of a query, are not as they must be.
    static func invalid(_ faults: [BodyFault], code: String) -> Problem {
        Problem(status: 422, code: code, title: APIWords.checkBody, text: APIWords.wrong, faults: faults)
    }

    /// The body is no JSON.
    static func notJSON(_ fault: JSONReading.Fault) -> Problem {
        Problem(status: 400, code: "not-json", title: APIWords.checkBody, text: APIWords.notJSON(fault))
    }

    /// A program signs in with a token.
    static let tokenNeeded = Problem(
        status: 401, code: "token-needed", title: Words(ru: "Нужен токен", en: "A token is needed"),
        text: Words(
            ru: "Нужен заголовок «Authorization: Bearer st_…».", en: "Send the header Authorization: Bearer st_…."),
        remedy: Words(ru: "Токен выдаётся на странице «Мой вход».", en: "Make a token on your account page."))

    /// What must be carried out once has no key.
    static let keyNeeded = Problem(
        status: 400, code: "key-needed", title: Words(ru: "Нужен ключ запроса", en: "A key is needed"),
        text: Words(
            ru:
                "Ничего не изменено. Нет заголовка «Idempotency-Key», или в нём не 1–255 видимых знаков ASCII.",
            en: "Nothing was changed. The request has no Idempotency-Key of 1 to 255 visible ASCII characters."),
        remedy: Words(
            ru: "Придумайте случайный ключ для каждого нового запроса и повторяйте запрос с тем же ключом.",
            en: "Draw a random key for each new request, and send it again with the same one."))

    /// The first sending is still being carried out.
    static let keyInUse = Problem(
        status: 409, code: "key-in-use", title: Words(ru: "Запрос выполняется", en: "The request is being carried out"),
        text: Words(
            ru: "Запрос с этим ключом уже выполняется.", en: "A request with this key is being carried out."),
        remedy: Words(ru: "Повторите его чуть позже.", en: "Send it again in a moment."), retryAfter: 1)

    /// The key was another request's.
    static let keyOfOther = Problem(
        status: 422, code: "key-of-other", title: Words(ru: "Ключ другого запроса", en: "The key of another request"),
        text: Words(
            ru: "Ничего не изменено. С этим ключом пришёл другой запрос.",
            en: "Nothing was changed. Another request came with this key."),
        remedy: Words(ru: "Новому запросу нужен новый ключ.", en: "A new request takes a new key."))

    /// Whoever writes has not said which version he has seen.
    static let versionNeeded = Problem(
        status: 428, code: "version-needed", title: Words(ru: "Нужна версия", en: "A version is needed"),
        text: Words(
            ru: "Ничего не изменено. Не сказано, какая версия прочитана.",
            en: "Nothing was changed. It is not said which version was read."),
        remedy: Words(
            ru: "Прочитайте адрес и отправьте его «ETag» в заголовке «If-Match»; для нового — «If-None-Match: *».",
            en: "Read the address and send its ETag as If-Match; for what is not there yet, If-None-Match: *."))

    /// It comes in other types than are asked for.
    static func otherType(_ types: [String]) -> Problem {
        let all = types.joined(separator: ", ")
        return Problem(
            status: 406, code: "other-type", title: Words(ru: "Такого вида нет", en: "It does not come in that type"),
            text: Words(ru: "Есть: \(all).", en: "It comes as: \(all)."))
    }

    /// The version is not the one that was read.
    static let otherVersion = Problem(
        status: 412, code: "other-version", title: Words(ru: "Уже изменено", en: "It has changed"),
        text: Words(
            ru: "Ничего не изменено: с тех пор, как вы читали, это изменил кто-то другой.",
            en: "Nothing was changed: somebody else has changed this since you read it."),
        remedy: Words(ru: "Прочитайте снова и решите ещё раз.", en: "Read it again and decide anew."))
}

extension Diagnostic {
    /// The finding as words: what it is, and what to do.
    var words: Words {
        guard let remedy else { return message.words.asSentence }
        return Words(
            ru: message.words.asSentence.ru + " " + remedy.words.asSentence.ru,
            en: message.words.asSentence.en + " " + remedy.words.asSentence.en)
    }
}
