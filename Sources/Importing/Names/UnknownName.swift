internal import Messages

/// A name that no record has, in words.
enum UnknownName {
    static func text(_ name: String, _ match: NameIndex.Match) -> LocalizedText {
        let shown = VisibleText.shortened(VisibleText.line(name))
        switch match {
        case .known(let id): return LocalizedText(en: "'\(shown)' is '\(id)'", ru: "«\(shown)» — это «\(id)»")
        case .several(let ids):
            let list = ids.prefix(5).joined(separator: ", ")
            return LocalizedText(
                en: "'\(shown)' is the name of several: \(list); write the id",
                ru: "«\(shown)» — имя нескольких: \(list); напишите id")
        case .unknown(let near) where near.isEmpty:
            return LocalizedText(
                en: "there is no '\(shown)'; add it, or an alias",
                ru: "«\(shown)» нет; добавьте запись или другое написание")
        case .unknown(let near):
            return LocalizedText(
                en:
                    "there is no '\(shown)'; near: \(near.map(\.text.en).joined(separator: ", ")); add an alias if it is the same",
                ru:
                    "«\(shown)» нет; похожи: \(near.map(\.text.ru).joined(separator: ", ")); если это то же, добавьте другое написание"
            )
        }
    }
}
