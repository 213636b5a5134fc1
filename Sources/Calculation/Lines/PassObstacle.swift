internal import Company
internal import Formulas
public import Messages

/// Why a figure is not computed in the pass over lines but event by event, which takes many times as long.
enum PassObstacle: Sendable {
    case division, applied, texts, recordField, rateTable, rounding, decimals, range, order, share, otherDay, manyTexts
    case kinds

    var text: LocalizedText {
        switch self {
        case .division: LocalizedText(en: "divides", ru: "делит")
        case .applied:
            LocalizedText(
                en: "applies a function that is computed number by number, such as a root",
                ru: "применяет функцию, которую считают число за числом, например корень")
        case .texts:
            LocalizedText(
                en: "compares texts of two fields, or by more than equality",
                ru: "сравнивает тексты двух полей или не только на равенство")
        case .recordField:
            LocalizedText(
                en: "names something of a record that is not stored by its number",
                ru: "берёт у записи то, что не хранится по её номеру")
        case .rateTable:
            LocalizedText(
                en: "chooses rates by several fields or by the day",
                ru: "выбирает ставки по нескольким полям или по дню")
        case .rounding:
            LocalizedText(
                en: "rounds to tens, or to places that are calculated",
                ru: "округляет до десятков или до вычисляемого числа знаков")
        case .decimals:
            LocalizedText(
                en: "multiplies to more decimal places than a number has",
                ru: "умножает так, что знаков больше, чем есть у числа")
        case .range:
            LocalizedText(
                en: "may come to numbers that do not fit 64 bits", ru: "может дойти до чисел, которым мало 64 бит")
        case .order:
            LocalizedText(
                en: "needs every value: an average, a median, the smallest, the largest, the last",
                ru: "нужны все значения: среднее, медиана, наименьшее, наибольшее, последнее")
        case .share:
            LocalizedText(
                en: "sums something of shared events that is not multiplied by the share",
                ru: "складывает по поделённым событиям то, что не умножено на долю")
        case .otherDay:
            LocalizedText(
                en: "counts different values by another day than the event's own",
                ru: "считает разные значения не по дню самого события")
        case .manyTexts:
            LocalizedText(
                en: "counts different values that are no texts, or very many",
                ru: "считает разные значения, которые не тексты или которых очень много")
        case .kinds:
            LocalizedText(en: "puts together what is not of one kind", ru: "соединяет то, что не одного рода")
        }
    }
}

/// A figure, a commission or a formula that leaves the fast path.
public struct SlowFigure: Sendable, Hashable {
    /// The figure as it is written in a formula, the commission as `plan.component`, or the metric.
    public let name: LocalizedText
    /// Why it does.
    public let why: LocalizedText
}

extension LineEngine {
    /// What is not computed in the passes over lines, with the reason; it is computed event by event where plans ask for it.
    public var slowFigures: [SlowFigure] {
        let figures = layout.obstacles.sorted { $0.key < $1.key }.map { number, obstacle in
            SlowFigure(name: LocalizedText(model.aggregates[number].text), why: obstacle.text)
        }
        let early =
            layout.slots.isCut
            ? [
                SlowFigure(
                    name: LocalizedText(en: "all figures", ru: "все показатели"),
                    why: LocalizedText(
                        en: "are kept by month for the last 1,200 months of the data only",
                        ru: "хранятся по месяцам только за последние 1200 месяцев данных"))
            ] : []
        return early + figures + commissions
    }

    /// Commissions for each event that no pass prices.
    private var commissions: [SlowFigure] {
        model.plans.enumerated().flatMap { plan, rule in
            rule.components.enumerated().compactMap { number, component -> SlowFigure? in
                guard component.linePricing != nil,
                    layout.awards[LineAward.Key(plan: plan, component: number)] == nil
                else { return nil }
                return SlowFigure(
                    name: LocalizedText("\(rule.name).\(component.name)"),
                    why: LocalizedText(
                        en: "is priced event by event by a formula of its own",
                        ru: "считается событие за событием по своей формуле"))
            }
        }
    }
}
