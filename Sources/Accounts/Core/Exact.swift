internal import Messages
import Quantities

/// Exact arithmetic whose failures are reasons of this room.
enum Exact {
    static func sum(_ values: some Sequence<FixedDecimal>) throws(NoFigure) -> FixedDecimal {
        do { return try values.total() } catch { throw .arithmetic(error) }
    }

    static func difference(_ left: FixedDecimal, _ right: FixedDecimal) throws(NoFigure) -> FixedDecimal {
        do { return try left.subtracting(right) } catch { throw .arithmetic(error) }
    }

    static func product(_ left: FixedDecimal, _ right: FixedDecimal) throws(NoFigure) -> FixedDecimal {
        do { return try left.multiplied(by: right) } catch { throw .arithmetic(error) }
    }

    /// part ÷ whole; a whole of zero or less is no figure.
    static func share(
        _ part: FixedDecimal, of whole: FixedDecimal, _ name: LocalizedText
    ) throws(NoFigure) -> FixedDecimal {
        guard whole > .zero else { throw .nothingOf(name) }
        do { return try part.divided(by: whole) } catch { throw .arithmetic(error) }
    }

    static func share(_ part: Int, of whole: Int, _ name: LocalizedText) throws(NoFigure) -> FixedDecimal {
        try share(FixedDecimal(part), of: FixedDecimal(whole), name)
    }

    /// Σ weightᵢ·valueᵢ.
    static func weighted(_ pairs: some Sequence<(FixedDecimal, FixedDecimal)>) throws(NoFigure) -> FixedDecimal {
        var products: [FixedDecimal] = []
        for (weight, value) in pairs { products.append(try product(weight, value)) }
        return try sum(products)
    }

    static func mean(_ values: [FixedDecimal], _ name: LocalizedText) throws(NoFigure) -> FixedDecimal {
        try share(try sum(values), of: FixedDecimal(values.count), name)
    }

    /// A refusal unless every weight is above zero and they total exactly one.
    static func requireWhole(_ weights: [FixedDecimal], _ place: String) throws(Refusal) {
        let total = try? weights.total()
        guard total == .one, weights.allSatisfy({ $0 > .zero }) else {
            let percent = total.map { LocalizedText(en: "\($0.percent) %", ru: "\($0.percent) %") }
            throw .weights(place, total: percent ?? LocalizedText("?"))
        }
    }
}
