internal import Pages

/// What programs are told of what they send.
enum APIWords {
    static let missing = Words(ru: "Этого поля не хватает.", en: "This member is missing.")

    static func length(_ lengths: ClosedRange<Int>) -> Words {
        Words(
            ru: "Длина текста: от \(lengths.lowerBound) до \(lengths.upperBound) знаков.",
            en: "A text of \(lengths.lowerBound) to \(lengths.upperBound) characters is expected.")
    }

    static func count(_ counts: ClosedRange<Int>) -> Words {
        Words(
            ru: "Число значений: от \(counts.lowerBound) до \(counts.upperBound).",
            en: "\(counts.lowerBound) to \(counts.upperBound) values are expected.")
    }

    static func range(_ range: ClosedRange<Int64>) -> Words {
        Words(
            ru: "Нужно целое число от \(range.lowerBound) до \(range.upperBound).",
            en: "A whole number from \(range.lowerBound) to \(range.upperBound) is expected.")
    }

    static func choice(_ texts: [String]) -> Words {
        let all = texts.joined(separator: ", ")
        return Words(ru: "Подходит одно из: \(all).", en: "One of these is expected: \(all).")
    }

    static func cell(_ longest: Int) -> Words {
        Words(
            ru: "Нужна одна строка не длиннее \(longest) знаков.",
            en: "One line of at most \(longest) characters is expected.")
    }

    static func unknown(_ known: [String]) -> Words {
        guard !known.isEmpty else { return Words(ru: "Такого поля нет.", en: "There is no such member.") }
        let all = known.joined(separator: ", ")
        return Words(ru: "Такого поля нет. Поля: \(all).", en: "There is no such member. The members are: \(all).")
    }

    /// What kind of value is expected.
    static func kind(_ schema: JSONSchema) -> Words {
        switch schema {
        case .text, .choice: Words(ru: "Нужен текст.", en: "A text is expected.")
        case .whole: Words(ru: "Нужно целое число.", en: "A whole number is expected.")
        case .cell: Words(ru: "Нужен текст, число, true или false.", en: "A text, a number, true or false is expected.")
        case .flag: Words(ru: "Нужно true или false.", en: "True or false is expected.")
        case .list: Words(ru: "Нужен список.", en: "A list is expected.")
        case .object, .map: Words(ru: "Нужен объект.", en: "An object is expected.")
        case .either, .named: Words(ru: "Значение другого вида.", en: "A value of another kind is expected.")
        case .null: Words(ru: "Здесь ничего не бывает, кроме «null».", en: "Only null is expected.")
        }
    }

    /// Where a text stops being JSON.
    static func notJSON(_ fault: JSONReading.Fault) -> Words {
        let place = fault.offset + 1
        return switch fault.reason {
        case .notUTF8:
            Words(ru: "Байт \(place): текст не в UTF-8.", en: "Byte \(place): the text is no UTF-8.")
        case .unexpected, .trailing:
            Words(ru: "Байт \(place): здесь кончается JSON.", en: "Byte \(place): here it stops being JSON.")
        case .tooDeep: Words(ru: "Байт \(place): слишком глубоко.", en: "Byte \(place): too deep.")
        case .nameTwice(let name):
            Words(
                ru: "Байт \(place): поле «\(name)» второй раз.", en: "Byte \(place): the member ‘\(name)’ comes twice.")
        case .controlCharacter:
            Words(ru: "Байт \(place): управляющий символ.", en: "Byte \(place): a control character.")
        }
    }

    static let checkBody = Words(ru: "Проверьте тело запроса", en: "Check the body of the request")
    static let wrong = Words(
        ru: "Ничего не изменено. Что не так, сказано по полям.",
        en: "Nothing was changed. What is wrong is said by member.")

    // MARK: In the description

    static let aboutKey = Words(
        ru: "случайный ключ нового запроса; повтор с тем же ключом ничего не делает второй раз",
        en: "a random key of a new request; sent again under it, nothing is done twice")
    static let aboutVersion = Words(
        ru: "«ETag» прочитанной версии; для нового — «If-None-Match: *»",
        en: "the ETag of the version that was read; for what is new, If-None-Match: *")
    static let aboutKnown = Words(ru: "известные версии", en: "the versions that are known")

    static func refusal(_ status: Int) -> Words {
        switch status {
        case 400: Words(ru: "Запрос не понят", en: "The request was not understood")
        case 401: Words(ru: "Нужен токен", en: "A token is needed")
        case 403: Words(ru: "Это должен сделать кто-то другой", en: "Somebody else must do it")
        case 404: Words(ru: "Нет или не видно", en: "Not there, or not to be seen")
        case 406: Words(ru: "Такого вида нет", en: "It does not come in that type")
        case 409: Words(ru: "Сейчас нельзя", en: "Not now")
        case 412: Words(ru: "Уже изменено", en: "It has changed")
        case 413: Words(ru: "Слишком длинно", en: "Too long")
        case 415: Words(ru: "Нужен JSON", en: "JSON is needed")
        case 422: Words(ru: "Проверьте, что прислано", en: "Check what was sent")
        case 428: Words(ru: "Нужна версия", en: "A version is needed")
        case 429: Words(ru: "Слишком много запросов", en: "Too many requests")
        default: Words(ru: "Ещё не готово", en: "Not ready yet")
        }
    }
}
