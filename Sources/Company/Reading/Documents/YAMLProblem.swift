internal import Formulas
internal import Messages

/// What the YAML parser complains of, in the words of who wrote the file.
struct YAMLProblem {
    let message: LocalizedText
    let remedy: LocalizedText

    /// - Parameter rest: The line from the place of the complaint on.
    init(_ problem: String, before rest: Substring) {
        switch (problem, rest.first) {
        case (_, "\t"):
            message = LocalizedText(en: "a tab stands here", ru: "здесь стоит табуляция")
            remedy = LocalizedText(en: "indent with spaces", ru: "делайте отступы пробелами")
        case ("found character that cannot start any token", let character?):
            message = LocalizedText(
                en: "no text may begin with '\(character)'", ru: "текст не может начинаться с «\(character)»")
            remedy = LocalizedText(en: "put quotation marks around it", ru: "возьмите его в кавычки")
        case ("found undefined alias", _):
            message = LocalizedText(en: "no text may begin with '*'", ru: "текст не может начинаться с «*»")
            remedy = LocalizedText(en: "put quotation marks around it", ru: "возьмите его в кавычки")
        case ("mapping values are not allowed in this context", _):
            message = LocalizedText(
                en: "a second ': ' in one line, or a line indented too far",
                ru: "второе «: » в одной строке или лишний отступ")
            remedy = LocalizedText(
                en: "put quotation marks around a text that contains ': '",
                ru: "возьмите в кавычки текст, в котором есть «: »")
        case ("did not find expected ',' or '}'", _):
            message = LocalizedText(en: "expected ',' or '}' before this", ru: "перед этим ожидается «,» или «}»")
            remedy = LocalizedText(
                en: "close the '{' above, or put a comma between the parts",
                ru: "закройте «{» выше или поставьте запятую между частями")
        case ("did not find expected ',' or ']'", _):
            message = LocalizedText(en: "expected ',' or ']' before this", ru: "перед этим ожидается «,» или «]»")
            remedy = LocalizedText(
                en: "close the '[' above, or put a comma between the parts",
                ru: "закройте «[» выше или поставьте запятую между частями")
        case ("did not find expected key", _), ("did not find expected '-' indicator", _):
            message = LocalizedText(
                en: "this line is not indented like the ones above", ru: "отступ этой строки не такой, как у строк выше"
            )
            remedy = LocalizedText(
                en: "give what belongs together the same indentation", ru: "у стоящего рядом должен быть один отступ")
        case ("found unexpected end of stream", _):
            message = LocalizedText(en: EnglishText(problem), ru: "файл кончается внутри текста в кавычках")
            remedy = LocalizedText(en: "close the quotation marks", ru: "закройте кавычки")
        case ("but found another document", _):
            message = LocalizedText(en: "a second document begins here", ru: "здесь начинается второй документ")
            remedy = LocalizedText(
                en: "remove the line '---', or put the second part into a file of its own",
                ru: "уберите строку «---» или вынесите вторую часть в отдельный файл")
        case (_, _) where problem.hasPrefix("Maximum nesting level"):
            message = LocalizedText(
                en: "it is nested more than 1000 levels deep", ru: "вложенность больше 1000 уровней")
            remedy = LocalizedText(en: "close the brackets above", ru: "закройте скобки выше")
        default:
            // The parser has words of its own for what is rare; they are English.
            message = LocalizedText(en: EnglishText(problem), ru: "разбор остановился: «\(problem)»")
            remedy = LocalizedText(
                en: "look at the indentation, and put quotation marks around a text that contains ': ' or ' #'",
                ru: "проверьте отступы и возьмите в кавычки текст, в котором есть «: » или « #»")
        }
    }
}
