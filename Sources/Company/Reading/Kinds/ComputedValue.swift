internal import Formulas
internal import Messages

/// What is known of a name for a formula over the events of a kind.
enum ComputedValue {
    /// It stands further down, or is the one that is being read.
    case notYet
    /// It is at fault, and that is reported already.
    case faulty
    /// The formula that takes the place of the name.
    case formula(Checked<LineReference>)
}

extension Checked where Reference == LineReference {
    /// How many parts a formula may have once computed values have taken the place of their names: each may repeat the one above.
    static var partLimit: Int { 1_000 }

    /// Whether computed values made the formula too large to calculate.
    var isTooLarge: Bool { hasMoreParts(than: Self.partLimit) }
}

extension FormulaFault {
    static func computedTooLarge(_ span: TextSpan) -> FormulaFault {
        let limit = Checked<LineReference>.partLimit
        return FormulaFault(
            "too-long", at: span,
            LocalizedText(
                en: "with the computed values it names the formula has more than \(limit) parts",
                ru: "вместе с вычисляемыми значениями в формуле больше \(limit) частей"),
            remedy: LocalizedText(
                en: "name a computed value once, not again and again",
                ru: "называйте вычисляемое значение один раз, а не снова и снова"))
    }

    static func computedBelow(_ name: String, _ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "computed-order", at: span,
            LocalizedText(
                en: "'\(name)' is a computed value that is not known here yet",
                ru: "«\(name)» — вычисляемое значение, которое здесь ещё не известно"),
            remedy: LocalizedText(
                en: "a computed value may use those above it, not itself and none below; rates are chosen by fields",
                ru:
                    "вычисляемое значение может брать те, что выше, но не себя и не те, что ниже; ставки выбирают по полям"
            ))
    }

    static func computedOfNamedEvent(_ path: [String], _ kind: String, _ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "computed-of-named-event", at: span,
            LocalizedText(
                en:
                    "'\(path[2])' is a computed value of '\(kind)', and only its fields can be reached through another event",
                ru:
                    "«\(path[2])» — вычисляемое значение события «\(kind)», а через другое событие доступны только его поля"
            ),
            remedy: LocalizedText(
                en: "write its formula out with the fields of '\(path[0]).\(path[1])'",
                ru: "распишите его формулу через поля «\(path[0]).\(path[1])»"))
    }

    static func lineNotHere(_ name: String, _ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "line-not-here", at: span,
            LocalizedText(
                en: "'\(name)' belongs to a credited part of an event, and here whole events are looked at",
                ru: "«\(name)» относится к засчитанной части события, а здесь речь о событии целиком"),
            remedy: LocalizedText(
                en: "'share' and 'rate(…)' stand in what is summed: sum(sale.amount * share)",
                ru: "«share» и «rate(…)» пишут в том, что суммируется: sum(sale.amount * share)"))
    }

    static func distinctOfLines(_ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "distinct-of-lines", at: span,
            LocalizedText(
                en: "different values are counted by events, and this one differs with the share",
                ru: "разные значения считаются по событиям, а это зависит от доли"),
            remedy: LocalizedText(en: "leave 'share' out", ru: "уберите «share»"))
    }

    static func rateOfOtherEvent(_ table: String, _ other: String, _ event: String, _ span: TextSpan) -> FormulaFault {
        FormulaFault(
            "rate-table-event", at: span,
            LocalizedText(
                en: "'\(table)' holds rates of '\(other)', and this formula is over '\(event)'",
                ru: "«\(table)» — ставки события «\(other)», а формула — по событиям «\(event)»"),
            remedy: LocalizedText(
                en: "name a rate table whose 'by' has fields of '\(event)'",
                ru: "назовите таблицу ставок, у которой в «by» поля события «\(event)»"))
    }
}
